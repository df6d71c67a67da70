"""What the demo does beside the site, without processes."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from factcheck import pipeline
from factcheck.management.demonstration import demo_editor, listing, receive_samples, shown_password, wait_for_runs
from factcheck.models import Article, Conflict, Receipt, Run
from factcheck.models.roles import Role, role_of
from tests.samples.plan import EVENTS

pytestmark = pytest.mark.django_db
NUMBER = sum(len(event.articles) for event in EVENTS)


@pytest.fixture
def editor() -> User:
    """The demo's own."""
    return demo_editor("zirizatalisafe35")


def _work(now: datetime) -> None:
    """Does what a worker would do, in this process."""
    while waiting := list(Run.objects.filter(state=Run.State.QUEUED)):
        for run in waiting:
            pipeline.execute(run, now)
            Run.objects.filter(pk=run.pk).update(state=Run.State.DONE)


def test_the_editor_is_made_once_and_keeps_a_changed_password(editor: User) -> None:
    assert role_of(editor) == Role.EDITOR
    editor.set_password("another harbour")
    editor.save()
    assert demo_editor("zirizatalisafe35").check_password("another harbour")
    assert User.objects.count() == 1


def test_a_password_that_was_changed_is_not_shown(editor: User) -> None:
    assert shown_password(editor, "zirizatalisafe35") == "zirizatalisafe35"
    editor.set_password("another harbour")
    assert shown_password(editor, "zirizatalisafe35") == "the one that it was changed to"


def test_the_samples_are_received_once_into_a_story_for_each_event(editor: User, now: datetime) -> None:
    assert receive_samples(editor, now) == NUMBER
    assert receive_samples(editor, now) == 0
    assert Receipt.objects.count() == NUMBER
    stories = {}
    for event in EVENTS:
        names = [path.name for path in event.articles]
        stories[event.slug] = set(Article.objects.filter(name__in=names).values_list("story", flat=True))
    assert [len(found) for found in stories.values()] == [1] * len(EVENTS)
    assert len(set.union(*stories.values())) == len(EVENTS)


def test_the_runs_are_waited_for_no_longer_than_the_patience(editor: User, now: datetime) -> None:
    receive_samples(editor, now)
    assert wait_for_runs(0.01) is False
    Run.objects.update(state=Run.State.DONE)
    assert wait_for_runs(0.01) is True


def test_the_listing_names_every_open_conflict(editor: User, now: datetime) -> None:
    receive_samples(editor, now)
    _work(now)
    Conflict.objects.filter(pk=Conflict.objects.earliest("pk").pk).update(state=Conflict.State.DISMISSED)
    lines = list(listing())
    left = Conflict.objects.filter(state=Conflict.State.OPEN).order_by("story_id", "rank", "pk")
    summaries = list(left.values_list("summary", flat=True))
    told = [line for line in lines if line.startswith("  ")]
    assert [line[-len(summary) :] for line, summary in zip(told, summaries, strict=True)] == summaries != []


def test_there_is_no_demo_in_production(settings: Any) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not with NEWSROOM_PRODUCTION set"):
        call_command("demo")
    assert User.objects.count() == 0
