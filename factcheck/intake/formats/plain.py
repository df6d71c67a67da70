"""Plain text: paragraphs told apart by their place and their words.

The order of the steps matters: furniture and captions go first, so that what is left above the dateline is the head.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.intake import captions, furniture
from factcheck.intake.dateline import Dateline, find_dateline
from factcheck.intake.dates import filing_day
from factcheck.intake.given import Given
from factcheck.intake.head import is_byline, is_sentence, read_head
from factcheck.intake.layout import INVISIBLE, Apart, Paragraph, paragraphs
from factcheck.intake.provenance import find_source
from factcheck.types import Segment, SegmentKind, WireCopy

# A dateline stands above the body or on its first paragraph: not deep in it.
DATELINE_WITHIN = 12
# A dateline without an agency is only believed this near the top.
BARE_DATELINE_WITHIN = 4
HEADLINE_FROM_LEAD = 80
CUT = re.compile(r"(?:\.\.\.|…|\[\+\d+ chars\])[)\]\"'”’]*$")
CUT_NOTE = "The copy ends in “…”: it was cut before it came here."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paragraphs with the kinds that are known by their words alone, and the dateline's place among them."""

    paragraphs: tuple[Paragraph, ...]
    kinds: dict[int, SegmentKind] = field(default_factory=dict)
    dated: int | None = None
    dateline: Dateline | None = None

    def unknown(self) -> list[int]:
        """The paragraphs that no words tell the kind of: head and body."""
        return [index for index in range(len(self.paragraphs)) if index not in self.kinds]


def recognises(text: str) -> bool:
    """Any text is plain text."""
    return True


