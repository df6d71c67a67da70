"""The kinds of the table with what the desk made of them: one query besides what is passed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count

from factcheck.collation.calibration import Curve
from factcheck.collation.rules import RULES, Rule
from factcheck.models import Calibration, Conflict
from factcheck.review.labels import LEVELS
from factcheck.review.record import Record

HALF = 0.5


class Learned(NamedTuple):
    """A stored calibration in an editor's terms: how likely an editor acts where the rule is half sure, 0 to 1."""

    half: float
    decisions: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A kind as the page lists it: ``found`` counts all that was ever stored, also what is open or withdrawn."""

    rule: Rule
    level_label: str
    found: int
    record: Record
    learned: Learned | None

    @property
    def let_stand(self) -> int:
        """How often an editor left the copy as it is."""
        return self.record.decisions - self.record.acted

    @property
    def share(self) -> float | None:
        """The share of the decisions that acted, 0 to 1; None without any."""
        return self.record.acted / self.record.decisions if self.record.decisions else None


def rows(records: Iterable[Record], calibrations: Iterable[Calibration]) -> list[RuleRow]:
    """The kinds in the order of their records."""
    found = dict(Conflict.objects.order_by().values_list("kind").annotate(number=Count("pk")))
    learned = {stored.kind: _learned(stored) for stored in calibrations}
    return [
        RuleRow(
            rule=RULES[record.kind],
            level_label=LEVELS[RULES[record.kind].level],
            found=found.get(record.kind, 0),
            record=record,
            learned=learned.get(record.kind),
        )
        for record in records
    ]


def _learned(stored: Calibration) -> Learned:
    curve = Curve(stored.slope, stored.intercept)
    return Learned(curve.probability(HALF), stored.decisions)
