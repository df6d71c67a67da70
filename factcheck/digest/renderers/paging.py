"""Lines onto pages of two columns: labels and notes at the left, the text at the right. Places are in points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.digest.renderers.typesetting import Line

WIDTH, HEIGHT = 595.28, 841.89
TOP, BOTTOM = 76.0, 776.0
NOTES, TEXT = 48.0, 166.0
NOTES_MEASURE, TEXT_MEASURE = 104.0, 381.0
LEADING = 14.2
# So many lines of a paragraph may not stand alone at the foot or the top of a page.
ALONE = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Text with what stands beside it, both from the same height on.

    Text does not wait for the end of notes before it; notes, and what has a rule above it, do. ``room`` must be left on
    the page below ``before``, or the row starts the next one. ``title`` is its bookmark, at ``level``; ``rule``: a line
    is drawn above it.
    """

    text: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    leading: float = LEADING
    notes_leading: float = 10.0
    before: float = 0.0
    room: float = 0.0
    title: str = ""
    level: int = 0
    rule: bool = False


@dataclass(slots=True)
class Page:
    """What stands where on a page: lines by the place of their feet, the heights of rules, bookmarks by height."""

    lines: list[tuple[float, float, Line]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    marks: list[tuple[str, int, float]] = field(default_factory=list)


def paged(rows: Iterable[Row]) -> list[Page]:
    """The rows on as many pages as they take."""
    pages, y, notes_end = [Page()], TOP, TOP
    for row in rows:
        if row.notes or row.rule:
            y = max(y, notes_end)
        if y > TOP:
            y += row.before
        if y > TOP and y + max(row.room, row.leading * min(len(row.text), ALONE + 1)) > BOTTOM:
            pages.append(Page())
            y = notes_end = TOP
        if row.title:
            pages[-1].marks.append((row.title, row.level, y))
        if row.rule and y > TOP:
            pages[-1].rules.append(y - row.before / 2)
        for place, (text, notes) in enumerate(_portions(row, y)):
            if place:
                pages.append(Page())
                y = notes_end = TOP
            _put(pages[-1], TEXT, y, row.leading, text)
            _put(pages[-1], NOTES, y, row.notes_leading, notes)
            notes_end = max(notes_end, y + len(notes) * row.notes_leading)
            y += len(text) * row.leading
    return pages


def _portions(row: Row, y: float) -> Iterator[tuple[Sequence[Line], Sequence[Line]]]:
    """The lines of both columns page by page."""
    text, notes = row.text, row.notes
    while True:
        fits, fit_notes = int((BOTTOM - y) // row.leading), int((BOTTOM - y) // row.notes_leading)
        if fits > ALONE + 1 and 0 < len(text) - fits <= ALONE:
            fits -= ALONE
        yield text[:fits], notes[:fit_notes]
        text, notes, y = text[fits:], notes[fit_notes:], TOP
        if not (text or notes):
            return


def _put(page: Page, x: float, y: float, leading: float, lines: Sequence[Line]) -> None:
    # The foot of a line stands a quarter of its height above the next.
    page.lines += [(x, y + leading * (place + 0.75), line) for place, line in enumerate(lines)]
