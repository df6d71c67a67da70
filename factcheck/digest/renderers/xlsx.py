"""A workbook for the desk: the corrections, the points, the apparatus with a row for each witness, the reports.

Whatever a report says is text here: never a formula, an error or a number, whatever sign it begins with.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import starmap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from factcheck.digest.items import printed
from factcheck.digest.renderers.outline import Content, Copy, Outline, outline, stamp_of
from factcheck.digest.renderers.packing import packed, unpacked
from factcheck.digest.renderers.variants import points, ruling
from factcheck.digest.verify import FORMULA
from factcheck.review.controls import revealed

# The longest text that a cell of a spreadsheet can hold.
LONGEST = 32_767
CUT = "… [{} characters more]"
# A spreadsheet reads "_x0041_" as the letter with that number; the underscore is written by its own number instead.
CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
RISKY = (*FORMULA, "#")
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
CORE = "docProps/core.xml"
HEAD_FONT = Font(bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="2B3A4A")
TOP = Alignment(vertical="top", wrap_text=True)
WITNESS = ("witness", "source", "where", "start", "end", "exact", "prefix", "suffix")
NO_WITNESS: Content = dict.fromkeys(WITNESS)
YES = {True: "yes", False: ""}
COUNTED = {"corrections": "Corrections", "open_points": "Open points"}
Column = tuple[str, int]
Value = str | int | float | None

DIGEST: Sequence[Column] = (("What", 22), ("", 90))
CORRECTIONS: Sequence[Column] = (
    *(("No.", 6), ("Source", 22), ("Where", 22), ("Printed", 36), ("Corrected to", 36), ("Kind", 20)),
    *(("Point", 48), ("Why", 40), ("Decided by", 18), ("Decided at", 26), ("Notes", 40), ("Sentence", 70)),
)
COPY: Sequence[Column] = (("Report", 22), ("Part", 12), ("Corrected copy", 110), ("Changed", 60))
POINTS: Sequence[Column] = (
    *(("Point", 8), ("Kind", 20), ("Level", 12), ("State", 12), ("Summary", 48), ("Suggested", 36), ("Reason", 40)),
    *(("Rule's version", 14), ("Threshold", 10), ("Precision", 10), ("Decided by", 18), ("Decided at", 26)),
    ("Note", 40),
)
APPARATUS: Sequence[Column] = (
    *(("Point", 8), ("Kind", 20), ("State", 12), ("Reading", 36), ("Approved", 10), ("Origins", 9), ("Reports", 9)),
    *(("Witness", 16), ("Source", 22), ("Where", 16), ("Start", 8), ("End", 8), ("Words", 36), ("Before", 36)),
    ("After", 36),
)
SOURCES: Sequence[Column] = (
    *(("Witness", 16), ("Source", 22), ("Headline", 60), ("Filed on", 14), ("Received at", 26), ("Wire name", 24)),
    *(("Version", 9), ("Origin", 8), ("Used", 8), ("Left out because", 40), ("SHA-256 as received", 68)),
)


def render(content: Content) -> bytes:
    """The workbook; the same content gives the same bytes."""
    stamp = datetime.fromisoformat(stamp_of(content)).astimezone(UTC)
    book, page = Workbook(write_only=True), outline(content)
    book.properties.title = _text(content["headline"])
    book.properties.creator = _text(content["site"]["name"])
    book.properties.created = stamp.replace(tzinfo=None)
    _sheet(book, "Digest", DIGEST, _digest(content, page))
    _sheet(book, "Corrections", CORRECTIONS, map(_correction, printed(content, "corrections")))
    _sheet(book, "Copy", COPY, _copies(page))
    _sheet(book, "Points", POINTS, starmap(_point, enumerate(points(content), start=1)))
    _sheet(book, "Apparatus", APPARATUS, _apparatus(points(content)), wrapped=False)
    _sheet(book, "Sources", SOURCES, map(_source, content["witnesses"]))
    held = io.BytesIO()
    book.save(held)
    files = unpacked(held.getvalue())
    # The moment of saving is no part of the content.
    return packed(files | {CORE: MODIFIED.sub(rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode(), files[CORE])})


def _sheet(
    book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, wrapped: bool = True
) -> None:
    """One sheet: a head that stays, filters over it, and every row as it comes; not ``wrapped``: a row is one line."""
    sheet = book.create_sheet(title)
    for place, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.append([_head(sheet, name) for name, _ in columns])
    count = 1
    for row in rows:
        sheet.append([_value(sheet, value, wrapped=wrapped) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"


def _head(sheet: Any, name: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, name)
    cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, TOP
    return cell


def _value(sheet: Any, value: Value, *, wrapped: bool) -> Any:
    """A number as it is. Words as text, with the mark that keeps them text when somebody edits the cell.

    A cell of its own is dear, and a large sheet has hundreds of thousands: plain words of one line do without.
    """
    if not isinstance(value, str):
        return value
    risky = value.startswith(RISKY)
    if not (risky or wrapped):
        return _text(value)
    cell = WriteOnlyCell(sheet, _text(value))
    cell.data_type = "s"
    cell.quotePrefix = risky
    if wrapped:
        cell.alignment = TOP
    return cell


@lru_cache(maxsize=4096)
def _text(words: str) -> str:
    """Words that a cell can hold: hidden signs written out, and what is too long cut where one sees it."""
    whole = CODED.sub("_x005F_", revealed(words).replace("\r", "[U+000D]"))
    if len(whole) <= LONGEST:
        return whole
    kept = LONGEST - len(CUT) - 8
    return whole[:kept] + CUT.format(len(whole) - kept)


def _digest(content: Content, page: Outline) -> Iterator[tuple[Value, ...]]:
    yield "Story", content["story"]["title"]
    yield "Headline", content["headline"]
    yield "Summary", content["summary"]
    yield "Issued", page.issued
    yield from (("Notice", note) for note in page.notes)
    # What the editor took out is not counted either: no count is no claim that there was none.
    yield from ((name, len(content[part])) for part, name in COUNTED.items() if part in content["order"])
    yield "SHA-256", content.get("sha256", "")


def _correction(row: Content) -> tuple[Value, ...]:
    told = (row["number"], row["source"], row["where"], row["old"], row["new"], row["kind"], row["summary"])
    return (*told, row["why"], row["decided_by"], row["decided_at"], "\n".join(row["notes"]), row["words"])


def _copies(page: Outline) -> Iterator[tuple[Value, ...]]:
    """The corrected copy, a row for each paragraph, with what was changed in it."""
    for part in page.parts:
        if isinstance(part, Copy):
            yield from ((part.title, line.kind, line.words, "\n".join(line.notes)) for line in part.lines)


def _point(number: int, point: Content) -> tuple[Value, ...]:
    rule = point["rule"]
    told = (point["kind_label"], point["level"], point["state"], point["summary"], point["suggested"], point["reason"])
    return (number, *told, rule["version"], rule["threshold"], rule["precision"], *_ruling(point))


def _apparatus(points: Iterable[Content]) -> Iterator[tuple[Value, ...]]:
    """A row for each witness; a reading that no report carries, as one that an editor typed, has one row too."""
    for number, point in enumerate(points, start=1):
        about = (number, point["kind_label"], point["state"])
        for reading in point["readings"]:
            variant = (reading["text"], YES[reading["approved"]], reading["origins"], reading["reports"])
            for witness in reading["witnesses"] or (NO_WITNESS,):
                yield (*about, *variant, *(witness[name] for name in WITNESS))


def _ruling(point: Content) -> tuple[str, str, str]:
    """Who decided the point, when, and with which note."""
    decision = ruling(point)
    return (decision["editor"], decision["made_at"], decision["note"]) if decision else ("", "", "")


def _source(row: Content) -> tuple[Value, ...]:
    told = (row["witness"], row["source"], row["headline"], row["filed_on"], row["received_at"], row["wire_id"])
    return (*told, row["version"], row["origin"], YES[row["used"]], row["reason"], row["received_sha256"])
