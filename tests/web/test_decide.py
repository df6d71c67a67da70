"""Deciding a conflict: with htmx, without JavaScript, by two editors at once."""

import json
import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Decision, Story
from factcheck.review import service
from factcheck.types import Verdict
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


@pytest.fixture
def conflict(story: Story) -> Conflict:
    return story.conflicts.get()


def _act(client: Client, conflict: Conflict, name: str = "decide", **form: object) -> tuple[str, dict[str, object]]:
    answer = client.post(reverse(name, args=[conflict.pk]), form, headers=FRAGMENT)
    told = json.loads(answer.headers.get("HX-Trigger-After-Settle", "{}")).get("recorded", {})
    page = answer.content.decode().strip()
    assert page.startswith(
        f'<article class="card{" decided" if not _is_open(conflict) else ""}" id="conflict-card-{conflict.pk}"'
    )
    assert page.endswith("</article>")
    return page, told


def _is_open(conflict: Conflict) -> bool:
    return Conflict.objects.get(pk=conflict.pk).state == "open"


def _recorded() -> list[tuple[str, str, str, str]]:
    rows = Decision.objects.order_by("pk").select_related("reading")
    return [(row.verdict, row.reading.text if row.reading else "", row.replacement, row.note) for row in rows]


@pytest.mark.parametrize(
    ("form", "recorded", "state", "sentence"),
    [
        ({"verdict": "approve", "reading": "Osei"}, ("approve", "Osei", "", ""), "settled", "You approved “Osei”."),
        ({"verdict": "reject", "reading": "Osai"}, ("reject", "Osai", "", ""), "open", "You rejected “Osai”."),
        ({"verdict": "replace", "replacement": " Ose "}, ("replace", "", "Ose", ""), "settled", "You typed “Ose”."),
        ({"verdict": "none"}, ("none", "", "", ""), "settled", "You found no reading right."),
        ({"verdict": "unsure"}, ("unsure", "", "", ""), "unsure", "You could not tell."),
        ({"verdict": "dismiss"}, ("dismiss", "", "", ""), "dismissed", "You found no conflict here."),
        ({"verdict": "annotate", "note": "ask"}, ("annotate", "", "", "ask"), "open", "You added a note."),
        (
            {"verdict": "annotate", "note": "ask", "reading": "Osei"},
            ("annotate", "Osei", "", "ask"),
            "open",
            "You added a note to “Osei”.",
        ),
    ],
)
def test_each_act_in_place(
    form: dict[str, str], recorded: tuple[str, ...], state: str, sentence: str, editor: Client, conflict: Conflict
) -> None:
    if "reading" in form:
        form = form | {"reading": str(conflict.readings.get(text=form["reading"]).pk)}
    _, told = _act(editor, conflict, **form)
    assert _recorded() == [recorded]
    assert told == {
        "card": f"conflict-card-{conflict.pk}",
        "sentence": sentence,
        "open": state == "open",
        "undo": True,
    }
    assert Conflict.objects.get(pk=conflict.pk).state == state


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"verdict": "approve"}, "Choose the reading that you mean."),
        ({"verdict": "approve", "reading": "999"}, "That reading is no longer on the card. Look at it again."),
        ({"verdict": "annotate", "note": "  "}, "Write the note first."),
        ({"verdict": "replace", "replacement": ""}, "Type the words that should stand."),
        ({"verdict": "guess"}, "Select a valid choice."),
        ({}, "This field is required."),
        ({"verdict": "unsure", "seen": "-1"}, "Ensure this value is greater than or equal to 0."),
        ({"verdict": "annotate", "note": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_a_sentence(
    form: dict[str, str], sentence: str, editor: Client, conflict: Conflict
) -> None:
    page, told = _act(editor, conflict, **form)
    assert sentence in page
    assert (told, _recorded()) == ({}, [])


@pytest.fixture
def three(story: Story, now: datetime) -> Conflict:
    """A conflict of three readings: more than one may stand, and not all."""
    reports = list(story.articles.order_by("pk"))
    readings = (("opened", reports[:1]), ("talks", reports[1:2]), ("Monday", reports[2:]))
    return making.a_conflict(story, now, *readings, kind="translation", level="discrepancy")


def _ticks(conflict: Conflict, *words: str) -> list[int]:
    return [conflict.readings.get(text=word).pk for word in words]


def test_what_is_ticked_may_stand_as_one_act(editor: Client, three: Conflict) -> None:
    page, told = _act(editor, three, verdict="approve", ticked=_ticks(three, "Monday", "opened"), seen=0)
    assert (told["sentence"], told["open"]) == ("You approved “opened” and “Monday”.", False)
    [act] = Decision.objects.all()
    assert (act.reading.text, act.also, page.count("tag approved")) == ("opened", _ticks(three, "Monday"), 2)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Choose the reading that you mean."),
        (["talks"], "You approved “talks”."),
        (["opened", "talks", "Monday"], "You approved “opened”, “talks” and “Monday”."),
    ],
)
def test_ticks_without_javascript(words: list[str], sentence: str, editor: Client, three: Conflict) -> None:
    form = {"verdict": "approve", "ticked": _ticks(three, *words), "seen": "0"}
    page = editor.post(reverse("decide", args=[three.pk]), form, follow=True).content.decode()
    assert (sentence in page, Decision.objects.count()) == (True, len(words[:1]))


