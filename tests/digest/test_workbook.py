"""The workbook: what is on its sheets, and that nothing in it is a formula."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.renderers.xlsx import LONGEST
from tests.digest.contents import STATES, issued, with_point
from tests.digest.offices import pdfs_of, words_of


def workbook(content: dict[str, Any]) -> bytes:
    return RENDERERS["xlsx"].render(content)


def sheets(content: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(workbook(content)))
    return {sheet.title: list(sheet.values) for sheet in book}


def test_the_sheets_with_their_heads_and_filters() -> None:
    book = load_workbook(io.BytesIO(workbook(issued())))
    assert [(sheet.title, sheet.dimensions, sheet.auto_filter.ref, sheet.freeze_panes) for sheet in book] == [
        ("Digest", "A1:B8", "A1:B8", "A2"),
        ("Corrections", "A1:L4", "A1:L4", "A2"),
        ("Copy", "A1:D10", "A1:D10", "A2"),
        ("Points", "A1:M6", "A1:M6", "A2"),
        ("Apparatus", "A1:O11", "A1:O11", "A2"),
        ("Sources", "A1:K5", "A1:K5", "A2"),
    ]


def test_the_rows() -> None:
    found = sheets(issued())
    assert found["Corrections"][1] == (
        *(1, "Meridian Press", "paragraph 1", "Orban Felt", "Orban Velt", "Name spelling"),
        *("The minister's name is spelt in 2 ways.", "Two reports have it.", "Ada", "2023-09-19T12:40:00+00:00"),
        "-1+2 is no note: see the staff list.",
        "“Orban Felt” corrected to “Orban Velt” in Meridian Press, paragraph 1 — approved by Ada, 12:40; "
        "2 of 3 reports have it",
    )
    assert found["Copy"][3] == (
        *("Meridian Press, 19 September 2023", "body"),
        "“We had a candid and constructive talk today,” Velt said after two hours at the old customs shed.",
        "“constrictive” corrected to “constructive” inside a quotation (decided by Ada)",
    )
    assert found["Points"][4] == (
        *(4, "Figure", "discrepancy", "open", "How many people waited?", None, None, "0.1.0", 0.3, 0.83),
        *(None, None, None),
    )
    assert found["Apparatus"][2] == (
        *(1, "Name spelling", "settled", "Orban Velt", "yes", 2, 2, "Northgate", "Northgate Wire", "paragraph 1"),
        *(26, 36, "Orban Velt", "Velt meets envoy\nMinister ", " met the envoy on Monday. “We ha"),
    )
    assert [row[0] for row in found["Sources"]] == ["Witness", "Meridian", "Northgate", "Coastal", "Island"]
    assert found["Sources"][4][8:10] == (None, "The agency canceled it.")


@pytest.mark.parametrize(
    ("dropped", "rows", "counted"),
    [
        ((), [4, 6, 11], ["Corrections", "Open points"]),
        (("corrections",), [1, 6, 11], ["Open points"]),
        (("open_points",), [4, 6, 11], ["Corrections"]),
        (("apparatus",), [4, 1, 1], ["Corrections", "Open points"]),
    ],
)
def test_what_the_editor_took_out_is_on_no_sheet(dropped: tuple[str, ...], rows: list[int], counted: list[str]) -> None:
    found = sheets(issued(order=[part for part in issued()["order"] if part not in dropped]))
    assert [len(found[name]) for name in ("Corrections", "Points", "Apparatus")] == rows
    assert [row[0] for row in found["Digest"] if row[0] in {"Corrections", "Open points"}] == counted


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "#REF!", "'t was", "=cmd|'/c calc'!A1", "1E5", "TRUE"]
)
def test_words_are_text_whatever_they_begin_with(words: str) -> None:
    data = workbook(with_point(issued(summary=words), 0, summary=words, kind_label=words))
    book = load_workbook(io.BytesIO(data))
    cells = [book["Points"]["E2"], book["Points"]["B2"], book["Apparatus"]["B2"], book["Digest"]["B4"]]
    assert [(cell.value, cell.data_type) for cell in cells] == [(words, "s")] * 4
    marked = words[0] in "=+-@#"
    assert [cell.quotePrefix for cell in cells] == [marked] * 4
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        assert [name for name in files.namelist() if b"<f>" in files.read(name) or b"<f " in files.read(name)] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\x00b\x0bc", "a[U+0000]b[U+000B]c"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\ufffeb", "a[U+FFFE]b"),
        ("a\rb", "a[U+000D]b"),
        ("a_x0041_b", "a_x005F_x0041_b"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * 40_000, "x" * 32_737 + "… [7263 characters more]"),
    ],
)
def test_what_a_cell_cannot_hold_is_shown(words: str, expected: str) -> None:
    [_, row, *_] = sheets(with_point(issued(), 0, summary=words))["Points"]
    assert row[4] == expected


def test_a_reading_without_a_report_has_its_row() -> None:
    content = issued()
    readings = [reading | {"witnesses": []} for reading in content["apparatus"][1]["readings"]]
    rows = sheets(with_point(content, 1, readings=readings))["Apparatus"]
    assert rows[4] == (2, "Spelling", "settled", "the the", None, 1, 1, *[None] * 8)


def test_the_same_content_gives_the_same_bytes_whenever_it_is_made() -> None:
    made = []
    for day in (1, 2):
        with time_machine.travel(datetime(2026, 1, day, tzinfo=UTC), tick=False):
            made.append(workbook(issued()))
    assert made[0] == made[1]


def test_a_killed_digest_says_so_first() -> None:
    rows = sheets(issued(**STATES["canceled"]))["Digest"]
    assert [row for row in rows if row[0] == "Notice"] == [
        ("Notice", "KILL. This digest is withdrawn. Do not use it, and take down what was published of it."),
        ("Notice", "Why no. 2 withdraws the digest: The envoy was somebody else."),
    ]


def test_a_spreadsheet_program_opens_it(tmp_path: Path) -> None:
    printed = words_of(pdfs_of({"digest.xlsx": workbook(issued())}, tmp_path)["digest.xlsx"])
    assert ("-1+2 is no note: see the staff list." in printed, "The agency canceled it." in printed) == (True, True)
