"""The quotation word under word: the odd word marked, the reading named, and what is left out said."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Story
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.web import making
from tests.web.conftest import Cast
from tests.web.test_agreement import CELL, quoted, words

RIGHT, WRONG = "The alarms did not fail that night", "The alarms did fail that night"
LINE = re.compile(r"<tr[^>]*>.*?</tr>", re.DOTALL)


def a_disputed_quotation(now: datetime, reports: int = 3) -> Conflict:
    """So many reports of a story carry the remark, and one more has lost a word."""
    story = making.a_story(now)
    said = [RIGHT] * reports + [WRONG]
    articles = [making.an_article(story, now, number=n, body=f"“{text},” she said.") for n, text in enumerate(said)]
    for article, text in zip(articles, said, strict=True):
        quoted(article, text)
    readings = (("alarms did not fail", articles[:-1]), ("alarms did fail", articles[-1:]))
    return making.a_conflict(story, now, *readings, kind="quote-wording", summary="One report has lost a word.")


def table(client: Client, conflict: Conflict) -> list[list[str]]:
    page = client.get(reverse("quotation", args=[conflict.pk])).content.decode()
    return [[words(cell) for cell in CELL.findall(row)] for row in LINE.findall(page)]


def test_the_words_of_every_witness(editor: Client, now: datetime) -> None:
    conflict = a_disputed_quotation(now, reports=2)
    head = "paragraph 1, Abena Osei reading"
    assert table(editor, conflict) == [
        [f"Meridian Press {head} 1, suggested", "The alarms did", "not", "fail that night"],
        [f"Northgate Wire {head} 1, suggested", "The alarms did", "not", "fail that night"],
        [f"Harbour News {head} 2", "The alarms did", "left out", "fail that night"],
    ]


def test_what_was_decided_stands_in_the_rows(editor: Client, cast: Cast, now: datetime) -> None:
    conflict = a_disputed_quotation(now)
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=conflict.readings.first(), now=now)
    assert [row[0].partition("reading ")[2] for row in table(editor, conflict)] == [*["1, approved"] * 3, "2"]


def test_a_word_that_differs_is_announced_heavy_and_underlined(editor: Client, now: datetime) -> None:
    conflict = a_disputed_quotation(now)
    page = editor.get(reverse("quotation", args=[conflict.pk])).content.decode()
    assert '<td class="fit-missing"><em>left out</em></td>' in page
    other = making.a_conflict(
        conflict.story, now, ("not", list(conflict.story.articles.all()[:1])), kind="real-word", key="other"
    )
    article = making.an_article(conflict.story, now, number=9, body="“The alarms did now fail that night,” she said.")
    quoted(article, "The alarms did now fail that night")
    making.a_conflict(
        conflict.story, now, ("not", list(conflict.story.articles.all()[:2])), ("now", [article]), kind="real-word"
    )
    page = editor.get(reverse("quotation", args=[other.pk + 1])).content.decode()
    assert '<td class="fit-differs"><span class="visually-hidden">differs: </span><strong>now</strong></td>' in page


def test_the_card_leads_there_and_only_from_a_quotation(editor: Client, story: Story, now: datetime) -> None:
    conflict = _beside(story, now)
    pages = {one.kind: editor.get(one.get_absolute_url()).content.decode() for one in Conflict.objects.all()}
    assert {kind: "word under word" in page for kind, page in pages.items()} == {
        "name-spelling": False,
        conflict.kind: True,
    }


def _beside(story: Story, now: datetime) -> Conflict:
    first, second = story.articles.all()[:2]
    return making.a_conflict(story, now, ("opened", [first]), ("talks", [second]), kind="quote-wording")


def test_without_a_quotation_the_page_says_so(editor: Client, story: Story, now: datetime) -> None:
    conflict = _beside(story, now)
    page = editor.get(reverse("quotation", args=[conflict.pk])).content.decode()
    assert "No report carries it as a quotation any more." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conflict = a_disputed_quotation(now, reports=number)
    client = cast.client("editor")
    # Session, user, permissions; the conflict with its story; readings, witnesses, articles, claims; decisions.
    with django_assert_num_queries(10):
        client.get(reverse("quotation", args=[conflict.pk]))
