"""Receiving files: what is stored, and that every sort of bad input gets its sentence while the others go on."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from unittest import mock
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from factcheck.intake import service
from factcheck.intake.service import Incoming, move_article, open_story, receive
from factcheck.models import Article, Receipt, Run, Source, Story
from tests.intake.test_story_guess import FLOOD, MATCH, OTHER

pytestmark = pytest.mark.django_db
BATCH = UUID(int=1)
NEW = "No open story speaks of this: a new story was opened."


def incoming(content: str | bytes, name: str = "a.txt") -> Incoming:
    raw = content if isinstance(content, bytes) else content.encode()
    return Incoming(name, len(raw), lambda: raw)


def take(content: str | bytes, now: datetime, name: str = "a.txt", **more: object) -> Receipt:
    return receive(incoming(content, name), batch=BATCH, editor=None, now=now, **more)  # type: ignore[arg-type]


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("jo")


def test_receive(now: datetime, editor: User) -> None:
    text = "River floods Halvern\nBy Jo Tamm\nHALVERN, Sept. 18 (Meridian Press) -- The river rose...\n"
    receipt = receive(incoming(text, "flood.txt"), batch=BATCH, editor=editor, now=now)
    note = "The copy ends in “…”: it was cut before it came here."
    assert (receipt.outcome, receipt.reason) == (Receipt.Outcome.RECEIVED, f"{NEW} {note}")
    assert (receipt.name, receipt.size, receipt.batch, receipt.editor) == (
        "flood.txt",
        len(text.encode()),
        BATCH,
        editor,
    )
    article = receipt.article
    assert article is not None
    assert {
        field: getattr(article, field)
        for field in ("name", "headline", "byline", "dateline", "dateline_place", "text", "story_note", "encoding")
    } == {
        "name": "flood.txt",
        "headline": "River floods Halvern",
        "byline": "By Jo Tamm",
        "dateline": "HALVERN, Sept. 18 (Meridian Press)",
        "dateline_place": "HALVERN",
        "text": text,
        "story_note": NEW,
        "encoding": "utf-8",
    }
    assert article.segments == [["headline", 0, 20], ["byline", 21, 31], ["dateline", 32, 69], ["body", 70, 87]]
    assert (article.source.slug, article.source.name, article.source.kind) == (
        "meridian-press",
        "Meridian Press",
        "agency",
    )
    assert (article.story.slug, article.story.title) == ("river-floods-halvern", "River floods Halvern")
    assert (str(article.filed_on), article.truncated, article.notes) == ("2023-09-18", True, [note])
    assert bytes(article.raw) == text.encode()
    assert [(run.kind, run.state, run.queued_at) for run in article.runs.all()] == [("extract", "queued", now)]


def test_an_unknown_source(now: datetime) -> None:
    article = take(OTHER, now).article
    assert article is not None
    assert (article.source.slug, article.source.name, article.source.kind) == ("unknown", "Unknown source", "outlet")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Transport", "primary"),
        ("Halvern City Council", "primary"),
        ("Northgate Wire", "outlet"),
        ("Ministry Report", "outlet"),
        ("Halvern Court News", "outlet"),
        ("Police Gazette", "outlet"),
        ("Department Store Weekly", "outlet"),
        ("Supreme Court", "primary"),
    ],
)
def test_a_source_that_others_report_of_is_primary(name: str, kind: str, now: datetime) -> None:
    article = take(f"{OTHER}\n\nSource: {name}\n", now).article
    assert article is not None
    assert (article.source.name, article.source.kind) == (name, kind)


def test_the_same_bytes_are_one_article(now: datetime, editor: User) -> None:
    first = take(OTHER, now, "first.txt")
    again = receive(incoming(OTHER, "second.txt"), batch=uuid4(), editor=editor, now=now + timedelta(hours=1))
    assert (Article.objects.count(), Run.objects.count(), again.article) == (1, 1, first.article)
    title = "The central bank of Norland left its interest rate at 4.25 percent on Thursday …"
    assert (again.outcome, again.reason, again.raw) == (
        Receipt.Outcome.DUPLICATE,
        f"The same file came before, on 19 September 2023 at 12:00, as “first.txt”: “{title}” in the story “{title}”.",
        None,
    )


def failed_article(now: datetime) -> Article:
    article = take(OTHER, now, "first.txt").article
    assert article is not None
    own = Run.objects.claim(article.runs.get().pk, now, timedelta(minutes=1))
    assert own is not None
    own.fail(now, "A fault.")
    article.refresh_from_db()
    return article


def test_copy_that_could_not_be_read_is_read_again_when_it_comes_again(now: datetime) -> None:
    article = failed_article(now)
    receipts = [take(OTHER, now), take(OTHER, now)]
    assert [receipt.outcome for receipt in receipts] == ["duplicate", "duplicate"]
    title = "The central bank of Norland left its interest rate at 4.25 percent on Thursday …"
    before = (
        f"The same file came before, on 19 September 2023 at 12:00, as “first.txt”: “{title}” in the story “{title}”."
    )
    assert [receipt.reason for receipt in receipts] == [
        f"It could not be read before, and is read again now. {before}",
        before,
    ]
    article.refresh_from_db()
    assert (article.state, [run.state for run in article.runs.all()]) == ("received", ["failed", "queued"])
    assert list(article.runs.waiting()) == [article.runs.last()]


def test_read_again(now: datetime) -> None:
    article = failed_article(now)
    run = service.read_again(article, now)
    assert service.read_again(article, now) == run
    Run.objects.claim(run.pk, now, timedelta(minutes=1))
    assert service.read_again(article, now) == run
    Run.objects.get(pk=run.pk).finish(now)
    assert service.read_again(article, now) != run


def test_the_same_bytes_at_the_same_moment_are_one_article(now: datetime) -> None:
    first = take(OTHER, now)
    # The other process stored it after this one had looked: only the unique digest tells.
    looked = Article.objects.none().select_related("story")
    with mock.patch.object(service.Article.objects, "select_related", side_effect=[looked, Article.objects.all()]):
        again = take(OTHER, now)
    assert (again.outcome, again.article) == (Receipt.Outcome.DUPLICATE, first.article)
    assert (Article.objects.count(), Story.objects.count(), Run.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00", "This is a picture, not plain text. Save it as text and drop that in."),
        (
            b"\x00\x01\x02" * 100,
            "This is no text: 300 of its 300 characters are control characters, as in a program or a picture.",
        ),
        (b"x" * 250_000, "This copy is too long: it has 250,000 characters, and the limit is 200,000."),
    ],
)
def test_refused(content: bytes, reason: str, now: datetime) -> None:
    receipt = Receipt.objects.get(pk=take(content, now).pk)
    assert (receipt.outcome, receipt.reason, receipt.article) == (Receipt.Outcome.REFUSED, reason, None)
    assert bytes(receipt.raw or b"") == content
    assert (Article.objects.count(), Story.objects.count(), Source.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("size", "shown"), [(5_000_000, "4.8 MiB"), (200 * 1024**2, "200 MiB"), (3 * 1024**3, "3 GiB")]
)
def test_a_huge_file_is_not_read(size: int, shown: str, now: datetime) -> None:
    read = mock.Mock()
    receipt = receive(Incoming("huge.txt", size, read), batch=BATCH, editor=None, now=now)
    read.assert_not_called()
    assert (receipt.outcome, receipt.reason, receipt.size, receipt.raw) == (
        Receipt.Outcome.REFUSED,
        f"This file is too large: it has {shown}, and the limit is 1 MiB.",
        size,
        None,
    )


def test_a_file_that_is_larger_than_it_said(now: datetime) -> None:
    raw = b"x" * (2 * 1024**2)
    receipt = receive(Incoming("grown.txt", 10, lambda: raw), batch=BATCH, editor=None, now=now)
    assert receipt.reason == "This file is too large: it has 2 MiB, and the limit is 1 MiB."
    assert (receipt.size, len(receipt.raw or b"")) == (2 * 1024**2, 1024**2)


@pytest.mark.parametrize("broken", ["parse", "_stored", "_saved"])
def test_a_fault_is_a_refusal_and_the_others_go_on(broken: str, now: datetime) -> None:
    whole = getattr(service, broken)
    with mock.patch.object(service, broken, side_effect=[DatabaseError("gone"), mock.DEFAULT], wraps=whole):
        receipt = Receipt.objects.get(pk=take(OTHER, now).pk)
    assert (receipt.outcome, receipt.reason, receipt.article) == (Receipt.Outcome.REFUSED, service.BROKEN, None)
    assert (bytes(receipt.raw or b""), Article.objects.count(), Story.objects.count()) == (OTHER.encode(), 0, 0)
    assert take(OTHER, now).outcome == Receipt.Outcome.RECEIVED


def test_a_file_that_is_gone(now: datetime) -> None:
    read = mock.Mock(side_effect=FileNotFoundError(2, "No such file or directory"))
    receipt = receive(Incoming("gone.txt", 10, read), batch=BATCH, editor=None, now=now)
    assert (receipt.outcome, receipt.reason) == ("refused", "This file could not be read: No such file or directory.")


@pytest.mark.parametrize(
    ("content", "text", "notes"),
    [
        (
            "The café is shut.".encode("cp1252"),
            "The café is shut.",
            ["This file is not UTF-8; it was read as Windows-1252, so check its accents and quotation marks."],
        ),
        (
            b"The ferry\x00left.",
            "The ferry\ufffdleft.",
            ["The copy held 1 NUL character, which cannot be stored; each is shown as \ufffd."],
        ),
        (
            "The \u202eferry\u202c left.".encode(),
            "The \u202eferry\u202c left.",
            [
                "The copy holds 2 bidirectional control characters: words may show in another order than they stand. "
                "Kept as received."
            ],
        ),
        (
            b"The ferry\xed\xb2\x80 left.",
            "The ferry\ufffd left.",
            ["The copy held 1 broken character (unpaired surrogates); each is shown as \ufffd."],
        ),
        (
            b"<script>alert(1)</script> <b>The ferry</b> left.",
            "<script>alert(1)</script> <b>The ferry</b> left.",
            [],
        ),
        ("The \U0001f6a2 left.".encode(), "The \U0001f6a2 left.", []),
    ],
)
def test_odd_bytes_are_stored_with_a_note(content: bytes, text: str, notes: list[str], now: datetime) -> None:
    receipt = take(content, now)
    article = Article.objects.get(pk=receipt.article_id)
    assert (receipt.outcome, receipt.reason) == (Receipt.Outcome.RECEIVED, " ".join([NEW, *notes]))
    assert (article.text, article.notes, bytes(article.raw)) == (text, notes, content)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\desk\\flood.txt", "flood.txt"),
        ("flood\x00\r\n.txt", "flood .txt"),
        ("\u202egpj.txt", "gpj.txt"),
        ("<b>.txt", "<b>.txt"),
        ("a" * 300 + ".txt", "a" * 89 + "…" + "a" * 26 + ".txt"),
        ("///", "unnamed copy"),
        ("", "unnamed copy"),
        ("..", "unnamed copy"),
    ],
)
def test_names_of_files(name: str, shown: str, now: datetime) -> None:
    receipt = take(OTHER, now, name)
    assert receipt.article is not None
    assert (receipt.name, receipt.article.name) == (shown, shown)


def test_long_lines_fit_the_database(now: datetime) -> None:
    headline = "Halvern " * 19
    byline = "By Jo " + "Tamm " * 20
    dateline = "HALVERN, Sept. 18 (" + "M" * 60 + ") --"
    receipt = take(f"{headline}\n{byline}\n{dateline} {'The river rose. ' * 9000}", now)
    assert (receipt.outcome, Story.objects.get().title) == (Receipt.Outcome.RECEIVED, headline.strip())


def test_five_hundred_files(now: datetime) -> None:
    texts = [f"Report {number}: {FLOOD[number % 3]}" if number % 50 else "" for number in range(500)]
    receipts = [take(text, now, f"{number}.txt") for number, text in enumerate(texts)]
    outcomes = [receipt.outcome for receipt in receipts]
    assert (outcomes.count("received"), outcomes.count("refused")) == (490, 10)
    assert (Article.objects.count(), Run.objects.count(), Story.objects.count()) == (490, 490, 1)


@pytest.mark.parametrize("known", [1, 3, 30])
def test_the_number_of_queries_does_not_grow(known: int, now: datetime) -> None:
    for number in range(known):
        take(f"Report {number}. {FLOOD[0]}", now)
    service._FINGERPRINTS.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        take(FLOOD[1], now)
    statements = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(statements) == 8


def test_articles_of_one_event_meet_in_one_story(now: datetime) -> None:
    stories = [take(text, now).article.story_id for text in (FLOOD[1], MATCH[1], FLOOD[0], MATCH[0], FLOOD[2])]  # type: ignore[union-attr]
    assert (stories[0] == stories[2] == stories[4], stories[1] == stories[3], len(set(stories))) == (True, True, 2)
    assert Article.objects.get(text=MATCH[0]).story_note == (
        "Put with “Striker Ines Halloran scored twice as Marlow Rovers beat Osterby United 3-1 in …”: "
        "shares Rovers, Ines Halloran, Osterby United with its one article."
    )


@pytest.mark.parametrize(
    ("days", "closed", "stories"), [(6, False, 1), (8, False, 2), (1, True, 2)], ids=["fresh", "old", "closed"]
)
def test_only_open_stories_of_the_last_days_are_asked(days: int, closed: bool, stories: int, now: datetime) -> None:
    take(FLOOD[0], now)
    if closed:
        Story.objects.update(closed_at=now)
    take(FLOOD[1], now + timedelta(days=days))
    assert Story.objects.count() == stories


def test_the_editor_names_the_story(now: datetime) -> None:
    story = open_story("The cup", now)
    article = take(FLOOD[0], now, story=story).article
    assert article is not None
    assert (article.story, article.story_note) == (story, "The editor chose the story.")


@pytest.mark.parametrize(
    ("title", "slugs"),
    [
        ("The cup", ["the-cup", "the-cup-2", "the-cup-3"]),
        ("", ["untitled", "untitled-2", "untitled-3"]),
        ("A" * 400, ["a" * 72, "a" * 72 + "-2", "a" * 72 + "-3"]),
        ("洪水", ["65b61b8b720d", "65b61b8b720d-2", "65b61b8b720d-3"]),
    ],
)
def test_stories_have_addresses_of_their_own(title: str, slugs: list[str], now: datetime) -> None:
    assert [open_story(title, now).slug for _ in range(3)] == slugs


def test_move_article(now: datetime, editor: User) -> None:
    article = take(FLOOD[0], now).article
    assert article is not None
    left, story = article.story, open_story("The cup", now)
    runs = move_article(article, story, editor=editor, now=datetime(2023, 9, 19, 13, 5, tzinfo=UTC))
    article.refresh_from_db()
    note = "Moved here from “River Tarn floods Halvern” by jo on 19 September 2023 at 13:05."
    assert (article.story, article.story_note) == (story, note)
    assert [(run.kind, run.story) for run in runs] == [("collate", left), ("collate", story)]
    back = move_article(article, left, editor=editor, now=now)
    assert [run.story for run in back] == [left, story]


def test_move_article_to_where_it_is(now: datetime, editor: User) -> None:
    article = take(FLOOD[0], now).article
    assert article is not None
    assert move_article(article, article.story, editor=editor, now=now) == []
    assert article.story_note == NEW


@pytest.mark.django_db(transaction=True)
def test_four_at_once(now: datetime) -> None:
    start = threading.Barrier(4)

    def one(number: int) -> str:
        try:
            start.wait()
            return take(OTHER, now, f"{number}.txt").outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as desk:
        outcomes = sorted(desk.map(one, range(4)))
    assert outcomes == ["duplicate", "duplicate", "duplicate", "received"]
    assert (Article.objects.count(), Story.objects.count(), Run.objects.count(), Receipt.objects.count()) == (
        1,
        1,
        1,
        4,
    )
