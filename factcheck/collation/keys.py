"""Stable keys: the same dispute has the same key whatever the order of the articles and whoever joins later."""

from hashlib import sha256

from factcheck.collation.words import normal
from factcheck.types import ConflictKind

DIGITS = 16


def key(kind: ConflictKind, *parts: str) -> str:
    """A key from the kind and the words that make the dispute what it is.

    Pass the wrong form, the person, the words around the disputed point: never an article's name, an offset or a
    count, which change when one more article arrives.
    """
    marked = "\x1f".join([kind.value, *(" ".join(normal(part)) for part in parts)])
    return f"{kind.value}-{sha256(marked.encode()).hexdigest()[:DIGITS]}"
