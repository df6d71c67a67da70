"""A Word document to work on: the corrected copy with its changes tracked, and a comment for each reason."""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from factcheck.digest.items import printed
from factcheck.digest.renderers import remarks
from factcheck.digest.renderers.outline import Content, Copy, Entry, Outline, Section, outline, stamp_of
from factcheck.digest.renderers.packing import packed, unpacked
from factcheck.digest.renderers.running import earlier, head
from factcheck.digest.renderers.tracked import Fate, Line, Run, tracked
from factcheck.digest.renderers.word_styles import empty
from factcheck.digest.renderers.wordml import closed, comment, deleted, element, inserted, opened, paragraph, run
from factcheck.review.controls import revealed
from factcheck.types import SegmentKind

STYLES: Mapping[str, str] = {SegmentKind.HEADLINE: "CopyHeadline", SegmentKind.BODY: "CopyBody"}
OTHER_STYLE = "CopyDetail"


def render(content: Content) -> bytes:
    """The document; the same content gives the same bytes."""
    page = outline(content)
    document = empty(content["language"], revealed(content["story"]["title"]), head(content), page.issued)
    _describe(document.core_properties, content)
    end = document.element.body.sectPr
    margin = _Margin(content)
    for block in _blocks(content, page, margin):
        end.addprevious(block)
    # Asking for the comments makes the part that holds them.
    _ = document.comments
    cast(XmlPart, document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)).element.extend(margin.comments)
    held = io.BytesIO()
    document.save(held)
    return packed(unpacked(held.getvalue()))


def _describe(properties: Any, content: Content) -> None:
    stamp = datetime.fromisoformat(stamp_of(content)).astimezone(UTC).replace(tzinfo=None)
    properties.title, properties.subject = (
        revealed(content["headline"])[:255],
        revealed(content["story"]["title"])[:255],
    )
    properties.author = properties.last_modified_by = revealed(content["site"]["name"])[:255]
    properties.language, properties.comments = content["language"], content["guid"][:255]
    properties.created = properties.modified = stamp


class _Margin:
    """Hands out the numbers of changes and comments, and gathers the comments."""

    def __init__(self, content: Content) -> None:
        self.desk, self.stamp = content["site"]["name"], stamp_of(content)
        self.points = remarks.points(content)
        self.waiting: dict[int, list[Content]] = defaultdict(list)
        for row in printed(content, "open_points"):
            self.waiting[row["conflict"]].append(row)
        self.comments: list[Any] = []
        self.last = -1

    def number(self) -> int:
        """The next number; no two marks of the document share one."""
        self.last += 1
        return self.last

    def note(self, lines: Iterable[str], author: str = "", stamp: str = "") -> int:
        """Puts a comment into the margin; its number."""
        number = self.number()
        self.comments.append(comment(number, author or self.desk, stamp or self.stamp, lines))
        return number

    def note_open(self, conflict: int) -> int:
        """Puts what is open of a point into the margin, once."""
        rows = self.waiting.pop(conflict)
        return self.note(remarks.of_open_point(rows, self.points[conflict]))


def _blocks(content: Content, page: Outline, margin: _Margin) -> Iterator[Any]:
    """The paragraphs of the document in order."""
    for note in page.notes:
        yield paragraph("Notice", run(note))
    yield paragraph("Title", run(page.title))
    if page.summary:
        yield paragraph("Subtitle", run(page.summary))
    yield paragraph("Issued", run(page.issued))
    yield from (paragraph("Detail", run(line)) for line in earlier(content))
    yield from _parts(content, page, margin)
    if page.fingerprint:
        yield paragraph("Fingerprint", run(f"SHA-256 {page.fingerprint}"))


def _parts(content: Content, page: Outline, margin: _Margin) -> Iterator[Any]:
    # The copy is made first: what is open and stands in it has its comment there, and not in the list.
    articles = iter(content["articles"])
    copies = [list(_copy(part, next(articles), margin)) for part in page.parts if isinstance(part, Copy)]
    made = iter(copies)
    for part in page.parts:
        yield from next(made) if isinstance(part, Copy) else _section(part, margin)


def _section(section: Section, margin: _Margin) -> Iterator[Any]:
    yield paragraph("Heading1", run(section.title))
    if not section.entries:
        yield paragraph("Normal", run(section.empty))
    for number, entry in enumerate(section.entries, start=1):
        yield from _entry(entry, f"{number}." if section.numbered else "•", margin)


def _entry(entry: Entry, sign: str, margin: _Margin) -> Iterator[Any]:
    words = [run(entry.words)]
    if entry.leaves_open in margin.waiting:
        number = margin.note_open(entry.leaves_open)
        words = [opened(number), *words, *closed(number)]
    yield paragraph("Entry", run(sign), element("r", element("tab")), *words)
    yield from (paragraph("Detail", run(detail)) for detail in entry.details)


def _copy(copy: Copy, article: Content, margin: _Margin) -> Iterator[Any]:
    """An article as received, with its changes tracked: accepting all of them gives the corrected text."""
    yield paragraph("Heading2", run(copy.title))
    spots = list(_open_spots(article, margin))
    for line in tracked(article, [border for start, end, _ in spots for border in (start, end)]):
        yield paragraph(STYLES.get(line.kind, OTHER_STYLE), *_line(line, spots, margin))


def _open_spots(article: Content, margin: _Margin) -> Iterator[tuple[int, int, int]]:
    """Where open points stand in the copy, each at its first place in the document, with its comment."""
    for conflict in list(margin.waiting):
        readings = margin.points[conflict]["readings"]
        places = (one for reading in readings for one in reading["witnesses"] if one["article"] == article["article"])
        place = next(places, None)
        if place:
            yield place["start"], place["end"], margin.note_open(conflict)


def _line(line: Line, spots: Sequence[tuple[int, int, int]], margin: _Margin) -> list[Any]:
    """The elements of one line: its words, its changes, and the marks of what is open in it."""
    groups = [list(group) for _, group in groupby(line.runs, key=_together)]
    made = [_changed(group, margin) if group[0].change else [run(one.words) for one in group] for group in groups]
    for start, end, number in spots:
        if groups[0][0].start <= start <= groups[-1][-1].end:
            first = next((at for at, group in enumerate(groups) if group[-1].end > start), len(groups) - 1)
            last = max([first, *(at for at, group in enumerate(groups) if group[0].start < end)])
            made[first].insert(0, opened(number))
            made[last] += closed(number)
    return [one for elements in made for one in elements]


def _together(run: Run) -> tuple[int, int]:
    """The runs of one change belong together; what stayed stays apart, so that it can be marked."""
    return (id(run.change), 0) if run.change else (0, run.start)


def _changed(runs: Sequence[Run], margin: _Margin) -> list[Any]:
    """A change with its comment, by the editor who decided it."""
    change: Content = runs[0].change or {}
    author, stamp = change["decided_by"] or margin.desk, change["decided_at"] or margin.stamp
    number = margin.note(remarks.of_change(change, margin.points[change["conflict"]]), author, stamp)
    tracks = {Fate.WENT: deleted, Fate.CAME: inserted}
    marked = [
        tracks[one.fate](margin.number(), author, stamp, run(one.words, gone=one.fate is Fate.WENT)) for one in runs
    ]
    return [opened(number), *marked, *closed(number)]
