"""What the tests of extraction share: text laid out as a sheet, each line a paragraph of the body."""

from datetime import date

from factcheck.extraction import names, sentences
from factcheck.extraction.pipeline import extract, load
from factcheck.extraction.sheet import Sheet, lay_out
from factcheck.types import ClaimDraft, ClaimKind, Segment, SegmentKind, WireCopy

TUESDAY = date(2023, 9, 19)


def body(text: str) -> tuple[Segment, ...]:
    """Every line a paragraph of the body."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(Segment(SegmentKind.BODY, at, at + len(line.rstrip())))
        at += len(line)
    return tuple(found)


def sheet_of(text: str, filed_on: date | None = None) -> Sheet:
    """The sheet of a text."""
    copy = WireCopy("test.txt", text, body(text), filed_on=filed_on)
    return lay_out(copy, text, sentences.sentences(text, copy.segments))


def names_of(text: str) -> names.Names:
    """The names of a text."""
    return names.find(sheet_of(text))


def claims_of(text: str, kind: ClaimKind, filed_on: date | None = None) -> list[ClaimDraft]:
    """The claims of a kind that the whole pipeline finds in a text."""
    copy = WireCopy("test.txt", text, body(text), filed_on=filed_on)
    return [claim for claim in extract(copy, load()).claims if claim.kind is kind]
