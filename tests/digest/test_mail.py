"""Words of one line, and links that open a mail."""

from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.mail import LONGEST_LINK, Letter, one_line


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("Talks held", 40, "Talks held"),
        ("Talks\r\nBcc: all@desk.example", 40, "Talks Bcc: all@desk.example"),
        ("  Talks \x0b\x85\u2028 held\t", 40, "Talks held"),
        ("Talks\u202eheld", 40, "Talks[U+202E]held"),
        ("Talks held in port", 12, "Talks held…"),
        ("Talks held", 10, "Talks held"),
        ("", 10, ""),
    ],
)
def test_one_line(words: str, most: int, expected: str) -> None:
    assert one_line(words, most) == expected


@given(st.text(), st.integers(1, 80))
def test_one_line_is_one_line_whatever_comes(words: str, most: int) -> None:
    line = one_line(words, most)
    assert (line.splitlines() or [""], len(line) <= most) == ([line], True)


def test_a_link_says_what_the_letter_says() -> None:
    letter = Letter("Query: “Talks” & more?", "One line\n\n100% = a+b #1 & so on")
    assert letter.link("desk@meridian.example") == (
        "mailto:desk@meridian.example?subject=Query:%20%E2%80%9CTalks%E2%80%9D%20%26%20more%3F"
        "&body=One%20line%0D%0A%0D%0A100%25%20%3D%20a%2Bb%20%231%20%26%20so%20on"
    )


@given(st.text(), st.text(), st.text())
def test_nothing_in_a_letter_adds_a_header(subject: str, body: str, address: str) -> None:
    subject = one_line(subject, 50)
    link = Letter(subject, body).link(address)
    to, _, rest = link.removeprefix("mailto:").partition("?")
    if link:
        fields = parse_qs(rest, keep_blank_values=True, strict_parsing=True, separator="&")
        assert fields == {"subject": [subject], "body": [body.replace("\n", "\r\n")]}
        assert (unquote(to), link.isascii(), len(link.split()) == 1) == (address, True, True)


def test_a_link_that_would_be_cut_is_none() -> None:
    room = LONGEST_LINK - len("mailto:?subject=a&body=")
    assert [len(Letter("a", "b" * length).link("")) for length in (room, room + 1)] == [LONGEST_LINK, 0]
