"""The PDF: what is on its pages, what it says of itself, and how it stands signs that the type lacks."""

from collections import Counter
from typing import Any

import pytest

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.renderers.faces import legible, pieces, width
from factcheck.digest.renderers.paging import BOTTOM, NOTES, TEXT, TOP, Row, paged
from factcheck.digest.renderers.typesetting import Line, Piece, Setter, Type
from tests.digest.contents import STATES, issued, preview
from tests.digest.offices import facts_of, words_of

BODY, BOLD = Type("", 10.0), Type("B", 10.0)


def pdf(content: dict[str, Any]) -> bytes:
    return RENDERERS["pdf"].render(content)


def told(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.words for piece in line) for line in lines]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert pdf(issued()) == pdf(issued())


def test_what_the_document_says_of_itself() -> None:
    facts = facts_of(pdf(issued()))
    assert [facts[name] for name in ("Title", "Subject", "Author", "CreationDate", "Page size", "Pages")] == [
        *(issued()["headline"], "Harbour talks", "Example Desk"),
        *("Tue Sep 19 12:40:00 2023 UTC", "595.28 x 841.89 pts (A4)", "2"),
    ]


def test_changes_stand_in_the_copy_with_their_reasons_beside_them() -> None:
    printed = words_of(pdf(issued()))
    assert "Minister Orban Felt1 Orban Velt met the the2 the envoy of Łódź" in printed
    assert "1 The minister's name is spelt in 2 ways. Decided by Ada." in printed


def test_signs_that_the_type_lacks_stand_by_number_and_are_named() -> None:
    printed = words_of(pdf(issued()))
    assert "[U+5317][U+4EAC] <b>bold</b> [U+202E]gnirts[U+202C] & 40 people waited outside [U+1F642]." in printed
    assert (
        "3 characters stand by number, because the type of this document cannot show them: "
        "U+4EAC CJK UNIFIED IDEOGRAPH-4EAC; U+5317 CJK UNIFIED IDEOGRAPH-5317; U+1F642 SLIGHTLY SMILING FACE."
    ) in printed


def test_another_script_names_a_few_of_its_signs() -> None:
    strange = "".join(chr(0x4E00 + number) for number in range(40))
    printed = words_of(pdf(issued(summary=strange)))
    assert "43 characters stand by number" in printed
    assert "and 13 others." in printed


@pytest.mark.parametrize("state", list(STATES))
def test_every_state_is_told_on_top(state: str) -> None:
    content = issued(**STATES[state])
    printed = words_of(pdf(content))
    killed = state == "canceled"
    assert [words in printed for words in ("KILLED", "WITHHELD", "embargo until 20 September 2023, 06:00 UTC")] == [
        *(killed, state == "withheld", state == "embargoed")
    ]
    assert ("Orban" in printed, "No. 1, issued 19 September 2023, 09:00 UTC" in printed) == (not killed, killed)


def test_a_preview_says_so() -> None:
    printed = words_of(pdf(preview()))
    assert ("Preview, not issued" in printed, "SHA-256" in printed) == (True, False)


def test_what_holds_no_words_is_no_fault() -> None:
    content = issued(headline=" ", summary="")
    content["corrections"] = [content["corrections"][0] | {"words": " ", "notes": [""]}]
    content["story"] = content["story"] | {"title": "  "}
    assert facts_of(pdf(content))["Pages"] == "2"


def test_bookmarks_lead_to_the_parts() -> None:
    from fpdf import FPDF

    kept: list[str] = []
    original = FPDF.start_section
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FPDF, "start_section", lambda self, name, *more: (kept.append(name), original(self, name, *more)))
        pdf(issued())
    assert kept == [
        *(issued()["headline"], "Corrections", "Facts that stand", "Quotations", "Several readings stand"),
        *("Open points", "Meridian Press, 19 September 2023", "Northgate Wire, 19 September 2023"),
        *("Coastal News, 19 September 2023", "Variants", "Reports left out"),
    ]


