"""Quotation marks lost, doubled or turned the wrong way."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from factcheck.collation.event import Event
from factcheck.collation.single import Slip, draft
from factcheck.extraction.marks import FaultKind, MarkFault, Marks, scan
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

SURE, DOUBTFUL = 0.8, 0.4

SUMMARIES: Mapping[FaultKind, Callable[[str], Phrase]] = {
    FaultKind.MISSING_CLOSE: lambda words: Phrase("A quotation is opened and never closed: “{words}”.", words=words),
    FaultKind.MISSING_OPEN: lambda words: Phrase("A quotation is closed and never opened: “{words}”.", words=words),
    FaultKind.REVERSED: lambda words: Phrase("A quotation mark is turned the wrong way at “{words}”.", words=words),
    FaultKind.DOUBLED: lambda words: Phrase("A quotation mark is printed twice at “{words}”.", words=words),
}
REASONS: Mapping[bool, Phrase] = {
    True: Phrase("Every quotation needs both of its marks."),
    False: Phrase("Only a full sentence may stay open before a paragraph, and each paragraph of a quotation opens."),
}
# So many words before a closing mark tell which one it is, where nobody can tell from where its quotation ran.
TOLD = 6
REACH = 120
_LAST_WORD = re.compile(r"\S+$")
_FIRST_WORD = re.compile(r"\S+")
_EDGES = "“”\"'`«» \n"


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each mark at fault, in each article by itself."""
    for article in event.articles:
        copy = article.copy
        for fault in _faults(scan(copy.text, copy.segments, truncated=copy.truncated)):
            yield draft(event, article, ConflictKind.QUOTE_MARKS, _slip(copy.text, fault))


def _faults(marks: Marks) -> Iterator[MarkFault]:
    """The faults; a quotation over paragraphs that do not open with a mark again is one fault, not two."""
    opened: MarkFault | None = None
    for fault in marks.faults:
        between = opened and any(opened.end < quote.start < fault.start for quote in marks.quotes)
        if opened and not between and fault.kind is FaultKind.MISSING_OPEN and fault.suggestion:
            yield replace(fault, sure=False)
            opened = None
            continue
        if opened:
            yield opened
        opened = fault if fault.kind is FaultKind.MISSING_CLOSE else None
        if opened is None:
            yield fault
    if opened:
        yield opened


def _slip(text: str, fault: MarkFault) -> Slip:
    words = " ".join(text[fault.start : fault.end].strip(_EDGES).split()) or _before(text, fault.start)
    start, end, suggested = _narrowed(text, fault)
    return Slip(
        start,
        end,
        suggested,
        SUMMARIES[fault.kind](words or text[fault.start : fault.end]),
        REASONS[fault.sure],
        SURE if fault.sure else DOUBTFUL,
        Level.STYLE,
    )


def _before(text: str, start: int) -> str:
    """The last words before a mark that stands alone."""
    told = text[max(0, start - REACH) : start].split()[-TOLD:]
    return f"… {' '.join(told)}" if told else ""


def _narrowed(text: str, fault: MarkFault) -> tuple[int, int, str | None]:
    """The word beside which the mark is missing, rather than the whole quotation."""
    if fault.suggestion is None:
        return fault.start, fault.end, None
    if fault.kind is FaultKind.MISSING_CLOSE:
        word = _LAST_WORD.search(text[fault.start : fault.end])
        at = fault.start + word.start() if word else fault.start
        return at, fault.end, fault.suggestion[at - fault.start :]
    if fault.kind is FaultKind.MISSING_OPEN and fault.suggestion:
        word = _FIRST_WORD.match(text, fault.start)
        end = word.end() if word else fault.end
        return fault.start, end, fault.suggestion[: len(fault.suggestion) - (fault.end - end)]
    return fault.start, fault.end, fault.suggestion
