"""A short name for every report of a story, for an apparatus of variants: no two are alike, and each is an XML name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

ARTICLES = frozenset({"the", "agence", "agencia", "agenzia"})
LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9]*")
NAMELESS = "Witness"
LONGEST = 40
# What an apparatus calls the desk itself, beside the witnesses.
DESK = "desk"


def sigils(sources: Iterable[str]) -> Iterator[str]:
    """The sigil of each report by its source's name, in order: "Meridian", "Northgate", "Meridian-2"."""
    # Files are named after them, and not every disk tells capitals apart.
    given = {DESK}
    for source in sources:
        stem = _stem(source)
        number = 1
        while (name := f"{stem}-{number}" if number > 1 else stem).casefold() in given:
            number += 1
        given.add(name.casefold())
        yield name


def _stem(source: str) -> str:
    """The first word of a source's name in plain letters."""
    plain = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode()
    words = LETTERS.findall(plain)
    word = next((word for word in words if word.lower() not in ARTICLES), words[0] if words else NAMELESS)
    return word[:LONGEST]
