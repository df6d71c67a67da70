"""What a clause tells of the figure in it."""

import pytest

from factcheck.collation.predicate import Predicate, apart, predicate
from factcheck.types import ClaimKind, Span
from tests.collation.copies import article


def told(text: str) -> list[tuple[str, str, str]]:
    """Each figure with what became of the counted and its kind."""
    found = [claim for claim in article(text).claims if claim.kind is ClaimKind.FIGURE]
    return [(claim.text, *predicate(text, Span(0, len(text)), claim)) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed 14 people and injured 30 others.", [("14", "dead", ""), ("30", "hurt", "")]),
        (
            "At least 19 people died and more than 200 are missing.",
            [("At least 19", "dead", ""), ("more than 200", "missing", "")],
        ),
        ("The toll has risen to 19, with 206 people listed as missing.", [("19", "dead", ""), ("206", "missing", "")]),
        ("The side has seven games left.", [("seven", "", "rest")]),
        ("The flood killed another 12 people.", [("12", "dead", "rest")]),
        ("Profit rose to $412 million from $349 million.", [("$412 million", "", ""), ("$349 million", "", "start")]),
        ("Crews evacuated more than 3,400 people.", [("more than 3,400", "moved", "")]),
    ],
)
def test_predicates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_dead_and_missing_are_two_facts() -> None:
    (_, *dead), (_, *missing) = told("The flood left 19 people dead while 206 are missing.")
    assert (dead, missing) == (["dead", ""], ["missing", ""])
    assert apart(Predicate(*dead), Predicate(*missing))
