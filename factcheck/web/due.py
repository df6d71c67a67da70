"""How long there is until a deadline, in an editor's words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SOON = timedelta(hours=1)
UNITS = ((86_400, "day"), (3600, "hour"), (60, "minute"))


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
        return Due(at, f"overdue by {_length(-left)}", "error")
    return Due(at, f"in {_length(left)}", "discrepancy" if left <= SOON else "")


def _length(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    for size, word in UNITS:
        if seconds >= size:
            number = seconds // size
            return f"{number} {word}{'' if number == 1 else 's'}"
    return "less than a minute"
