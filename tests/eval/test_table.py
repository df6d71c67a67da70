"""A row says whether its figure is reached, and a table lines up."""

import pytest

from tests.eval.table import Figure, Row, columns, lines, written

ROWS = {
    "more is better, and it is": (Row("F1", 0.81, 0.75), ("F1", ".81", ">= .75", "reached")),
    "more is better, and it is not": (Row("F1", 0.51, 0.75), ("F1", ".51", ">= .75", "SHORT")),
    "the figure is met as printed": (Row("F1", 0.746, 0.75), ("F1", ".75", ">= .75", "reached")),
    "less is better, and it is": (Row("wrong", 0, 0, at_most=True), ("wrong", "0", "<= 0", "reached")),
    "less is better, and it is not": (Row("wrong", 1, 0, at_most=True), ("wrong", "1", "<= 0", "SHORT")),
    "nothing to reach": (Row("found", 189), ("found", "189", "", "")),
    "nothing to count": (Row("speaker", None, 0.8), ("speaker", "-", ">= .80", "")),
}

FIGURES = [
    (0.0, ".00"),
    (0.456, ".46"),
    (1.0, "1.00"),
    (5.9, "5.90"),
    (3500, "3,500"),
    (None, "-"),
    ("11 of 12", "11 of 12"),
]


@pytest.mark.parametrize(("row", "expected"), ROWS.values(), ids=ROWS.keys())
def test_a_row_as_it_is_printed(row: Row, expected: tuple[str, ...]) -> None:
    assert row.cells() == expected


@pytest.mark.parametrize(("figure", "expected"), FIGURES)
def test_a_figure_as_it_is_printed(figure: Figure, expected: str) -> None:
    assert written(figure) == expected


def test_the_rows_stand_under_their_header() -> None:
    assert lines([Row("conflicts found, of 16", 15), Row("wrong", 1, 0, at_most=True)]) == [
        "measure                 now  reach",
        "conflicts found, of 16   15",
        "wrong                     1   <= 0  SHORT",
    ]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert columns([["a", "long"], ["wide", "b"]]) == ["a     long", "wide     b"]
