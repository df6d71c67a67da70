"""The gazetteer: places, peoples and organisations that copy names without introducing them. Data of our own, small."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.extraction import lexicon
from factcheck.extraction.words import Word, tokenise


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listed name stands for: type as in a name claim, canonical name, kind of place."""

    type: str
    name: str
    kind: str = ""


@cache
def entries() -> dict[tuple[str, ...], Entry]:
    """All listed names, by their words."""
    listed: dict[tuple[str, ...], Entry] = {}
    for source in (_peoples(), _organisations(), _cities(), _regions(), _countries()):
        listed.update({tuple(word.text for word in tokenise(name, 0, len(name))): entry for name, entry in source})
    return listed


@cache
def longest() -> int:
    """The number of words of the longest listed name."""
    return max(map(len, entries()))


def match(words: Sequence[Word], at: int) -> tuple[int, Entry] | None:
    """The longest listed name that starts at a word, with the index after it."""
    for length in range(min(longest(), len(words) - at), 0, -1):
        entry = entries().get(tuple(word.text for word in words[at : at + length]))
        if entry and not _priced(words, at + length):
            return at + length, entry
    return None


def _priced(words: Sequence[Word], after: int) -> bool:
    """Whether the name before is part of a sum's sign, as in US$20."""
    return after < len(words) and words[after].text == "$" and words[after].start == words[after - 1].end


def _organisations() -> Iterator[tuple[str, Entry]]:
    for name in lexicon.phrases("organisations"):
        yield name, Entry("ORG", _ALIASES.get(name, name))


def _peoples() -> Iterator[tuple[str, Entry]]:
    for name in lexicon.phrases("peoples"):
        yield name, Entry("NORP", name, "group")


def _cities() -> Iterator[tuple[str, Entry]]:
    for name in lexicon.phrases("cities"):
        yield name, Entry("GPE", name, "city")


def _regions() -> Iterator[tuple[str, Entry]]:
    for name, (kind, *others) in lexicon.table("regions").items():
        entry = Entry("LOC" if kind in {"water", "continent"} else "GPE", name, kind)
        yield name, entry
        yield from ((other, entry) for other in _names(others))


def _countries() -> Iterator[tuple[str, Entry]]:
    for name, (demonyms, *others) in lexicon.table("countries").items():
        people = Entry("NORP", name, "demonym")
        if name != "European Union":
            country = Entry("GPE", name, "country")
            yield name, country
            yield from ((other.removeprefix("the "), country) for other in _names(others))
        yield from ((demonym, people) for demonym in demonyms.split())
        yield from ((demonym, people) for demonym in _TWO_WORDS.get(name, ()))


def _names(cells: list[str]) -> Iterator[str]:
    yield from (other for cell in cells for other in cell.split(";") if other)


# Demonyms of two words do not fit the list, where space parts them.
_TWO_WORDS = {
    "North Korea": ("North Korean", "North Koreans"),
    "South Korea": ("South Korean", "South Koreans"),
    "South Africa": ("South African", "South Africans"),
    "South Sudan": ("South Sudanese",),
    "Northern Ireland": ("Northern Irish",),
    "Costa Rica": ("Costa Rican",),
    "Sri Lanka": ("Sri Lankan",),
    "Sierra Leone": ("Sierra Leonean",),
    "New Zealand": ("New Zealander",),
}
_ALIASES = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "E.U.": "European Union",
    "WHO": "World Health Organization",
    "IMF": "International Monetary Fund",
    "AP": "Associated Press",
    "UPI": "United Press International",
    "AFP": "Agence France-Presse",
}
