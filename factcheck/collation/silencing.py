"""Brings the queue in line with the desk's memory: what a rule covers leaves it, the rest is open again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from factcheck.models import Conflict, Silence

State = Conflict.State
# What nobody has decided; a decision counts for more than a rule.
UNDECIDED = (State.OPEN, State.SILENCED)


def apply(conflicts: QuerySet[Conflict], *, now: datetime) -> int:
    """Silences and reopens among these conflicts, inside the caller's transaction; returns how many changed."""
    rows = list(conflicts.filter(state__in=UNDECIDED).exclude(mark="").select_for_update(of=("self",)).order_by("pk"))
    rules = _rules(rows, now)
    moved = [row for row in rows if _follow(row, rules[row.mark], now)]
    Conflict.objects.bulk_update(moved, ["silence", "state", "changed_at"])
    return len(moved)


def expire(now: datetime) -> int:
    """Reopens what a rule silenced whose last day is over."""
    over = Silence.objects.filter(lifted=None, expires_on__lt=timezone.localdate(now))
    return apply(Conflict.objects.filter(silence__in=over), now=now)


def _rules(rows: Sequence[Conflict], now: datetime) -> Mapping[str, list[Silence]]:
    """The rules in force by their mark, the oldest first, in one query."""
    held = Silence.objects.in_force(timezone.localdate(now)).filter(mark__in={row.mark for row in rows})
    found: dict[str, list[Silence]] = defaultdict(list)
    for rule in held.select_related("conflict").order_by("pk"):
        found[rule.mark].append(rule)
    return found


def _follow(row: Conflict, rules: Sequence[Silence], now: datetime) -> bool:
    """Brings one row in line; true when it changed."""
    rule = next((rule for rule in rules if rule.covers(row)), None)
    if row.silence_id == (rule.pk if rule else None):
        return False
    row.silence, row.state, row.changed_at = rule, State.SILENCED if rule else State.OPEN, now
    return True
