"""The deadline of a story: set by an editor, and told in words."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from factcheck.models import Story
from factcheck.web.due import due
from tests.web.conftest import FRAGMENT

ADDRESS = "/stories/ferry/deadline/"


@pytest.mark.parametrize(
    ("left", "words", "level"),
    [
        (timedelta(seconds=20), "in less than a minute", "discrepancy"),
        (timedelta(minutes=1), "in 1 minute", "discrepancy"),
        (timedelta(minutes=59, seconds=59), "in 59 minutes", "discrepancy"),
        (timedelta(hours=1), "in 1 hour", "discrepancy"),
        (timedelta(hours=2), "in 2 hours", ""),
        (timedelta(days=3, hours=5), "in 3 days", ""),
        (timedelta(0), "in less than a minute", "discrepancy"),
        (-timedelta(seconds=1), "overdue by less than a minute", "error"),
        (-timedelta(minutes=20), "overdue by 20 minutes", "error"),
        (-timedelta(days=1), "overdue by 1 day", "error"),
    ],
)
def test_how_long_there_is(left: timedelta, words: str, level: str, now: datetime) -> None:
    found = due(now + left, now)
    assert found is not None
    assert (found.at, found.words, found.level) == (now + left, words, level)


@pytest.fixture(autouse=True)
def _at_noon(now: datetime) -> object:
    with time_machine.travel(now, tick=False):
        yield


def test_a_deadline_is_set_moved_and_taken_away(editor: Client, story: Story) -> None:
    stored, said = [], []
    for typed in ("2023-09-19T18:30", "2023-09-20T09:00", ""):
        page = editor.post(ADDRESS, {"deadline": typed}, follow=True).content.decode()
        said.append([words for words in ("in 6 hours", "in 21 hours", "no deadline now") if words in page])
        stored.append(Story.objects.get().deadline)
    assert stored == [datetime(2023, 9, 19, 18, 30, tzinfo=UTC), datetime(2023, 9, 20, 9, 0, tzinfo=UTC), None]
    assert said == [["in 6 hours"], ["in 21 hours"], ["no deadline now"]]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2023-09-19T11:59", "That moment has passed."),
        ("tomorrow", "Write the deadline as a day and a time"),
        ("\0", "Write the deadline as a day and a time"),
        ("99999-01-01T00:00", "Write the deadline as a day and a time"),
    ],
)
def test_what_cannot_be_one_is_refused_with_a_sentence(typed: str, says: str, editor: Client, story: Story) -> None:
    answer = editor.post(ADDRESS, {"deadline": typed}, headers=FRAGMENT)
    assert (answer.status_code, says in answer.content.decode(), Story.objects.get().deadline) == (422, True, None)
    assert says in editor.post(ADDRESS, {"deadline": typed}, follow=True).content.decode()


def test_the_fragment_is_the_line_alone(editor: Client, story: Story) -> None:
    answer = editor.post(ADDRESS, {"deadline": "2023-09-19T12:20"}, headers=FRAGMENT)
    page = answer.content.decode()
    assert page.startswith(f'<div class="deadline" id="story-deadline-{story.pk}"')
    assert ("in 20 minutes" in page, 'value="2023-09-19T12:20"' in page) == (True, True)


def test_the_desk_shows_it_and_a_viewer_only_reads(editor: Client, viewer: Client, story: Story) -> None:
    editor.post(ADDRESS, {"deadline": "2023-09-19T12:20"})
    assert "in 20 minutes" in viewer.get(reverse("desk")).content.decode()
    page = viewer.get(story.get_absolute_url()).content.decode()
    assert ("in 20 minutes" in page, ADDRESS in page) == (True, False)
