"""The bins, the two figures, the record of a kind, and the marks of the plot."""

import pytest

from factcheck.collation.calibration import Curve, Outcome
from factcheck.review.plot import Mark, plot
from factcheck.review.record import record
from factcheck.review.reliability import Bin, brier, reliability
from factcheck.types import ConflictKind

KIND = ConflictKind.FIGURE


def decided(said: float, acted: int, stood: int) -> list[Outcome]:
    return [Outcome(said, True)] * acted + [Outcome(said, False)] * stood


@pytest.mark.parametrize(
    ("outcomes", "bins", "score", "error"),
    [
        (decided(1.0, 1, 0), [(9, 1, 1.0, 1.0)], 0.0, 0.0),
        (decided(0.0, 1, 0), [(0, 1, 0.0, 1.0)], 1.0, 1.0),
        (decided(0.5, 1, 1), [(5, 2, 0.5, 0.5)], 0.25, 0.0),
        (decided(0.75, 1, 3) + decided(0.25, 0, 4), [(2, 4, 0.25, 0.0), (7, 4, 0.75, 0.25)], 0.25, 0.375),
    ],
    ids=["right", "wrong", "even", "two bins"],
)
def test_measured(
    outcomes: list[Outcome], bins: list[tuple[int, int, float, float]], score: float, error: float
) -> None:
    found = reliability(reversed(outcomes))
    assert (found.bins, found.brier, found.error) == (tuple(Bin(*one) for one in bins), score, error)
    assert brier(outcomes) == score


@pytest.mark.parametrize(
    ("acted", "stood", "enough"),
    [(0, 0, False), (10, 9, False), (17, 3, True), (18, 2, False), (2, 40, False), (3, 17, True)],
)
def test_a_kind_is_weighed_from_enough_decisions_on(acted: int, stood: int, enough: bool) -> None:
    found = record(KIND, decided(0.6, acted, stood))
    assert (found.curve is not None, found.decisions, found.acted) == (enough, acted + stood, acted)
    assert (found.after == found.before) is not enough


def test_what_is_seen_afterwards_lies_nearer() -> None:
    found = record(KIND, decided(0.9, 5, 45) + decided(0.4, 1, 49))
    assert (round(brier(found.before), 3), round(brier(found.after), 3)) == (0.447, 0.069)


def test_nothing_decided_nothing_drawn() -> None:
    assert plot([record(KIND, [])]) is None


def test_the_plot_holds_all_kinds_before_and_after() -> None:
    few = record(ConflictKind.DATE, decided(1.0, 1, 0))
    drawn = plot([record(KIND, decided(0.85, 5, 15)), few])
    assert drawn is not None
    assert (drawn.decisions, drawn.before.marks, drawn.before.line) == (
        21,
        (Mark(334.5, 261.5, 334.5, 20), Mark(384.0, 14.0, 367.5, 1)),
        "334.5,261.5 384.0,14.0",
    )
    assert [(mark.column, mark.number) for mark in drawn.after.marks] == [(202.5, 16), (235.5, 4), (367.5, 1)]
    assert [(tick.label, tick.x, tick.y) for tick in drawn.ticks[::4]] == [("0%", 54, 344), ("100%", 384, 14)]


def test_a_flat_curve_says_the_same_of_all() -> None:
    assert record(KIND, decided(0.9, 0, 30) + decided(0.2, 30, 0)).curve == Curve(0.0, 0.0)
