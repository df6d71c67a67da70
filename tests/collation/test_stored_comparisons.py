"""An event that reads as it did is not compared again, and one that does not is."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from factcheck.collation import kept, stored_comparisons
from factcheck.collation.archive import Calling, Earlier
from factcheck.collation.collate import collate, compared
from factcheck.collation.event import Event
from factcheck.collation.events import events
from factcheck.collation.kept import Listening, answered, drafts, fingerprint, written
from factcheck.collation.service import collate_story, load_extracted
from factcheck.models import Article, Comparison, Story
from factcheck.phrase import packed
from factcheck.types import ConflictDraft, ExtractedArticle
from tests.collation.remembered import Remembered
from tests.collation.reports import report
from tests.collation.test_quotations import LONG, flood
from tests.collation.test_service import SLIP, stored

CUP = (
    "Halvern won the cup of the coast on Sunday, beating Ostrava Bay after extra time before 9,000 people.",
    "“Our keeper saved two penalties and the whole town sang for him until the lamps went out,” said Per Holm.",
)
CUP_SLIP = (CUP[0], CUP[1].replace("lamps", "lambs"))
Compared = list[list[str]]


def cup(name: str, paragraphs: Sequence[str]) -> ExtractedArticle:
    return report(name, *paragraphs, speaker="Per Holm", people=("Per Holm",))


@pytest.fixture
def story(now: datetime) -> Story:
    return Story.objects.create(slug="tessel", title="Flood in Tessel", opened_at=now)


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> Compared:
    """The texts of each event that was compared, by their first words."""
    made: Compared = []

    def listening(event: Event) -> tuple[ConflictDraft, ...]:
        made.append([article.copy.text[:7] for article in event.articles])
        return compared(event)

    monkeypatch.setattr(stored_comparisons, "compared", listening)
    return made


def found(story: Story) -> list[tuple[str, str, str | None]]:
    return list(story.conflicts.exclude(state="withdrawn").order_by("rank").values_list("key", "summary", "suggested"))


def anew(story: Story) -> list[tuple[str, str, str | None]]:
    """What a comparison finds that knows nothing."""
    rows = story.articles.select_related("source").prefetch_related("claims")
    return [(d.key, d.summary, d.suggested) for d in collate([load_extracted(row) for row in rows]).conflicts]


@pytest.mark.django_db
def test_only_the_event_that_an_article_joins_is_compared(story: Story, comparisons: Compared, now: datetime) -> None:
    for number, text in enumerate((LONG, SLIP, LONG, LONG)):
        stored(flood(f"{number}.txt", text), story, now)
    for paragraphs in (CUP, CUP_SLIP):
        stored(cup("b.txt", paragraphs), story, now)
    collate_story(story, now=now)
    floods, cups = comparisons
    assert (len(floods), cups, len(found(story))) == (4, ["Halvern"] * 2, 3)
    comparisons.clear()
    collate_story(story, now=now + timedelta(hours=1))
    assert comparisons == []
    stored(cup("c.txt", CUP), story, now)
    collate_story(story, now=now + timedelta(hours=2))
    assert comparisons == [["Halvern"] * 3]
    assert found(story) == anew(story)
    assert Comparison.objects.count() == 2


@pytest.mark.django_db
def test_what_is_read_anew_is_compared_anew(story: Story, comparisons: Compared, now: datetime) -> None:
    first, second = (stored(flood(f"{n}.txt", text), story, now) for n, text in enumerate((LONG, SLIP)))
    collate_story(story, now=now)
    first.claims.all().delete()
    collate_story(story, now=now)
    assert (len(comparisons), found(story)) == (2, [])
    Article.objects.filter(pk=second.pk).update(publication=Article.Publication.CANCELED)
    collate_story(story, now=now)
    assert [len(articles) for articles in comparisons] == [2, 2, 1]
    assert Comparison.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("update", ["_stages", "_model"])
def test_an_update_compares_everything_anew(
    update: str, story: Story, comparisons: Compared, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(flood("0.txt", LONG), story, now)
    collate_story(story, now=now)
    monkeypatch.setattr(kept, update, lambda *_: "another")
    collate_story(story, now=now)
    assert len(comparisons) == 2


@pytest.mark.django_db
def test_what_the_archive_answers_otherwise_is_compared_anew(
    story: Story, comparisons: Compared, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(flood("0.txt", LONG), story, now)
    collate_story(story, now=now)
    monkeypatch.setattr(stored_comparisons, "answered", lambda *_: "another")
    collate_story(story, now=now)
    assert len(comparisons) == 2


EARLIER = Earlier(4, datetime(2023, 6, 3).date(), "Northgate Wire", "Mayor", LONG, frozenset({"brandt", "orla"}))
QUESTIONS = [
    pytest.param("quotations", [frozenset({3, 1}), frozenset()], id="quotations"),
    pytest.param("printed", {"Orla Brandt", "Brandt"}, id="printed"),
    pytest.param("called", {("Orla", "Brandt")}, id="called"),
]


@pytest.mark.parametrize(("name", "argument"), QUESTIONS)
def test_a_question_is_kept_and_asked_again(name: str, argument: object) -> None:
    archive = Remembered([EARLIER], {"Brandt": 2}, {("Orla", "Brandt"): Calling(0, 2)})
    listening = Listening(archive)
    assert getattr(listening, name)(argument) == getattr(archive, name)(argument)
    (asked,) = listening.asked
    assert asked[0] == name
    assert answered(archive, listening.asked) == answered(archive, [tuple(asked)])


def test_another_answer_has_another_fingerprint() -> None:
    asked = [("printed", ["Brandt"]), ("called", [["Orla", "Brandt"]])]
    archives = [Remembered(), Remembered(counts={"Brandt": 1}), Remembered(callings={("Orla", "Brandt"): Calling(1)})]
    assert len({answered(archive, asked) for archive in archives}) == 3


def test_the_order_of_the_articles_is_no_other_event() -> None:
    articles = [flood("0.txt", LONG), flood("1.txt", SLIP)]
    one, other = (events(sorted(held, key=lambda a: a.copy.text)) for held in (articles, articles[::-1]))
    assert [fingerprint(event) for event in one] == [fingerprint(event) for event in other]


def test_drafts_are_read_as_they_were_written() -> None:
    (event,) = events([flood("0.txt", LONG), flood("1.txt", SLIP)])
    made = compared(event)
    assert made
    again = drafts(json.loads(json.dumps(written(made))))
    assert again == made
    assert [(packed(one.summary), packed(one.reason)) for one in again] == [
        (packed(one.summary), packed(one.reason)) for one in made
    ]


def test_a_word_list_that_changes_is_another_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "STAGES", (tmp_path,))
    made = []
    for words in ("one", "two"):
        (tmp_path / "words.txt").write_text(words)
        (tmp_path / "notes.md").write_text(f"not read: {words}")
        kept._stages.cache_clear()
        made.append(kept._stages())
    kept._stages.cache_clear()
    (tmp_path / "notes.md").write_text("other notes")
    assert (made[0] != made[1], kept._stages() == made[1]) == (True, True)
    kept._stages.cache_clear()


def test_what_is_kept_is_what_was_answered_and_not_what_is_answered_later() -> None:
    counts = {"Brandt": 1}
    archive = Remembered(counts=counts)
    listening = Listening(archive)
    listening.printed({"Brandt"})
    before = answered(archive, listening.asked)
    counts["Brandt"] = 9
    assert (listening.answered == before, answered(archive, listening.asked) == before) == (True, False)


@pytest.mark.django_db
def test_what_the_other_event_asks_of_the_archive_is_heard(
    story: Story, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []

    def asking(event: Event) -> tuple[ConflictDraft, ...]:
        if event.other_than:
            event.other_than.archive.printed({"Orla Brandt"})
            heard.append(event.other_than.archive is event.archive)
        return ()

    monkeypatch.setattr(stored_comparisons, "compared", asking)
    for number in range(3):
        stored(flood(f"{number}.txt", LONG), story, now)
    stored(cup("b.txt", CUP), story, now)
    collate_story(story, now=now)
    asked = [row.asked for row in Comparison.objects.order_by("pk")]
    assert (heard, [["printed", ["Orla Brandt"]]] in asked) == ([True], True)
