"""The reliability plot as marks on a sheet: how often it was acted on, by how likely it was said to be. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.collation.calibration import Outcome
from factcheck.review.record import Record
from factcheck.review.reliability import BINS, Bin, Reliability, reliability

# The square of the plot on the sheet, in the sheet's own units.
LEFT, TOP, SIDE = 54, 14, 330
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Mark(NamedTuple):
    """A bin on the sheet: where it lies, and where its number is written."""

    x: float
    y: float
    column: float
    number: int


class Tick(NamedTuple):
    """A share on both axes."""

    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Series:
    """What was said, by one way of saying it: its marks, the line through them, and how good it is."""

    name: str
    marks: tuple[Mark, ...]
    line: str
    measured: Reliability


@dataclass(frozen=True, slots=True)
class Plot:
    """Both ways over the same decisions."""

    decisions: int
    before: Series
    after: Series
    ticks: tuple[Tick, ...]


def plot(records: Iterable[Record]) -> Plot | None:
    """The decisions of all kinds together; None where there are none."""
    held = list(records)
    before = [outcome for one in held for outcome in one.before]
    after = [outcome for one in held for outcome in one.after]
    if not before:
        return None
    ticks = tuple(Tick(f"{tick:.0%}", _x(tick), _y(tick)) for tick in TICKS)
    return Plot(len(before), _series("before", before), _series("after", after), ticks)


def _series(name: str, outcomes: Iterable[Outcome]) -> Series:
    measured = reliability(outcomes)
    marks = tuple(map(_mark, measured.bins))
    return Series(name, marks, " ".join(f"{mark.x},{mark.y}" for mark in marks), measured)


def _mark(one: Bin) -> Mark:
    return Mark(_x(one.said), _y(one.acted), _x((one.place + 0.5) / BINS), one.number)


def _x(share: float) -> float:
    return round(LEFT + share * SIDE, 1)


def _y(share: float) -> float:
    return round(TOP + (1 - share) * SIDE, 1)
