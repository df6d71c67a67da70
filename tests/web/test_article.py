"""The reader: the copy with its marks, moved, and taken out as received."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Run, Story
from factcheck.review.paragraphs import MarkedRun, Paragraph
from factcheck.web.blocks import _joined
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast


@pytest.fixture
def article(story: Story) -> Article:
    return story.articles.order_by("pk").first()


def _page(client: Client, article: Article) -> str:
    return client.get(article.get_absolute_url()).content.decode()


def test_the_words_in_dispute_lead_to_their_card_and_back(editor: Client, article: Article, story: Story) -> None:
    number = story.conflicts.get().pk
    page = _page(editor, article)
    assert re.findall(r'<span id="(c\d+)"', page) == [f"c{number}"]
    assert re.findall(r'<a class="disputed[^>]*href="([^"]*)"[^>]*>([^<]*)</a>', page) == [
        (f"/stories/ferry/?with={number}#conflict-card-{number}", "Osei")
    ]
    card = editor.get(reverse("story", args=["ferry"])).content.decode()
    assert f'href="/articles/{article.pk}/#c{number}"' in card


def test_no_space_comes_between_the_marked_words(editor: Client, article: Article) -> None:
    text = re.sub(r"<[^>]*>", "", _page(editor, article))
    assert "Transport Minister Abena Osei opened the talks on Monday." in text


def test_claims_are_underlined_by_kind_with_a_switch_for_each(editor: Client, article: Article) -> None:
    start = article.text.index("Abena")
    Claim.objects.create(article=article, kind="name", start=start, end=start + 10, layer="body")
    Claim.objects.create(article=article, kind="date", start=article.text.index("Monday"), end=start + 40, layer="body")
    page = _page(editor, article)
    assert re.findall(r'id="show-(\w+)"', page) == ["disputed", "date", "name"]
    assert re.findall(r'<span class="claim claim-(\w+)">([^<]*)</span>', page)[:1] == [("name", "Abena ")]


def test_furniture_and_headline_are_told_apart(editor: Client, article: Article) -> None:
    page = _page(editor, article)
    kinds = re.findall(r'<(h1|p) class="(headline|body|furniture)">', page)
    assert kinds == [("h1", "headline"), ("p", "body"), ("p", "furniture")]


def test_notes_on_the_bytes_are_shown(editor: Client, article: Article) -> None:
    Article.objects.update(notes=["The file was read as Windows-1252."], truncated=True, publication="withheld")
    page = _page(editor, article)
    for words in ("The file was read as Windows-1252.", "The copy was cut short", "Withheld by the agency"):
        assert words in page


def test_the_fragment_beside_the_queue_has_one_root(editor: Client, article: Article) -> None:
    page = editor.get(article.get_absolute_url(), headers=FRAGMENT).content.decode().strip()
    assert page.startswith('<article class="copy" id="article-copy"')
    assert (page.endswith("</article>"), page.count("<article"), 'id="c' in page) == (True, 1, False)


def test_a_dateline_opens_its_paragraph() -> None:
    def one(kind: str, *, joined: bool = False) -> Paragraph:
        return Paragraph(kind, (MarkedRun("x", 0, 1),), joined=joined)

    groups = _joined([one("headline"), one("dateline"), one("body", joined=True), one("body")])
    assert [[paragraph.kind for paragraph in group] for group in groups] == [
        ["headline"],
        ["dateline", "body"],
        ["body"],
    ]


def test_the_bytes_as_received(editor: Client, article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(raw=b"\xff\xfe<script>", name='../"x".html')
    answer = editor.get(reverse("article-raw", args=[article.pk]))
    assert answer.content == b"\xff\xfe<script>"
    assert {
        name: answer.headers[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    } == {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="x-{article.pk}.txt"',
        "X-Content-Type-Options": "nosniff",
    }


def test_moving_to_another_story(editor: Client, article: Article, now: datetime, rung: list[int]) -> None:
    other = making.a_story(now, slug="other", title="Another story")
    answer = editor.post(reverse("article-move", args=[article.pk]), {"story": other.pk}, follow=True)
    article.refresh_from_db()
    assert article.story == other
    assert "Moved to “Another story”." in answer.content.decode()
    assert rung == list(Run.objects.filter(kind="collate").order_by("pk").values_list("pk", flat=True))
    assert len(rung) == 2


@pytest.mark.parametrize("chosen", ["here", "closed", "none"])
def test_only_another_running_story_can_be_chosen(
    chosen: str, editor: Client, article: Article, now: datetime, rung: list[int]
) -> None:
    closed = making.a_story(now, slug="closed")
    closed.closed_at = now
    closed.save()
    pk = {"here": article.story_id, "closed": closed.pk, "none": ""}[chosen]
    answer = editor.post(reverse("article-move", args=[article.pk]), {"story": pk}, follow=True)
    assert "Choose the story that the article belongs to." in answer.content.decode()
    assert rung == []


def test_moving_to_a_new_story_when_there_is_no_other(editor: Client, article: Article, rung: list[int]) -> None:
    assert '<option value="new">a new story</option>' in _page(editor, article)
    editor.post(reverse("article-move", args=[article.pk]), {"story": "new"})
    left, article = article.story, Article.objects.select_related("story").get(pk=article.pk)
    assert (article.story.title, article.story.articles.count(), left.articles.count()) == (article.headline, 1, 2)
    assert len(rung) == 2


def test_who_may_not_open_a_story_moves_to_a_known_one(cast: Cast, article: Article, rung: list[int]) -> None:
    cast.editor.groups.clear()
    cast.editor.user_permissions.add(Permission.objects.get(codename="move_article"))
    client = cast.client("editor")
    assert ("/move/" in _page(client, article), 'value="new"' in _page(client, article)) == (True, False)
    client.post(reverse("article-move", args=[article.pk]), {"story": "new"})
    assert (Story.objects.count(), rung) == (1, [])


def test_an_article_that_could_not_be_read_says_why_and_is_read_again(
    editor: Client, viewer: Client, article: Article, now: datetime, rung: list[int]
) -> None:
    making.a_run(article, now, Run.State.FAILED, error="The model is not there.")
    Article.objects.filter(pk=article.pk).update(state=Article.State.FAILED)
    story = reverse("story", args=["ferry"])
    for page in (_page(editor, article), editor.get(story).content.decode()):
        assert ("The model is not there." in page, f'id="read-again-{article.pk}"' in page) == (True, True)
    assert ("The model is not there." in _page(viewer, article), "Read it again" in _page(viewer, article)) == (
        True,
        False,
    )
    answer = editor.post(reverse("article-again", args=[article.pk]), follow=True)
    assert "is read again." in answer.content.decode()
    assert rung == [article.runs.get(state=Run.State.QUEUED).pk]


def test_a_viewer_cannot_move(viewer: Client, article: Article) -> None:
    assert "/move/" not in _page(viewer, article)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for index in range(number):
        making.a_story(now, slug=f"other-{index}")
    client = cast.client("editor")
    address = story.articles.first().get_absolute_url()
    # Session, user, 2 permissions; the article, its claims, its witnesses; the other stories of the form.
    with django_assert_num_queries(8):
        client.get(address)


UNTIL = (datetime.now(UTC) + timedelta(days=400)).replace(hour=6, minute=0, second=0, microsecond=0)


def mark(client: Client, article: Article, **sent: str) -> str:
    """The sentence that the page answers with."""
    answer = client.post(reverse("article-publication", args=[article.pk]), sent, follow=True)
    said = re.findall(r'<p class="notice \w+">(.*?)</p>', answer.content.decode())
    return said[0] if said else str(answer.status_code)


@pytest.mark.parametrize(
    ("said", "until", "kept", "words", "compared"),
    [
        ("withheld", "", ("withheld", None), "marked “{}” as withheld by its agency", 0),
        ("canceled", "", ("canceled", None), "marked “{}” as killed by its agency", 1),
        (
            "usable",
            f"{UNTIL:%Y-%m-%dT%H:%M}",
            ("usable", UNTIL.isoformat()),
            f"marked “{{}}” as for use, with an embargo until {UNTIL:%Y-%m-%d %H:%M}",
            0,
        ),
    ],
)
def test_an_editor_marks_what_the_agency_says(
    said: str, until: str, kept: tuple[str, str | None], words: str, compared: int, editor: Client, story: Story
) -> None:
    article = story.articles.order_by("pk")[0]
    Run.objects.all().delete()
    answer = mark(editor, article, publication=said, embargo_until=until)
    assert answer == "What the agency says is kept. Digests follow it."
    article.refresh_from_db()
    moment = article.embargo_until.isoformat() if article.embargo_until else None
    assert (article.publication, moment) == kept
    assert Run.objects.count() == compared
    assert story.entries.get().words == words.format(article.headline)


WITHIN = "Choose an embargo that ends within the next ten years, or none."


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("soon", "Write the embargo as a day and a time, like 2026-09-19 18:30."),
        ("0001-01-01T00:00", WITHIN),
        ("2023-09-20T06:00", WITHIN),
        ("9999-12-31T23:59", WITHIN),
    ],
)
def test_a_mark_that_is_none_is_refused(until: str, expected: str, editor: Client, story: Story) -> None:
    article = story.articles.order_by("pk")[0]
    assert mark(editor, article, publication="usable", embargo_until=until) == expected
    assert not story.entries.exists()


def test_an_embargo_that_is_over_is_not_sent_again(editor: Client, story: Story) -> None:
    """Else the report could not be killed before somebody emptied the field."""
    article = story.articles.order_by("pk")[0]
    shown = []
    for until in (UNTIL, UNTIL - timedelta(days=800)):
        Article.objects.filter(pk=article.pk).update(embargo_until=until)
        shown.append(f'value="{until:%Y-%m-%dT%H:%M}"' in _page(editor, article))
    assert shown == [True, False]
