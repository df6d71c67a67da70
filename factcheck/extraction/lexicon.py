"""The word lists of extraction: small text files under ``data/``, each read once. ``#`` starts a comment."""

from functools import cache
from pathlib import Path

from wordfreq import zipf_frequency

DATA = Path(__file__).parent / "data"
# From this frequency on (occurrences per billion words, log 10) a lower-case word counts as everyday English.
EVERYDAY = 3.9


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list, in the order of the file."""
    rows = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    stripped = (row.partition("#")[0].strip() for row in rows)
    return tuple(row for row in stripped if row)


@cache
def words(name: str) -> frozenset[str]:
    """A list of single words, as many to a line as fit."""
    return frozenset(word for row in lines(name) for word in row.split())


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """A list whose entries have fields, parted by ``|``; the first field is the key."""
    rows = (tuple(cell.strip() for cell in row.split("|")) for row in lines(name))
    return {row[0]: row[1:] for row in rows}


@cache
def phrases(name: str) -> frozenset[str]:
    """A list with one entry a line, which may hold spaces."""
    return frozenset(lines(name))


def everyday(word: str) -> bool:
    """Whether a word is so common in English that a capital at the start of a sentence tells nothing."""
    return zipf_frequency(word.lower(), "en") >= EVERYDAY
