"""Version against version: what went, what came, and nothing else marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review import versions
from factcheck.review.versions import changed, compared

SIGNS = {"deleted": "-", "inserted": "+", "": ""}


def shown(old: str, new: str) -> list[list[str]]:
    return [[SIGNS[piece.change] + piece.text for piece in paragraph] for paragraph in compared(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected", "places"),
    [
        ("The fire killed 14.", "The fire killed 17.", [["The fire killed ", "-14", "+17", "."]], 1),
        ("It burned.", "It burned.", [["It burned."]], 0),
        ("Head\n\nOne.", "Head\n\nOne.\n\nTwo.", [["Head"], ["One."], ["+Two."]], 1),
        (
            "A man was seen there.",
            "A young woman was seen there.",
            [["A ", "-man", "+young woman", " was seen there."]],
            1,
        ),
        ("late Saturday night", "early Sunday morning", [["-late Saturday night", "+early Sunday morning"]], 1),
        ("a  b", "a b", [["a b"]], 0),
        ("", "New.", [["+New."]], 1),
    ],
)
def test_word_by_word(old: str, new: str, expected: list[list[str]], places: int) -> None:
    assert (shown(old, new), changed(compared(old, new))) == (expected, places)


def test_what_is_very_long_is_compared_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "TOKEN_LIMIT", 3)
    assert shown("One line.\nAnother line.", "One line.\nAn other line.") == [
        ["One line."],
        ["-Another line.", "+An other line."],
    ]


TEXTS = st.lists(st.sampled_from(["fire", "14", " ", "  ", "\n\n", ".", "killed", "“"]), max_size=30).map("".join)


@given(TEXTS, TEXTS)
def test_all_words_of_both_are_there_in_their_order(old: str, new: str) -> None:
    pieces = [piece for paragraph in compared(old, new) for piece in paragraph]
    without = {"inserted": new, "deleted": old}
    for gone, text in (("deleted", without["inserted"]), ("inserted", without["deleted"])):
        kept = "".join(piece.text for piece in pieces if piece.change != gone)
        assert "".join(kept.split()) == "".join(text.split())
