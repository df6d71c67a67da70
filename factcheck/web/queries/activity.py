"""The desk's log as its page lists it, by person, sort of act, story and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from factcheck.models import Entry, Story
from factcheck.types import Deed

MOST_SENT = 20
DEEDS: Mapping[Deed, str | Promise] = {
    Deed.DECIDE: gettext_lazy("Decided"),
    Deed.BULK: gettext_lazy("Decided several at once"),
    Deed.SILENCE: gettext_lazy("Silenced"),
    Deed.RESTORE: gettext_lazy("Restored"),
    Deed.HAND: gettext_lazy("Handed on"),
    Deed.UNDO: gettext_lazy("Taken back"),
    Deed.REDO: gettext_lazy("Done again"),
    Deed.MOVE: gettext_lazy("Moved a report"),
    Deed.MARK: gettext_lazy("Marked a report"),
    Deed.WAIVE: gettext_lazy("Waived a claim"),
    Deed.SIGN: gettext_lazy("Signed a digest"),
    Deed.ISSUE: gettext_lazy("Issued a digest"),
    Deed.SEND: gettext_lazy("Sent a query"),
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


def sent(story: Story) -> QuerySet[Entry]:
    """The queries of a story that somebody told to have sent, newest first."""
    return story.entries.filter(deed=Deed.SEND).select_related("editor").order_by("-pk")[:MOST_SENT]


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
