"""Run: what ran on what. The row is the truth and the broker only a doorbell: a lost message loses nothing.

A worker claims a run with one conditional UPDATE, moves its lease forward at each step, and may finish it only while
the attempt is still its own. A run whose lease has ended, or whose message was lost, is rung again by the sweep.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from factcheck.models.article import Article
from factcheck.models.story import Story

# A run is begun this often at most: what ends a worker three times would end it a fourth time too.
ATTEMPTS = 3
GIVEN_UP = "The program ended {attempts} times in the middle of this work, so it is not tried again. The copy is kept."


class RunQuerySet(models.QuerySet["Run"]):
    """Each change of a run is one conditional UPDATE: of two workers at once, the database lets one through."""

    def enqueue_extraction(self, article: Article, now: datetime) -> "Run":
        """A new run that reads the article."""
        return self.create(kind=Run.Kind.EXTRACT, article=article, queued_at=now)

    @transaction.atomic
    def enqueue_collation(self, story: Story, now: datetime) -> "Run":
        """The story's waiting comparison; it is made where there is none.

        The waiting row is locked: a worker that wants it waits for this transaction, and so sees what it changed.
        """
        waiting = self.select_for_update().filter(kind=Run.Kind.COLLATE, state=Run.State.QUEUED)
        return waiting.get_or_create(
            story=story, defaults={"kind": Run.Kind.COLLATE, "state": Run.State.QUEUED, "queued_at": now}
        )[0]

    def free(self, now: datetime) -> "RunQuerySet":
        """Runs that a worker may begin: waiting ones, and ones whose worker has not renewed its lease."""
        return self.filter(Q(state=Run.State.QUEUED) | Q(state=Run.State.RUNNING, lease_until__lte=now))

    @transaction.atomic
    def claim(self, pk: int, now: datetime, lease: timedelta, pipeline_version: str = "") -> "Run | None":
        """Begins the run and gives it out; None when it is gone, done, or at work elsewhere.

        Two comparisons of one story never run side by side: the second stays in the queue.
        """
        compared = Run.objects.filter(story=OuterRef("story"), state=Run.State.RUNNING, lease_until__gt=now)
        begun = (
            self.free(now)
            .filter(~Exists(compared), pk=pk, attempts__lt=ATTEMPTS)
            .update(
                state=Run.State.RUNNING,
                attempts=F("attempts") + 1,
                started_at=now,
                lease_until=now + lease,
                pipeline_version=pipeline_version,
                error="",
            )
        )
        return self.select_related("article", "story").get(pk=pk) if begun else None

    def stale(self, now: datetime, ring_age: timedelta) -> "RunQuerySet":
        """Runs that nobody will come for: the bell was rung too long ago, or the worker has gone silent since."""
        unheard = Q(told_at__lte=now - ring_age)
        silent = Q(state=Run.State.RUNNING, told_at__lte=F("lease_until"))
        told = self.free(now).annotate(told_at=Coalesce("rung_at", "queued_at"))
        return told.filter(unheard | silent).order_by("told_at", "pk")

    def give_up(self, now: datetime) -> "Sequence[Run]":
        """Fails the runs whose last attempt has gone silent, each with a sentence, and returns them."""
        spent = self.filter(state=Run.State.RUNNING, lease_until__lte=now, attempts__gte=ATTEMPTS)
        return [run for run in spent if run.fail(now, run.error or GIVEN_UP.format(attempts=run.attempts))]

    def waiting(self) -> "RunQuerySet":
        """The runs that nobody has begun."""
        return self.filter(state=Run.State.QUEUED)

    def waiting_for(self, story: Story) -> "RunQuerySet":
        """The comparison of the story that waits, if any."""
        return self.waiting().filter(story=story)


class Run(models.Model):
    class Kind(models.TextChoices):
        EXTRACT = "extract", "reading the copy"
        COLLATE = "collate", "comparing the articles"

    class State(models.TextChoices):
        QUEUED = "queued", "waiting"
        RUNNING = "running", "at work"
        DONE = "done", "done"
        FAILED = "failed", "failed"

    kind = models.CharField(max_length=8, choices=Kind)
    article = models.ForeignKey("Article", null=True, blank=True, on_delete=models.CASCADE, related_name="runs")
    story = models.ForeignKey("Story", null=True, blank=True, on_delete=models.CASCADE, related_name="runs")
    pipeline_version = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True, blank=True, help_text="when the broker was last told")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "lease_until"], name="run_by_state")]
        constraints = [
            # A story waits for one collation at most: whatever changes before it starts is read by it.
            models.UniqueConstraint(
                fields=["story"], condition=Q(kind="collate", state="queued"), name="run_one_collation_waiting"
            ),
            models.CheckConstraint(
                condition=Q(kind="extract", article__isnull=False, story__isnull=True)
                | Q(kind="collate", story__isnull=False, article__isnull=True),
                name="run_names_its_object",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.article_id or self.story_id}: {self.state}"

    def renew(self, now: datetime, lease: timedelta) -> bool:
        """Moves the lease forward; False when the run is no longer one's own."""
        return self._while_own(lease_until=now + lease)

    def finish(self, now: datetime) -> bool:
        """Marks the run done; False, and nothing changed, when another attempt has begun."""
        return self._while_own(state=self.State.DONE, ended_at=now, lease_until=None, error="")

    def postpone(self, now: datetime, pause: timedelta, error: str) -> bool:
        """Ends the attempt with a visible sentence; the sweep rings the run again after the pause."""
        return self._while_own(lease_until=now + pause, error=error)

    @transaction.atomic
    def fail(self, now: datetime, error: str) -> bool:
        """Marks the run, and the article that it was reading, failed for good."""
        failed = self._while_own(state=self.State.FAILED, ended_at=now, lease_until=None, error=error)
        if failed and self.article_id:
            Article.objects.filter(pk=self.article_id).update(state=Article.State.FAILED)
        return failed

    def _while_own(self, **changes: object) -> bool:
        """One UPDATE that reaches the row only while this attempt is at work: a slow twin cannot overwrite."""
        own = type(self).objects.filter(pk=self.pk, state=self.State.RUNNING, attempts=self.attempts)
        return bool(own.update(**changes))
