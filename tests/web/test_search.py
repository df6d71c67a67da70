"""The search: the same on both engines, in step with what is stored, and safe from whatever is typed."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.management.commands import index_search
from factcheck.models import Article, Claim, Conflict, Story
from factcheck.review.service import decide
from factcheck.types import ClaimKind, Verdict
from factcheck.web.queries.search import group, numbers, overview
from factcheck.web.search_words import excerpt, sought
from tests.web import making
from tests.web.conftest import Cast


def a_claim(article: Article, words: str, kind: str = ClaimKind.QUOTE, subject: str = "") -> Claim:
    start = article.text.index(words)
    return Claim.objects.create(
        article=article, kind=kind, start=start, end=start + len(words), subject=subject, layer="body"
    )


@pytest.fixture
def copy(now: datetime, db: None) -> Story:
    """A story whose words are a table's: accents, capitals, figures, signs."""
    story = making.a_story(now, title="Ferry talks in São Miguel")
    bodies = (
        "Minister José Ångström said 1,200 passengers wait. “A candid and constrictive talk,” she said.",
        "The O'Neill ferry can't sail, e-mail ops@ferry.example says; ÉTAT of the quay is poor.",
        "Żeleński and the МИНИСТР met at 12:30; 50% of crews_union left. 東京 sent word.",
    )
    articles = [making.an_article(story, now, number=number, body=body) for number, body in enumerate(bodies)]
    a_claim(articles[0], "A candid and constrictive talk", subject="José Ångström")
    a_claim(articles[0], "1,200 passengers", ClaimKind.FIGURE)
    making.a_conflict(story, now, ("candid", articles[:1]), summary="“constrictive” stands where others have another.")
    return story


def _found(query: str) -> dict[str, int]:
    words = sought(query)
    return {} if words.empty else dict(numbers(words))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("constrictive", {"report": 1, "claim": 1, "conflict": 1}),
        ("CONSTRICTIVE talk", {"report": 1, "claim": 1}),
        ("candid constric", {"report": 1, "claim": 1, "conflict": 1}),
        ("constric candid", {}),
        ("talk constrictive", {"report": 1, "claim": 1}),
        ("são", {"story": 1}),
        ("sao", {"story": 1}),
        ("SÃO MIG", {"story": 1}),
        ("etat", {"report": 1}),
        ("état", {"report": 1}),
        ("e\u0301tat", {"report": 1}),
        ("jose angstrom", {"report": 1, "claim": 1}),
        ("zelenski", {"report": 1}),
        ("министр", {"report": 1}),
        ("東京", {"report": 1}),
        ("1,200", {"report": 1, "claim": 1}),
        ("1200", {}),
        ("12:30", {"report": 1}),
        ("50%", {"report": 1}),
        ("o'neill", {"report": 1}),
        ("can't", {"report": 1}),
        ("ops@ferry.example", {"report": 1}),
        ("e-mail", {"report": 1}),
        ("crews_union", {"report": 1}),
        ("union", {"report": 1}),
        ("minister", {"report": 3}),
        ("", {}),
        ("   ", {}),
        ("\0", {}),
        ("ferry\0 talks", {"report": 3, "story": 1}),
        ('"', {}),
        ('ferry" OR "quay', {}),
        ("ferry AND talks", {"report": 2}),
        ("ferry -talks", {"report": 3, "story": 1}),
        ("NOT ferry", {}),
        ("ferry*", {"report": 3, "story": 1}),
        ("words:ferry", {}),
        ("NEAR(ferry talks, 2)", {}),
        ("^ferry", {"report": 3, "story": 1}),
        ("ferry & talks | !quay <-> :*", {"report": 1}),
        ("'; DROP TABLE factcheck_search; --", {}),
        ("%s %d {0}", {}),
        ("\\", {}),
        ("𝔣erry 😀", {}),
        ("\ud800 ferry", {"report": 3, "story": 1}),
        ("ferry " * 400, {"report": 3, "story": 1}),
        ("x" * 100_000, {}),
    ],
)
def test_what_a_query_finds_on_either_engine(query: str, found: dict[str, int], copy: Story) -> None:
    assert _found(query) == found


def test_the_index_follows_every_change(copy: Story, cast: Cast, now: datetime) -> None:
    story = making.a_story(now, slug="later", title="Heron count")
    assert _found("heron") == {"story": 1}
    Story.objects.filter(pk=story.pk).update(title="Egret count")
    assert (_found("heron"), _found("egret")) == ({}, {"story": 1})
    conflict = Conflict.objects.get()
    decide(conflict, editor=cast.editor, verdict=Verdict.ANNOTATE, note="Asked the egret agency.", now=now)
    assert _found("egret") == {"story": 1, "decision": 1}
    assert _found("constrictive") == {"report": 1, "claim": 1, "conflict": 1, "decision": 1}
    Claim.objects.all().delete()
    Conflict.objects.filter(pk=conflict.pk).update(summary="Another sentence.")
    story.delete()
    assert (_found("constrictive"), _found("egret")) == ({"report": 1, "decision": 1}, {"decision": 1})
    Claim.objects.bulk_create(
        Claim(article=article, kind="name", start=0, end=8, layer="headline") for article in copy.articles.all()
    )
    assert _found("minister") == {"report": 3, "claim": 3}


