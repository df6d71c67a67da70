"""The page on which a digest is put together: fields, order, autosave, and two editors at once."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.models import Composition, Story
from factcheck.review import service
from factcheck.types import Verdict
from factcheck.web.putting import part_rows, sent_composition
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


@pytest.fixture
def decided(story: Story, cast: Cast, now: datetime) -> Story:
    """Ada approved “Osei” over “Osai”."""
    conflict = story.conflicts.get()
    reading = conflict.readings.get(text="Osei")
    service.decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=reading, now=now)
    return story


ADDRESS = "/stories/ferry/digest/compose/"


def page(client: Client, **query: str) -> str:
    return " ".join(client.get(ADDRESS, query).content.decode().split())


def fields(markup: str) -> dict[str, Any]:
    """What a browser would send from the page without a change."""
    form = markup.split('id="composing"')[1].split("</form>")[0]
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and ('type="checkbox"' not in tag or " checked" in tag):
            sent.setdefault(name[1], []).append(value[1])
    for name, words in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form):
        sent[name] = [words.replace("&#x27;", "'").replace("&quot;", '"')]
    return sent


def test_what_is_sent_back_unchanged_changes_nothing(editor: Client, decided: Story) -> None:
    sent = fields(page(editor))
    assert sent["order"] == list(ORDER)
    answer = editor.post(ADDRESS, sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("digest-preview", args=["ferry"]))
    assert not Composition.objects.exists()


def test_headline_words_and_base_are_kept_and_printed(editor: Client, decided: Story) -> None:
    sent = fields(page(editor))
    base = decided.articles.last()
    [name] = [key for key in sent if key.startswith("words-corrections")]
    sent |= {"headline": "Ferry talks begin", "summary": "", "base": base.pk, name: "The name is Osei."}
    preview = editor.post(ADDRESS, sent, follow=True).content.decode()
    for words in ("Ferry talks begin", "The name is Osei.", "Saved. This is the digest as you put it together."):
        assert words in preview
    assert preview.count('class="copy corrected"') == 1
    again = page(editor)
    composed = 'Composed: <span lang="en" dir="auto">Minister opens ferry talks'
    assert ('value="Ferry talks begin"' in again, composed in again) == (True, True)
    assert Composition.objects.get().parts == {
        "headline": "Ferry talks begin",
        "summary": "",
        "base": base.pk,
        "edited": {name.removeprefix("words-"): "The name is Osei."},
    }


def test_items_and_parts_can_be_left_out_and_put_in_again(editor: Client, decided: Story) -> None:
    sent = fields(page(editor))
    editor.post(ADDRESS, sent | {"keep": [], "part": ["articles", "corrections"]})
    preview = editor.get(reverse("digest-preview", args=["ferry"])).content.decode()
    # The copy is corrected all the same, so nobody says that it is not.
    assert ("No word was changed." in preview, 'id="corrections-title"' in preview) == (False, False)
    assert ("<ins>" in preview, "Facts that stand" in preview) == (True, False)
    assert re.findall(r'<fieldset class="part-row([^"]*)" id="part-(\w+)"', page(editor))[:3] == [
        ("", "corrections"), ("", "articles"), (" dropped", "facts"),
    ]  # fmt: skip
    editor.post(ADDRESS, fields(page(editor)) | {"keep": sent["keep"], "part": sent["part"]})
    preview = editor.get(reverse("digest-preview", args=["ferry"])).content.decode()
    assert ('id="corrections-title"' in preview, "Facts that stand" in preview) == (True, True)


def test_parts_move_by_buttons_and_the_focus_stays(editor: Client, decided: Story) -> None:
    sent = fields(page(editor))
    answer = editor.post(ADDRESS, sent | {"move": "down:corrections"})
    assert answer.headers["Location"] == f"{ADDRESS}?moved=corrections"
    moved = page(editor, moved="corrections")
    assert fields(moved)["order"][:2] == ["facts", "corrections"]
    assert re.findall(r'value="(\w+:\w+)" autofocus', moved) == ["up:corrections"]
    editor.post(ADDRESS, fields(moved) | {"move": "up:corrections"})
    assert re.findall(r'value="(\w+:\w+)" autofocus', page(editor, moved="corrections")) == ["down:corrections"]


def test_what_is_typed_is_saved_on_its_way(editor: Client, decided: Story) -> None:
    sent = fields(page(editor)) | {"headline": "Ferry talks"}
    answer = editor.post(ADDRESS, sent, headers=FRAGMENT)
    fragment = answer.content.decode()
    assert (answer.status_code, 'name="version" value="1"' in fragment, "Saved at" in fragment) == (200, True, True)
    # The next save of the page names the version that it got.
    again = editor.post(ADDRESS, sent | {"headline": "Ferry talks begin", "version": ["1"]}, headers=FRAGMENT)
    assert 'name="version" value="2"' in again.content.decode()


def test_two_editors_at_once_lose_nothing(editor: Client, chief: Client, decided: Story) -> None:
    mine, theirs = fields(page(editor)), fields(page(chief))
    chief.post(ADDRESS, theirs | {"headline": "Theirs"}, headers=FRAGMENT)
    refused = editor.post(ADDRESS, mine | {"headline": "Mine"}, headers=FRAGMENT)
    fragment = " ".join(refused.content.decode().split())
    assert refused.status_code == 422
    for words in ("Carl saved this digest meanwhile", "The headline is “Theirs”.", 'name="over" value="1"'):
        assert words in fragment
    assert 'name="version" value="0"' in fragment
    # Without scripts the page comes back with what was typed in its fields.
    plain = editor.post(ADDRESS, mine | {"headline": "Mine"})
    assert (plain.status_code, 'value="Mine"' in plain.content.decode()) == (422, True)
    assert editor.post(ADDRESS, mine | {"headline": "Mine", "over": "1"}).status_code == 302
    assert list(Composition.objects.values_list("version", "parts__headline")) == [(1, "Theirs"), (2, "Mine")]


def test_hostile_words_are_words(editor: Client, decided: Story) -> None:
    editor.post(ADDRESS, fields(page(editor)) | {"headline": making.HOSTILE})
    for address in (ADDRESS, reverse("digest-preview", args=["ferry"])):
        shown = editor.get(address).content.decode()
        assert ("<script>alert" in shown, "&lt;script&gt;alert" in shown) == (False, True)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"version": "x", "over": "-1", "base": "x", "order": ["x"], "part": ["x"], "item": ["x"], "move": "up"},
        {"version": "9" * 30, "headline": "\x00", "base": "9" * 30},
        {"version": "9" * 5000, "over": "9" * 5000, "base": "9" * 5000},
    ],
    ids=["empty", "odd", "large", "endless"],
)
def test_odd_forms_do_no_harm(sent: dict[str, Any], editor: Client, decided: Story) -> None:
    assert editor.post(ADDRESS, sent).status_code == 302
    assert "Osei" in editor.get(reverse("digest-preview", args=["ferry"])).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_a_constant_number_of_queries(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for version in range(number):
        Composition.objects.create(story=story, version=version + 1, parts={}, editor=cast.editor, saved_at=now)
    client = cast.client("editor")
    # Session, user, permissions, story; twelve of the digest.
    with django_assert_num_queries(16):
        client.get(ADDRESS)


class _Sent(dict):
    def getlist(self, name: str, /) -> list[str]:
        return self.get(name, [])


CONTENT: dict[str, Any] = {
    "headline": "Composed", "summary": "A line.", "articles": [{"article": 4}], "facts": [], "agreed": [],
    "quotations": [{"item": "quotations-a", "text": "We came", "speaker": "Velt"}],
    "corrections": [{"item": "corrections-a", "words": "a to b", "conflict": 7}],
    "standing_together": [], "open_points": [],
}  # fmt: skip
SHOWN = {"item": ["corrections-a", "quotations-a"], "keep": ["corrections-a", "quotations-a"], "summary": "A line."}
BEFORE = MaterialComposition(dropped=frozenset({"facts-z"}), edited={"facts-y": "Kept."}, order=("facts", "articles"))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({}, {}),
        ({"headline": " Composed "}, {}),
        ({"headline": "Mine  now"}, {"headline": "Mine now"}),
        ({"headline": "Old", "composed-headline": "Old"}, {}),
        ({"summary": ""}, {"summary": ""}),
        ({"base": "4"}, {"base": 4}),
        ({"base": "5"}, {}),
        ({"words-corrections-a": "c to d"}, {"edited": {"facts-y": "Kept.", "corrections-a": "c to d"}}),
        # The composed words moved on while the page was open: they are no edit.
        ({"words-corrections-a": "x to y", "composed-corrections-a": "x to y"}, {}),
        ({"words-quotations-a": "We left"}, {}),
        ({"keep": ["quotations-a"]}, {"dropped": frozenset({"facts-z", "corrections-a"})}),
        ({"order": ["articles", "facts", "facts"], "part": ["facts", "articles"]}, {"order": ("articles", "facts")}),
        ({"order": ["articles", "facts"], "part": ["facts"]}, {"order": ("facts",)}),
        (
            {"order": ["articles", "facts"], "part": ["facts", "articles"], "move": "up:facts"},
            {"order": ("facts", "articles")},
        ),
        (
            {"order": ["articles", "facts"], "part": ["facts", "articles"], "move": "up:articles"},
            {"order": ("articles", "facts")},
        ),
    ],
)
def test_what_a_form_wants(sent: dict[str, Any], expected: dict[str, Any]) -> None:
    as_it_was = {"dropped": BEFORE.dropped, "edited": BEFORE.edited, "order": BEFORE.order}
    wanted = MaterialComposition(**(as_it_was | expected))
    assert sent_composition(_Sent(SHOWN | sent), CONTENT, BEFORE) == wanted


LONG = " ".join(["harbour"] * 60)
ENDLESS = " ".join(["harbour"] * 400)


def test_what_was_composed_is_no_editors_own_however_long_it_is() -> None:
    """Only what an editor typed is cut."""
    long = CONTENT | {
        "headline": LONG,
        "summary": ENDLESS,
        "corrections": [{"item": "corrections-a", "words": ENDLESS, "conflict": 7}],
    }
    back = SHOWN | {"headline": LONG, "summary": ENDLESS, "words-corrections-a": ENDLESS}
    assert sent_composition(_Sent(back), long, BEFORE) == BEFORE
    mine = sent_composition(_Sent(SHOWN | {"headline": LONG, "words-corrections-a": ENDLESS}), CONTENT, BEFORE)
    assert (mine.headline, mine.edited["corrections-a"]) == (LONG[:300], ENDLESS[:2000])


def test_the_rows_of_the_page() -> None:
    rows = part_rows(CONTENT, BEFORE)
    assert [(row.name, row.kept, row.first, row.last) for row in rows] == [
        ("facts", True, True, False),
        ("articles", True, False, True),
        ("corrections", False, False, False),
        ("quotations", False, False, False),
        ("standing_together", False, False, False),
        ("open_points", False, False, False),
        ("apparatus", False, False, False),
    ]
    [quotation] = rows[3].items
    assert (quotation.words, quotation.editable, quotation.kept) == ("“We came” — Velt", False, True)
