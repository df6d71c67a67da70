"""What the desk's decisions say of one kind of conflict, before a calibration and after. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.collation.calibration import Curve, Outcome, fit, held_out
from factcheck.types import ConflictKind

# Fewer decisions, or fewer on one of the two sides, say too little to weigh a kind anew.
LEAST_DECISIONS = 20
LEAST_OF_EACH = 3


@dataclass(frozen=True, slots=True)
class Record:
    """The outcomes of a kind and the curve that they give; None where they are too few.

    ``before`` is what the comparator said of each, ``after`` the probability of a curve that was fitted without it;
    where there is no curve both are the same.
    """

    kind: ConflictKind
    before: tuple[Outcome, ...]
    curve: Curve | None
    after: tuple[Outcome, ...]

    @property
    def decisions(self) -> int:
        """How many count."""
        return len(self.before)

    @property
    def acted(self) -> int:
        """On how many an editor acted; the others were let stand."""
        return sum(outcome.acted for outcome in self.before)


def record(kind: ConflictKind, outcomes: Iterable[Outcome]) -> Record:
    """The record of these outcomes, given in any order."""
    before = tuple(sorted(outcomes))
    acted = sum(outcome.acted for outcome in before)
    if len(before) < LEAST_DECISIONS or min(acted, len(before) - acted) < LEAST_OF_EACH:
        return Record(kind, before, None, before)
    return Record(kind, before, fit(before), held_out(before))
