"""Never again, handing on, undo and redo, several at once, the memory and the log: their pages and their fragments."""

import json
import re
from datetime import date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Decision, Entry, Handover, Silence, Story
from factcheck.review import memory, service
from factcheck.types import Deed, Scope, Verdict
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


@pytest.fixture
def conflict(story: Story) -> Conflict:
    return story.conflicts.get()


def _told(answer: object) -> dict[str, object]:
    return json.loads(answer.headers.get("HX-Trigger-After-Settle", "{}")).get("recorded", {})  # type: ignore[attr-defined]


def _words(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def _state(conflict: Conflict) -> str:
    return Conflict.objects.get(pk=conflict.pk).state


def test_never_again_in_place_and_back(editor: Client, conflict: Conflict) -> None:
    form = {"scope": "story", "reason": "Both are used.", "expires_on": "2999-01-31"}
    answer = editor.post(reverse("silence", args=[conflict.pk]), form, headers=FRAGMENT)
    assert _told(answer) == {
        "card": f"conflict-card-{conflict.pk}",
        "sentence": "You silenced “Osei” / “Osai” for this story.",
        "open": False,
        "undo": True,
    }
    page = _words(answer)
    assert "<strong>Silenced</strong> for this story by a rule of Ada" in page
    assert ("up to 31 Jan 2999: “Both are used.”" in page, _state(conflict)) == (True, "silenced")
    back = editor.post(
        reverse("memory-restore", args=[Silence.objects.get().pk]), {"card": conflict.pk}, headers=FRAGMENT
    )
    assert (_told(back)["sentence"], _state(conflict)) == ("You restored “Osei” / “Osai” for this story.", "open")


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "This field is required."),
        ({"scope": "always", "reason": "x"}, "An error can be silenced on its card or in its story, but not always."),
        ({"scope": "story", "reason": " "}, "Say why: others will find this rule in the desk’s memory."),
        ({"scope": "card", "expires_on": "soon"}, "Give the last day as a date, such as 2026-03-31."),
        ({"scope": "card", "expires_on": "2001-01-01"}, "The last day of the rule is over already."),
    ],
)
def test_a_rule_that_is_refused_keeps_what_was_typed(
    form: dict[str, str], sentence: str, editor: Client, conflict: Conflict
) -> None:
    form = {"form": "never", "reason": "A reason.", **form}
    answer = editor.post(reverse("silence", args=[conflict.pk]), form, headers=FRAGMENT)
    page = _words(answer)
    assert (answer.status_code, sentence in page, Silence.objects.count()) == (422, True, 0)
    assert f'name="reason" value="{form["reason"]}"' in page


def test_a_rule_that_reaches_other_cards_loads_the_page_anew(editor: Client, cast: Cast, now: datetime) -> None:
    story = making.a_disputed_story(now, conflicts=2)
    first = story.conflicts.first()
    assert first is not None
    form = {"scope": "story", "reason": "Both are used."}
    answer = editor.post(reverse("silence", args=[first.pk]), form, headers=FRAGMENT)
    assert (answer.headers["HX-Refresh"], Silence.objects.get().silenced.count()) == ("true", 2)
    page = editor.get(f"{reverse('story', args=['ferry'])}?state=silenced").content.decode()
    assert (page.count('data-state="silenced"'), "You silenced" in page) == (2, True)
    undone = editor.post(reverse("story-undo", args=["ferry"]), headers=FRAGMENT)
    assert (undone.headers["HX-Refresh"], set(story.conflicts.values_list("state", flat=True))) == ("true", {"open"})


def test_without_javascript_one_comes_back_to_the_card(editor: Client, conflict: Conflict) -> None:
    place = f"/stories/ferry/?with={conflict.pk}#conflict-card-{conflict.pk}"
    answer = editor.post(reverse("silence", args=[conflict.pk]), {"scope": "card"})
    assert (answer.headers["Location"], _state(conflict)) == (place, "silenced")
    answer = editor.post(reverse("story-undo", args=["ferry"]))
    assert (answer.headers["Location"], _state(conflict)) == (place, "open")
    answer = editor.post(reverse("story-redo", args=["ferry"]), {"beside": conflict.pk})
    assert (answer.headers["Location"], _state(conflict)) == (f"/conflicts/{conflict.pk}/", "silenced")
    answer = editor.post(reverse("story-redo", args=["ferry"]), follow=True)
    assert "There is nothing to do again." in answer.content.decode()


@pytest.mark.parametrize(
    ("to", "shown", "sentence"),
    [
        ("{chief}", "For Carl", "You gave this card to Carl."),
        ("{editor}", "For you", "You took this card."),
        ("chief", "For the chief", "You asked the chief to decide."),
        ("", None, "You gave this card back to everybody."),
    ],
)
def test_handing_on(to: str, shown: str | None, sentence: str, editor: Client, cast: Cast, conflict: Conflict) -> None:
    form = {"to": to.format(chief=cast.chief.pk, editor=cast.editor.pk), "note": "Look at the title."}
    answer = editor.post(reverse("hand", args=[conflict.pk]), form, headers=FRAGMENT)
    page = _words(answer)
    assert _told(answer)["sentence"] == sentence
    tag = f'<span class="tag">{shown}</span> <span class="quiet">from Ada</span> <span>“Look at the title.”</span>'
    assert (tag in page) is (shown is not None)