def read(text: str, given: Given) -> WireCopy:
    """The copy with its segments, and what they say about where it comes from."""
    sheet = _sheet(paragraphs(text, _apart))
    head = _head(sheet)
    segments = _merged(text, _segments(sheet, head))
    parts = _Parts(text, segments)
    dateline = sheet.dateline or Dateline("", 0)
    agency = find_source(given.source, dateline.agency, parts.of(SegmentKind.BYLINE), parts.of(SegmentKind.FURNITURE))
    truncated = any(CUT.search(body[-20:]) for body in parts.of(SegmentKind.BODY)[-1:])
    return WireCopy(
        name=given.name,
        text=text,
        segments=segments,
        source=agency.slug if agency else "",
        source_name=agency.name if agency else "",
        headline=parts.headline(),
        byline=" ".join(" ".join(parts.of(SegmentKind.BYLINE)).split()),
        dateline=" ".join(dateline.text.split()),
        dateline_place=dateline.place,
        filed_on=filing_day(dateline.day, parts.of(SegmentKind.FURNITURE), given.published, given.received),
        encoding=given.encoding,
        truncated=truncated,
        notes=(*given.notes, CUT_NOTE) if truncated else given.notes,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    text: str
    segments: tuple[Segment, ...]

    def of(self, kind: SegmentKind) -> list[str]:
        """The words of each segment of a kind."""
        return [self.text[segment.start : segment.end] for segment in self.segments if segment.kind == kind]

    def headline(self) -> str:
        """The headline, or the first words of the copy where there is none."""
        written = self.of(SegmentKind.HEADLINE)
        if written:
            return " ".join(written[0].split())
        opening = self.of(SegmentKind.BODY) or [self.text]
        return _shortened(" ".join(opening[0][: 4 * HEADLINE_FROM_LEAD].split()))


def _shortened(words: str) -> str:
    if len(words) <= HEADLINE_FROM_LEAD:
        return words
    cut = words[:HEADLINE_FROM_LEAD]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:—–-") + " …"


def _apart(line: str) -> Apart | None:
    shape = furniture.shape_of(line)
    if is_byline(line) or (shape and not furniture.opens_bracket(line)):
        return Apart.ALONE
    return Apart.BEGINS if shape or find_dateline(line) else None


def _sheet(found: tuple[Paragraph, ...]) -> Sheet:
    dated = next((index for index in range(len(found[:DATELINE_WITHIN])) if _is_dated(found, index)), None)
    kinds = dict(_furniture(found, dated))
    printed: set[str] = set()
    for index in range(len(found)):
        if index not in kinds and index != dated:
            kinds.update(_caption(found, index, printed))
    return Sheet(found, kinds, dated, find_dateline(found[dated].text) if dated is not None else None)


def _is_dated(found: Sequence[Paragraph], index: int) -> bool:
    text = found[index].text
    dateline = find_dateline(text)
    if dateline is None or furniture.shape_of(text):
        return False
    alone = not text[dateline.end :].strip(INVISIBLE)
    # A headline may open as a dateline without an agency does; a lead is a sentence.
    return bool(dateline.agency) or (index < BARE_DATELINE_WITHIN and not alone and is_sentence(text))


def _furniture(found: Sequence[Paragraph], dated: int | None) -> Iterator[tuple[int, SegmentKind]]:
    leads = open_bracket = False
    for index, paragraph in enumerate(found):
        text = paragraph.text
        shape = furniture.shape_of(text) if index != dated else None
        led = open_bracket or (leads and not is_sentence(text))
        if index != dated and (shape or led or furniture.is_agency_line(text)):
            yield index, SegmentKind.FURNITURE
        open_bracket = (open_bracket or (shape is not None and furniture.opens_bracket(text))) and ")" not in text
        leads = shape is not None and shape.leads


def _caption(found: Sequence[Paragraph], index: int, printed: set[str]) -> dict[int, SegmentKind]:
    """The kinds of a caption, its credit and what is left of that on the next line. ``printed`` are those before."""
    text = found[index].text
    if text in printed:
        return {index: SegmentKind.FURNITURE}
    credit = captions.credit_start(text)
    if credit is None and not captions.opens_as_caption(text):
        return {}
    printed.add(text)
    if credit is None:
        return {index: SegmentKind.CAPTION}
    kinds = {index: SegmentKind.CAPTION if credit else SegmentKind.CREDIT}
    if index + 1 < len(found) and captions.is_remnant(text, found[index + 1].text):
        kinds[index + 1] = SegmentKind.CREDIT
    return kinds


def _head(sheet: Sheet) -> dict[int, SegmentKind]:
    unknown = sheet.unknown()
    dated = unknown.index(sheet.dated) if sheet.dated is not None else None
    kinds = read_head([sheet.paragraphs[index] for index in unknown], dated)
    return dict(zip(unknown, kinds, strict=False))


def _segments(sheet: Sheet, head: dict[int, SegmentKind]) -> Iterator[Segment]:
    kinds = {**sheet.kinds, **head}
    for index, paragraph in enumerate(sheet.paragraphs):
        kind = kinds.get(index, SegmentKind.BODY)
        cuts = dict(_cuts(sheet, index, kind, paragraph.text))
        ends = [*list(cuts)[1:], len(paragraph.text)]
        for (start, part), end in zip(cuts.items(), ends, strict=True):
            yield from _trimmed(paragraph, part, start, end)


def _cuts(sheet: Sheet, index: int, kind: SegmentKind, text: str) -> Iterator[tuple[int, SegmentKind]]:
    """Where the parts of a paragraph begin, in order, each with its kind."""
    if index == sheet.dated and sheet.dateline:
        yield 0, SegmentKind.DATELINE
        yield sheet.dateline.end, SegmentKind.BODY
    else:
        yield 0, kind
    if kind == SegmentKind.CAPTION:
        yield captions.credit_start(text) or len(text), SegmentKind.CREDIT
    if kind == SegmentKind.BODY:
        yield furniture.closing(text), SegmentKind.FURNITURE


def _trimmed(paragraph: Paragraph, kind: SegmentKind, start: int, end: int) -> Iterator[Segment]:
    part = paragraph.text[start:end]
    start += len(part) - len(part.lstrip(INVISIBLE))
    end = start + len(part.strip(INVISIBLE))
    if start < end:
        yield Segment(kind, paragraph.start + start, paragraph.start + end)


def _merged(text: str, found: Iterable[Segment]) -> tuple[Segment, ...]:
    """A credit that was broken over a line end is one segment again."""
    segments: list[Segment] = []
    for segment in found:
        last = segments[-1] if segments else None
        if (
            last
            and last.kind == segment.kind == SegmentKind.CREDIT
            and captions.is_remnant(text[last.start : last.end], text[segment.start : segment.end])
        ):
            segment = Segment(SegmentKind.CREDIT, segments.pop().start, segment.end)
        segments.append(segment)
    return tuple(segments)
