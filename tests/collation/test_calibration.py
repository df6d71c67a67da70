"""Curves: what decisions teach of a kind, and that few of them teach little."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.calibration import IDENTITY, Curve, Outcome, fit, held_out

SHARES = [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0]
outcomes = st.lists(st.builds(Outcome, st.floats(0, 1), st.booleans()), max_size=40)


def decided(said: float, acted: int, stood: int) -> list[Outcome]:
    return [Outcome(said, True)] * acted + [Outcome(said, False)] * stood


def drawn(truth: Curve, number: int) -> list[Outcome]:
    """Decisions of a desk that acts as that curve says."""
    dice = Random(7)  # noqa: S311 - the same at every run
    said = [dice.uniform(0.05, 0.95) for _ in range(number)]
    return [Outcome(one, dice.random() < truth.probability(one)) for one in said]


def test_without_decisions_nothing_changes() -> None:
    assert fit([]) == IDENTITY
    assert [IDENTITY.probability(share) for share in SHARES] == SHARES


@pytest.mark.parametrize(
    ("said", "acted", "stood", "expected"),
    [
        (0.5, 1, 1, 0.5),
        (0.9, 0, 1, 0.86),
        (0.9, 0, 3, 0.74),
        (0.8, 5, 15, 0.45),
        (0.9, 0, 20, 0.28),
        (0.9, 0, 500, 0.04),
        (0.9, 40, 40, 0.54),
        (0.3, 1, 0, 0.32),
        (0.3, 20, 0, 0.67),
    ],
)
def test_few_decisions_move_little_and_many_much(said: float, acted: int, stood: int, expected: float) -> None:
    assert round(fit(decided(said, acted, stood)).probability(said), 2) == expected


@pytest.mark.parametrize("truth", [Curve(1.0, 0.0), Curve(0.5, -1.0), Curve(2.0, 0.7), Curve(0.0, -0.4)], ids=str)
def test_many_decisions_find_the_curve_that_made_them(truth: Curve) -> None:
    found = fit(drawn(truth, 4000))
    assert [round(found.probability(share) - truth.probability(share), 1) for share in (0.1, 0.3, 0.5, 0.7, 0.9)] == [
        0.0
    ] * 5


def test_the_curve_never_falls() -> None:
    backwards = decided(0.9, 2, 60) + decided(0.2, 60, 2)
    found = fit(backwards)
    assert (found.slope, round(found.probability(0.2), 2)) == (0.0, 0.5)


@pytest.mark.parametrize("acted", [True, False])
@pytest.mark.parametrize("said", [0.0, 1.0])
def test_the_ends_of_the_scale_can_be_moved(said: float, acted: bool) -> None:
    found = fit([Outcome(said, acted)] * 3000)
    assert round(found.probability(said)) == acted
    assert 0.0 < found.probability(0.0) <= found.probability(1.0) < 1.0


@given(outcomes, st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_surer_is_never_less_likely(decisions: list[Outcome], said: list[float]) -> None:
    curve = fit(decisions)
    probabilities = [curve.probability(one) for one in sorted(said)]
    assert curve.slope >= 0
    assert all(0.0 <= one <= 1.0 for one in probabilities)
    assert all(one <= other + 1e-12 for one, other in pairwise(probabilities))


@given(outcomes, st.randoms(use_true_random=False))
def test_the_order_of_the_decisions_does_not_matter(decisions: Sequence[Outcome], random: Random) -> None:
    shuffled = random.sample(decisions, len(decisions))
    assert fit(shuffled) == fit(decisions)
    assert held_out(shuffled) == held_out(decisions)


@given(outcomes)
def test_every_decision_is_held_out_once(decisions: list[Outcome]) -> None:
    assert sorted(one.acted for one in held_out(decisions)) == sorted(one.acted for one in decisions)


def test_a_decision_is_judged_by_the_others() -> None:
    (alone,) = held_out([Outcome(0.9, False)])
    assert alone == Outcome(0.9, False)
    odd = held_out([*decided(0.9, 0, 49), Outcome(0.5, True)])
    assert [one.said < 0.3 for one in odd if one.acted] == [True]
