"""Who else has a story open: names for a minute, and never a lock."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Presence, Story
from factcheck.web.queries.presence import LASTS, Present, attend, others
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


def _line(client: Client, story: Story, **asked: object) -> str:
    page = client.get(story.get_absolute_url(), {"present": "", **asked}, headers=FRAGMENT).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_others_are_seen_for_a_minute(cast: Cast, story: Story, now: datetime) -> None:
    conflict = story.conflicts.get()
    attend(cast.viewer, story, "", now)
    attend(cast.editor, story, str(conflict.pk), now)
    attend(cast.editor, making.a_story(now, slug="other"), "", now)
    seen = [Present("Ada", conflict.pk, conflict.summary), Present("Vera", None, "")]
    assert others(cast.chief, story, now) == seen
    assert others(cast.viewer, story, now + LASTS - timedelta(seconds=1)) == seen[:1]
    assert others(cast.viewer, story, now + LASTS) == []


def test_somebody_is_once_at_a_story(cast: Cast, story: Story, now: datetime) -> None:
    conflict = story.conflicts.get()
    for card in ("", str(conflict.pk), ""):
        attend(cast.editor, story, card, now)
    assert [(one.conflict_id, one.seen_at) for one in Presence.objects.all()] == [(None, now)]


@pytest.mark.parametrize("card", ["x", "-1", "²", "9" * 40, "999999999", "\0", "{elsewhere}"])
def test_a_card_that_is_not_of_the_story_is_none(card: str, cast: Cast, story: Story, now: datetime) -> None:
    elsewhere = making.a_disputed_story(now, slug="elsewhere").conflicts.get()
    attend(cast.editor, story, card.format(elsewhere=elsewhere.pk), now)
    assert [one.conflict_id for one in Presence.objects.all()] == [None]


def test_the_page_and_its_pulse_name_the_others(editor: Client, viewer: Client, story: Story) -> None:
    conflict = story.conflicts.get()
    assert _line(viewer, story) == ""
    page = re.sub(r"<[^>]*>", " ", editor.get(story.get_absolute_url()).content.decode())
    assert "Also here: Vera" in " ".join(page.split())
    assert _line(editor, story, card=conflict.pk) == "Also here: Vera"
    assert _line(viewer, story) == f"Also here: Ada at {conflict.summary}"
    with time_machine.travel(datetime.now().astimezone() + LASTS):
        assert _line(viewer, story) == ""


def test_a_card_of_its_own_is_looked_at(editor: Client, viewer: Client, story: Story) -> None:
    conflict = story.conflicts.get()
    editor.get(conflict.get_absolute_url())
    page = viewer.get(conflict.get_absolute_url()).content.decode()
    assert re.findall(r'data-at="(\d+)"', page) == [str(conflict.pk)]
    assert f'data-card="{conflict.pk}"' in page


def test_the_pulse_tells_the_head_when_something_changed(editor: Client, story: Story) -> None:
    page = editor.get(story.get_absolute_url()).content.decode()
    [mark] = re.findall(r"\?present=([^\"]*)\"", page)
    told = []
    for _ in range(2):
        answer = editor.get(story.get_absolute_url(), {"present": mark}, headers=FRAGMENT)
        told.append((answer.status_code, answer.headers.get("HX-Trigger")))
        Conflict.objects.update(state="settled")
    assert told == [(200, None), (200, '{"changed": {}}')]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, story: Story, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conflict = story.conflicts.get()
    for index in range(number):
        attend(making.a_person(f"person{index}", "editor"), story, str(conflict.pk), datetime.now().astimezone())
    client = cast.client("editor")
    # Session, user, story; 4 of its counts; the card, the sign of life, the others.
    with django_assert_num_queries(10):
        client.get(story.get_absolute_url(), {"present": "", "card": conflict.pk}, headers=FRAGMENT)
