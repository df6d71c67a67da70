"""The people of a story on their page."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Story
from tests.web import making
from tests.web.conftest import Cast
from tests.web.test_agreement import words


def named(article: Article, full: str, office: str = "") -> None:
    """The article introduces a person, with a title where there is one."""
    start = article.text.index(full)
    value = {"type": "PERSON", "entity": full, "form": "full", "slot": ""}
    where = {"start": start, "end": start + len(full), "subject": full, "layer": "body"}
    Claim.objects.create(article=article, kind="name", value=value, **where)
    if office:
        start = article.text.index(office)
        where |= {"start": start, "end": start + len(office)}
        Claim.objects.create(article=article, kind="role", value={"person": full, "office": office}, **where)


def cards(client: Client) -> list[str]:
    page = client.get(reverse("registry", args=["ferry"])).content.decode()
    return [words(card) for card in re.findall(r"<article class=\"panel.*?</article>", page, re.DOTALL)]


def test_a_disputed_spelling_is_one_person(editor: Client, story: Story) -> None:
    for article in story.articles.all():
        full = "Abena Osai" if "Osai" in article.text else "Abena Osei"
        named(article, full, "Transport Minister")
    assert cards(editor) == [
        "Abena Osei Order Given name first; the family name is Osei Second reference Osei"
        " Title Transport Minister 3 times in Meridian Press , Northgate Wire , Harbour News"
        " Spelt Abena Osei 2 times in Meridian Press , Northgate Wire Abena Osai 1 time in Harbour News"
    ]


def test_a_dismissed_conflict_leaves_two_people(editor: Client, story: Story) -> None:
    story.conflicts.update(state="dismissed")
    for article in story.articles.all():
        named(article, "Abena Osai" if "Osai" in article.text else "Abena Osei")
    assert [card.split(" Order")[0] for card in cards(editor)] == ["Abena Osei", "Abena Osai"]


def test_nobody_is_named(editor: Client, story: Story) -> None:
    page = editor.get(reverse("registry", args=["ferry"])).content.decode()
    assert "No report names anybody in full." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for index in range(number):
        named(making.an_article(story, now, number=10 + index), "Abena Osei")
    client = cast.client("editor")
    # Session, user, permissions; the story, its reports; the readings in dispute; the articles with
    # their claims; the archive, by which part of a name it calls them.
    with django_assert_num_queries(10):
        client.get(reverse("registry", args=["ferry"]))
