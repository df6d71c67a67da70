"""A run is claimed once, kept by its lease, and finished only by the attempt that holds it."""

from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Run, Story
from factcheck.models.run import ATTEMPTS, GIVEN_UP

LEASE = timedelta(seconds=45)
RING_AGE = timedelta(seconds=60)
LATER = LEASE + timedelta(seconds=1)


@pytest.fixture
def run(article: Article, now: datetime) -> Run:
    return Run.objects.enqueue_extraction(article, now)


def stored(run: Run) -> Run:
    return Run.objects.get(pk=run.pk)


def claimed(run: Run, now: datetime) -> Run:
    own = Run.objects.claim(run.pk, now, LEASE, "rules")
    assert own is not None
    return own


def test_a_claim_begins_the_run(run: Run, now: datetime) -> None:
    own = claimed(run, now)
    assert (own.state, own.attempts, own.pipeline_version) == (Run.State.RUNNING, 1, "rules")
    assert (own.started_at, own.lease_until) == (now, now + LEASE)


def test_a_claim_is_one_update(run: Run, now: datetime, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):  # savepoint, update, read, release
        Run.objects.claim(run.pk, now, LEASE)


def test_a_second_claim_gets_nothing_while_the_lease_lives(run: Run, now: datetime) -> None:
    claimed(run, now)
    assert Run.objects.claim(run.pk, now + LEASE - timedelta(seconds=1), LEASE) is None


def test_a_run_whose_lease_is_over_is_claimed_again(run: Run, now: datetime) -> None:
    claimed(run, now)
    assert claimed(run, now + LATER).attempts == 2


def test_a_renewed_lease_keeps_others_out(run: Run, now: datetime) -> None:
    own = claimed(run, now)
    assert own.renew(now + LEASE / 2, LEASE)
    assert stored(run).lease_until == now + LEASE * 1.5
    assert Run.objects.claim(run.pk, now + LATER, LEASE) is None


def test_a_done_run_is_not_claimed(run: Run, now: datetime) -> None:
    assert claimed(run, now).finish(now)
    assert Run.objects.claim(run.pk, now + LATER, LEASE) is None
    assert (stored(run).state, stored(run).ended_at) == (Run.State.DONE, now)


@pytest.mark.parametrize("act", ["finish", "fail", "postpone", "renew"])
def test_a_slow_twin_cannot_overwrite(run: Run, now: datetime, act: str) -> None:
    slow = claimed(run, now)
    claimed(run, now + LATER)
    before = Run.objects.values().get(pk=run.pk)
    acts = {
        "finish": lambda: slow.finish(now),
        "fail": lambda: slow.fail(now, "late"),
        "postpone": lambda: slow.postpone(now, LEASE, "late"),
        "renew": lambda: slow.renew(now, LEASE),
    }
    assert acts[act]() is False
    assert Run.objects.values().get(pk=run.pk) == before


def test_a_failed_run_shows_its_sentence_and_fails_its_article(run: Run, article: Article, now: datetime) -> None:
    assert claimed(run, now).fail(now, "The disk is full.")
    article.refresh_from_db()
    assert (stored(run).state, stored(run).error) == (Run.State.FAILED, "The disk is full.")
    assert article.state == Article.State.FAILED


def test_a_postponed_run_is_free_after_the_pause(run: Run, now: datetime) -> None:
    claimed(run, now).postpone(now, timedelta(seconds=10), "The database went away.")
    assert stored(run).error == "The database went away."
    assert Run.objects.claim(run.pk, now + timedelta(seconds=9), LEASE) is None
    assert claimed(run, now + timedelta(seconds=10)).attempts == 2


def test_a_run_is_begun_so_often_and_then_given_up(run: Run, now: datetime) -> None:
    for attempt in range(ATTEMPTS):
        claimed(run, now + attempt * LATER)
    end = now + ATTEMPTS * LATER
    assert Run.objects.claim(run.pk, end, LEASE) is None
    assert list(Run.objects.give_up(end)) == [run]
    assert (stored(run).state, stored(run).error) == (Run.State.FAILED, GIVEN_UP.format(attempts=ATTEMPTS))
    assert list(Run.objects.give_up(end)) == []


def test_a_story_waits_for_one_comparison_at_most(story: Story, now: datetime) -> None:
    first = Run.objects.enqueue_collation(story, now)
    assert Run.objects.enqueue_collation(story, now) == first
    claimed(first, now)
    second = Run.objects.enqueue_collation(story, now)
    assert second != first
    assert Run.objects.filter(story=story).count() == 2


def test_two_comparisons_of_one_story_never_run_side_by_side(story: Story, now: datetime) -> None:
    own = claimed(Run.objects.enqueue_collation(story, now), now)
    second = Run.objects.enqueue_collation(story, now)
    assert Run.objects.claim(second.pk, now, LEASE) is None
    own.finish(now)
    assert claimed(second, now).attempts == 1


STALE = [
    # state, seconds since queued, since rung, since the lease was over -> rung again
    ("queued", 10, None, None, False),
    ("queued", 61, None, None, True),
    ("queued", 500, 10, None, False),
    ("queued", 500, 61, None, True),
    ("running", 500, None, -5, False),
    ("running", 30, None, 5, True),
    ("running", 500, 3, 5, False),
    ("running", 500, 61, 90, True),
    ("done", 500, None, None, False),
    ("failed", 500, None, None, False),
]


@pytest.mark.parametrize(("state", "queued", "rung", "over", "expected"), STALE)
def test_stale(
    run: Run, now: datetime, state: str, queued: int, rung: int | None, over: int | None, expected: bool
) -> None:
    def ago(seconds: int | None) -> datetime | None:
        return None if seconds is None else now - timedelta(seconds=seconds)

    Run.objects.update(state=state, queued_at=ago(queued), rung_at=ago(rung), lease_until=ago(over))
    assert list(Run.objects.stale(now, RING_AGE)) == ([run] if expected else [])
