"""Putting fetched archives in their places."""

import io
import tarfile
from pathlib import Path

import pytest

from training.fetch import SOURCES, unpack

FILES = {"data/names/one.txt": b"one", "data/names/deep/two.txt": b"two", "data/other.txt": b"other", "README": b"read"}


def _packed() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as held:
        for name, content in FILES.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            held.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("", sorted(FILES)),
        ("data/names", ["deep/two.txt", "one.txt"]),
    ],
)
def test_the_files_of_a_folder_are_unpacked_into_another(tmp_path: Path, folder: str, expected: list[str]) -> None:
    unpack(_packed(), folder, tmp_path / "to")
    found = [path for path in (tmp_path / "to").rglob("*") if path.is_file()]
    assert sorted(path.relative_to(tmp_path / "to").as_posix() for path in found) == expected


def test_every_source_is_one_commit() -> None:
    assert [source.repository for source in SOURCES if len(source.commit) != 40] == []
