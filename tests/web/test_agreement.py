"""Who says what: the cells of the page, its links, the timeline, and how much it asks and weighs."""

import gzip
import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Conflict, Story
from factcheck.review.matrix import MOST_DISPUTED
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.review.stories import many_conflicts
from tests.web import making
from tests.web.conftest import Cast

ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<text.*?</text>|<[^>]+>", re.DOTALL)
MOST_BYTES = 150_000


def words(markup: str) -> str:
    return " ".join(TAG.sub(" ", markup).split())


def page_of(client: Client, slug: str = "ferry") -> str:
    return client.get(reverse("agreement", args=[slug])).content.decode()


def rows(page: str) -> list[list[str]]:
    """The words of the table's rows, cell by cell, without the head."""
    table = page.partition('<table class="matrix">')[2]
    return [[words(cell) for cell in CELL.findall(row)] for row in ROW.findall(table)][1:]


def quoted(article: Article, text: str, speaker: str = "Abena Osei") -> Claim:
    start = article.text.index(text)
    end = start + len(text)
    value = {"mode": "direct", "parts": [[start, end]]}
    return Claim.objects.create(
        article=article, kind="quote", start=start, end=end, subject=speaker, value=value, layer="body"
    )


def test_a_disputed_point_and_who_has_which_reading(editor: Client, story: Story) -> None:
    pk = story.conflicts.get().pk
    page = page_of(editor)
    assert rows(page) == [
        ["In dispute", ""],
        [
            "Error: Spelling of a name The minister&#x27;s name is spelt in 2 ways.",
            "agrees, reading 1",
            "agrees, reading 1",
            "differs, reading 2",
        ],
        ["Told alike No two reports tell the same point in words that could be matched.", ""],
    ]
    assert f'href="{reverse("story", args=["ferry"])}?with={pk}#conflict-card-{pk}"' in page
    assert re.findall(r'<td class="says-\w+"><a href="([^"]*)"', page) == [
        f"{article.get_absolute_url()}#c{pk}" for article in story.articles.all()
    ]


@pytest.mark.parametrize(
    ("verdict", "more", "expected"),
    [
        (Verdict.APPROVE, {"reading": "Osai"}, ["differs", "differs", "agrees"]),
        (Verdict.DISMISS, {}, ["agrees", "agrees", "agrees"]),
        (Verdict.REPLACE, {"replacement": "Oseye"}, ["differs", "differs", "differs"]),
        (Verdict.UNSURE, {}, ["agrees", "agrees", "differs"]),
    ],
)
def test_a_decision_says_which_reading_stands(
    verdict: Verdict, more: dict[str, str], expected: list[str], editor: Client, story: Story, cast: Cast, now: datetime
) -> None:
    conflict = story.conflicts.get()
    if "reading" in more:
        more = {"reading": conflict.readings.get(text=more["reading"])}
    decide(conflict, editor=cast.editor, verdict=verdict, now=now, **more)
    assert [cell.partition(",")[0] for cell in rows(page_of(editor))[1][1:]] == expected


@pytest.mark.parametrize(
    "more", [{"kind": "spelling"}, {"level": "style"}, {"state": "withdrawn"}], ids=["slip", "style", "withdrawn"]
)
def test_what_is_no_point_between_reports_is_no_row(more: dict[str, str], editor: Client, story: Story) -> None:
    story.conflicts.update(**more)
    assert rows(page_of(editor))[0] == ["In dispute Nothing that two reports tell is in dispute.", ""]


def test_a_quotation_that_two_reports_carry_and_one_that_stands_alone(
    editor: Client, cast: Cast, now: datetime
) -> None:
    story = making.a_story(now)
    shared, alone = "Every ferry on the sound will sail by Friday", "Nobody on this coast will be left without a boat"
    first = making.an_article(story, now, number=0, body=f"“{shared},” she said. “{alone},” she went on.")
    second = making.an_article(story, now, number=1, body=f"She spoke in Port Alder. “{shared},” she said.")
    claims = [quoted(first, shared), quoted(second, shared), quoted(first, alone)]
    page = page_of(editor)
    assert rows(page)[1:] == [
        ["Told alike", ""],
        [f"Quotation “{shared}”", "agrees", "agrees"],
        ["Told by one origin alone", ""],
        [f"Quotation “{alone}”", "tells it alone", "silent"],
    ]
    for claim in claims:
        address = f"{claim.article.get_absolute_url()}?at={claim.start}-{claim.end}#here"
        assert f'href="{address}"' in page
        copy = editor.get(address).content.decode()
        assert re.search(r'<span id="here" class="anchor"></span><span class="claim claim-here claim-quote">', copy)