def test_the_index_is_filled_anew(copy: Story, capsys: pytest.CaptureFixture[str]) -> None:
    before = _found("constrictive")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM factcheck_search")
    assert _found("constrictive") == {}
    index_search.Command().execute(no_color=True, force_color=False, skip_checks=True, verbosity=1)
    assert (capsys.readouterr().out, _found("constrictive")) == ("The search holds 7 entries.\n", before)


def test_newest_first_and_by_pages(copy: Story, now: datetime) -> None:
    titles = [making.a_story(now, slug=f"s{number}", title=f"Plover {number}").title for number in range(7)]
    words = sought("plover")
    [only] = overview(words)
    assert (only.number, ["".join(one.text for one in hit.words) for hit in only.hits]) == (7, titles[:1:-1])
    rest = group("story", words, 7, limit=5, offset=5)
    assert ["".join(one.text for one in hit.words) for hit in rest.hits] == titles[1::-1]


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("The ferry sails.", "ferry", "The [ferry] sails."),
        ("The ferries sail.", "ferr", "The [ferries] sail."),
        ("Ferry, FERRY", "ferry", "[Ferry], [FERRY]"),
        ("In São\nPaulo", "sao", "In [São] Paulo"),
        ("Nothing here", "ferry", "Nothing here"),
        ("a" * 50 + " quay " + "b" * 50, "quay", "…[quay]…"),
        ("one two three quay four five six", "quay", "…two three [quay] four five…"),
        ("quay far away from it all, and then quay talks", "quay talks", "…and then [quay] [talks]"),
        ("", "quay", ""),
    ],
)
def test_the_words_in_their_context(text: str, query: str, shown: str) -> None:
    found = excerpt(text, sought(query), 12)
    assert "".join(f"[{one.text}]" if one.hit else one.text for one in found) == shown


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        story = making.a_disputed_story(now, slug=f"story-{index}", conflicts=number)
        for article in story.articles.all():
            a_claim(article, "Minister")
        for conflict in story.conflicts.all():
            decide(conflict, editor=cast.editor, verdict=Verdict.ANNOTATE, note="Minister asked.", now=now)
        Conflict.objects.update(summary="How the minister is spelt.")
    Story.objects.update(title="Minister at the quay")
    client = cast.client("editor")
    # Session, user, 2 permissions; the numbers; 2 each for stories, conflicts, reports and claims; 7 for decisions.
    with django_assert_num_queries(20):
        page = client.get(reverse("search"), {"q": "minister"}).content.decode()
    assert len(re.findall(r'<h2 id="found-', page)) == 5


def test_the_page_groups_what_it_finds(editor: Client, copy: Story) -> None:
    page = editor.get(reverse("search"), {"q": "constric"}).content.decode()
    assert re.findall(r'<h2 id="found-(\w+)">', page) == ["conflict", "report", "claim"]
    assert page.count('<mark class="sought">constrictive</mark>') == 3
    assert "#:~:text=A%20candid%20and%20constrictive%20talk" in page
    assert 'value="constric"' in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "Type a name"),
        ({"q": "!?"}, "Type a name"),
        ({"q": "heron"}, "Nothing has all of these words."),
        ({"q": "heron", "in": "report"}, "among the reports"),
        ({"q": "minister", "in": "nonsense"}, "Reports"),
        ({"q": "minister", "in": "report", "page": "99999999999999999999"}, "Reports"),
        ({"q": "minister", "in": "report", "page": "²"}, "Reports"),
        ({"q": "minister", "in": "report", "page": "7"}, "Reports"),
    ],
)
def test_whatever_is_asked_there_is_a_page(query: dict[str, str], says: str, editor: Client, copy: Story) -> None:
    answer = editor.get(reverse("search"), query)
    assert (answer.status_code, says in answer.content.decode()) == (200, True)


def test_pages_of_one_noun(editor: Client, now: datetime) -> None:
    for number in range(45):
        making.a_story(now, slug=f"s{number}", title=f"Plover {number}")
    pages = [
        editor.get(reverse("search"), {"q": "plover", "in": "story", "page": str(page)}).content.decode()
        for page in (1, 2, 3)
    ]
    assert [page.count('<li class="hit">') for page in pages] == [20, 20, 5]
    assert [("Newer" in page, "Older" in page) for page in pages] == [(False, True), (True, True), (True, False)]


def test_hostile_words_are_shown_and_never_run(editor: Client, now: datetime) -> None:
    story = making.a_story(now, title=making.HOSTILE)
    making.an_article(story, now, headline=making.HOSTILE, body=f"He said {making.HOSTILE} again.")
    page = editor.get(reverse("search"), {"q": making.HOSTILE}).content.decode()
    assert ("<script>alert" in page, "<b onclick" in page) == (False, False)
    assert '&lt;<mark class="sought">script</mark>&gt;' in page


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(reverse("search"), {"q": "ferry"}).status_code == 302
