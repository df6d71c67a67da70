"""What the documents name exists, and what exists is named."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from factcheck.digest.renderers import RENDERERS
from factcheck.types import ConflictKind

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [
    ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "samples/README.md", "docs/exports.md")
]
READ_BY = ("newsroom", "factcheck", "tests/run_stacks.py", "docker-compose.yml")
# The supervisor sets it for its own programs; nobody else may.
INTERNAL = {"NEWSROOM_SUPERVISOR"}

VARIABLE = re.compile(r"NEWSROOM_[A-Z][A-Z_]*[A-Z]")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
NAMED_TARGET = re.compile(r"(?:`|^    )make ([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"manage\.py ([a-z_]+)")
ADDRESS = re.compile(r"`(/[a-z/]*)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
FORMAT_ROW = re.compile(r"^\| `([a-z0-9-]+)` \| ([^|]+) \| `\.([a-z.-]+)` \|", re.MULTILINE)
CODE_PATH = re.compile(r"`((?:factcheck|newsroom|tests|samples|templates|static|docs)/[\w./-]*)`")


def _text(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _files(name: str) -> Iterator[Path]:
    path = ROOT / name
    yield from path.rglob("*.py") if path.is_dir() else [path]


def test_the_variables_of_the_documents_are_those_of_the_code() -> None:
    read = set(VARIABLE.findall(_text(*(path for name in READ_BY for path in _files(name)))))
    assert set(VARIABLE.findall(_text(*DOCUMENTS))) == read - INTERNAL


def test_the_make_targets_of_the_documents_are_those_of_the_makefile() -> None:
    makefile = _text(ROOT / "Makefile")
    targets = set(TARGET.findall(makefile)) - {"test-setup"}
    assert set(NAMED_TARGET.findall(_text(*DOCUMENTS))) == targets


def test_the_management_commands_of_the_documents_exist_and_all_are_named() -> None:
    commands = get_commands()
    named = set(COMMAND.findall(_text(*DOCUMENTS)))
    ours = {name for name, app in commands.items() if app in {"factcheck", "newsroom"}}
    assert named - set(commands) == set()
    assert ours - named == {"demo"}  # which is make demo


def test_the_addresses_of_the_documents_exist() -> None:
    named = set(ADDRESS.findall(_text(*DOCUMENTS)))
    assert named
    for address in named:
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{address} is no address of the site")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = _text(document)
    links = [document.parent / link for link in LINK.findall(text)]
    paths = [ROOT / path for path in CODE_PATH.findall(text)]
    assert [str(path) for path in links + paths if not path.exists()] == []


def test_every_export_format_is_told_with_its_name_its_label_and_its_ending() -> None:
    rows = FORMAT_ROW.findall(_text(ROOT / "docs" / "exports.md"))
    assert sorted(rows) == sorted((name, one.label, one.extension) for name, one in RENDERERS.items())


def test_the_samples_explain_every_kind() -> None:
    text = _text(ROOT / "samples" / "README.md")
    assert [kind for kind in ConflictKind if f"| {kind} |" not in text] == []
