"""The desk: the list of running stories, and the place to drop in copy."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Conflict, Story
from factcheck.web.queries import stories
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


def _rows(now: datetime) -> list[tuple[object, ...]]:
    return [
        (row.story.slug, row.reports, row.sources, row.errors, row.discrepancies, row.lesser, row.decided, row.at_work)
        for row in stories.running(now)
    ]


def test_each_story_with_its_counts(story: Story, now: datetime) -> None:
    articles = list(story.articles.all())
    for level, state in (("discrepancy", "open"), ("style", "open"), ("error", "settled"), ("error", "withdrawn")):
        making.a_conflict(story, now, ("Osei", articles[:1]), level=level, state=state)
    quiet = making.a_story(now, slug="quiet")
    making.an_article(quiet, now, state=Article.State.RECEIVED)
    making.a_story(now, slug="closed").__class__.objects.filter(slug="closed").update(closed_at=now)
    agencies = ["Harbour News", "Meridian Press", "Northgate Wire"]
    assert _rows(now) == [
        ("ferry", 3, agencies, 1, 1, 1, 1, False),
        ("quiet", 1, ["Meridian Press"], 0, 0, 0, 0, True),
    ]


def test_the_last_change_is_the_latest_of_all(story: Story, now: datetime) -> None:
    later = now + timedelta(hours=1)
    Conflict.objects.filter(story=story).update(changed_at=later)
    assert [row.changed_at for row in stories.running(now)] == [later]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        making.a_disputed_story(now, slug=f"story-{index}", conflicts=number)
        making.a_receipt(None, now)
    client = cast.client("editor")
    # Session, user, 2 permissions; stories, articles, conflicts, runs, comparisons; batches; the stories of the form.
    with django_assert_num_queries(11):
        client.get(reverse("desk"))


def test_an_empty_desk_says_what_to_do(editor: Client) -> None:
    assert "No story is running." in editor.get(reverse("desk")).content.decode()


def test_a_viewer_reads_and_cannot_drop(viewer: Client, story: Story) -> None:
    page = viewer.get(reverse("desk")).content.decode()
    assert (story.title in page, 'action="/receive/"' in page) == (True, False)


@pytest.mark.parametrize(("state", "every"), [(Article.State.PROCESSING, "3s"), (Article.State.PROCESSED, "30s")])
def test_the_list_is_asked_for_again_and_seldom_where_nothing_is_at_work(
    state: str, every: str, editor: Client, story: Story
) -> None:
    Article.objects.update(state=state)
    page = editor.get(reverse("desk"), headers=FRAGMENT).content.decode()
    assert re.findall(r'hx-trigger="every ([^"]*)"', page) == [every]
    assert re.match(r'<div id="desk-stories"[ >]', page)
    assert re.findall(r"<title>(.*)\s*</title>", page) == ["(1) Desk · Newsroom"]


def test_the_page_says_that_the_worker_is_down(editor: Client, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.web.views.desk.worker_is_up", lambda now: False)
    pages = [editor.get(reverse("desk")).content.decode()]
    Article.objects.update(state=Article.State.RECEIVED)
    pages.append(editor.get(reverse("desk")).content.decode())
    assert ["The worker does not answer." in page for page in pages] == [False, True]


def test_what_needs_an_editor_first(now: datetime) -> None:
    made = {name: making.a_disputed_story(now, slug=name, conflicts=2) for name in ("errors", "late", "soon", "over")}
    made |= {name: making.a_story(now, slug=name) for name in ("quiet", "passed", "clean")}
    hours = {"soon": 1, "late": 5, "over": -1, "passed": -2, "clean": 3}
    for name, number in hours.items():
        Story.objects.filter(slug=name).update(deadline=now + timedelta(hours=number))
    assert [row.story.slug for row in stories.running(now)] == [
        "over", "soon", "clean", "late", "errors", "passed", "quiet",
    ]  # fmt: skip


def test_hostile_words_are_shown_and_never_run(editor: Client, now: datetime) -> None:
    story = making.a_story(now, title=making.HOSTILE)
    making.an_article(story, now)
    page = editor.get(reverse("desk")).content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;") == 2


def test_the_last_batches_are_found_again(editor: Client, story: Story, now: datetime) -> None:
    first = making.a_receipt(story.articles.first(), now).batch
    second = making.a_receipt(None, now + timedelta(minutes=1)).batch
    making.a_receipt(story.articles.first(), now + timedelta(minutes=1), batch=second)
    page = " ".join(editor.get(reverse("desk")).content.decode().split())
    assert re.findall(r'<a href="/received/([^/]*)/">([^<]*)</a>([^<]*)', page) == [
        (str(second), "2 files", ", 1 refused"),
        (str(first), "1 file", ""),
    ]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=10), "10 hours ago"),
    ],
)
def test_how_long_ago_the_last_change_was(editor: Client, now: datetime, gone: timedelta, expected: str) -> None:
    at = timezone.now() - gone
    making.a_disputed_story(at, slug="ferry", conflicts=1)
    page = editor.get(reverse("desk")).content.decode().replace("\xa0", " ")
    assert [found.strip() for found in re.findall(r"<time[^>]*>([^<]*)</time>", page)] == [expected]
