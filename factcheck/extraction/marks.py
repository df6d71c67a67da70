"""Quotation marks: a state machine over paragraphs that yields what stands between marks, and the marks at fault.

A quotation never runs over more than the paragraphs that legitimately continue it, so that one lost mark cannot
swallow the rest of an article.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from factcheck.extraction import glyphs
from factcheck.extraction.glyphs import Mark
from factcheck.extraction.lost import lost_close, lost_open
from factcheck.extraction.sentences import blocks
from factcheck.types import Segment, SegmentKind, Span


class FaultKind(StrEnum):
    """What is wrong with a mark."""

    MISSING_CLOSE = "missing-close"
    MISSING_OPEN = "missing-open"
    REVERSED = "reversed"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A mark at fault: ``suggestion`` is what ``text[start:end]`` should be; None where nobody can tell.

    ``sure`` is False where the copy may mean it, as when a partial quotation stays open before a paragraph that opens
    with a mark.
    """

    kind: FaultKind
    start: int
    end: int
    suggestion: str | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """Words between marks: ``parts`` are its paragraphs, without the marks.

    ``opened`` and ``closed`` tell whether the mark is there; ``whole`` whether it starts as a full sentence does;
    ``nested`` whether it stands inside another quotation; ``single`` whether its marks are single ones.
    """

    parts: tuple[Span, ...]
    opened: bool = True
    closed: bool = True
    whole: bool = True
    nested: bool = False
    single: bool = False

    @property
    def start(self) -> int:
        """Where its first word starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.parts[-1].end


@dataclass(frozen=True, slots=True)
class Marks:
    """What a scan found, both in order of start."""

    quotes: tuple[MarkedQuote, ...]
    faults: tuple[MarkFault, ...]


@dataclass(slots=True)
class _Scan:
    """The machine: the open double mark, the quotation that earlier paragraphs left open, and what was found."""

    text: str
    quotes: list[MarkedQuote] = field(default_factory=list)
    faults: list[MarkFault] = field(default_factory=list)
    open: Mark | None = None
    carried: MarkedQuote | None = None

    def paragraph(self, start: int, end: int, follower: str) -> None:
        """Reads one paragraph; ``follower`` is how the next one starts, empty at the end."""
        carried = self.carried
        marks = list(self._undoubled(glyphs.double_marks(self.text, start, end)))
        for mark in marks:
            self._step(mark, start)
        if self.open:
            self._left_open(self.open, end, follower)
        self.open = None
        if carried is not None and self.carried is carried:
            self.finish()

    def _undoubled(self, marks: Iterator[Mark]) -> Iterator[Mark]:
        """The marks, of two equal ones side by side only the first."""
        last: Mark | None = None
        for mark in marks:
            if last and mark.start == last.end and self.text[mark.start : mark.end] == self.text[last.start : last.end]:
                fault = MarkFault(FaultKind.DOUBLED, last.start, mark.end, self.text[mark.start : mark.end])
                self.faults.append(fault)
            else:
                yield mark
            last = mark

    def _step(self, mark: Mark, paragraph: int) -> None:
        if self.open is None:
            self._outside(mark, paragraph)
        elif mark.closes or not mark.opens:
            self._close(mark)
        else:
            self._lost(self.open, mark.start)
            self.open = mark

    def _outside(self, mark: Mark, paragraph: int) -> None:
        """A mark while nothing is open: it opens, or its opening was lost."""
        if mark.opens:
            self.open = mark
            if mark.glyph == "close":
                self._turned(mark)
        else:
            self._unopened(mark, paragraph)

    def _close(self, mark: Mark) -> None:
        assert self.open is not None  # noqa: S101  the caller has looked
        if mark.glyph == "open":
            self._turned(mark)
        self._keep(self.open.end, mark.start)
        self.open = None

    def _keep(self, start: int, end: int, closed: bool = True, opened: bool = True) -> None:
        """Notes a quotation, joined to the one that the paragraph before left open."""
        span = glyphs.trimmed(self.text, start, end)
        if span is None:
            return
        quote = MarkedQuote((Span(*span),), opened, closed, glyphs.starts_whole(self.text, span[0]))
        if self.carried:
            quote = replace(self.carried, parts=(*self.carried.parts, Span(*span)), closed=closed)
            self.carried = None
        self.quotes.append(quote)

    def _left_open(self, mark: Mark, end: int, follower: str) -> None:
        """A paragraph ends inside a quotation: continued in the next paragraph, cut off, or a lost mark."""
        span = glyphs.trimmed(self.text, mark.end, end)
        if span is None:
            return
        whole = self.carried is not None or glyphs.starts_whole(self.text, span[0])
        continues = glyphs.opens(follower)
        if continues and whole and glyphs.ends_whole(self.text, span[1]):
            parts = (*(self.carried.parts if self.carried else ()), Span(*span))
            self.carried = MarkedQuote(parts, closed=False)
            return
        if continues or follower == glyphs.CUT_OFF:
            self._keep(mark.end, end, closed=False)
            if continues:
                self._unclosed(mark, span[1], sure=False)
            return
        self._lost(mark, end)

    def _lost(self, mark: Mark, end: int) -> None:
        """The closing mark was lost before ``end``: the quotation goes to where it most likely stood."""
        close = lost_close(self.text, mark.end, end)
        self._keep(mark.end, close, closed=False)
        self._unclosed(mark, close, sure=True)

    def _unclosed(self, mark: Mark, end: int, sure: bool) -> None:
        quoted = self.text[mark.start : end]
        closing = glyphs.closing_of(self.text[mark.start : mark.end])
        self.faults.append(MarkFault(FaultKind.MISSING_CLOSE, mark.start, end, quoted + closing, sure))

    def _unopened(self, mark: Mark, paragraph: int) -> None:
        if self.quotes and self.quotes[-1].end >= paragraph:
            paragraph = self.quotes[-1].end + 1
        start = lost_open(self.text, paragraph, mark.start)
        opening = glyphs.opening_of(self.text[mark.start : mark.end])
        if start is not None:
            quoted = self.text[start : mark.end]
            self.faults.append(MarkFault(FaultKind.MISSING_OPEN, start, mark.end, opening + quoted))
            self._keep(start, mark.start, opened=False)
        else:
            self.faults.append(MarkFault(FaultKind.MISSING_OPEN, mark.start, mark.end, None))

    def _turned(self, mark: Mark) -> None:
        """A mark that shows the wrong way: the fault takes in the stop before and the word after, if glued."""
        start, end, words = glyphs.turned_back(self.text, mark)
        self.faults.append(MarkFault(FaultKind.REVERSED, start, end, words))

    def finish(self) -> None:
        """Lets go of a quotation that no paragraph closed."""
        if self.carried:
            self.quotes.append(self.carried)
            self.carried = None


def scan(text: str, segments: Sequence[Segment] = (), *, truncated: bool = False) -> Marks:
    """The quotations and faulty marks of a text; furniture is passed over. ``truncated`` copy may end inside one."""
    machine = _Scan(text)
    for group in _groups(text, segments):
        for number, (start, end) in enumerate(group):
            following = group[number + 1] if number + 1 < len(group) else None
            machine.paragraph(start, end, _follower(text, following, end, truncated))
        machine.finish()
    doubles = sorted(part for quote in machine.quotes for part in quote.parts)
    nested = [quote for outer in _ranges(text, segments) for quote in _singles(text, outer, doubles)]
    outer = sorted(quote.parts[0] for quote in nested if not quote.nested)
    held = [replace(quote, nested=_inside(Span(quote.start, quote.end), outer)) for quote in machine.quotes]
    return Marks(
        tuple(sorted({*held, *nested}, key=lambda q: (q.start, -q.end))),
        tuple(sorted(machine.faults, key=lambda f: (f.start, f.end))),
    )


def _follower(text: str, following: tuple[int, int] | None, end: int, truncated: bool) -> str:
    if following:
        return text[slice(*following)].lstrip()[:3]
    cut = truncated or text[:end].rstrip().endswith(("...", "…"))
    return glyphs.CUT_OFF if cut else ""


def _groups(text: str, segments: Sequence[Segment]) -> Iterator[list[tuple[int, int]]]:
    """Paragraphs that may continue one another: the body together, any other segment alone."""
    body = [s for s in segments if s.kind is SegmentKind.BODY]
    yield blocks(text, body) if body or not segments else []
    for segment in segments:
        if segment.kind not in {SegmentKind.BODY, SegmentKind.FURNITURE}:
            yield blocks(text, [segment])


def _ranges(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    for group in _groups(text, segments):
        yield from group


def _singles(text: str, paragraph: tuple[int, int], doubles: Sequence[Span]) -> Iterator[MarkedQuote]:
    """Quotations in single marks; inside a double pair they are nested."""
    for start, end in glyphs.single_pairs(text, *paragraph):
        trimmed = glyphs.trimmed(text, start, end)
        if trimmed is None:
            continue
        span = Span(*trimmed)
        nested = _inside(span, doubles)
        yield MarkedQuote((span,), whole=glyphs.starts_whole(text, span.start), nested=nested, single=True)


def _inside(span: Span, doubles: Sequence[Span]) -> bool:
    """Whether a span lies within one of the sorted spans."""
    number = bisect_right(doubles, Span(span.start, span.end)) - 1
    return any(d.start <= span.start and span.end <= d.end for d in doubles[max(0, number - 1) : number + 2])
