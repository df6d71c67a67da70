"""Stable keys: the same dispute has the same key whatever the order of the articles and whoever joins later."""

from collections.abc import Iterable
from hashlib import sha256

from factcheck.collation.words import normal
from factcheck.types import ConflictKind

DIGITS = 16
SEPARATOR = "\x1f"


def key(kind: ConflictKind, *parts: str) -> str:
    """A key from the kind and the words that make the dispute what it is.

    Pass the wrong form, the person, the words around the disputed point: never an article's name, an offset or a
    count, which change when one more article arrives.
    """
    marked = SEPARATOR.join([kind.value, *(" ".join(normal(part)) for part in parts)])
    return f"{kind.value}-{sha256(marked.encode()).hexdigest()[:DIGITS]}"


def mark(kind: str, readings: Iterable[str], suggested: str | None) -> str:
    """What a rule of silence knows a difference by: its kind and its readings, in any order, capitals and space aside.

    Where one article alone prints the words, what is suggested for them belongs to the difference.
    """
    texts = sorted({_plain(reading) for reading in readings})
    offered = [_plain(suggested)] if len(texts) == 1 and suggested is not None else []
    return sha256(SEPARATOR.join([kind, *texts, *offered]).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
