"""What holds for any text and any bytes at all."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.intake.characters import clean
from factcheck.intake.decode import UnreadableCopy, decode
from factcheck.intake.layout import INVISIBLE
from factcheck.intake.names import MAX_NAME, shown_name
from factcheck.intake.parse import parse, parse_text
from factcheck.intake.story_guess import fingerprint, likeness

# Lines in which most of the rules take an interest, in any order and number.
LINES = st.sampled_from(
    [
        "River floods Halvern",
        "By Jo Tamm, Meridian Press",
        "HALVERN, March 3 (Meridian Press) --",
        "HALVERN, March 3 (Meridian Press) -- The river rose on Monday.",
        "Sept. 19 (UPI) --",
        "A boat on the main street. Photo courtesy of Halvern Rescue/",
        "X",
        "Read more:",
        "RELATED",
        "(Reporting by Jo Tamm;",
        "Editing by Al Voss)",
        "The mayor said she would stay. (end)",
        "“We will stay,” she said...",
        "___",
        "© Meridian Press",
        "Source: https://northgate.example",
        "   The river rose and went over the bridge at dawn, and",
        "it did not fall until the next day, officials said.",
        "",
        " ",
        "\ufeff",
    ]
)
COPY = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\r\n".join),
)


@settings(max_examples=300, deadline=None)
@given(COPY)
@example("X\nPhoto by Jo Tamm/")
@example("(Reporting by")
@example("\x1c\x85\u2028")
def test_segments_cover_the_visible_text_in_order(text: str) -> None:
    copy = parse_text(text, name="a.txt", received=date(2024, 3, 4))
    assert len(copy.text) == len(text)
    at = 0
    for segment in copy.segments:
        assert at <= segment.start < segment.end <= len(text)
        assert copy.text[at : segment.start].strip(INVISIBLE) == ""
        assert copy.text[segment.start : segment.end].strip(INVISIBLE) == copy.text[segment.start : segment.end]
        at = segment.end
    assert copy.text[at:].strip(INVISIBLE) == ""


@settings(max_examples=100, deadline=None)
@given(COPY)
def test_reading_twice_is_reading_once(text: str) -> None:
    first = parse_text(text, name="a.txt")
    again = parse_text(first.text, name="a.txt", notes=first.notes)
    assert again.segments == first.segments


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_are_read_or_refused_with_a_sentence(raw: bytes) -> None:
    try:
        copy = parse(raw, name="a.bin")
    except UnreadableCopy as fault:
        sentence = str(fault)
    else:
        # What a database can store and a page can show.
        copy.text.encode()
        sentence = "." if "\x00" not in copy.text else ""
    assert sentence.endswith(".")


@given(st.text(max_size=200))
def test_utf8_is_kept_as_received(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8", "surrogatepass"))
    except UnreadableCopy:
        return
    assert decoded.text == clean(text)[0]


@given(st.text(max_size=400))
@example("\xa0")
@example("a/\u2028")
def test_names_are_short_and_visible(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= MAX_NAME
    assert shown.isprintable() or any(not character.isprintable() for character in name)
    assert "/" not in shown
    assert "\\" not in shown


@settings(max_examples=50, deadline=None)
@given(COPY, COPY)
def test_likeness_is_even_handed(first: str, second: str) -> None:
    copies = [parse_text(text, name="a.txt") for text in (first, second)]
    one, other = (fingerprint(copy.text, copy.segments) for copy in copies)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1.000001


UNITS = (
    "a", "A", "A ", "A, ", "(", ")", "()", "“", "'", ".", "...", "-", " -", "--", "_", "=", "#", "© ", "(c) ", "|",
    " | ", "/", "A/", "Sept. ", "Sept. 1, ", "1", "1/", "1:", "Photo by ", "Photo by A/", "Read more: ", "By A ",
    "(AP) - ",    "A (AP", "(Reporting by ", "http://", "a@", "x.", "\t", "é", "â€™", "\u202e", "<GM.N> ",
    "The river rose and\n",
    "HALVERN (AP) - the\n", "Photo by A/\nX and some words\n", "RELATED and some\n", "(Reporting by A in\n",
    "\n               ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_long_copy_of_one_pattern(unit: str) -> None:
    """Each rule is linear: a careless one takes minutes here."""
    text = (unit * 200_000)[:200_000]
    copy = parse_text(text, name="a.txt")
    assert len(copy.text) == 200_000
    assert all(first.end <= second.start for first, second in zip(copy.segments, copy.segments[1:], strict=False))
