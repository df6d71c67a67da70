"""The files of one batch and how far each has come: four queries, however many files there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from factcheck.models import Receipt, Run


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a file has come, in a word and, where it went wrong, a sentence."""

    word: str | Promise
    live: bool = False
    failed: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A file as its batch lists it."""

    receipt: Receipt
    stage: Stage


WAITING = Stage(gettext_lazy("Waiting to be read"), live=True)
UNCOMPARED = Stage(gettext_lazy("Read, waiting to be compared"), live=True)
NOTHING = Stage("")
READING: Mapping[str, str | Promise] = {
    Run.State.QUEUED: gettext_lazy("Waiting to be read"),
    Run.State.RUNNING: gettext_lazy("Being read"),
    Run.State.FAILED: gettext_lazy("Could not be read"),
}
COMPARING: Mapping[str, str | Promise] = {
    Run.State.QUEUED: gettext_lazy("Read, waiting to be compared"),
    Run.State.RUNNING: gettext_lazy("Being compared"),
    Run.State.DONE: gettext_lazy("Read and compared"),
    Run.State.FAILED: gettext_lazy("Read, but could not be compared"),
}


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch as the desk lists it."""

    batch: UUID
    files: int
    refused: int
    received_at: datetime


def latest(number: int = 5) -> list[BatchRow]:
    """The batches that came in last, newest first, in one query."""
    refused = Count("pk", filter=Q(outcome=Receipt.Outcome.REFUSED))
    groups = (
        Receipt.objects.order_by().values("batch").annotate(files=Count("pk"), refused=refused, at=Max("received_at"))
    )
    found = groups.order_by("-at", "batch")[:number]
    return [BatchRow(row["batch"], row["files"], row["refused"], row["at"]) for row in found]


def rows(batch: UUID) -> list[ReceiptRow]:
    """Every file of the batch in the order of arrival."""
    receipts = list(_receipts(batch))
    articles = [receipt.article for receipt in receipts if receipt.article]
    readings = latest_runs("article_id", [article.pk for article in articles])
    comparisons = latest_runs("story_id", {article.story_id for article in articles})
    return [ReceiptRow(receipt, _stage(receipt, readings, comparisons)) for receipt in receipts]


def latest_runs(owner: str, pks: Iterable[int]) -> Mapping[int, Run]:
    """The newest run of each article (``article_id``) or story (``story_id``)."""
    newest = Run.objects.filter(**{f"{owner}__in": pks}).order_by().values(owner).annotate(last=Max("pk"))
    return {getattr(run, owner): run for run in Run.objects.filter(pk__in=newest.values("last"))}


def stage(reading: Run | None, comparison: Run | None) -> Stage:
    """How far an article has come that was read by one run and compared by another."""
    if reading is None:
        return WAITING
    if reading.state != Run.State.DONE:
        return _of(reading, READING)
    return _of(comparison, COMPARING) if comparison else UNCOMPARED


def _receipts(batch: UUID) -> QuerySet[Receipt]:
    found = Receipt.objects.filter(batch=batch).select_related("article__story", "article__source")
    return found.defer("raw", "article__raw", "article__text", "article__segments", "article__sentences")


def _stage(receipt: Receipt, readings: Mapping[int, Run], comparisons: Mapping[int, Run]) -> Stage:
    if not receipt.article:
        return NOTHING
    return stage(readings.get(receipt.article.pk), comparisons.get(receipt.article.story_id))


def _of(run: Run, words: Mapping[str, str | Promise]) -> Stage:
    return Stage(
        words[run.state],
        live=run.state in {Run.State.QUEUED, Run.State.RUNNING},
        failed=run.state == Run.State.FAILED,
        sentence="" if run.state == Run.State.DONE else run.error,
    )
