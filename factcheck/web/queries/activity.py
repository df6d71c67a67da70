"""The desk's log as its page lists it, by person, sort of act, story and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from factcheck.models import Entry, Story
from factcheck.types import Deed

DEEDS: Mapping[Deed, str] = {
    Deed.DECIDE: "Decided",
    Deed.BULK: "Decided several at once",
    Deed.SILENCE: "Silenced",
    Deed.RESTORE: "Restored",
    Deed.HAND: "Handed on",
    Deed.UNDO: "Taken back",
    Deed.REDO: "Done again",
    Deed.MOVE: "Moved a report",
    Deed.WAIVE: "Waived a claim",
    Deed.SIGN: "Signed a digest",
    Deed.ISSUE: "Issued a digest",
}


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What the address asks for; anything that it cannot mean is left out."""

    person: str = ""
    deed: str = ""
    story: str = ""
    day: date | None = None

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "ActivityFilter":
        """From the query of an address."""
        deed = asked.get("deed", "")
        return cls(
            person=asked.get("person", "").replace("\x00", ""),
            deed=deed if deed in set(Deed) else "",
            story=asked.get("story", "").replace("\x00", ""),
            day=_day(asked.get("day", "")),
        )


def entries(asked: ActivityFilter) -> QuerySet[Entry]:
    """The acts of that filter, newest first."""
    exact: dict[str, Any] = {"editor__username": asked.person, "deed": asked.deed, "story__slug": asked.story}
    found = Entry.objects.filter(**{name: value for name, value in exact.items() if value})
    if asked.day:
        start = timezone.make_aware(datetime.combine(asked.day, time.min))
        found = found.filter(made_at__gte=start, made_at__lt=start + timedelta(days=1))
    return found.select_related("editor", "story", "conflict", "answered_by").order_by("-pk")


def people() -> list[User]:
    """Everybody who is in the log."""
    return list(User.objects.filter(entries__isnull=False).distinct().order_by("first_name", "username"))


def stories() -> list[Story]:
    """The stories that are in the log, those opened last first."""
    return list(Story.objects.filter(entries__isnull=False).distinct())


def _day(words: str) -> date | None:
    try:
        return parse_date(words)
    except ValueError:
        return None
