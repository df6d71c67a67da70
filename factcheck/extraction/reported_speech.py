"""Reported speech: every clause of an article that tells what someone said, with who says it and by which words."""

from collections.abc import Iterator, Sequence

from factcheck.extraction import indirect
from factcheck.extraction.frame import frame, placed
from factcheck.extraction.indirect import Reported
from factcheck.extraction.names import Names
from factcheck.extraction.quotes import Attribution, Quotation, Told
from factcheck.extraction.roles import Role
from factcheck.extraction.rows import Row, rows
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.speakers import Speakers
from factcheck.types import Mention


def told(
    sheet: Sheet, found: Sequence[Quotation], said: Sequence[Attribution], names: Names, roles: Sequence[Role]
) -> list[Told]:
    """What is told in the reporter's words, or in a mix with the speaker's, in the order of the text."""
    speakers = Speakers.of(sheet, names, roles)
    taken = {a.cue.start for q, a in zip(found, said, strict=True) if a.cue and q.whole}
    reported = (one for row in _rows(sheet, found) for one in indirect.find(row, found, speakers.names))
    return [_told(sheet, speakers, one) for one in reported if one.cue.start not in taken]


def _rows(sheet: Sheet, found: Sequence[Quotation]) -> Iterator[Row]:
    """The sentences of the article, paragraph by paragraph."""
    parts = placed(found)
    for number in sorted({sentence.paragraph for sentence in sheet.sentences}):
        yield from rows(sheet, frame(sheet, number, parts), found)


def _told(sheet: Sheet, speakers: Speakers, reported: Reported) -> Told:
    start, end = reported.cue.start, reported.cue.end
    speaker = speakers.mention(reported.subject) if reported.subject else None
    return Told(reported.parts, reported.quotations, Attribution(speaker, Mention(sheet.text[start:end], start, end)))
