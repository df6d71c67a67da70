"""The doors: a run is done once, its faults are sentences on its row, and the sweep finds what was lost."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
import time_machine
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from factcheck import lease, pipeline, tasks
from factcheck.extraction.service import read_article
from factcheck.models import Article, Run, Story
from factcheck.models.run import ATTEMPTS
from factcheck.types import ExtractedArticle

Capture = Callable[..., AbstractContextManager[list[object]]]
TICK = timedelta(seconds=1)


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The runs that the workers were told of."""
    told: list[int] = []
    monkeypatch.setattr(tasks, "_tell", told.extend)
    return told


@pytest.fixture
def run(article: Article, now: datetime) -> Run:
    return Run.objects.enqueue_extraction(article, now)


def do(run: Run, at: datetime, capture: Capture) -> Run:
    with time_machine.travel(at, tick=False), capture(execute=True):
        tasks.execute_run(run_id=run.pk)
    return Run.objects.get(pk=run.pk)


def sweep(at: datetime, capture: Capture) -> None:
    with time_machine.travel(at, tick=False), capture(execute=True):
        tasks.sweep()


def breaks(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def read(article: Article) -> ExtractedArticle:
        raise fault

    monkeypatch.setattr(pipeline, "read_article", read)


def test_a_read_article_has_its_story_compared(
    run: Run, article: Article, now: datetime, rung: list[int], django_capture_on_commit_callbacks: Capture
) -> None:
    done = do(run, now, django_capture_on_commit_callbacks)
    article.refresh_from_db()
    comparison = Run.objects.get(kind=Run.Kind.COLLATE)
    assert (done.state, article.state) == (Run.State.DONE, Article.State.PROCESSED)
    assert (comparison.story, comparison.state, rung) == (article.story, Run.State.QUEUED, [comparison.pk])
    assert do(comparison, now, django_capture_on_commit_callbacks).state == Run.State.DONE
    assert rung == [comparison.pk]


def test_a_run_is_done_once_however_often_the_bell_rings(
    run: Run, now: datetime, rung: list[int], django_capture_on_commit_callbacks: Capture
) -> None:
    first = do(run, now, django_capture_on_commit_callbacks)
    again = do(run, now + TICK, django_capture_on_commit_callbacks)
    assert (again.attempts, again.started_at) == (1, first.started_at)


def test_a_moved_article_has_its_new_story_compared(
    run: Run, article: Article, now: datetime, monkeypatch: pytest.MonkeyPatch, rung: list[int]
) -> None:
    other = Story.objects.create(slug="other", title="Other", opened_at=now)

    def move_meanwhile(article: Article) -> ExtractedArticle:
        Article.objects.update(story=other)
        return read_article(article)

    monkeypatch.setattr(pipeline, "read_article", move_meanwhile)
    tasks.execute_run(run_id=run.pk)
    assert Run.objects.get(kind=Run.Kind.COLLATE).story == other


@pytest.mark.parametrize("at", ["collate_story", "finish"])
def test_a_comparison_that_is_asked_for_meanwhile_is_rung_at_the_end(
    at: str,
    story: Story,
    now: datetime,
    rung: list[int],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    def ask(*_: object, **__: object) -> bool:
        Run.objects.enqueue_collation(story, now)
        return finish(*_) if at == "finish" else True

    finish = Run.finish
    run = Run.objects.enqueue_collation(story, now)
    monkeypatch.setattr(*((Run, "finish") if at == "finish" else (pipeline, "collate_story")), ask)
    done = do(run, now, django_capture_on_commit_callbacks)
    assert (done.state, rung) == (Run.State.DONE, [Run.objects.waiting().get().pk])


def test_a_run_that_is_gone_is_no_fault(db: None) -> None:
    tasks.execute_run(run_id=404)


PASSING = [OperationalError("server closed the connection"), ConnectionResetError("reset"), TimeoutError("late")]


@pytest.mark.parametrize("fault", PASSING)
def test_what_passes_is_tried_again_so_often(
    run: Run,
    now: datetime,
    fault: Exception,
    rung: list[int],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    breaks(monkeypatch, fault)
    for attempt in range(1, ATTEMPTS):
        tried = do(run, now + attempt * timedelta(minutes=1), django_capture_on_commit_callbacks)
        assert (tried.state, tried.attempts) == (Run.State.RUNNING, attempt)
        assert tried.error.startswith(
            f"The work was interrupted ({type(fault).__name__}: {fault}) and is tried again at"
        )
    last = do(run, now + timedelta(hours=1), django_capture_on_commit_callbacks)
    assert (last.state, last.attempts, run.article.runs.get().state) == (Run.State.FAILED, ATTEMPTS, Run.State.FAILED)


FINAL = [
    (
        ValueError("no such segment"),
        "The program met a fault of its own (ValueError: no such segment). The copy is kept;",
    ),
    (SoftTimeLimitExceeded(), "The work took longer than 4 minutes and was ended. The copy is kept."),
]


@pytest.mark.parametrize(("fault", "sentence"), FINAL)
def test_what_does_not_pass_fails_once(
    run: Run,
    article: Article,
    now: datetime,
    fault: Exception,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    breaks(monkeypatch, fault)
    failed = do(run, now, django_capture_on_commit_callbacks)
    article.refresh_from_db()
    assert (failed.state, failed.attempts, article.state) == (Run.State.FAILED, 1, Article.State.FAILED)
    assert failed.error.startswith(sentence)


def test_the_sweep_rings_what_was_lost_once_and_not_at_every_turn(
    run: Run, now: datetime, rung: list[int], django_capture_on_commit_callbacks: Capture
) -> None:
    sweep(now + tasks.RING_AGE - TICK, django_capture_on_commit_callbacks)
    assert rung == []
    sweep(now + tasks.RING_AGE, django_capture_on_commit_callbacks)
    sweep(now + tasks.RING_AGE + TICK, django_capture_on_commit_callbacks)
    assert rung == [run.pk]


def test_the_sweep_gives_up_what_ends_every_worker(
    run: Run, article: Article, now: datetime, rung: list[int], django_capture_on_commit_callbacks: Capture
) -> None:
    Run.objects.update(state=Run.State.RUNNING, attempts=ATTEMPTS, lease_until=now)
    sweep(now + TICK, django_capture_on_commit_callbacks)
    run.refresh_from_db()
    article.refresh_from_db()
    assert (run.state, article.state, rung) == (Run.State.FAILED, Article.State.FAILED, [])
    assert run.error == (
        "The program ended 3 times in the middle of this work, so it is not tried again. The copy is kept."
    )


def test_nothing_is_rung_before_the_transaction_is_in(
    run: Run, rung: list[int], django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        tasks.ring([run])
        assert rung == []
    assert rung == [run.pk]


def test_a_broker_that_is_gone_loses_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(**_: object) -> None:
        raise BrokerError("connection refused")

    monkeypatch.setattr(tasks.execute_run, "delay", gone)
    tasks._tell([run.pk])
    run.refresh_from_db()
    assert run.state == Run.State.QUEUED


@pytest.mark.django_db(transaction=True)
def test_the_lease_moves_forward_while_the_worker_is_at_work(run: Run) -> None:
    short = timedelta(seconds=0.3)
    own = Run.objects.claim(run.pk, timezone.now(), short)
    assert own is not None
    ends: Sequence[datetime | None] = []
    with lease.kept(own, short):
        for _ in range(2):
            before = Run.objects.get(pk=run.pk).lease_until
            while Run.objects.get(pk=run.pk).lease_until == before:
                pass
            ends = [*ends, Run.objects.get(pk=run.pk).lease_until]
    assert sorted(ends) == ends  # type: ignore[type-var]
    assert Run.objects.get(pk=run.pk).attempts == 1
