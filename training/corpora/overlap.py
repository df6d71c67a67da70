"""Which passages share text with copy that must never be trained on."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpora.entity_spans import Passage

WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>|^#.*$", re.MULTILINE)
SUFFIXES = frozenset({".txt", ".xml", ".json", ".conllu", ".iob2"})


def shingles(text: str, size: int = 8) -> set[tuple[str, ...]]:
    """Every sequence of `size` words of the text."""
    words = WORD.findall(text.lower())
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def plain(path: Path) -> str:
    """The words of a file of any of the formats in which measures come."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in (".conllu", ".iob2"):
        return "\n".join(line[9:] for line in text.splitlines() if line.startswith("# text = "))
    return TAG.sub(" ", text) if path.suffix == ".xml" else text.replace("\\n", " ")


def forbidden(folders: Iterable[Path]) -> set[tuple[str, ...]]:
    """The word sequences of every file below the folders; raises ValueError for a folder without any."""
    found: set[tuple[str, ...]] = set()
    for folder in folders:
        paths = [path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]
        if not paths:
            raise ValueError(f"{folder} holds nothing that measures: name the folder of the corpora, or none.")
        for path in paths:
            found |= shingles(plain(path))
    return found


def clean(passages: Iterable[Passage], banned: set[tuple[str, ...]], allowed: int = 1) -> Iterator[Passage]:
    """The passages that share no more than `allowed` word sequences with what is banned."""
    for passage in passages:
        if len(shingles(passage.text) & banned) <= allowed:
            yield passage
