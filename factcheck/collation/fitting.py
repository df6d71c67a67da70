"""Fitting of the coreference model: which pairs of an archive say the same is the answer, and needs no editor.

A pair is two figures (or days, or places) of two reports of one event that could be one fact by their form: the same
unit, the same things counted. Its features are blind to the values. Fitted is a logistic regression with a Gaussian
prior around the model that there was, so that a small archive moves it little.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.collation import date, figure, place
from factcheck.collation.coreference import KINDS, Model, Odds
from factcheck.collation.event import Event
from factcheck.collation.facts import FEATURES, Test, facts, features, shared_weight
from factcheck.types import ClaimKind

# Which pairs of a kind could be one fact, and which of these say the same.
TESTS: Mapping[ClaimKind, tuple[Test, Test]] = {
    ClaimKind.FIGURE: (figure.one_fact, figure.agree),
    ClaimKind.DATE: (date.both_days, date.agree),
    ClaimKind.PLACE: (place.one_level, place.agree),
}
# The variance of a weight around the one before; a weight that moves by one changes the odds to nearly three times.
# How many facts of the same form an archive's reports hold has no say in the weights: the base may move freely.
VARIANCE, BASE_VARIANCE = 1.0, 100.0
STEPS, NEAR, LARGEST = 200, 1e-9, 30.0
FOLDS = 5
# With fewer pairs nothing is fitted.
FEWEST = 100
# An event full of statistics teaches no more by all its pairs than by so many.
MOST, MOST_FACTS = 1000, 2000

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of one event: its features by name, whether the two say the same, and the number of the event."""

    event: int
    features: Mapping[str, float]
    same: bool


def pairs(event: Event, kind: ClaimKind, number: int) -> list[Pair]:
    """The pairs of a kind in one event, which goes by ``number``; of very many, an even selection."""
    found = list(_pairs(event, kind, number))
    return found[:: max(1, -(-len(found) // MOST))]


def _pairs(event: Event, kind: ClaimKind, number: int) -> Iterator[Pair]:
    form, same = TESTS[kind]
    found = facts(event, kind)[:MOST_FACTS]
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            met = one.article is not other.article and form(one, other)
            if met and shared_weight(one.around.sentence, other.around.sentence):
                yield Pair(number, features(one.around, other.around), same(one, other))


def fit(held: Sequence[Pair], before: Odds) -> Odds:
    """The odds fitted to pairs by Newton's method, around those before.

    Of an event with many pairs each counts less: a pair weighs one over the root of their number.
    """
    if not held:
        return before
    names = list(FEATURES)
    x = np.array([[1.0, *(pair.features[name] for name in names)] for pair in held])
    y = np.array([float(pair.same) for pair in held])
    sizes = Counter(pair.event for pair in held)
    weight = np.array([1 / np.sqrt(sizes[pair.event]) for pair in held])
    start = np.array([before.base, *(before.weights.get(name, 0.0) for name in names)])
    found = _newton(x, y, weight, start)
    return Odds(float(found[0]), {name: float(value) for name, value in zip(names, found[1:], strict=True)})


def _newton(x: Vector, y: Vector, weight: Vector, start: Vector) -> Vector:
    prior = np.eye(x.shape[1]) / VARIANCE
    prior[0, 0] = 1 / BASE_VARIANCE
    found = start.copy()
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-np.clip(x @ found, -LARGEST, LARGEST)))
        slope = x.T @ (weight * (told - y)) + prior @ (found - start)
        curve = (x * (weight * told * (1 - told))[:, None]).T @ x + prior
        step = np.linalg.solve(curve, slope)
        # A whole step can leap over the optimum where the odds are far off.
        found = found - step / max(1.0, float(np.abs(step).max()))
        if float(np.abs(step).max()) < NEAR:
            break
    return found


def precision(held: Sequence[Pair], odds: Odds) -> float:
    """The average precision: how far those that say the same stand in front when the likeliest come first."""
    return _average_precision([pair.same for pair in held], [odds.probability(pair.features) for pair in held])


def held_out(held: Sequence[Pair], before: Odds) -> float:
    """The average precision of pairs, each fifth of the events told by odds that were fitted to the others."""
    same: list[bool] = []
    told: list[float] = []
    for fold in range(FOLDS):
        odds = fit([pair for pair in held if pair.event % FOLDS != fold], before)
        tested = [pair for pair in held if pair.event % FOLDS == fold]
        same += [pair.same for pair in tested]
        told += [odds.probability(pair.features) for pair in tested]
    return _average_precision(same, told)


def _average_precision(same: Sequence[bool], told: Sequence[float]) -> float:
    order = sorted(range(len(same)), key=lambda at: -told[at])
    found, total = 0, 0.0
    for rank, at in enumerate(order, start=1):
        found += same[at]
        total += found / rank if same[at] else 0.0
    return total / found if found else 0.0


def fitted(held: Mapping[ClaimKind, Sequence[Pair]], before: Model) -> Model:
    """The model fitted to pairs; of a kind with too few it stays as it was."""
    return {kind: fit(held[kind], before[kind]) if len(held[kind]) >= FEWEST else before[kind] for kind in KINDS}
