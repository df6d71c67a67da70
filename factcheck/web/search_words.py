"""The words that somebody searches for, and where they stand in a text. Both engines are asked for nothing else."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

LONGEST_QUERY = 200
MOST_WORDS = 12
AROUND = 90
ELLIPSIS = "…"
ACCENTS = re.compile("[\u0300-\u036f]")
# Letters and digits with their accents, as both engines cut words.
WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")


class Stretch(NamedTuple):
    """Words of an excerpt; ``hit`` when they were searched for."""

    text: str
    hit: bool


class Sought(NamedTuple):
    """What is searched for: whole words, and the beginning of a last one that may still be being typed."""

    whole: tuple[str, ...]
    begun: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.begun

    @property
    def fts5(self) -> str:
        """For SQLite's MATCH: every word quoted, so that none is an operator."""
        return " ".join([*(f'"{word}"' for word in self.whole), f'"{self.begun}"*'])

    @property
    def tsquery(self) -> str:
        """For PostgreSQL, as a tsquery is written."""
        return " & ".join([*(f"'{word}'" for word in self.whole), f"'{self.begun}':*"])

    def hits(self, word: str) -> bool:
        """Whether a word of a text is one of these."""
        known = plain(word)
        return known in self.whole or known.startswith(self.begun)


def plain(word: str) -> str:
    """Small and without accents."""
    return ACCENTS.sub("", normalize("NFD", word)).lower()


def sought(query: str) -> Sought:
    """The words of what was typed, whatever it was; all else in it means nothing."""
    words = [plain(word) for word in WORD.findall(query[:LONGEST_QUERY])]
    kept = [word for word in words if word][:MOST_WORDS]
    return Sought(tuple(kept[:-1]), kept[-1]) if kept else Sought((), "")


def excerpt(text: str, words: Sought, around: int = AROUND) -> tuple[Stretch, ...]:
    """The text around the place that has most of the words, with the words marked; its beginning where it has none."""
    places = [found.span() for found in WORD.finditer(text) if words.hits(found.group())]
    first, last = _best(text, places, around)
    start, end = _cut(text, max(0, first - around), first), _cut_end(text, last, min(len(text), last + around))
    inside = [(begin, stop) for begin, stop in places if start <= begin and stop <= end]
    before, after = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    return tuple(_joined(Stretch(before, False), *_stretches(text, start, end, inside), Stretch(after, False)))


def _best(text: str, places: list[tuple[int, int]], around: int) -> tuple[int, int]:
    """The stretch, no longer than what is shown, that holds the most different words."""
    best, most = (0, 0), 0
    for at, (start, _) in enumerate(places):
        near = [place for place in places[at : at + MOST_WORDS] if place[1] - start <= around]
        different = len({plain(text[begin:stop]) for begin, stop in near})
        if different > most:
            best, most = (start, near[-1][1]), different
    return best


def _cut(text: str, start: int, first: int) -> int:
    """The beginning of a word at or after ``start``."""
    if start == 0:
        return 0
    space = text.find(" ", start, first)
    return space + 1 if space >= 0 else start


def _cut_end(text: str, last: int, end: int) -> int:
    """The end of a word at or before ``end``."""
    if end == len(text):
        return end
    space = text.rfind(" ", last, end)
    return space if space >= 0 else end


def _stretches(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    for first, last in places:
        yield Stretch(text[start:first], False)
        yield Stretch(text[first:last], True)
        start = last
    yield Stretch(text[start:end], False)


def _joined(*stretches: Stretch) -> Iterator[Stretch]:
    """Without empty ones, neighbours that are not hits in one, and every gap a single space."""
    held = ""
    for stretch in stretches:
        if not stretch.hit:
            held += stretch.text
            continue
        if held:
            yield Stretch(_spaced(held), False)
        held = ""
        yield stretch
    if held:
        yield Stretch(_spaced(held), False)


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)
