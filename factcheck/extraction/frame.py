"""Frame: a paragraph as a reader of attributions sees it, the words outside marks with a place for each quotation."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from factcheck.extraction.quotes import Quotation
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.words import Word
from factcheck.types import Span

# An attribution is never further away, even in copy without a full stop.
_SENTENCE_LIMIT = 150
_MARKS = frozenset("\"“”‘’'`«»")


@dataclass(frozen=True, slots=True)
class Item:
    """A word with its sentence and index there, a quotation's part by number, or the end of a sentence (neither).

    ``lower`` is the word in lower case, which is asked for again and again.
    """

    word: Word | None = None
    sentence: Sentence | None = None
    index: int = -1
    quotation: int = -1
    part: int = -1
    lower: str = ""

    @property
    def ends(self) -> bool:
        """Whether it is the end of a sentence."""
        return self.word is None and self.quotation < 0


@dataclass(frozen=True)
class Frame:
    """The items of a paragraph."""

    items: tuple[Item, ...]

    @cached_property
    def _spots(self) -> dict[int, list[int]]:
        spots: dict[int, list[int]] = {}
        for at, item in enumerate(self.items):
            if item.quotation >= 0:
                spots.setdefault(item.quotation, []).append(at)
        return spots

    def spots(self, quotation: int) -> list[int]:
        """Where the parts of a quotation stand among the items."""
        return self._spots.get(quotation, [])

    def before(self, at: int) -> list[Item]:
        """The items of the sentence before an item, nearest last."""
        return list(self.items[max(self._starts[at], at - _SENTENCE_LIMIT) : at])

    @cached_property
    def _starts(self) -> list[int]:
        """The index of the first item of the sentence of each item."""
        ends = (at + 1 if item.ends else 0 for at, item in enumerate(self.items))
        return [0, *accumulate(ends, max)]

    def after(self, at: int) -> list[Item]:
        """The items after an item up to the next quotation or the end of the sentence."""
        end = at + 1
        limit = min(len(self.items), at + _SENTENCE_LIMIT)
        while end < limit and not self.items[end].ends and self.items[end].quotation < 0:
            end += 1
        return list(self.items[at + 1 : end])


def placed(found: Sequence[Quotation]) -> list[tuple[Span, int, int]]:
    """Where every part of every quotation stands: its span, the quotation's number, the part's number."""
    return sorted(
        (part, number, spot)
        for number, quotation in enumerate(found)
        if not quotation.nested
        for spot, part in enumerate(quotation.parts)
    )


def frame(sheet: Sheet, paragraph: int, parts: Sequence[tuple[Span, int, int]]) -> Frame:
    """The frame of a paragraph of the article; ``parts`` are the placed quotations of the whole article."""
    sentences = sheet.paragraph(paragraph)
    if not sentences:
        return Frame(())
    first = max(0, bisect_right(parts, sentences[0].start, key=lambda part: part[0].start) - 1)
    last = bisect_right(parts, sentences[-1].end, key=lambda part: part[0].start)
    return Frame(tuple(_items(sentences, parts[first:last])))


def _items(sentences: Sequence[Sentence], parts: Sequence[tuple[Span, int, int]]) -> Iterator[Item]:
    starts = [part[0].start for part in parts]
    seen = -1
    for sentence in sentences:
        inside = -1
        for index, word in enumerate(sentence.words):
            inside = bisect_right(starts, word.start) - 1
            if inside < 0 or word.start >= parts[inside][0].end:
                inside = -1
            if inside >= 0 and inside > seen:
                seen = inside
                yield Item(quotation=parts[inside][1], part=parts[inside][2])
            elif inside < 0 and word.text not in _MARKS:
                yield Item(word=word, sentence=sentence, index=index, lower=word.lower)
        if inside < 0 or sentence.end >= parts[inside][0].end:
            yield Item()
