"""Whole pieces of copy, our own, to their segments: each row is what an editor would mark with a pen."""

from datetime import date

import pytest

from factcheck.intake.parse import parse_text
from factcheck.types import Segment, SegmentKind, WireCopy

LEAD = "The river Tarn broke its banks at Halvern on Monday and forced 1,200 people from their homes, officials said."
NEXT = "Mayor Ada Quill told residents to stay away from the old bridge until engineers had looked at it."
WRAPPED_LEAD = (
    "The river Tarn broke its banks at Halvern on Monday and\nforced 1,200 people from their homes, officials said."
)
WRAPPED_NEXT = "Mayor Ada Quill told residents to stay away from the\nold bridge until engineers had looked at it."
LAST = "Schools will be shut on Tuesday."


def parts(copy: WireCopy) -> list[tuple[str, str]]:
    """The kind and the words of each segment."""
    return [(segment.kind.value, copy.text[segment.start : segment.end]) for segment in copy.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"River floods Halvern\n\n{LEAD}\n\n{NEXT}\n",
            [("headline", "River floods Halvern"), ("body", LEAD), ("body", NEXT)],
            id="blank lines between",
        ),
        pytest.param(
            f"River floods Halvern\r\n{LEAD}\r\n{NEXT}\r\n",
            [("headline", "River floods Halvern"), ("body", LEAD), ("body", NEXT)],
            id="one paragraph a line",
        ),
        pytest.param(f"{LEAD}\n{NEXT}", [("body", LEAD), ("body", NEXT)], id="no headline"),
        pytest.param(LEAD, [("body", LEAD)], id="one paragraph"),
        pytest.param("River floods Halvern", [("body", "River floods Halvern")], id="a line alone is body"),
        pytest.param(
            f"Will the bridge hold?\n{LEAD}\n",
            [("headline", "Will the bridge hold?"), ("body", LEAD)],
            id="a question for a headline",
        ),
        pytest.param(
            f"River floods Halvern\nBy Jo Tamm, Meridian Press\nHALVERN, March 3 (Meridian Press) -- {LEAD}\n{NEXT}",
            [
                ("headline", "River floods Halvern"),
                ("byline", "By Jo Tamm, Meridian Press"),
                ("dateline", "HALVERN, March 3 (Meridian Press) --"),
                ("body", LEAD),
                ("body", NEXT),
            ],
            id="byline and dateline",
        ),
        pytest.param(
            f"River Tarn floods Halvern, officials say\nThe worst flood in a century came overnight.\n{LEAD}\n{NEXT}",
            [
                ("headline", "River Tarn floods Halvern, officials say"),
                ("deck", "The worst flood in a century came overnight."),
                ("body", LEAD),
                ("body", NEXT),
            ],
            id="a deck adds, the lead tells the headline again",
        ),
        pytest.param(
            f"River floods Halvern\nThe worst in a century\nHALVERN, March 3 (Meridian Press) -- {LEAD}",
            [
                ("headline", "River floods Halvern"),
                ("deck", "The worst in a century"),
                ("dateline", "HALVERN, March 3 (Meridian Press) --"),
                ("body", LEAD),
            ],
            id="a deck above the dateline",
        ),
        pytest.param(
            f"River floods Halvern\n\nRIVER FLOODS HALVERN\n\n{LEAD}",
            [("headline", "River floods Halvern"), ("furniture", "RIVER FLOODS HALVERN"), ("body", LEAD)],
            id="the headline again",
        ),
        pytest.param(
            "Mayor Ada Quill (R) wades through Halvern on Monday. Photo courtesy of Halvern Rescue/\nX\n"
            f"March 3 (Meridian Press) -- {LEAD}",
            [
                ("caption", "Mayor Ada Quill (R) wades through Halvern on Monday."),
                ("credit", "Photo courtesy of Halvern Rescue/\nX"),
                ("dateline", "March 3 (Meridian Press) --"),
                ("body", LEAD),
            ],
            id="a caption above the dateline, its credit broken over the line",
        ),
        pytest.param(
            "Mayor Ada Quill wades through Halvern. Photo by Jo Tamm/Meridian Press\n"
            "Mayor Ada Quill wades through Halvern. Photo by Jo Tamm/Meridian Press\n"
            f"March 3 (Meridian Press) -- {LEAD}",
            [
                ("caption", "Mayor Ada Quill wades through Halvern."),
                ("credit", "Photo by Jo Tamm/Meridian Press"),
                ("furniture", "Mayor Ada Quill wades through Halvern. Photo by Jo Tamm/Meridian Press"),
                ("dateline", "March 3 (Meridian Press) --"),
                ("body", LEAD),
            ],
            id="a caption printed twice",
        ),
        pytest.param(
            f"Image source\n\n{LEAD}\n{NEXT}\n\nSource: https://www.northgate.example\n",
            [
                ("furniture", "Image source"),
                ("body", LEAD),
                ("body", NEXT),
                ("furniture", "Source: https://www.northgate.example"),
            ],
            id="a reseller's page",
        ),
        pytest.param(
            f"River floods Halvern\n{LEAD}\nRead more: The bridge that nobody mended\n{NEXT}\nRELATED\n"
            f"Floods through the years\n{LAST}\nAdvertisement\n(Reporting by Jo Tamm; Editing by Al Voss)\n"
            "© Meridian Press\n",
            [
                ("headline", "River floods Halvern"),
                ("body", LEAD),
                ("furniture", "Read more: The bridge that nobody mended"),
                ("body", NEXT),
                ("furniture", "RELATED"),
                ("furniture", "Floods through the years"),
                ("body", LAST),
                ("furniture", "Advertisement"),
                ("furniture", "(Reporting by Jo Tamm; Editing by Al Voss)"),
                ("furniture", "© Meridian Press"),
            ],
            id="furniture between the paragraphs",
        ),
        pytest.param(
            f"{LEAD}\n{NEXT} (Reporting by Jo Tamm in Halvern; Editing by Al Voss)",
            [("body", LEAD), ("body", NEXT), ("furniture", "(Reporting by Jo Tamm in Halvern; Editing by Al Voss)")],
            id="a reporting tail on the last paragraph's own line",
        ),
        pytest.param(
            f"{LEAD}\n{NEXT}\n(Reporting by Jo Tamm in Halvern and Bea Orr in Marlow;\nEditing by Al Voss)",
            [
                ("body", LEAD),
                ("body", NEXT),
                ("furniture", "(Reporting by Jo Tamm in Halvern and Bea Orr in Marlow;"),
                ("furniture", "Editing by Al Voss)"),
            ],
            id="a reporting tail over two lines",
        ),
        pytest.param(
            f"{LEAD}\n{LAST}\n___\nTamm reported from Halvern. Bea Orr contributed to this report."
            "\n# # #\n(end)\n==Kyodo",
            [
                ("body", LEAD),
                ("body", LAST),
                ("furniture", "___"),
                ("furniture", "Tamm reported from Halvern. Bea Orr contributed to this report."),
                ("furniture", "# # #"),
                ("furniture", "(end)"),
                ("furniture", "==Kyodo"),
            ],
            id="rules and end marks",
        ),
        pytest.param(
            f"River floods Halvern\n\nHALVERN, March 3 (Meridian Press) -- {WRAPPED_LEAD}\n\n{WRAPPED_NEXT}\n",
            [
                ("headline", "River floods Halvern"),
                ("dateline", "HALVERN, March 3 (Meridian Press) --"),
                ("body", WRAPPED_LEAD),
                ("body", WRAPPED_NEXT),
            ],
            id="hard-wrapped with blank lines",
        ),
        pytest.param(
            f"River floods Halvern\nBy Jo Tamm\n   {WRAPPED_LEAD}\n   {WRAPPED_NEXT}\n(end)\n",
            [
                ("headline", "River floods Halvern"),
                ("byline", "By Jo Tamm"),
                ("body", WRAPPED_LEAD),
                ("body", WRAPPED_NEXT),
                ("furniture", "(end)"),
            ],
            id="hard-wrapped with indents",
        ),
        pytest.param(
            f"Updated: 3 March 2024 | 10:13\nRiver floods Halvern\nJo Tamm\n{LEAD}",
            [
                ("furniture", "Updated: 3 March 2024 | 10:13"),
                ("headline", "River floods Halvern"),
                ("byline", "Jo Tamm"),
                ("body", LEAD),
            ],
            id="a page header",
        ),
        pytest.param(
            f"River floods <b>Halvern</b>\n<script>alert(1)</script>\n{LEAD}",
            [
                ("headline", "River floods <b>Halvern</b>"),
                ("deck", "<script>alert(1)</script>"),
                ("body", LEAD),
            ],
            id="markup is text",
        ),
        pytest.param("\ufeff" + LEAD, [("body", LEAD)], id="a byte order mark is no word"),
        pytest.param(" \n\t\n", [], id="nothing"),
    ],
)
def test_segments(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(parse_text(text, name="a.txt")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sources said the vote would be close.",
        "Related work had shown the same, she said.",
        "Copying the plan would be wrong, the union said.",
        "Reporting by the paper had shown that the bridge was weak. The city did nothing.",
        "More than 40 people were hurt.",
        "By Monday the water had fallen.",
        "Share prices fell.",
        "Watch the river, she said.",
        "Photographs by the dozen were found in the house.",
        "The end of the line is near.",
        "Published figures show a fall.",
        "From London he went to Rome.",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert parts(parse_text(f"{LEAD}\n{sentence}\n{NEXT}", name="a.txt")) == [
        ("body", LEAD),
        ("body", sentence),
        ("body", NEXT),
    ]


def test_the_copy_tells_about_itself() -> None:
    text = f"River floods Halvern\nBy Jo Tamm\nHALVERN, March 3 (Meridian Press) -- {LEAD}\n{NEXT}"
    assert parse_text(text, name="a.txt", published=date(2024, 3, 4)) == WireCopy(
        name="a.txt",
        text=text,
        segments=(
            Segment(SegmentKind.HEADLINE, 0, 20),
            Segment(SegmentKind.BYLINE, 21, 31),
            Segment(SegmentKind.DATELINE, 32, 68),
            Segment(SegmentKind.BODY, 69, 69 + len(LEAD)),
            Segment(SegmentKind.BODY, 70 + len(LEAD), 70 + len(LEAD) + len(NEXT)),
        ),
        source="meridian-press",
        source_name="Meridian Press",
        headline="River floods Halvern",
        byline="By Jo Tamm",
        dateline="HALVERN, March 3 (Meridian Press)",
        dateline_place="HALVERN",
        filed_on=date(2024, 3, 3),
    )


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (LEAD, "The river Tarn broke its banks at Halvern on Monday and forced 1,200 people …"),
        (LAST, LAST),
        ("HALVERN (Meridian Press) -- " + LAST, LAST),
        ("Flood" * 50, ("Flood" * 16) + " …"),
        ("", ""),
    ],
)
def test_copy_without_a_headline_is_called_by_its_first_words(text: str, headline: str) -> None:
    assert parse_text(text, name="a.txt").headline == headline


