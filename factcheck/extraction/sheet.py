"""Sheet: one article laid out for the extractors: sentences with their words and segment kind, and the marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.extraction.marks import Marks, scan
from factcheck.extraction.words import Word, tokenise
from factcheck.types import Segment, SegmentKind, Span, WireCopy


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence: its number in the article, span, words, kind of segment, and the number of its paragraph."""

    number: int
    start: int
    end: int
    words: tuple[Word, ...]
    layer: SegmentKind
    paragraph: int

    def index_at(self, offset: int) -> int:
        """The index of the first word that starts at or after ``offset``."""
        return bisect_right(self._starts, offset - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A name that the language pipeline recognised, with its OntoNotes label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """The copy with everything that extractors look things up in.

    ``entities`` are in order and do not overlap; None where the language pipeline has no recogniser. ``tags`` are the
    Penn tags of its tagger, by where the word starts; empty where it has none.
    """

    copy: WireCopy
    text: str
    sentences: tuple[Sentence, ...]
    marks: Marks
    entities: tuple[Entity, ...] | None = None
    tags: Mapping[int, str] = field(default_factory=dict)

    @property
    def recogniser(self) -> bool:
        """Whether names were looked for by a recogniser, so that its silence says something too."""
        return self.entities is not None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or the last one before it."""
        number = bisect_right(self._starts, offset) - 1
        return self.sentences[number] if number >= 0 else None

    def paragraph(self, number: int) -> list[Sentence]:
        """The sentences of a paragraph."""
        return self._paragraphs.get(number, [])

    def recognised(self, sentence: Sentence) -> Sequence[Entity]:
        """The names that were recognised inside a sentence."""
        return (self.entities or ())[
            slice(*(bisect_left(self._entity_starts, at) for at in (sentence.start, sentence.end)))
        ]

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [entity.start for entity in self.entities or ()]

    @cached_property
    def _paragraphs(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.paragraph, []).append(sentence)
        return found

    def quoted(self, offset: int) -> bool:
        """Whether an offset stands inside quotation marks."""
        spot = bisect_right(self._quoted, (offset, len(self.text) + 1)) - 1
        return spot >= 0 and offset < self._quoted[spot][1]

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        outer = (quote for quote in self.marks.quotes if not quote.nested)
        return sorted((part.start, part.end) for quote in outer for part in quote.parts)


def lay_out(
    copy: WireCopy,
    text: str,
    spans: Sequence[Span],
    entities: Sequence[Entity] | None = None,
    tags: Mapping[int, str] | None = None,
) -> Sheet:
    """The sheet of a copy whose sentences are known. ``text`` may be the start of a text too long to read."""
    held = (segment for segment in copy.segments if segment.start < len(text))
    segments = tuple(replace(s, end=min(s.end, len(text))) for s in held) or tuple(_lines(text))
    marks = scan(text, segments, truncated=copy.truncated)
    seen = entities if entities is None else tuple(entities)
    return Sheet(copy, text, tuple(_sentences(text, segments, spans)), marks, seen, tags or {})


def _lines(text: str) -> Iterator[Segment]:
    """Every line a paragraph of the body: for text that nobody has cut into segments."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Segment(SegmentKind.BODY, at, at + len(line))
        at += len(line)


def _sentences(text: str, segments: Sequence[Segment], spans: Sequence[Span]) -> Iterator[Sentence]:
    ordered = sorted(segments, key=lambda s: (s.start, s.end))
    starts = [segment.start for segment in ordered]
    for number, span in enumerate(spans):
        at = max(0, bisect_right(starts, span.start) - 1)
        kind = ordered[at].kind if ordered else SegmentKind.BODY
        yield Sentence(number, span.start, span.end, tuple(tokenise(text, span.start, span.end)), kind, at)
