"""Real workers that are killed, frozen or left without messages: the work is done, once, with nothing doubled."""

import os
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from factcheck.extraction import pipeline
from factcheck.extraction.service import copy_of
from factcheck.models import Article, Run
from tests.services.workers import Desk, desk, marked, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
PARAGRAPH = (
    "\n\nHarbour master Ilse Okafor said on Monday that {number} crates were lost. “Nobody was hurt,” she told "
    "reporters in Port Ellery. The minister, Tomas Brandt, called it “a bitter night for {number} families”."
)


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Desk]:
    made = desk(tmp_path)
    made.empty_broker()
    yield made
    made.close()


@pytest.fixture
def run(article: Article) -> Run:
    """A run that takes a worker some seconds."""
    body = "".join(PARAGRAPH.format(number=number) for number in range(100, 140))
    article.text += body
    article.segments = [*article.segments, ["body", len(article.text) - len(body) + 2, len(article.text)]]
    article.save()
    return Run.objects.enqueue_extraction(article, timezone.now())


def stored(run: Run) -> Run:
    return Run.objects.get(pk=run.pk)


def all_done() -> bool:
    """The copy is read and the story compared."""
    states = list(Run.objects.values_list("kind", "state"))
    return {kind for kind, _ in states} == {"extract", "collate"} and {state for _, state in states} == {"done"}


def assert_nothing_doubled(run: Run) -> None:
    article = Article.objects.get(pk=run.article_id)
    found = pipeline.extract(copy_of(article), pipeline.load(settings.SPACY_MODEL))
    expected = sorted((claim.kind.value, claim.start, claim.end) for claim in found.claims)
    assert sorted(article.claims.values_list("kind", "start", "end")) == expected
    assert article.state == Article.State.PROCESSED


def begin(trial: Desk, run: Run) -> None:
    """Has a worker without a clock begin the run."""
    trial.ring(run)
    trial.start_worker()
    until(lambda: stored(run).state == Run.State.RUNNING, "the run to begin")


def test_a_worker_that_is_killed_in_the_middle_of_a_run(trial: Desk, run: Run) -> None:
    begin(trial, run)
    os.kill(trial.workers[0].pid, signal.SIGKILL)
    until(lambda: not marked(f"NEWSROOM_DATA_DIR={trial.folder}"), "the worker's children to end")
    assert stored(run).state == Run.State.RUNNING
    trial.start_worker("--beat")
    until(all_done, "the work to be done again")
    assert stored(run).attempts == 2
    assert_nothing_doubled(run)


def test_a_broker_that_was_emptied(trial: Desk, run: Run) -> None:
    trial.ring(run)
    until(lambda: trial.waiting_messages() == 1, "the message", 5)
    trial.empty_broker()
    assert trial.waiting_messages() == 0
    trial.start_worker("--beat")
    until(all_done, "the sweep to notice")
    assert stored(run).attempts == 1
    assert_nothing_doubled(run)


def test_a_slow_twin_cannot_overwrite(trial: Desk, run: Run) -> None:
    begin(trial, run)
    (slow,) = children(trial.workers[0].pid)
    os.kill(slow, signal.SIGSTOP)
    trial.start_worker("--beat")
    until(all_done, "the second attempt")
    ended = ended_at(run)
    os.kill(slow, signal.SIGCONT)
    until(lambda: Run.objects.filter(kind=Run.Kind.COLLATE).count() == 2 and all_done(), "the twin to come to its end")
    assert (stored(run).attempts, ended_at(run)) == (2, ended)
    assert_nothing_doubled(run)


def children(pid: int) -> list[int]:
    """The processes that this process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def ended_at(run: Run) -> datetime | None:
    return stored(run).ended_at