@pytest.mark.parametrize(
    ("ending", "truncated"),
    [
        ("She said: “We will be...", True),
        ("She said we will be …", True),
        ("The flood [+1830 chars]", True),
        ("She said: “We will...” and left.", False),
        ("She left.", False),
    ],
)
def test_truncated(ending: str, truncated: bool) -> None:
    copy = parse_text(f"{LEAD}\n{ending}\n© Meridian Press", name="a.txt")
    note = "The copy ends in “…”: it was cut before it came here."
    assert (copy.truncated, copy.notes) == (truncated, (note,) if truncated else ())


@pytest.mark.parametrize(
    ("text", "given", "source"),
    [
        (f"HALVERN (Northgate Wire) - {LEAD}\n© Meridian Press", None, ("northgate-wire", "Northgate Wire")),
        (f"HALVERN (Northgate Wire) - {LEAD}", "Meridian Press", ("meridian-press", "Meridian Press")),
        (LEAD, "the associated press", ("ap", "AP")),
        (LEAD, "upi", ("upi", "UPI")),
        (f"By Jo Tamm, Meridian Press\n{LEAD}\nSource: AFP", None, ("meridian-press", "Meridian Press")),
        (f"{LEAD}\n© 2024 Kyodo News. All rights reserved.", None, ("kyodo", "Kyodo News")),
        (f"{LEAD}\n==Kyodo", None, ("kyodo", "Kyodo News")),
        (f"{LEAD}\n(Kyodo)", None, ("kyodo", "Kyodo News")),
        (f"{LEAD}\n(Northgate Wire)", None, ("northgate-wire", "Northgate Wire")),
        (f"Associated Press=\n{LEAD}", None, ("ap", "AP")),
        (f"{LEAD}\nAFP", None, ("afp", "AFP")),
        (f"{LEAD}\nSource: https://www.reuters.com/world/x", None, ("reuters", "Reuters")),
        (f"{LEAD}\nSource: https://www.meridian.example/x", None, ("meridian-example", "meridian.example")),
        (f"{LEAD}\nSource: Meridian Press", None, ("meridian-press", "Meridian Press")),
        (f"{LEAD}\n(Reporting by Jo Tamm; Editing by Al Voss)", None, ("reuters", "Reuters")),
        (f"Reuters | Halvern | Updated: 19-09-2023 03:51 IST\n{LEAD}", None, ("reuters", "Reuters")),
        (f"{LEAD}\nThe flood was the worst, AFP reported.", None, ("", "")),
        (LEAD, None, ("", "")),
        (LEAD, "新報", ("5083da20d0d4", "新報")),
    ],
)
def test_source(text: str, given: str | None, source: tuple[str, str]) -> None:
    copy = parse_text(text, name="a.txt", source=given)
    assert (copy.source, copy.source_name) == source


def test_a_broken_character_in_given_text_keeps_the_offsets() -> None:
    copy = parse_text(f"A\ud800B\x00\n{LEAD}", name="a.txt")
    assert (copy.text[:5], parts(copy)) == ("A\ufffdB\ufffd\n", [("headline", "A\ufffdB\ufffd"), ("body", LEAD)])
