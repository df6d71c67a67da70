"""How far what was said of conflicts can be believed: said so often, acted on so often. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from factcheck.collation.calibration import Outcome

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The outcomes of which about the same was said: ``said`` on average, 0 to 1, and the share that was acted on."""

    place: int
    number: int
    said: float
    acted: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins of equal width, those that hold nothing left out.

    ``brier`` is the mean squared distance of what was said from what came (Brier 1950), ``error`` the expected
    calibration error: how far the bins lie from the diagonal, each by its number. Both are 0 to 1, 0 is best.
    """

    bins: tuple[Bin, ...]
    brier: float
    error: float


def reliability(outcomes: Iterable[Outcome]) -> Reliability:
    """Measured over at least one outcome, in any order."""
    ordered = sorted(outcomes)
    held: dict[int, list[Outcome]] = {}
    for outcome in ordered:
        held.setdefault(min(int(outcome.said * BINS), BINS - 1), []).append(outcome)
    bins = tuple(_bin(place, group) for place, group in held.items())
    error = sum(one.number * abs(one.said - one.acted) for one in bins) / len(ordered)
    return Reliability(bins, brier(ordered), error)


def brier(outcomes: Iterable[Outcome]) -> float:
    """The mean squared distance of what was said from what came, over at least one outcome."""
    return fmean((outcome.said - outcome.acted) ** 2 for outcome in outcomes)


def _bin(place: int, group: list[Outcome]) -> Bin:
    return Bin(place, len(group), fmean(one.said for one in group), fmean(one.acted for one in group))
