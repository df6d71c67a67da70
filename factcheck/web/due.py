"""How long there is until a deadline, in an editor's words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from factcheck.web.lengths import length

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline with what is left of the time: ``level`` is that of a thing so pressing, empty while there is time."""

    at: datetime
    words: str
    level: str


def due(at: datetime | None, now: datetime) -> Due | None:
    """The deadline as it stands at this moment; None for a story without one."""
    if at is None:
        return None
    left = at - now
    if left < timedelta(0):
        return Due(at, gettext("overdue by {length}").format(length=length(-left)), "error")
    return Due(at, gettext("in {length}").format(length=length(left)), "discrepancy" if left <= SOON else "")
