"""Rows: a sentence as a reader of reported speech sees it, its words with each quotation as one item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from factcheck.extraction import lexicon
from factcheck.extraction.frame import Frame, Item
from factcheck.extraction.quotes import Quotation
from factcheck.extraction.sheet import Sheet
from factcheck.types import Span

# A row goes no further: no sentence of copy does, and the time for a row must stay bounded.
_LIMIT = 400
_TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})
DASHES = frozenset({"—", "–", "--", "-", "―"})
STOPS = frozenset({".", "!", "?", "…"})


@cache
def _closed() -> dict[str, frozenset[str]]:
    classes = (line.split() for line in lexicon.lines("closed"))
    return {name: frozenset(words) for name, *words in classes}


def is_a(word: str, *classes: str) -> bool:
    """Whether a lower-case word is of one of the closed classes."""
    return any(word in _closed()[name] for name in classes)


@dataclass(frozen=True)
class Row:
    """The items of a sentence."""

    items: tuple[Item, ...]
    spans: tuple[Span, ...]
    text: str = field(repr=False)
    tags: Mapping[int, str] = field(default_factory=dict, repr=False)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case; a quotation is an empty word."""
        return tuple(item.lower for item in self.items)

    def __len__(self) -> int:
        return len(self.items)

    def at(self, index: int) -> str:
        """The lower-case word at an index, empty beyond the ends and for a quotation."""
        return self.lower[index] if 0 <= index < len(self.items) else ""

    def quoted(self, index: int) -> bool:
        """Whether a quotation stands at an index."""
        return 0 <= index < len(self.items) and self.items[index].quotation >= 0

    def verb(self, index: int) -> bool:
        """Whether a verb in a tense stands at an index: as the pipeline tags it, else as far as our lists go."""
        word = self.items[index].word if 0 <= index < len(self.items) else None
        tag = self.tags.get(word.start) if word else ""
        if tag:
            return tag in _TENSED
        return is_a(self.at(index), "verb") or self.at(index).endswith("ed")

    def capital(self, index: int) -> bool:
        """Whether a word with a capital stands at an index."""
        word = self.items[index].word if 0 <= index < len(self.items) else None
        return word is not None and word.capital

    def breaks(self, index: int) -> bool:
        """Whether the words up to an index may be followed by who says so: a comma, a dash, or a quotation with one."""
        if self.quoted(index):
            end = self.spans[index].end
            return self.text[max(0, end - 4) : end].rstrip("'’\" ").endswith((",", "?", "!", "—", "–", "-", "..."))
        return self.at(index) in DASHES or self.at(index) in {",", "?", "!"}

    def ends(self, index: int) -> bool:
        """Whether an index is beyond the last word: nothing but stops follows."""
        return all(word in STOPS for word in self.lower[index : index + 4]) if index < len(self) else True


def rows(sheet: Sheet, frame: Frame, found: Sequence[Quotation]) -> Iterator[Row]:
    """The sentences of a paragraph."""
    start = 0
    for at, item in enumerate((*frame.items, Item())):
        if item.ends:
            if at > start:
                items = frame.items[start : min(at, start + _LIMIT)]
                yield Row(items, tuple(_span(item, found) for item in items), sheet.text, sheet.tags)
            start = at + 1


def _span(item: Item, found: Sequence[Quotation]) -> Span:
    if item.word:
        return Span(item.word.start, item.word.end)
    return found[item.quotation].parts[item.part]


def contains(words: Sequence[str], *classes: str) -> bool:
    """Whether one of the words is of one of the closed classes."""
    return any(is_a(word, *classes) for word in words)