@pytest.mark.parametrize(
    ("words", "expected", "missing"),
    [
        ("Łódź, Erdoğan, Αθήνα, Київ, Đặng", "Łódź, Erdoğan, Αθήνα, Київ, Đặng", {}),
        ("a北b北", "a[U+5317]b[U+5317]", {"北": 2}),
        ("🙂 “x” – €5", "[U+1F642] “x” – €5", {"🙂": 1}),
        ("مرحبا", "[U+0645][U+0631][U+062D][U+0628][U+0627]", dict.fromkeys("مرحبا", 1)),
        ("", "", {}),
    ],
)
def test_what_the_type_can_show(words: str, expected: str, missing: dict[str, int]) -> None:
    for cut in ("", "B", "I"):
        counted: Counter[str] = Counter()
        assert (legible(words, cut, counted), dict(counted)) == (expected, missing)


def test_words_are_set_in_the_faces_that_have_them() -> None:
    assert [(face.name, words) for face, words in pieces("To Łódź", "B")] == [
        *(("latin-700-normal", "To "), ("latin-ext-700-normal", "Ł"), ("latin-700-normal", "ód")),
        ("latin-ext-700-normal", "ź"),
    ]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one  two\nthree ", ["one two", "three"]),
        (" one", ["one"]),
        ("", []),
        ("   ", []),
        ("onetwothreefour", ["onetwothr", "eefour"]),
        ("a onetwothreefour b", ["a onetwoth", "reefour b"]),
    ],
)
def test_words_are_broken_into_lines(words: str, lines: list[str]) -> None:
    assert told(Setter().lines([(words, BODY)], width("one two thr", "", 10.0) - 1)) == lines


def test_a_word_of_two_types_is_not_broken_between_them() -> None:
    lines = Setter().lines([("a Fe", BODY), ("lt", BOLD), (" b", BODY)], width("a Fel", "", 10.0))
    assert told(lines) == ["a", "Felt", "b"]
    assert [(piece.words, piece.type, round(piece.x, 2)) for piece in lines[1]] == [
        ("Fe", BODY, 0.0),
        ("lt", BOLD, round(width("Fe", "", 10.0), 2)),
    ]


def line(words: str) -> Line:
    return (Piece(words, BODY),)


def placed(rows: list[Row]) -> list[list[tuple[str, str]]]:
    """By page, what stands in which column, from the top."""
    columns = {TEXT: "text", NOTES: "notes"}
    return [
        [(columns[x], made[0].words) for x, y, made in sorted(page.lines, key=lambda one: (one[1], -one[0]))]
        for page in paged(rows)
    ]


def test_rows_go_onto_pages() -> None:
    room = int((BOTTOM - TOP) // 10)
    full = Row(tuple(line(str(number)) for number in range(room - 1)), leading=10)
    pages = placed([full, Row((line("a"), line("b")), (line("note"),), leading=10, notes_leading=10)])
    assert [len(page) for page in pages] == [room - 1, 3]
    assert pages[1] == [("text", "a"), ("notes", "note"), ("text", "b")]


def test_no_line_of_a_paragraph_stands_alone_on_the_next_page() -> None:
    room = int((BOTTOM - TOP) // 10)
    pages = placed([Row(tuple(line(str(number)) for number in range(room + 1)), leading=10)])
    assert [len(page) for page in pages] == [room - 1, 2]


def test_long_notes_run_on_and_the_text_does_not_wait_for_them() -> None:
    notes = tuple(line(f"n{number}") for number in range(4))
    [page] = placed([Row((line("a"),), notes, 10, 10), Row((line("b"),), (), 10), Row((line("c"),), notes[:1], 10, 10)])
    assert page == [
        *(("text", "a"), ("notes", "n0"), ("text", "b"), ("notes", "n1"), ("notes", "n2"), ("notes", "n3")),
        *(("text", "c"), ("notes", "n0")),
    ]
    room = int((BOTTOM - TOP) // 10)
    many = tuple(line(str(number)) for number in range(room + 3))
    assert [len(page) for page in placed([Row((line("a"),), many, 10, 10)])] == [room + 1, 3]


def test_a_heading_is_not_left_at_the_foot_of_a_page() -> None:
    room = int((BOTTOM - TOP) // 10)
    full = Row(tuple(line(str(number)) for number in range(room - 2)), leading=10)
    assert [len(page) for page in placed([full, Row((line("head"),), leading=10, room=40)])] == [room - 2, 1]
    assert [len(page) for page in placed([Row((line("head"),), leading=10, room=10_000)])] == [1]
