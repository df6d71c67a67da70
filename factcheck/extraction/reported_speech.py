"""Reported speech: every clause of an article that tells what someone said, with who says it and by which words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from factcheck.extraction import groups, indirect, tongues
from factcheck.extraction.frame import frame, placed
from factcheck.extraction.indirect import Reported
from factcheck.extraction.names import Names
from factcheck.extraction.quotes import Attribution, Quotation, Told
from factcheck.extraction.roles import Role
from factcheck.extraction.rows import Row, rows
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.speakers import Speakers
from factcheck.types import Mention


def read(
    sheet: Sheet, found: Sequence[Quotation], said: Sequence[Attribution], names: Names, roles: Sequence[Role]
) -> tuple[list[Attribution], list[Told]]:
    """The attributions of the quotations as the whole article tells them, and what is told in the reporter's words."""
    speakers = Speakers.of(sheet, names, roles)
    for attribution in said:
        _remember(sheet, speakers, attribution)
    taken = {a.cue.start for q, a in zip(found, said, strict=True) if a.cue and q.whole}
    reported = (one for row in _rows(sheet, found) for one in indirect.find(row, found, speakers.names))
    told = [_told(sheet, speakers, one) for one in reported if one.cue.start not in taken]
    return _translated(sheet, *groups.settle(sheet, speakers, said, told))


def _translated(
    sheet: Sheet, said: Sequence[Attribution], told: Sequence[Told]
) -> tuple[list[Attribution], list[Told]]:
    """Marks the words of everyone of whom the copy says once that he spoke another language."""
    voices = [a.speaker for a in (*said, *(row.said for row in told)) if a.speaker]
    foreign = {tongues.voice(mention) for mention in voices if tongues.interpreted(sheet, mention)}
    return [_marked(a, foreign) for a in said], [replace(row, said=_marked(row.said, foreign)) for row in told]


def _marked(attribution: Attribution, foreign: Collection[str]) -> Attribution:
    speaker = attribution.speaker
    return replace(attribution, translated=speaker is not None and tongues.voice(speaker) in foreign)


def _rows(sheet: Sheet, found: Sequence[Quotation]) -> Iterator[Row]:
    """The sentences of the article, paragraph by paragraph."""
    parts = placed(found)
    for number in sorted({sentence.paragraph for sentence in sheet.sentences}):
        yield from rows(sheet, frame(sheet, number, parts), found)


def _told(sheet: Sheet, speakers: Speakers, reported: Reported) -> Told:
    start, end = reported.cue.start, reported.cue.end
    speaker = speakers.mention(reported.subject) if reported.subject else None
    said = Attribution(speaker, Mention(sheet.text[start:end], start, end))
    _remember(sheet, speakers, said)
    return Told(reported.parts, reported.quotations, said)


def _remember(sheet: Sheet, speakers: Speakers, said: Attribution) -> None:
    sentence = sheet.sentence_at(said.cue.start) if said.cue else None
    if said.speaker and sentence:
        speakers.remember(said.speaker, sentence.number)