def test_a_card_goes_only_to_who_may_decide(editor: Client, cast: Cast, conflict: Conflict) -> None:
    User.objects.filter(pk=cast.chief.pk).update(is_active=False)
    for person in (cast.viewer, cast.chief):
        form = {"to": person.pk, "note": "Yours?", "form": "hand"}
        answer = editor.post(reverse("hand", args=[conflict.pk]), form, headers=FRAGMENT)
        assert (answer.status_code, 'name="note" value="Yours?"' in _words(answer)) == (422, True)
    assert Handover.objects.count() == 0


def test_the_queue_of_ones_own_cards(editor: Client, chief: Client, cast: Cast, story: Story, now: datetime) -> None:
    mine = making.a_conflict(story, now, ("Osei", list(story.articles.all()[:1])))
    assert "whose=" not in editor.get(reverse("story", args=["ferry"])).content.decode()
    chief.post(reverse("hand", args=[mine.pk]), {"to": cast.editor.pk})
    page = editor.get(f"{reverse('story', args=['ferry'])}?whose=mine").content.decode()
    assert re.findall(r'id="conflict-card-(\d+)"', page) == [str(mine.pk)]
    assert 'href="?whose=mine" aria-current="true">Mine <span class="figures">1</span>' in page
    assert "whose=chief" not in page


def test_undo_by_key_brings_the_card_along(editor: Client, cast: Cast, conflict: Conflict, now: datetime) -> None:
    service.decide(conflict, editor=cast.editor, verdict=Verdict.UNSURE, now=now)
    answer = editor.post(reverse("story-undo", args=["ferry"]), headers=FRAGMENT)
    page = answer.content.decode()
    assert page.startswith('<div class="small" id="last-act"')
    assert re.search(rf'<article class="card" id="conflict-card-{conflict.pk}"[^>]* hx-swap-oob="true"', page)
    assert _told(answer) == {
        "card": f"conflict-card-{conflict.pk}",
        "sentence": "You took back: could not tell.",
        "open": True,
        "undo": False,
    }
    again = editor.post(reverse("story-redo", args=["ferry"]), headers=FRAGMENT)
    assert (_told(again)["sentence"], _state(conflict)) == ("You did again: could not tell.", "unsure")
    refused = editor.post(reverse("story-redo", args=["ferry"]), headers=FRAGMENT)
    assert (refused.status_code, "There is nothing to do again." in _words(refused)) == (422, True)


def test_the_line_says_what_undo_would_take_back(
    editor: Client, viewer: Client, cast: Cast, conflict: Conflict
) -> None:
    address = reverse("history", args=["ferry"])
    assert "You have done nothing here" in _words(editor.get(address, headers=FRAGMENT))
    service.decide(conflict, editor=cast.editor, verdict=Verdict.UNSURE, now=timezone.now())
    assert "you could not tell." in _words(editor.get(address, headers=FRAGMENT))
    assert "could not tell." in _words(editor.get(reverse("story", args=["ferry"])))
    assert 'id="story-history"' not in _words(viewer.get(reverse("story", args=["ferry"])))
    assert editor.get(address).headers["Location"] == "/activity/?story=ferry"


def _seen(page: str) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_several_at_once(editor: Client, cast: Cast, now: datetime) -> None:
    story = making.a_disputed_story(now, conflicts=3)
    queue = editor.get(reverse("story", args=["ferry"])).content.decode()
    [address, _] = re.findall(r'href="(/stories/ferry/bulk/[^"]*)"', queue)
    address = address.replace("&amp;", "&")
    assert parse_qs(urlsplit(address).query) == {"way": ["approve"]}
    page = editor.get(address).content.decode()
    assert page.count("<strong>approve “Osei”</strong>") == 3
    assert Decision.objects.count() == 0
    done = editor.post(address, {"seen": _seen(page)}, follow=True)
    assert "You approved the suggestions of 3 cards (any sort). It can be taken back as one, below." in _words(done)
    assert set(story.conflicts.values_list("state", flat=True)) == {"settled"}
    editor.post(reverse("story-undo", args=["ferry"]))
    assert (set(story.conflicts.values_list("state", flat=True)), Decision.objects.count()) == ({"open"}, 6)


def test_several_at_once_refuses_a_queue_that_changed(editor: Client, cast: Cast, now: datetime) -> None:
    story = making.a_disputed_story(now, conflicts=2)
    address = f"{reverse('story-bulk', args=['ferry'])}?way=dismiss"
    seen = _seen(editor.get(address).content.decode())
    first = story.conflicts.first()
    assert first is not None
    service.decide(first, editor=cast.chief, verdict=Verdict.UNSURE, now=now)
    answer = editor.post(address, {"seen": seen})
    page = _words(answer)
    assert "Nothing was recorded: the queue has changed since this list was made. Look at it again." in page
    assert "No longer on the list: The minister&#x27;s name is spelt in 2 ways. (Carl could not tell)" in page
    assert (answer.status_code, Decision.objects.count(), _seen(answer.content.decode()) != seen) == (422, 1, True)


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
    editor.post(reverse("digest-issue", args=["ferry"]))
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
