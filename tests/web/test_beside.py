"""Two reports side by side, a corrected one, and version against version."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Story
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.web import making
from tests.web.conftest import Cast
from tests.web.test_agreement import words


def shown(client: Client, query: str = "") -> list[int]:
    """The numbers of the reports in the two panes."""
    page = client.get(reverse("beside", args=["ferry"]) + query).content.decode()
    return [int(pk) for pk in re.findall(r'<p class="rubric">\w+ · <a href="/articles/(\d+)/">', page)]


def test_the_two_that_are_asked_for(editor: Client, story: Story) -> None:
    first, second, third = story.articles.order_by("pk").values_list("pk", flat=True)
    asked = {
        "": [first, second],
        f"?left={third}": [third, first],
        f"?left={third}&right={second}": [third, second],
        f"?right={first}": [second, first],
        "?left=²&right=%00": [first, second],
        f"?left={first}&right={first}": [first, first],
    }
    assert {query: shown(editor, query) for query in asked} == asked


def test_paragraphs_that_tell_the_same_carry_one_number(editor: Client, story: Story) -> None:
    page = editor.get(reverse("beside", args=["ferry"])).content.decode()
    left, right = (re.findall(r'data-pair="(\d)"', pane) for pane in page.split('<section class="pane"')[1:])
    assert left == right == ["1", "2"]
    assert ('id="article-copy"' in page, 'id="c' in page) == (False, False)


def test_one_report_has_nobody_beside_it(editor: Client, now: datetime) -> None:
    making.an_article(making.a_story(now), now)
    page = editor.get(reverse("beside", args=["ferry"])).content.decode()
    assert "There must be two reports in a story" in page


@pytest.mark.parametrize("number", [2, 4])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_story(now)
    for index in range(number):
        making.an_article(story, now, number=index)
    client = cast.client("editor")
    # Session, user, permissions; the story, its reports; three of each copy.
    with django_assert_num_queries(12):
        client.get(reverse("beside", args=["ferry"]))


def _corrected(client: Client, article: Article) -> str:
    return client.get(reverse("article-corrected", args=[article.pk])).content.decode()


def test_the_corrected_report_shows_what_changed_and_who_decided(
    editor: Client, story: Story, cast: Cast, now: datetime
) -> None:
    conflict, article = story.conflicts.get(), story.articles.last()
    assert "No word was changed." in _corrected(editor, article)
    right = conflict.readings.get(text="Osei")
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=right, now=now)
    page = _corrected(editor, article)
    changed = r'<(del|ins)><span class="visually-hidden">(.*?)</span><span lang="en">(.*?)</span>'
    assert re.findall(changed, page) == [("del", "[out: ", "Osai"), ("ins", "[in: ", "Osei")]
    assert "“Osai” corrected to “Osei” in Harbour News, paragraph 1" in page


def test_a_report_that_is_left_out_says_why(editor: Client, story: Story) -> None:
    story.articles.update(publication="withheld")
    assert "This report is left out of the digest. The agency withholds it." in _corrected(
        editor, story.articles.first()
    )


@pytest.fixture
def versions(story: Story, now: datetime) -> list[Article]:
    """Three versions of one report."""
    found = [story.articles.first()]
    for version, name in ((2, "Osai"), (3, "Oseye")):
        text = found[0].text.replace("Osei", name)
        more = {"version": version, "wire_id": found[0].wire_id, "supersedes": found[-1], "name": "take.txt"}
        body = text.split("\n\n")[1]
        found.append(making.an_article(story, now + timedelta(minutes=version), body=body, **more))
    return found


@pytest.mark.parametrize(
    ("at", "against", "expected"),
    [
        (2, None, [("del", "Osai"), ("ins", "Oseye")]),
        (2, 0, [("del", "Osei"), ("ins", "Oseye")]),
        (1, None, [("del", "Osei"), ("ins", "Osai")]),
        (0, None, [("del", "Osai"), ("ins", "Osei")]),
    ],
)
def test_version_against_version(
    at: int, against: int | None, expected: list[tuple[str, str]], editor: Client, versions: list[Article]
) -> None:
    query = "" if against is None else f"?from={versions[against].pk}"
    page = editor.get(reverse("article-versions", args=[versions[at].pk]) + query).content.decode()
    found = re.findall(r"<(del|ins)><span[^>]*>\[\w+: </span>(.*?)<span", page)
    assert found == expected
    assert "1 place differs in" in words(page)


@pytest.mark.parametrize("number", [1, 3])
def test_versions_and_corrections_ask_a_constant_number_of_queries(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    first = story.articles.first()
    for version in range(number):
        making.an_article(story, now, number=0, version=version + 2, wire_id=first.wire_id, body=f"Take {version}.")
    client, last = cast.client("editor"), story.articles.last()
    # Session, user, permissions; the report; its versions, and the text of the one before.
    with django_assert_num_queries(7):
        client.get(reverse("article-versions", args=[last.pk]))
    # Session, user, permissions; the report with its story; eleven of the digest.
    with django_assert_num_queries(15):
        client.get(reverse("article-corrected", args=[first.pk]))


def test_a_report_with_one_version_says_so(editor: Client, story: Story) -> None:
    page = editor.get(reverse("article-versions", args=[story.articles.first().pk])).content.decode()
    assert "Meridian Press has filed no other version of this report." in page
