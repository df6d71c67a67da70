"""Programs of an office that open what we export; a test that needs one skips with the reason where it is missing."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

OFFICE = ("soffice", "a LibreOffice to open documents with")
READER = ("pdftotext", "the tools of Poppler to read PDF files with")


def pdfs_of(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The pages that LibreOffice makes of documents, by their file names; it is started once for all of them."""
    office = _found(*OFFICE)
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *(str(folder / name) for name in documents)], check=True, capture_output=True, timeout=300
    )
    return {name: (folder / name).with_suffix(".pdf").read_bytes() for name in documents}


def words_of(pdf: bytes) -> str:
    """The words of a PDF, with one space wherever it has any."""
    run = subprocess.run([_found(*READER), "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def facts_of(pdf: bytes) -> dict[str, str]:
    """What a PDF says of itself."""
    run = subprocess.run([_found("pdfinfo", READER[1]), "-"], input=pdf, capture_output=True, check=True)
    lines = (line.partition(":") for line in run.stdout.decode().splitlines())
    return {name: value.strip() for name, _, value in lines}


def _found(program: str, reason: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"there is no {program} here: {reason}")
    return path
