"""When two figures can both be right."""

from typing import Any

import pytest

from factcheck.collation.quantities import compatible, misscaled, number_start, quantity, slip
from factcheck.types import ClaimDraft, ClaimKind
from tests.collation.copies import article


def figure(value: Any, hedge: str = "") -> dict[str, Any]:
    """A figure claim's value."""
    return {"value": value, "hedge": hedge, "approximate": hedge in {"about", "nearly", "some"}}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (figure(12), figure(14), False),
        (figure(12, "at least"), figure(14), False),
        (figure(100, "at least"), figure(112), True),
        (figure(5000), figure(5200), True),
        (figure(4970), figure(5000, "nearly"), True),
        (figure(112), figure(100, "more than"), True),
        (figure(90), figure(100, "more than"), False),
        (figure(1_234_567), figure(1_200_000), True),
        (figure(3_000_000), figure(3_000_000_000), False),
        (figure([10, 15]), figure(12), True),
        (figure(10), figure(12), False),
        (figure(2.5), figure(2.46), True),
        (figure(52), figure(25), False),
        (figure(50, "about"), figure(47), True),
        (figure(300, "up to"), figure(250), True),
    ],
)
def test_compatible(one: dict[str, Any], other: dict[str, Any], both: bool) -> None:
    assert compatible(quantity(one), quantity(other)) is both
    assert compatible(quantity(other), quantity(one)) is both


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [([3, 2], [3, 2], True), ([3, 2], [2, 3], False), ([3, 2], [4, 2], False), ([2, 0], [3, 2], False)],
)
def test_scores_are_equal_or_not(one: list[int], other: list[int], same: bool) -> None:
    left, right = (quantity({"value": value, "unit": "score"}) for value in (one, other))
    assert compatible(left, right) is same


def test_a_range_runs_from_low_to_high() -> None:
    assert compatible(quantity(figure([15, 10])), quantity(figure(12)))


@pytest.mark.parametrize(
    ("one", "other", "misprint"),
    [
        (19, 91, True),
        (31_204, 13_204, True),
        (1_200, 1_300, False),
        (412_000_000, 421_000_000, True),
        (412_000_000, 413_000_000, True),
        (70_000, 7_000, True),
        (85_000_000, 85_000_000_000, True),
        (68.4, 64.8, True),
        (3, 2, False),
        (61, 120, False),
        (200_000, 5_000, False),
    ],
)
def test_a_figure_that_looks_like_a_misprint(one: float, other: float, misprint: bool) -> None:
    assert slip(quantity(figure(one)), quantity(figure(other))) is misprint


@pytest.mark.parametrize(
    ("text", "hedge", "bare"),
    [
        ("37", "", "37"),
        ("At least 37", "at least", "37"),
        ("about $3 million", "about", "$3 million"),
        ("dozens", "dozens", "dozens"),
        ("40 or more", "at least", "40 or more"),
    ],
)
def test_a_number_is_put_right_without_its_hedge(text: str, hedge: str, bare: str) -> None:
    claim = ClaimDraft(ClaimKind.FIGURE, 10, 10 + len(text), text, "", {"value": 37, "hedge": hedge})
    assert text[number_start(claim) - 10 :] == bare


@pytest.mark.parametrize(
    ("one", "other", "counted", "found"),
    [
        ("$447 million", "$447 billion", False, True),
        ("$447m", "$447bn", False, True),
        ("$447m", "$447 million", True, False),
        ("$1.25 billion", "$1,250 million", True, False),
        ("11 million", "11 billion", False, False),
        ("11 million", "11 billion", True, True),
        ("$447 million", "$447,000", True, False),
        ("2,000", "2", True, False),
        ("447 million", "448 billion", True, False),
        ("447 million", "447 million", True, False),
    ],
)
def test_a_million_for_a_billion(one: str, other: str, counted: bool, found: bool) -> None:
    left, right = (
        next(c for c in article(f"It was {text}.").claims if c.kind is ClaimKind.FIGURE) for text in (one, other)
    )
    assert misscaled(left, right, counted) is misscaled(right, left, counted) is found
