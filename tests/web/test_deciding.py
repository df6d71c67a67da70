"""Never again, handing on, undo and redo, several at once: the pages and the fragments."""

import json
import re
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.models import Conflict, Decision, Handover, Silence, Story
from factcheck.review import service
from factcheck.types import Verdict
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
    assert (page.count("<strong>approve “Osei”</strong>"), 'name="q" value=""' in page) == (3, True)
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
