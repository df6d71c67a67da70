"""The digest as pages to send on: set in a newspaper's type, changes marked in the copy, their reasons beside them."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count

from fpdf import FPDF

from factcheck.digest.renderers import remarks
from factcheck.digest.renderers.faces import pieces, width
from factcheck.digest.renderers.outline import Content, Copy, Outline, Section, outline, stamp_of
from factcheck.digest.renderers.paging import (
    HEIGHT,
    LEADING,
    NOTES,
    NOTES_MEASURE,
    TEXT,
    TEXT_MEASURE,
    WIDTH,
    Page,
    Row,
    paged,
)
from factcheck.digest.renderers.running import earlier, head
from factcheck.digest.renderers.tracked import Fate, tracked
from factcheck.digest.renderers.tracked import Line as TrackedLine
from factcheck.digest.renderers.typesetting import Line, Piece, Run, Setter, Type
from factcheck.review.controls import revealed
from factcheck.types import SegmentKind

QUIET, ALARM, GONE, NEW = (95, 95, 95), (155, 28, 28), (150, 40, 40), (15, 80, 60)
NOTICE = Type("B", 13, ALARM)
TITLE = Type("B", 25)
SUMMARY = Type("I", 13.5, QUIET)
ISSUED = Type("", 8.5, QUIET)
LABEL = Type("B", 10)
NUMBER = Type("B", 10.5)
BODY, DETAIL, NOTE = Type(), Type("", 8.8, QUIET), Type("", 7.6, QUIET)
COPY_HEADLINE, COPY_DETAIL, COPY_BODY = Type("B", 18), Type("I", 9.5, QUIET), Type("", 11)
RAISED = 6.8
RUNNING = Type("", 8, QUIET)
HEAD, FOOT = 44.0, 808.0
HANGING = 19.0
DETAIL_LEADING = 12.0
# So many lines of an entry, and under it, stay on one page, and so much must fit below the head of a section.
TOGETHER, HEADED = 3, 60.0
MARKS = {Fate.WENT: ("S", GONE), Fate.CAME: ("U", NEW)}
# How large the lines of the copy are set, with their leading and the room before them.
COPY_LINES: Mapping[str, tuple[Type, float, float]] = {
    SegmentKind.HEADLINE: (COPY_HEADLINE, 21.0, 0.0),
    SegmentKind.BODY: (COPY_BODY, 15.4, 7.0),
}
OTHER_LINE = (COPY_DETAIL, 13.0, 3.0)
# So many different signs that could not be shown are named; a report in another script would fill pages.
NAMED_SIGNS = 30


def render(content: Content) -> bytes:
    """The document; the same content gives the same bytes."""
    page, setter = outline(content), Setter()
    rows = list(_rows(content, page, setter))
    rows += _not_shown(setter)
    pages = paged(rows)
    sheet = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    sheet.set_auto_page_break(False)
    _describe(sheet, content)
    for number, one in enumerate(pages, start=1):
        sheet.add_page()
        _draw(sheet, one)
        _running(sheet, content, page, f"{number} of {len(pages)}")
    return bytes(sheet.output())


def _describe(sheet: FPDF, content: Content) -> None:
    sheet.set_title(revealed(content["headline"]))
    sheet.set_subject(revealed(content["story"]["title"]))
    sheet.set_author(revealed(content["site"]["name"]))
    sheet.set_keywords(content["guid"])
    sheet.set_lang(content["language"])
    sheet.set_creation_date(datetime.fromisoformat(stamp_of(content)))


def _rows(content: Content, page: Outline, setter: Setter) -> Iterator[Row]:
    """The digest from top to bottom."""
    for note in page.notes:
        yield Row(_set(setter, note, NOTICE), leading=17, before=4)
    yield Row(_set(setter, page.title, TITLE), leading=29, before=10, title=page.title)
    if page.summary:
        yield Row(_set(setter, page.summary, SUMMARY), leading=18, before=4)
    yield Row(_set(setter, page.issued, ISSUED), leading=12, before=8)
    yield from (Row(_set(setter, line, DETAIL), leading=12, before=6) for line in earlier(content))
    articles = iter(content["articles"])
    for part in page.parts:
        yield from _copy(part, next(articles), setter) if isinstance(part, Copy) else _section(part, setter)
    if page.fingerprint:
        yield Row(_set(setter, f"SHA-256 {page.fingerprint}", NOTE), leading=10, before=22)


def _section(section: Section, setter: Setter) -> Iterator[Row]:
    """A list with its title beside its first entry."""
    label = setter.lines([(section.title, LABEL)], NOTES_MEASURE)
    first, *others = _entries(section, setter) if section.entries else [Row(_set(setter, section.empty, BODY))]
    room = max(first.room, HEADED)
    yield replace(first, notes=label, notes_leading=13, before=24, room=room, title=section.title, rule=True)
    yield from others


def _entries(section: Section, setter: Setter) -> Iterator[Row]:
    """The lines of a list, each with what belongs under it; the first of that stands on the same page."""
    for number, entry in enumerate(section.entries, start=1):
        first, *others = setter.lines([(entry.words, BODY)], TEXT_MEASURE, HANGING) or [()]
        sign = Piece(f"{number}." if section.numbered else "•", NUMBER)
        text = ((sign, *first), *others)
        kept = min(len(entry.details), TOGETHER) * DETAIL_LEADING
        yield Row(text, before=5, room=min(len(text), TOGETHER) * LEADING + kept)
        for detail in entry.details:
            yield Row(setter.lines([(detail, DETAIL)], TEXT_MEASURE, HANGING), leading=DETAIL_LEADING, before=1)


def _copy(copy: Copy, article: Content, setter: Setter) -> Iterator[Row]:
    """An article with its changes in it: what went struck through, what came underlined, the reasons beside them."""
    label, numbers = setter.lines([(copy.title, LABEL)], NOTES_MEASURE), count(1)
    for place, line in enumerate(tracked(article)):
        looks, leading, before = COPY_LINES.get(line.kind, OTHER_LINE)
        runs, notes = _marked(line, looks, numbers)
        notes_set = tuple(one for note in notes for one in setter.lines([(note, NOTE)], NOTES_MEASURE))
        text = setter.lines(runs, TEXT_MEASURE)
        if place:
            yield Row(text, notes_set, leading, before=before)
        else:
            # What was changed in the first line is told below the name of the report.
            yield Row(text, (*label, *notes_set), leading, 13, before=28, room=90, title=copy.title, rule=True)


def _marked(line: TrackedLine, looks: Type, numbers: Iterator[int]) -> tuple[list[Run], list[str]]:
    """A line's words with its changes marked and numbered, and what the numbers stand for.

    The number of a change stands behind what went, so that nothing parts the words that came from those behind them.
    """
    words: list[Run] = []
    notes: list[str] = []
    for previous, run in zip((None, *line.runs), line.runs, strict=False):
        if run.change is None:
            words.append((revealed(run.words), looks))
            continue
        mark, colour = MARKS[run.fate]
        further = previous is not None and previous.change is run.change
        words += [(" ", looks)] if further and run.fate is Fate.CAME else []
        words.append((revealed(run.words), replace(looks, mark=mark, colour=colour)))
        if not further:
            number = next(numbers)
            words.append((str(number), replace(looks, cut="", size=RAISED, rise=RAISED / 2, colour=colour)))
            notes.append(f"{number} {remarks.in_short(run.change)}")
    return words, notes


def _not_shown(setter: Setter) -> Iterator[Row]:
    """Says which signs stand by their numbers, because the type lacks them."""
    total = setter.missing.total()
    if total:
        named = [_sign(sign, times) for sign, times in sorted(setter.missing.items())[:NAMED_SIGNS]]
        more = len(setter.missing) - len(named)
        named += [f"and {more} others"] if more else []
        verb = "character stands" if total == 1 else "characters stand"
        words = f"{total} {verb} by number, because the type of this document cannot show them: {'; '.join(named)}."
        yield Row(_set(setter, words, DETAIL), leading=12, before=16)


def _sign(sign: str, times: int) -> str:
    name = unicodedata.name(sign, "CHARACTER WITHOUT A NAME")
    return f"U+{ord(sign):04X} {name}{f' ({times} times)' if times > 1 else ''}"


def _set(setter: Setter, words: str, looks: Type) -> tuple[Line, ...]:
    return setter.lines([(words, looks)], TEXT_MEASURE)


def _draw(sheet: FPDF, page: Page) -> None:
    for y in page.rules:
        _rule(sheet, y)
    for title, level, y in page.marks:
        sheet.set_y(y)
        sheet.start_section(title, level)
    for x, y, line in page.lines:
        for piece in line:
            _piece(sheet, x, y, piece)


def _rule(sheet: FPDF, y: float) -> None:
    sheet.set_line_width(0.5)
    sheet.set_draw_color(*QUIET)
    sheet.line(NOTES, y, TEXT + TEXT_MEASURE, y)


def _piece(sheet: FPDF, x: float, y: float, piece: Piece) -> None:
    looks, at = piece.type, x + piece.x
    sheet.set_text_color(*looks.colour)
    for face, words in pieces(piece.words, looks.cut):
        if face.name not in sheet.fonts:
            sheet.add_font(face.name, fname=face.file)
        sheet.set_font(face.name, looks.mark, looks.size)
        sheet.text(at, y - looks.rise, words)
        at += width(words, looks.cut, looks.size)


def _running(sheet: FPDF, content: Content, page: Outline, number: str) -> None:
    """What stands at the top and the foot of every page."""
    _ends(sheet, HEAD, revealed(content["story"]["title"]), head(content))
    _rule(sheet, HEAD + 8)
    _ends(sheet, FOOT, page.issued, number)


def _ends(sheet: FPDF, y: float, left: str, right: str) -> None:
    """One line with something at each end; the left gives way."""
    setter = Setter()
    [end] = setter.lines([(right, RUNNING)], TEXT_MEASURE)
    start, *cut = setter.lines([(left, RUNNING)], TEXT + TEXT_MEASURE - NOTES - _long(end) - 20) or [()]
    start += (Piece(" …", RUNNING, _long(start)),) if cut else ()
    for piece in start:
        _piece(sheet, NOTES, y, piece)
    for piece in end:
        _piece(sheet, TEXT + TEXT_MEASURE - _long(end), y, piece)


def _long(line: Line) -> float:
    return line[-1].x + width(line[-1].words, line[-1].type.cut, line[-1].type.size)