@pytest.mark.parametrize("value", ["x", "999", "-1", "9" * 30])
def test_a_tick_that_is_none_of_the_readings_is_refused(value: str, editor: Client, three: Conflict) -> None:
    page, told = _act(editor, three, verdict="approve", ticked=[*_ticks(three, "opened"), value])
    assert (told, _recorded(), 'role="alert"' in page) == ({}, [], True)


def test_ticks_are_kept_when_another_editor_was_faster(
    cast: Cast, editor: Client, three: Conflict, now: datetime
) -> None:
    service.decide(three, editor=cast.chief, verdict=Verdict.UNSURE, now=now)
    page, told = _act(editor, three, verdict="approve", ticked=_ticks(three, "opened", "Monday"), seen=0)
    kept = re.findall(r'name="ticked" value="(\d+)"[^>]* checked', page)
    assert (told, len(_recorded()), [int(pk) for pk in kept]) == ({}, 1, _ticks(three, "opened", "Monday"))


def test_only_a_card_of_three_readings_or_more_has_ticks(editor: Client, conflict: Conflict, three: Conflict) -> None:
    pages = [editor.get(reverse("conflict", args=[one.pk])).content.decode() for one in (conflict, three)]
    forms = [re.findall(r'name="ticked" value="\d+" form="([^"]*)"', page) for page in pages]
    assert forms == [[], [f"several-{three.pk}"] * 3]
    assert [page.count(f'id="several-{three.pk}"') for page in pages] == [0, 1]
    assert re.findall(r'data-tick="(\d)" aria-keyshortcuts="(Shift\+\d)"', pages[1]) == [
        ("1", "Shift+1"), ("2", "Shift+2"), ("3", "Shift+3"),
    ]  # fmt: skip
    assert [page.count("Let the ticked readings stand") for page in pages] == [0, 1]


def test_a_viewer_has_no_ticks(viewer: Client, three: Conflict) -> None:
    page = viewer.get(reverse("conflict", args=[three.pk])).content.decode()
    assert ('name="ticked"' in page, "Let the ticked readings stand" in page) == (False, False)


