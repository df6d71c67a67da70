"""Quotations side by side: every word in its column, the odd one told apart, whatever the order they come in."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.parallel import Fit, columns, parallel, quoted

MARKS = {Fit.SAME: "", Fit.DIFFERS: "!", Fit.MISSING: "-", Fit.OUTSIDE: "~"}


def table(*texts: str) -> list[list[str]]:
    """The stretches, each cell with a sign for how it fits."""
    found = parallel([quoted(text, [[0, len(text)]]) for text in texts])
    return [[MARKS[cell.fit] + cell.text for cell in stretch.cells] for stretch in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("The alarms did not fail.", "The alarms did not fail", "The alarms did fail."),
            [["The alarms did"] * 3, ["not", "not", "-"], ["fail"] * 3],
        ),
        (
            ("a candid and constructive talk", "a candid and constrictive talk", "a candid and constructive talk"),
            [["a candid and"] * 3, ["constructive", "!constrictive", "constructive"], ["talk"] * 3],
        ),
        # Where reports are even, nobody is the odd one.
        (
            ("calm and dependable ties", "quiet and reliable ties"),
            [["!calm", "!quiet"], ["and"] * 2, ["!dependable", "!reliable"], ["ties"] * 2],
        ),
        # Whoever quotes less does not differ.
        (
            ("We will not leave this dock", "not leave this dock", "We will not leave"),
            [["We will", "~", "We will"], ["not leave", "not leave", "not leave"], ["this dock", "this dock", "~"]],
        ),
        # Small words meet small words.
        (
            ("needs calm and dependable ties", "needs a quiet and reliable bond"),
            [
                ["needs"] * 2,
                ["-", "!a"],
                ["!calm", "!quiet"],
                ["and"] * 2,
                ["!dependable", "!reliable"],
                ["!ties", "!bond"],
            ],
        ),
        # A sentence that one leaves out is one stretch.
        (
            ("It burned. Nobody saw it. We ran.", "It burned. Nobody saw it. We ran.", "It burned. We ran."),
            [["It burned"] * 3, ["Nobody saw it", "Nobody saw it", "-"], ["We ran"] * 3],
        ),
        # What two put in is laid side by side as well.
        (
            ("are the first business", "are the first business", "are the business"),
            [["are the"] * 3, ["first", "first", "-"], ["business"] * 3],
        ),
        (("same words", "same words"), [["same words"] * 2]),
        (("one report",), [["one report"]]),
    ],
)
def test_the_words_in_columns(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert table(*texts) == expected


def test_marks_capitals_and_national_spelling_are_no_difference() -> None:
    assert table("The Harbour doesn’t close", "the harbor doesn't close") == [
        ["The Harbour doesn’t close", "the harbor doesn't close"]
    ]


def test_a_quotation_that_is_interrupted_is_read_over_its_parts() -> None:
    text = '"The roof came down," Breck said. "Nobody ran."'
    [stretch] = parallel([quoted(text, [[1, 20], [35, 46]])])
    assert stretch.cells[0].text == "The roof came down … Nobody ran"


WORDS = st.lists(st.sampled_from(("the", "alarms", "did", "not", "fail", "they", "rang")), max_size=9)


@given(st.lists(WORDS, min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_reports_does_not_change_the_columns(rows: list[list[str]], chance: Random) -> None:
    order = list(range(len(rows)))
    chance.shuffle(order)
    shuffled = columns([rows[at] for at in order])
    assert [tuple(column[at] for at in order) for column in columns(rows)] == shuffled


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_word_stands_once_and_in_its_order(rows: list[list[str]]) -> None:
    found = columns(rows)
    for at, row in enumerate(rows):
        assert [column[at] for column in found if column[at] is not None] == list(range(len(row)))
    assert all(any(place is not None for place in column) for column in found)
