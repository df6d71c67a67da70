"""From how sure a comparator is to how likely an editor acts: one rising curve a kind, learned from decisions. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log, log1p, tanh
from random import Random
from typing import NamedTuple

# Nobody is surer than this: at 0 and 1 the odds have no end, and no decision could move them.
EDGE = 0.01
# The identity weighs as much as so many decisions, where a comparator is as sure as most are. One decision on what is
# as likely as not tells p (1 - p) = 1/4 of the log-odds there; slope and intercept each bring half of the doubt.
PRIOR_WORTH = 10
PRIOR_INTERCEPT = 2 * PRIOR_WORTH / 4
PRIOR_SLOPE = PRIOR_INTERCEPT * log(0.8 / 0.2) ** 2
MOST_STEPS = 50
HALVINGS = 20
FOLDS = 5
SEED = 1999


class Outcome(NamedTuple):
    """What was said of a conflict, 0 to 1 (a sureness, or a probability made of it), and whether the editor acted."""

    said: float
    acted: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A straight line on the log-odds: ``slope`` times those of the sureness, plus ``intercept``."""

    slope: float = 1.0
    intercept: float = 0.0

    def probability(self, sureness: float) -> float:
        """The probability that an editor acts, 0 to 1, never falling in ``sureness``; the identity changes no digit."""
        if self == IDENTITY:
            return sureness
        return _share(self.slope * _odds(sureness) + self.intercept)


IDENTITY = Curve()
# The log-odds of what was said, and the target that the curve should give there.
Point = tuple[float, float]


def fit(outcomes: Iterable[Outcome]) -> Curve:
    """The likeliest curve whose slope is not below 0; the identity where there is no outcome.

    Platt (1999), "Probabilistic outputs for support vector machines", with his smoothed targets, found by Newton's
    method with backtracking as in Lin, Lin and Weng (2007). A Gaussian prior towards the identity, worth PRIOR_WORTH
    decisions, keeps few decisions from moving much. The order of the outcomes does not matter.
    """
    points = _points(sorted(outcomes))
    free = _lowest(points)
    if free.slope >= 0:
        return free
    # The loss is convex, so the best curve that may not fall is flat: there the log-odds play no part.
    return Curve(0.0, _lowest([(0.0, target) for _, target in points]).intercept)


def held_out(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Each outcome with the probability of a curve that was fitted without it: cross-validation in FOLDS parts."""
    dealt = sorted(outcomes)
    Random(SEED).shuffle(dealt)  # noqa: S311 - the same folds at every call
    folds = [dealt[number::FOLDS] for number in range(FOLDS)]
    return tuple(judged for number in range(FOLDS) for judged in _judged(folds, number))


def _judged(folds: Sequence[Sequence[Outcome]], number: int) -> Iterator[Outcome]:
    """The outcomes of one fold as the curve of the others sees them."""
    curve = fit(outcome for other, fold in enumerate(folds) if other != number for outcome in fold)
    return (Outcome(curve.probability(outcome.said), outcome.acted) for outcome in folds[number])


def _points(outcomes: Sequence[Outcome]) -> list[Point]:
    """Platt's targets: a class of n is taken for (n + 1) of (n + 2), so that no probability is driven to the end."""
    acted = sum(outcome.acted for outcome in outcomes)
    target = {True: (acted + 1) / (acted + 2), False: 1 / (len(outcomes) - acted + 2)}
    return [(_odds(outcome.said), target[outcome.acted]) for outcome in outcomes]


def _lowest(points: Sequence[Point]) -> Curve:
    """The curve of the lowest loss."""
    curve = IDENTITY
    for _ in range(MOST_STEPS):
        lower = _lower(points, curve)
        if lower is None:
            break
        curve = lower
    return curve


def _lower(points: Sequence[Point], curve: Curve) -> Curve | None:
    """The curve a Newton step on, or half of one, or a quarter: the first with a lower loss; None at the bottom."""
    slope, intercept = _step(points, curve)
    loss = _loss(points, curve)
    tried = (Curve(curve.slope - slope / 2**n, curve.intercept - intercept / 2**n) for n in range(HALVINGS))
    return next((one for one in tried if _loss(points, one) < loss), None)


def _step(points: Sequence[Point], curve: Curve) -> tuple[float, float]:
    """The gradient of the loss over its curvature, for slope and intercept."""
    down = [PRIOR_SLOPE * (curve.slope - 1), PRIOR_INTERCEPT * curve.intercept]
    bent = [PRIOR_SLOPE, 0.0, PRIOR_INTERCEPT]
    for odds, target in points:
        share = _share(curve.slope * odds + curve.intercept)
        miss, weight = share - target, share * (1 - share)
        down = [down[0] + miss * odds, down[1] + miss]
        bent = [bent[0] + weight * odds * odds, bent[1] + weight * odds, bent[2] + weight]
    slope, both, intercept = bent
    size = slope * intercept - both * both
    return (intercept * down[0] - both * down[1]) / size, (slope * down[1] - both * down[0]) / size


def _loss(points: Sequence[Point], curve: Curve) -> float:
    """How badly the curve meets the targets (negative log-likelihood), and how far it is from the identity."""
    lines = ((curve.slope * odds + curve.intercept, target) for odds, target in points)
    missed = sum(max(line, 0.0) + log1p(exp(-abs(line))) - target * line for line, target in lines)
    return missed + (PRIOR_SLOPE * (curve.slope - 1) ** 2 + PRIOR_INTERCEPT * curve.intercept**2) / 2


def _odds(share: float) -> float:
    """The log-odds, cut at EDGE."""
    cut = min(max(share, EDGE), 1 - EDGE)
    return log(cut / (1 - cut))


def _share(odds: float) -> float:
    return 0.5 * (1 + tanh(odds / 2))
