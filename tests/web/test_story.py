"""The page of a story: counts, filters, cards, and the line that tells what is at work."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Conflict, Run, Story
from factcheck.review.queue import Counts
from factcheck.web.queue_filter import QueueFilter, links
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


def _cards(page: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'<article class="card[^"]*" id="conflict-card-(\d+)"', page)]


def _page(client: Client, query: str = "") -> str:
    return client.get(reverse("story", args=["ferry"]) + query).content.decode()


@pytest.fixture
def mixed(story: Story, now: datetime) -> dict[str, int]:
    """One open error, one open discrepancy of another kind, one decided, one withdrawn."""
    articles = list(story.articles.all()[:2])
    asked = {
        "figure": {"level": "discrepancy", "kind": "figure"},
        "decided": {"state": "settled"},
        "withdrawn": {"state": "withdrawn"},
    }
    made = {name: making.a_conflict(story, now, ("Osei", articles), **more).pk for name, more in asked.items()}
    return {"error": story.conflicts.order_by("pk").first().pk, **made}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["error", "figure"]),
        ("?state=open", ["error", "figure"]),
        ("?state=decided", ["decided"]),
        ("?state=all", ["error", "figure", "decided"]),
        ("?level=error", ["error"]),
        ("?kind=figure", ["figure"]),
        ("?state=sideways&level=&kind=%00", ["error", "figure"]),
        ("?after={error}", ["figure"]),
        ("?after=99999999999999999999999", ["error", "figure"]),
        ("?after=²", ["error", "figure"]),
        ("?with={decided}", ["decided", "error", "figure"]),
        ("?with=99999999999999999999999", ["error", "figure"]),
        ("?with=²", ["error", "figure"]),
    ],
)
def test_filters_are_plain_links(query: str, shown: list[str], mixed: dict[str, int], editor: Client) -> None:
    assert _cards(_page(editor, query.format(**mixed))) == [mixed[name] for name in shown]


def test_the_links_of_the_filters() -> None:
    counts = Counts({("open", "error"): 2, ("open", "style"): 1, ("settled", "error"): 4})
    kinds = [("figure", "Figure", 2), ("date", "Date", 1)]
    made = links(QueueFilter(level="style"), counts, kinds)
    assert {name: [(one.label, one.number, one.query, one.current) for one in row] for name, row in made.items()} == {
        "states": [("Open", 3, "?", True), ("Decided", 4, "?state=decided", False), ("All", 7, "?state=all", False)],
        "levels": [
            ("Any level", 3, "?", False),
            ("Error", 2, "?level=error", False),
            ("House style", 1, "?level=style", True),
        ],
        "kinds": [("Any kind", 3, "?", False), ("Figure", 2, "?kind=figure", False), ("Date", 1, "?kind=date", False)],
    }


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for index in range(number):
        making.an_article(story, now, number=10 + index)
    client = cast.client("editor")
    # Session, user, 2 permissions, story; 4 of its counts; 3 of the filters; 5 of the cards and their articles;
    # the colleagues, the editor's own acts; the articles, the stories of the form; 3 of the copy beside the queue;
    # 2 of who is here.
    with django_assert_num_queries(26):
        client.get(reverse("story", args=["ferry"]))


def test_a_viewer_sees_the_cards_without_buttons(viewer: Client, editor: Client, story: Story) -> None:
    pages = [_page(client) for client in (viewer, editor)]
    assert [('name="verdict"' in page, "/decide/" in page, "Osai" in page) for page in pages] == [
        (False, False, True),
        (True, True, True),
    ]


def test_every_fragment_request_has_a_working_form_or_link(editor: Client, story: Story) -> None:
    Article.objects.update(state=Article.State.RECEIVED)
    page = _page(editor)
    posts = re.findall(r"<form[^>]*hx-post=\"([^\"]*)\"[^>]*>", page)
    assert posts == re.findall(r"<form[^>]*action=\"([^\"]*)\"[^>]*hx-post", page)
    assert page.count("hx-post=") == len(posts) > 0
    for address in re.findall(r'hx-get="([^"?]*)', page):
        assert f'href="{address}"' in page


@pytest.mark.parametrize(
    ("state", "known", "status", "says"),
    [
        ("received", "1", 200, "3 reports being read."),
        ("received", "0", 200, None),
        ("processed", "1", 286, ""),
        ("processed", "4", 286, "The queue has changed"),
        ("processed", "-2", 286, ""),
        ("processed", "x", 286, ""),
    ],
)
def test_the_line_that_tells_what_is_at_work(
    state: str, known: str, status: int, says: str | None, editor: Client, story: Story
) -> None:
    Article.objects.update(state=state)
    answer = editor.get(reverse("story", args=["ferry"]), {"known": known}, headers=FRAGMENT)
    page = answer.content.decode()
    # An empty queue fills itself: the page is loaded again.
    assert (answer.status_code, answer.headers.get("HX-Refresh")) == (status, "true" if says is None else None)
    if says is not None:
        assert re.match(rf'<div class="head" id="story-head-{story.pk}"[ >]', page)
        assert says in " ".join(page.split())


def test_comparing_and_a_worker_that_is_down(
    editor: Client, story: Story, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    making.a_run(story, now, Run.State.RUNNING)
    monkeypatch.setattr("factcheck.web.views.story.worker_is_up", lambda now: False)
    page = _page(editor)
    assert ("Comparing the reports." in page, "The worker does not answer." in page) == (True, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda story: story.articles.update(state="received"), "still being read and compared"),
        (lambda story: story.conflicts.update(state="settled"), "Every conflict of this story is decided."),
        (lambda story: story.conflicts.update(state="withdrawn"), "The reports agree"),
    ],
)
def test_an_empty_queue_says_why(change: object, says: str, editor: Client, story: Story) -> None:
    story.conflicts.update(state="withdrawn")
    change(story)  # type: ignore[operator]
    assert says in _page(editor)


def test_a_long_queue_comes_by_parts_while_cards_are_decided(editor: Client, now: datetime) -> None:
    story = making.a_disputed_story(now, conflicts=35)
    every = list(story.conflicts.order_by("rank").values_list("pk", flat=True))
    shown, address, said = [], story.get_absolute_url(), []
    while address:
        page = editor.get(address).content.decode()
        shown += _cards(page)
        said += re.findall(r"data-more>([^<]*)</a>\s*<span[^>]*>([^<]*)</span>", page)
        Conflict.objects.filter(pk__in=shown[:5]).update(state="settled")
        more = re.search(r'class="more".*?href="([^"]*)"', page, re.DOTALL)
        address = more.group(1).replace("&amp;", "&") if more else ""
    assert shown == every
    assert said == [("Show the next 12", "23 more below"), ("Show the next 11", "11 more below")]


def test_more_of_the_queue_is_a_fragment(editor: Client, now: datetime) -> None:
    story = making.a_disputed_story(now, conflicts=35)
    last = story.conflicts.order_by("rank").values_list("pk", flat=True)[11]
    page = editor.get(f"{story.get_absolute_url()}?state=all&after={last}", headers=FRAGMENT).content.decode()
    assert re.match(rf'<div class="stack" id="queue-after-{last}">', page)
    assert (len(_cards(page)), "<html" in page, "?state=all&amp;after=" in page) == (12, False, True)


def test_what_is_new_is_counted_and_shown_only_when_asked(editor: Client, story: Story) -> None:
    answer = editor.get(reverse("story", args=["ferry"]), {"known": "1"}, headers=FRAGMENT)
    assert "fresh" not in answer.content.decode()
    for _ in range(3):
        making.a_conflict(story, story.opened_at, ("Osei", list(story.articles.all()[:1])))
    page = " ".join(
        editor.get(reverse("story", args=["ferry"]), {"known": "1"}, headers=FRAGMENT).content.decode().split()
    )
    assert '<p class="fresh" role="status"> 3 new conflicts <a class="button"' in page
    assert "<title>3 new · (4) Ferry talks in Port Alder · Newsroom" in page
    assert _cards(page) == []


def test_hostile_words_are_shown_and_never_run(editor: Client, now: datetime) -> None:
    story = making.a_story(now, title=making.HOSTILE)
    article = making.an_article(story, now, headline=making.HOSTILE, body=f"He said {making.HOSTILE} again.")
    article.source.name = making.HOSTILE
    article.source.save()
    conflict = making.a_conflict(story, now, (making.HOSTILE, [article]), summary=making.HOSTILE, reason=making.HOSTILE)
    Conflict.objects.filter(pk=conflict.pk).update(suggested=making.HOSTILE + "x")
    for address in (
        story.get_absolute_url(),
        article.get_absolute_url(),
        conflict.get_absolute_url(),
        reverse("digest-preview", args=[story.slug]),
    ):
        page = editor.get(address).content.decode()
        assert (address, "<script>alert" in page, "<b onclick" in page) == (address, False, False)
        assert "&lt;script&gt;alert" in page


def test_a_failed_comparison_is_said_and_can_be_made_again(
    cast: Cast, editor: Client, viewer: Client, now: datetime, rung: list[int]
) -> None:
    story = making.a_story(now)
    for number in (0, 1):
        making.an_article(story, now, number=number)
    making.a_run(story, now, Run.State.FAILED, error="The work took too long.")
    page = _page(editor)
    assert ("The work took too long." in page, "The reports agree" in page, "Compare again" in page) == (
        True,
        False,
        True,
    )
    assert ("The work took too long." in _page(viewer), "Compare again" in _page(viewer)) == (True, False)
    answer = editor.post(reverse("story-again", args=["ferry"]), follow=True)
    assert "The reports are compared again." in answer.content.decode()
    assert rung == [story.runs.get(state=Run.State.QUEUED).pk]
    assert "could not be compared" not in _page(editor)
