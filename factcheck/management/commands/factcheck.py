"""Checks copy in one go: files as one cluster, or a stream of clusters. Needs neither database nor broker."""

import json
import logging
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from factcheck.collation.coreference import NoModel, read
from factcheck.extraction.pipeline import NoPipeline, load
from factcheck.intake.decode import UnreadableCopy
from factcheck.intake.parse import parse
from factcheck.management.oneshot import BadLine, check, copies
from factcheck.management.plain import plain
from factcheck.types import WireCopy

WIDEST = 110
UNREADABLE = 2

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Checks copy for conflicts and prints them; nothing is stored."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="files of copy: together they are one cluster")
        parser.add_argument(
            "--clusters", metavar="FILE", help="clusters, one JSON object a line; - reads standard input"
        )
        parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
        parser.add_argument("--claims", action="store_true", help="with the claims of each article")

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["paths"]) == bool(options["clusters"]):
            raise CommandError("Name either files of copy or --clusters.", returncode=UNREADABLE)
        try:
            load(settings.SPACY_MODEL)
            read(settings.COREFERENCE)
            if options["clusters"]:
                self._stream(options["clusters"], options["claims"])
            else:
                self._files(options["paths"], options["format"], options["claims"])
        except (NoPipeline, NoModel) as fault:
            raise CommandError(str(fault), returncode=UNREADABLE) from fault
        except BrokenPipeError:
            # Whoever read us has seen enough; nothing may be written at exit either.
            sys.stdout = None

    def _files(self, paths: list[str], shape: str, claims: bool) -> None:
        result = _checked(list(_read(paths)), claims)
        if shape == "text":
            width = min(shutil.get_terminal_size().columns, WIDEST)
            self.stdout.write("\n".join(plain(result, width)))
        else:
            self.stdout.write(json.dumps(result, indent=1 if shape == "json" else None))

    def _stream(self, name: str, claims: bool) -> None:
        with _opened(name) as lines:
            for line in lines:
                if line.strip():
                    self.stdout.write(json.dumps(_line(line, claims)))
                    self.stdout.flush()


def _checked(held: Sequence[WireCopy], claims: bool) -> dict[str, Any]:
    return check(held, model=settings.SPACY_MODEL, coreference=read(settings.COREFERENCE), claims=claims)


def _line(line: bytes, claims: bool) -> dict[str, Any]:
    """The result of one line; whatever is wrong with it, the run goes on."""
    cluster: Any = None
    try:
        cluster = json.loads(line)
        found = _checked(copies(cluster), claims)
    except (BadLine, UnreadableCopy) as error:
        return {"id": _id(cluster), "error": str(error)}
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        return {"id": None, "error": f"The line is no JSON: {error}"}
    except Exception as error:
        logger.exception("cluster %s", _id(cluster))
        return {"id": _id(cluster), "error": f"The cluster could not be checked: {error!r}"}
    return {"id": _id(cluster), **found}


def _id(cluster: Any) -> Any:
    return cluster.get("id") if isinstance(cluster, dict) else None


def _read(paths: list[str]) -> Iterator[WireCopy]:
    names = _names(paths)
    for path, name in names.items():
        try:
            yield parse(Path(path).read_bytes(), name=name)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.", returncode=UNREADABLE) from error
        except UnreadableCopy as error:
            raise CommandError(f"{path}: {error}", returncode=UNREADABLE) from error


def _names(paths: list[str]) -> dict[str, str]:
    """The names of the articles: the files' own, or the whole paths where two files have one name."""
    unique = dict.fromkeys(paths)
    short = {path: Path(path).name for path in unique}
    return short if len(set(short.values())) == len(short) else {path: path for path in unique}


def _opened(name: str) -> BinaryIO:
    try:
        return sys.stdin.buffer if name == "-" else open(name, "rb")
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}.", returncode=UNREADABLE) from error
