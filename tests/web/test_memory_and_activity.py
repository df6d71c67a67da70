"""The memory and the log as pages: what they list, by which filters, and what can be taken back from them."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Entry, Silence, Story
from factcheck.review import memory, service
from factcheck.types import Deed, Scope, Verdict
from tests.web import making
from tests.web.conftest import Cast


@pytest.fixture
def conflict(story: Story) -> Conflict:
    return story.conflicts.get()


def _words(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def _state(conflict: Conflict) -> str:
    return Conflict.objects.get(pk=conflict.pk).state


def _rules(client: Client, query: str = "") -> list[str]:
    page = client.get(reverse("memory") + query).content.decode()
    return re.findall(r'<tr id="rule-(\d+)"', page)


def test_the_memory_lists_its_rules(editor: Client, viewer: Client, cast: Cast, story: Story, now: datetime) -> None:
    articles = list(story.articles.all()[:1])
    style = {"kind": "quote-marks", "level": "style"}
    conflicts = [making.a_conflict(story, now, ("Osei", articles), (f"Osai{n}", []), **style) for n in range(3)]
    scopes = (Scope.CARD, Scope.STORY, Scope.ALWAYS)
    rules = [
        making.a_silence(conflict, cast.editor, now, scope) for conflict, scope in zip(conflicts, scopes, strict=True)
    ]
    spelling = making.a_silence(story.conflicts.order_by("pk")[0], cast.chief, now)
    memory.restore(rules[0], editor=cast.chief, now=now)
    Silence.objects.filter(pk=rules[1].pk).update(expires_on=date(2001, 1, 1))
    card, of_story, always, other = (str(rule.pk) for rule in (*rules, spelling))
    found = {query: _rules(editor, query) for query in ("", "?state=over", "?state=all", "?scope=always", "?scope=x")}
    assert found == {
        "": [other, always],
        "?state=over": [of_story, card],
        "?state=all": [other, always, of_story, card],
        "?scope=always": [always],
        "?scope=x": [other, always],
    }
    assert _rules(editor, "?kind=name-spelling") == [other]
    page = _words(editor.get(reverse("memory") + "?state=all"))
    for words in ("every story, always", "House style.", "1 Jan 2001", "Restored by Carl", "House style"):
        assert words in page
    assert (page.count("Restore<"), "Undo<" in page, "None" in page) == (2, True, False)
    read = _words(viewer.get(reverse("memory") + "?state=all"))
    assert ("Restore<" in read, "Undo<" in read, "“Osei”" in read) == (False, False, True)


def test_a_rule_is_restored_from_the_memory_with_undo(
    editor: Client, cast: Cast, conflict: Conflict, now: datetime
) -> None:
    rule = making.a_silence(conflict, cast.chief, now)
    answer = editor.post(f"{reverse('memory-restore', args=[rule.pk])}?state=all")
    assert (answer.headers["Location"], _state(conflict)) == ("/memory/?state=all", "open")
    lifted = Silence.objects.get().lifted
    assert lifted is not None
    back = editor.post(f"{reverse('entry-answer', args=[lifted.pk])}?state=all", {"list": "memory"})
    assert (back.headers["Location"], _state(conflict)) == ("/memory/?state=all", "silenced")
    twice = editor.post(reverse("memory-restore", args=[rule.pk]), follow=True)
    assert "This rule was lifted already." in twice.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_queries_of_the_memory_do_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_story(now)
    articles = [making.an_article(story, now)]
    for index in range(number):
        made = making.a_conflict(story, now, ("Osei", articles), (f"Osai{index}", []))
        memory.restore(making.a_silence(made, cast.editor, now), editor=cast.chief, now=now)
    client = cast.client("editor")
    # Session, user, 2 permissions; the number of rules, the rules, their kinds.
    with django_assert_num_queries(7):
        client.get(reverse("memory") + "?state=all")


@pytest.fixture
def log(cast: Cast, story: Story, conflict: Conflict, now: datetime) -> dict[str, Entry]:
    """An act of each of two people, one of them a day later and in another story."""
    service.decide(conflict, editor=cast.editor, verdict=Verdict.UNSURE, now=now)
    other = making.a_story(now, slug="other", title="Other talks")
    later = making.an_entry(other, cast.chief, now + timedelta(days=1), deed=Deed.ISSUE)
    return {"decided": Entry.objects.get(deed=Deed.DECIDE), "issued": later}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["issued digest no. 1", "could not tell"]),
        ("?person=ada", ["could not tell"]),
        ("?deed=issue", ["issued digest no. 1"]),
        ("?story=ferry", ["could not tell"]),
        ("?day=2023-09-20", ["issued digest no. 1"]),
        ("?day=2023-99-99&deed=x&page=x", ["issued digest no. 1", "could not tell"]),
        ("?person=%00", ["issued digest no. 1", "could not tell"]),
        ("?person=ada&deed=issue", []),
    ],
)
def test_the_log_by_person_sort_story_and_day(
    query: str, shown: list[str], editor: Client, log: dict[str, Entry]
) -> None:
    page = editor.get(reverse("activity") + query).content.decode()
    assert re.findall(r"<strong>\w+</strong> ([^<]*)</p>", page) == shown
    assert ("No act of this sort." in page) is (not shown)


def test_what_can_be_taken_back_has_a_button(
    editor: Client, viewer: Client, log: dict[str, Entry], conflict: Conflict
) -> None:
    address = reverse("entry-answer", args=[log["decided"].pk])
    for client, buttons in ((editor, 1), (viewer, 0)):
        page = client.get(reverse("activity")).content.decode()
        assert (page.count("Undo<"), page.count(f'action="{address}')) == (buttons, buttons)
    answer = editor.post(f"{address}?person=ada")
    assert (answer.headers["Location"], _state(conflict)) == ("/activity/?person=ada", "open")
    page = _words(editor.get(reverse("activity")))
    assert ("<strong>Ada</strong> took back: could not tell" in page, "taken back since" in page) == (True, True)
    refused = editor.post(reverse("entry-answer", args=[log["issued"].pk]), follow=True)
    assert "That can be read in the log, but not taken back." in refused.content.decode()


def test_a_moved_report_and_a_digest_are_in_the_log(editor: Client, story: Story, now: datetime) -> None:
    other = making.a_story(now, slug="other", title="Other talks")
    moved = story.articles.order_by("pk")[2]
    editor.post(reverse("article-move", args=[moved.pk]), {"story": other.pk})
    story.runs.all().delete()
    story.conflicts.update(level="discrepancy")
    page = editor.get(reverse("digest-preview", args=["ferry"])).content.decode()
    editor.post(reverse("digest-issue", args=["ferry"]), making.seen(page))
    assert list(Entry.objects.order_by("pk").values_list("deed", "words", "story__slug")) == [
        (
            "move",
            "moved “Minister opens ferry talks, take 2” from “Ferry talks in Port Alder” to “Other talks”",
            "other",
        ),
        ("issue", "issued digest no. 1", "ferry"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_queries_of_the_log_do_not_grow(
    number: int, cast: Cast, story: Story, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conflict = story.conflicts.get()
    for index in range(number):
        service.decide(conflict, editor=cast.editor, verdict=Verdict.ANNOTATE, note=f"Note {index}.", now=now)
    client = cast.client("editor")
    # Session, user, 2 permissions; the number of acts, the acts, the people and the stories of the filter.
    with django_assert_num_queries(8):
        client.get(reverse("activity"))


def test_a_long_log_is_cut_into_pages(editor: Client, cast: Cast, story: Story, now: datetime) -> None:
    for number in range(51):
        making.an_entry(story, cast.editor, now, words=f"act {number}")
    first = editor.get(reverse("activity") + "?person=ada").content.decode()
    assert ("Page 1 of 2" in first, 'rel="next" href="?person=ada&amp;page=2"' in first) == (True, True)
    assert "act 0<" in editor.get(reverse("activity") + "?person=ada&page=2").content.decode()


def test_hostile_words_are_shown_and_never_run(editor: Client, cast: Cast, now: datetime) -> None:
    story = making.a_story(now, title=making.HOSTILE)
    articles = [making.an_article(story, now, headline=making.HOSTILE, body=f"He said {making.HOSTILE} again.")]
    made = making.a_conflict(story, now, (making.HOSTILE, articles), ("said", articles), summary=making.HOSTILE)
    making.a_conflict(story, now, ("again", articles), summary=making.HOSTILE)
    making.a_silence(made, cast.editor, now, reason=making.HOSTILE)
    addresses = [reverse("memory"), reverse("activity"), f"{reverse('story-bulk', args=[story.slug])}?way=dismiss"]
    for address in (*addresses, made.get_absolute_url()):
        page = editor.get(address).content.decode()
        assert (address, "<script>alert" in page, "<b onclick" in page) == (address, False, False)
        assert "&lt;script&gt;alert" in page