@pytest.mark.parametrize("number", [2, 3])
def test_the_number_of_queries_does_not_grow_with_the_ticks(
    number: int, editor: Client, three: Conflict, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ticked = _ticks(three, *("opened", "talks", "Monday")[:number])
    with django_assert_num_queries(32):
        _act(editor, three, verdict="approve", ticked=ticked, seen=0)


def test_what_was_typed_is_kept_when_it_is_refused(editor: Client, conflict: Conflict) -> None:
    words = "n" * 4001
    page, _ = _act(editor, conflict, verdict="annotate", note=words)
    assert ("The note is too long" in page, words in page) == (True, True)


def test_undo_takes_back_and_tells(editor: Client, conflict: Conflict) -> None:
    _act(editor, conflict, verdict="unsure")
    _, told = _act(editor, conflict, "undo", seen=Decision.objects.get().pk)
    assert told == {
        "card": f"conflict-card-{conflict.pk}",
        "sentence": "You took back: Ada could not tell.",
        "open": True,
        "undo": False,
    }


def test_there_may_be_nothing_to_undo(editor: Client, conflict: Conflict) -> None:
    page, _ = _act(editor, conflict, "undo")
    assert "There is nothing left to take back here." in page


def test_what_another_editor_did_meanwhile_is_told(
    cast: Cast, editor: Client, conflict: Conflict, now: datetime
) -> None:
    reading = conflict.readings.get(text="Osai")
    service.decide(conflict, editor=cast.chief, verdict=Verdict.APPROVE, reading=reading, now=now)
    page, told = _act(editor, conflict, verdict="replace", replacement="Osae", seen=0)
    assert "While you were deciding, Carl approved “Osai”." in " ".join(page.split())
    assert "Not recorded: this card was decided meanwhile." in page
    assert (told, _recorded(), 'value="Osae"' in page) == ({}, [("approve", "Osai", "", "")], True)
    # The card now shows what the other did: whoever still means it presses again.
    seen = Decision.objects.get().pk
    assert f'name="seen" value="{seen}"' in page
    _act(editor, conflict, verdict="replace", replacement="Osae", seen=seen)
    assert _recorded()[1:] == [("replace", "", "Osae", "")]


def test_a_note_is_taken_whatever_others_did(cast: Cast, editor: Client, conflict: Conflict, now: datetime) -> None:
    service.decide(conflict, editor=cast.chief, verdict=Verdict.UNSURE, now=now)
    page, told = _act(editor, conflict, verdict="annotate", note="Ask the ministry.", seen=0)
    assert "While you were deciding, Carl could not tell." in " ".join(page.split())
    assert told["sentence"] == "You added a note."


def test_without_javascript_the_card_is_found_again(editor: Client, conflict: Conflict) -> None:
    answer = editor.post(reverse("decide", args=[conflict.pk]), {"verdict": "unsure"})
    place = f"/stories/ferry/?with={conflict.pk}#conflict-card-{conflict.pk}"
    assert (answer.status_code, answer.headers["Location"]) == (302, place)
    page = editor.get(place).content.decode()
    assert ("You could not tell." in page, f'action="/conflicts/{conflict.pk}/undo/"' in page) == (True, True)


def test_without_javascript_others_acts_are_told_too(
    cast: Cast, editor: Client, conflict: Conflict, now: datetime
) -> None:
    service.decide(conflict, editor=cast.chief, verdict=Verdict.UNSURE, now=now)
    form = {"verdict": "replace", "replacement": "Osae"}
    answer = editor.post(reverse("decide", args=[conflict.pk]), form)
    page = " ".join(answer.content.decode().split())
    assert (answer.status_code, 'value="Osae"' in page, len(_recorded())) == (422, True, 1)
    assert "While you were deciding, Carl could not tell." in page


def test_from_its_own_page_one_comes_back_to_it(editor: Client, conflict: Conflict) -> None:
    answer = editor.post(reverse("decide", args=[conflict.pk]), {"verdict": "unsure", "alone": "1"})
    assert answer.headers["Location"] == reverse("conflict", args=[conflict.pk])


def test_a_refusal_without_javascript(editor: Client, conflict: Conflict) -> None:
    answer = editor.post(reverse("decide", args=[conflict.pk]), {"verdict": "approve"}, follow=True)
    assert "Choose the reading that you mean." in answer.content.decode()


def test_the_keys_are_printed_on_the_buttons(editor: Client, conflict: Conflict) -> None:
    page = editor.get(reverse("conflict", args=[conflict.pk])).content.decode()
    keys = re.findall(r'data-key="([^"]*)"', page)
    assert keys == ["z", "Z", "a 1", "r", "2", "r", "x", "c", "s", "o", "n", "h", "m"]
    for key in "za12rxcsonhm":
        assert f'<kbd aria-hidden="true">{key}</kbd>' in page


def test_a_suggestion_that_nobody_printed_can_be_approved(editor: Client, story: Story, now: datetime) -> None:
    conflict = making.a_conflict(story, now, ("Osai", list(story.articles.all()[2:])), suggested="Osei")
    page = editor.get(reverse("conflict", args=[conflict.pk])).content.decode()
    assert '<input type="hidden" name="replacement" value="Osei">' in page
    assert re.findall(r'data-key="([^"]*)"', page) == ["z", "Z", "a", "1", "r", "x", "c", "s", "o", "n", "h", "m"]
    _act(editor, conflict, verdict="replace", replacement="Osei")
    assert Conflict.objects.get(pk=conflict.pk).state == "settled"


def test_the_note_of_a_viewer_is_not_taken(viewer: Client, conflict: Conflict) -> None:
    answer = viewer.post(reverse("decide", args=[conflict.pk]), {"verdict": "annotate", "note": "x"}, headers=FRAGMENT)
    assert (answer.status_code, _recorded()) == (403, [])


def test_one_origin_is_said(editor: Client, conflict: Conflict) -> None:
    conflict.readings.filter(text="Osei").update(origins=1)
    page = editor.get(reverse("conflict", args=[conflict.pk])).content.decode()
    assert "2 reports, 1 origin" in page


def test_decisions_are_listed_with_author_and_time(editor: Client, cast: Cast, conflict: Conflict) -> None:
    service.decide(conflict, editor=cast.chief, verdict=Verdict.NONE, note="no idea", now=timezone.now())
    service.undo(conflict, editor=cast.editor, now=timezone.now())
    page = " ".join(editor.get(reverse("conflict", args=[conflict.pk])).content.decode().split())
    assert '<span class="undone"><span class="who">Carl</span> found no reading right</span>' in page
    assert "(taken back)" in page
    assert "2 decisions so far" in page
