"""The running stories with their counts: five queries, however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, Max

from factcheck.models import Article, Conflict, Run, Story
from factcheck.types import Level
from factcheck.web.queries.batch import latest_runs

UNREAD = {Article.State.RECEIVED, Article.State.PROCESSING}
NEVER = datetime.max.replace(tzinfo=UTC)
AT_WORK = (Run.State.QUEUED, Run.State.RUNNING)


@dataclass
class StoryRow:
    """A story as the desk lists it."""

    story: Story
    reports: int = 0
    unread: int = 0
    failed: int = 0
    sources: list[str] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    decided: int = 0
    silenced: int = 0
    changed_at: datetime | None = None
    comparing: bool = False
    comparison: Run | None = None

    @property
    def errors(self) -> int:
        """Open conflicts of the gravest level."""
        return self.open.get(Level.ERROR, 0)

    @property
    def discrepancies(self) -> int:
        """Open conflicts where the articles differ."""
        return self.open.get(Level.DISCREPANCY, 0)

    @property
    def lesser(self) -> int:
        """Open points of style and notes."""
        return self.undecided - self.errors - self.discrepancies

    @property
    def undecided(self) -> int:
        """All open conflicts."""
        return sum(self.open.values())

    @property
    def conflicts(self) -> int:
        """Open and decided together; what a rule silenced was decided beforehand."""
        return self.undecided + self.decided

    @property
    def at_work(self) -> bool:
        """Something of it waits for the worker or is with it."""
        return self.comparing or self.unread > 0

    @property
    def mark(self) -> str:
        """What a page knows it by: another mark, and something has changed."""
        return f"{self.conflicts}-{self.decided}-{int(self.at_work)}"

    @property
    def uncompared(self) -> Run | None:
        """The newest comparison, where it failed and nothing is at work that would make it good."""
        failed = self.comparison and self.comparison.state == Run.State.FAILED
        return self.comparison if failed and not self.at_work else None

    def pressing(self, now: datetime) -> datetime | None:
        """The deadline, unless it has passed and left nothing open."""
        at = self.story.deadline
        return at if at and (at > now or self.undecided or self.at_work) else None

    def saw(self, moment: datetime | None) -> None:
        """Keep the later of two moments as the last change."""
        if moment and (self.changed_at is None or moment > self.changed_at):
            self.changed_at = moment


def running(now: datetime) -> list[StoryRow]:
    """Every story that is not closed, what needs an editor first on top: by deadline, open errors, last change."""
    rows = counted(Story.objects.filter(closed_at=None))
    rows.sort(key=lambda row: row.changed_at or row.story.opened_at, reverse=True)
    return sorted(rows, key=lambda row: (row.pressing(now) or NEVER, -row.errors))


def counted(stories: Iterable[Story]) -> list[StoryRow]:
    """A row with its counts for each of the stories, in their order."""
    rows = {story.pk: StoryRow(story) for story in stories}
    for group in _articles(rows):
        _add_articles(rows[group["story_id"]], group)
    for group in _conflicts(rows):
        _add_conflicts(rows[group["story_id"]], group)
    for story_id in _comparing(rows):
        rows[story_id].comparing = True
    for story_id, run in latest_runs("story_id", rows).items():
        rows[story_id].comparison = run
    return list(rows.values())


def _articles(rows: Mapping[int, StoryRow]) -> Iterable[Mapping[str, Any]]:
    groups = Article.objects.filter(story__in=rows).order_by().values("story_id", "source__name", "state")
    return groups.annotate(number=Count("pk"), last=Max("received_at")).order_by("source__name", "state")


def _add_articles(row: StoryRow, group: Mapping[str, Any]) -> None:
    row.reports += group["number"]
    row.unread += group["number"] if group["state"] in UNREAD else 0
    row.failed += group["number"] if group["state"] == Article.State.FAILED else 0
    row.sources = list(dict.fromkeys([*row.sources, group["source__name"]]))
    row.saw(group["last"])


def _conflicts(rows: Mapping[int, StoryRow]) -> Iterable[Mapping[str, Any]]:
    found = Conflict.objects.filter(story__in=rows).exclude(state=Conflict.State.WITHDRAWN)
    return found.order_by().values("story_id", "level", "state").annotate(number=Count("pk"), last=Max("changed_at"))


def _add_conflicts(row: StoryRow, group: Mapping[str, Any]) -> None:
    if group["state"] == Conflict.State.OPEN:
        row.open[group["level"]] = row.open.get(group["level"], 0) + group["number"]
    else:
        row.decided += group["number"]
        row.silenced += group["number"] if group["state"] == Conflict.State.SILENCED else 0
    row.saw(group["last"])


def _comparing(rows: Mapping[int, StoryRow]) -> Iterable[int]:
    waiting = Run.objects.filter(story__in=rows, state__in=AT_WORK)
    return waiting.order_by().values_list("story_id", flat=True).distinct()
