"""``manage.py receive PATH...``: takes in files and folders, a line for each file."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from factcheck.intake.limits import MAX_FILE_BYTES
from factcheck.intake.service import Incoming, receive
from factcheck.models import Receipt, Story
from factcheck.tasks import ring

# What a folder holds besides copy is passed over; a file that is named is always taken.
COPY_ENDINGS = (".txt", ".text", "")


class Command(BaseCommand):
    help = "Takes in wire copy: files, and folders with all that is below them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--story", metavar="SLUG", help="put all of it into this story instead of guessing")

    def handle(self, *args: Any, **options: Any) -> None:
        story = _story(options["story"])
        batch = uuid4()
        refused = False
        for path in _files(options["paths"]):
            if path not in options["paths"] and path.suffix.lower() not in COPY_ENDINGS:
                self.stdout.write(f"{_shown(path)}: passed over, because its name does not end in {COPY_ENDINGS[0]}.")
                continue
            receipt = receive(_incoming(path), batch=batch, editor=None, now=timezone.now(), story=story)
            self.stdout.write(f"{_shown(path)}: {receipt.get_outcome_display()}. {receipt.reason}")
            refused |= receipt.outcome == Receipt.Outcome.REFUSED
            if receipt.article:
                ring(receipt.article.runs.waiting())
        if refused:
            raise SystemExit(1)


def _shown(path: Path) -> str:
    """The path in signs that can be printed: names of files are bytes, and some are no UTF-8."""
    return os.fsencode(path).decode(errors="replace")


def _story(slug: str | None) -> Story | None:
    if slug is None:
        return None
    try:
        return Story.objects.get(slug=slug)
    except Story.DoesNotExist:
        raise CommandError(f"There is no story {slug!r}.") from None


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files named, and those below the folders named, in order; hidden ones only when named."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _incoming(path: Path) -> Incoming:
    # A pipe or a device has no end: only a plain file is opened.
    size = path.stat().st_size if path.is_file() else 0
    return Incoming(path.name, size, lambda: _read(path))


def _read(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise OSError("it is no plain file")
    with path.open("rb") as file:
        # One byte more than may come tells a file that grew since it was measured.
        return file.read(MAX_FILE_BYTES + 1)
