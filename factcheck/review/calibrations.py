"""Decisions come in, calibrations of the kinds go out, and the queues follow them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Prefetch

from factcheck.collation.calibration import Outcome
from factcheck.collation.rules import RULES
from factcheck.collation.service import rank_again
from factcheck.models import Calibration, Conflict, Decision, Story
from factcheck.review.card import APPROVALS
from factcheck.review.record import Record, record
from factcheck.review.service import recorded
from factcheck.review.standing import Recorded, standing
from factcheck.types import Verdict

# Whether the verdict that stands is an act on the copy; those that are missing here say nothing of the conflict.
ACTED = {Verdict.APPROVE: True, Verdict.REPLACE: True, Verdict.NONE: True, Verdict.DISMISS: False}
DECIDED = (Conflict.State.SETTLED, Conflict.State.DISMISSED)


def records() -> list[Record]:
    """What the decisions that stand say of each kind of the table, in two queries."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for conflict in _decided():
        settled = standing(recorded(list(conflict.decisions.all()))).settled
        if settled and settled.verdict in ACTED:
            found[conflict.kind].append(Outcome(conflict.sureness, _acted(conflict, settled)))
    return [record(kind, found[kind]) for kind in RULES]


@transaction.atomic
def recalibrate(found: Iterable[Record], *, now: datetime) -> int:
    """Stores the curves of these records in the place of all before; returns how many conflicts were ranked anew."""
    # Two at once would both find the old curves and both store new ones.
    list(Story.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    Calibration.objects.all().delete()
    Calibration.objects.bulk_create(
        Calibration(
            kind=one.kind,
            slope=one.curve.slope,
            intercept=one.curve.intercept,
            decisions=one.decisions,
            fitted_at=now,
        )
        for one in found
        if one.curve
    )
    return rank_again()


def _decided() -> Iterable[Conflict]:
    """Conflicts with a verdict that settles, each with its decisions and the number of its readings."""
    decisions = Decision.objects.order_by("pk")
    rows = Conflict.objects.filter(state__in=DECIDED).annotate(variants=Count("readings")).order_by("pk")
    return rows.only("kind", "sureness").prefetch_related(Prefetch("decisions", decisions))


def _acted(conflict: Conflict, settled: Recorded) -> bool:
    """Approving every reading, be it the only one, lets stand what is printed."""
    every = len(settled.readings) == conflict.variants and conflict.kind not in APPROVALS  # type: ignore[attr-defined]
    return ACTED[settled.verdict] and not (settled.verdict is Verdict.APPROVE and every)