@pytest.mark.parametrize("at", ["", "5", "5-", "9-5", "²-9", "a-b", "1-99999999999999"])
def test_a_place_that_cannot_be_meant_is_left_out(at: str, editor: Client, story: Story) -> None:
    answer = editor.get(story.articles.first().get_absolute_url(), {"at": at})
    assert (answer.status_code, 'id="here"' in answer.content.decode()) == (200, False)


def test_the_timeline_tells_versions_and_what_is_not_to_be_used(editor: Client, story: Story, now: datetime) -> None:
    first, second, third = story.articles.order_by("pk")
    Article.objects.filter(pk=first.pk).update(filed_on=now.date())
    Article.objects.filter(pk=second.pk).update(
        supersedes=first, version=2, filed_on=now.date(), received_at=now + timedelta(minutes=5)
    )
    Article.objects.filter(pk=third.pk).update(publication="withheld", received_at=now + timedelta(days=1))
    page = page_of(editor).partition('<ol class="timeline">')[2].partition("</ol>")[0]
    told = [re.sub(r" , [^·]* ago", "", words(item)) for item in page.split("<li")[1:]]
    assert [item.partition(">")[2].strip() for item in told] == [
        "A Report A, Meridian Press Minister opens ferry talks, take 0 Filed 19 Sep 2023, received 19 Sep, 12:00"
        " · replaced by B",
        "B Report B, Northgate Wire Minister opens ferry talks, take 1 Filed 19 Sep 2023, received 19 Sep, 12:05"
        " · version 2, replaces A ( what changed )",
        "C Report C, Harbour News Minister opens ferry talks, take 2 Received 20 Sep, 12:00 · withheld by the agency",
    ]


def test_canceled_and_unread_reports_have_no_column(editor: Client, story: Story) -> None:
    first, second, _ = story.articles.order_by("pk")
    Article.objects.filter(pk=first.pk).update(publication="canceled")
    Article.objects.filter(pk=second.pk).update(state="failed")
    assert [len(row) for row in rows(page_of(editor))][1] == 2


def test_a_hostile_headline_stays_words(editor: Client, cast: Cast, now: datetime) -> None:
    story = making.a_story(now)
    articles = [making.an_article(story, now, number=n, headline=making.HOSTILE) for n in range(2)]
    making.a_conflict(story, now, ("Osei", articles[:1]), ("Abena", articles[1:]), summary=making.HOSTILE)
    assert "<script>alert" not in page_of(editor)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for index in range(number):
        article = making.an_article(story, now, number=10 + index)
        Claim.objects.create(article=article, kind="name", start=0, end=4, layer="headline")
    client = cast.client("editor")
    # Session, user, permissions of the head of the page; the story, its reports; the number of disputed points; three
    # of the events; the points with readings, witnesses and decisions; all places in dispute.
    with django_assert_num_queries(14):
        client.get(reverse("agreement", args=["ferry"]))


def test_a_large_story_stays_light(editor: Client, now: datetime) -> None:
    story = making.a_story(now)
    said = "Every ferry on the sound will sail by Friday, whatever the weather"
    body = f"Minister Abena Osei met Velt on Monday in Port Alder. “{said},” she said, of {{}} boats."
    articles = [making.an_article(story, now, number=n, body=body.format(n + 100)) for n in range(50)]
    for article in articles:
        quoted(article, said)
    many_conflicts(story, articles, 400)
    Conflict.objects.update(kind="figure")
    page = page_of(editor)
    assert len(re.findall(r'<td class="says-differs">', page)) == 50 * MOST_DISPUTED
    assert "370 more disputed points" in page
    assert len(gzip.compress(page.encode())) < MOST_BYTES
