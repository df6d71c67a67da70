"""Stored conflicts: found once, kept over runs, withdrawn and back again; decisions are never touched."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from itertools import count, islice
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factcheck.collation import service
from factcheck.collation.calibration import Curve
from factcheck.collation.collate import collate
from factcheck.collation.service import ROUNDS, collate_story, load_extracted, rank_again
from factcheck.extraction.pipeline import extract, load
from factcheck.extraction.service import read_article, store_claims
from factcheck.intake.parse import parse
from factcheck.models import (
    Article,
    Calibration,
    Claim,
    Conflict,
    Decision,
    Reading,
    Run,
    Silence,
    Source,
    Story,
    Witness,
)
from factcheck.phrase import Phrase
from factcheck.review import memory
from factcheck.types import Collation, ExtractedArticle, Scope, Verdict
from tests.collation.test_quotations import LONG, flood
from tests.samples.plan import EVENTS

pytestmark = pytest.mark.django_db

SLIP = LONG.replace("house", "hose")
ADDED = LONG.replace("southern bank", "southern river bank")
numbers = count(1)


@pytest.fixture
def story(now: datetime) -> Story:
    return Story.objects.create(slug="tessel", title="Flood in Tessel", opened_at=now)


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("ida")


def stored(read: ExtractedArticle, story: Story, now: datetime) -> Article:
    """The row of an extracted article."""
    number = next(numbers)
    source, _ = Source.objects.get_or_create(slug=f"agency-{number}", name=f"Agency {number}")
    article = Article.objects.create(
        source=source,
        story=story,
        name=read.name,
        wire_id=str(number),
        headline="Flood",
        text=read.copy.text,
        segments=[[s.kind, s.start, s.end] for s in read.copy.segments],
        sentences=[[s.start, s.end] for s in read.sentences],
        raw=b"",
        sha256=f"{number:064}",
        received_at=now,
        state=Article.State.PROCESSED,
    )
    Claim.objects.bulk_create(
        Claim(
            article=article,
            kind=claim.kind,
            start=claim.start,
            end=claim.end,
            subject=claim.subject,
            value=dict(claim.value),
            speaker=asdict(claim.speaker) if claim.speaker else None,
            layer=claim.layer,
        )
        for claim in read.claims
    )
    return article


def dropped(story: Story, now: datetime, *words: str) -> list[Article]:
    return [stored(flood(f"{n}.txt", text), story, now) for n, text in enumerate(words)]


def everything() -> list[Sequence[Any]]:
    tables = (Conflict, Reading, Witness, Decision)
    return [list(table.objects.order_by("pk").values_list()) for table in tables]


def test_conflicts_are_stored_with_readings_and_witnesses(story: Story, now: datetime) -> None:
    first, second = dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    conflict = story.conflicts.get()
    assert (conflict.kind, conflict.level, conflict.state, conflict.suggested) == (
        "real-word",
        "error",
        "open",
        "house",
    )
    spans = Witness.objects.filter(reading__conflict=conflict).values_list(
        "reading__text", "article", "reading__suggested"
    )
    assert set(spans) == {("house", first.pk, True), ("hose", second.pk, False)}
    assert all(w.article.text[w.start : w.end] == w.reading.text for w in Witness.objects.all())


def test_its_sentences_are_stored_with_what_another_language_says_them_by(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    conflict = story.conflicts.get()
    assert {name: kept["msgid"] for name, kept in conflict.phrases.items()} == {
        "summary": "One report prints {words} where {others}.",
        "reason": "The reports are even, and its words are far commoner in English.",
    }
    assert (conflict.summary_said, conflict.reason_said) == (conflict.summary, conflict.reason)
    assert {type(text) for text in (conflict.summary_said, conflict.reason_said)} == {Phrase}
    conflict.phrases = None
    assert {type(text) for text in (conflict.summary_said, conflict.reason_said)} == {str}


def test_a_witness_keeps_the_words_that_it_stands_for(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, LONG, SLIP)
    collate_story(story, now=now)
    found = list(Witness.objects.select_related("article"))
    assert found
    assert [one.words for one in found] == [one.article.text[one.start : one.end] for one in found]


def test_a_second_run_changes_nothing(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP, ADDED)
    collate_story(story, now=now)
    before = everything()
    collate_story(story, now=now + timedelta(hours=1))
    assert everything() == before


def test_what_is_stored_gives_what_was_read(story: Story, now: datetime) -> None:
    read = flood("1.txt", LONG)
    article = stored(read, story, now)
    again = load_extracted(article)
    assert (again.sentences, again.claims) == (read.sentences, tuple(replace(c, cue=None) for c in read.claims))
    assert (again.name, again.copy.text, again.copy.segments) == (str(article.pk), read.copy.text, read.copy.segments)


def test_a_decision_survives_when_another_report_joins(story: Story, now: datetime, editor: User) -> None:
    dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    conflict = story.conflicts.get()
    reading = conflict.readings.get(text="house")
    Decision.objects.create(conflict=conflict, reading=reading, verdict=Verdict.APPROVE, editor=editor, made_at=now)
    Conflict.objects.filter(pk=conflict.pk).update(state=Conflict.State.SETTLED)
    stored(flood("3.txt", LONG), story, now)
    collate_story(story, now=now)
    conflict.refresh_from_db()
    assert (conflict.state, conflict.decisions.count(), reading.witnesses.count()) == ("settled", 1, 2)


def test_what_is_no_longer_found_is_withdrawn_and_comes_back(story: Story, now: datetime) -> None:
    elsewhere = Story.objects.create(slug="elsewhere", title="Elsewhere", opened_at=now)
    _, slip = dropped(story, now, LONG, SLIP)
    later = now + timedelta(hours=1)
    states = []
    for where in (story, elsewhere, story):
        Article.objects.filter(pk=slip.pk).update(story=where)
        collate_story(story, now=later)
        conflict = story.conflicts.get()
        states.append((conflict.state, Witness.objects.filter(article=slip).count(), conflict.found_at == later))
    assert states == [("open", 1, True), ("withdrawn", 0, True), ("open", 1, True)]


def test_what_is_silenced_stays_silenced_over_every_comparison(story: Story, now: datetime, editor: User) -> None:
    _, second = dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    memory.silence(Conflict.objects.get(), editor=editor, scope=Scope.STORY, reason="Both may stand.", now=now)
    collate_story(story, now=now)
    assert Conflict.objects.get().state == "silenced"
    # Withdrawn and found again it is as silent as before.
    second.delete()
    collate_story(story, now=now)
    assert Conflict.objects.get().state == "withdrawn"
    dropped(story, now, SLIP)
    collate_story(story, now=now)
    assert Conflict.objects.get().state == "silenced"
    memory.restore(Silence.objects.get(), editor=editor, now=now)
    collate_story(story, now=now)
    assert Conflict.objects.get().state == "open"


def test_a_settled_conflict_stays_settled_when_it_is_no_longer_found(story: Story, now: datetime) -> None:
    _, slip = dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    story.conflicts.update(state=Conflict.State.SETTLED)
    Article.objects.filter(pk=slip.pk).update(publication=Article.Publication.CANCELED)
    collate_story(story, now=now)
    assert story.conflicts.get().state == "settled"


@pytest.mark.parametrize("named", ["alone", "with another"])
def test_a_reading_that_carries_a_decision_stays(named: str, story: Story, now: datetime, editor: User) -> None:
    *_, third = dropped(story, now, LONG, SLIP, LONG.replace("house", "horse"))
    collate_story(story, now=now)
    conflict = story.conflicts.get()
    horse, house = conflict.readings.get(text="horse"), conflict.readings.get(text="house")
    acted = {
        "alone": {"verdict": Verdict.REJECT, "reading": horse},
        "with another": {"verdict": Verdict.APPROVE, "reading": house, "also": [horse.pk]},
    }
    Decision.objects.create(conflict=conflict, editor=editor, made_at=now, **acted[named])
    Article.objects.filter(pk=third.pk).update(publication=Article.Publication.CANCELED)
    collate_story(story, now=now)
    carried = {r.text: r.witnesses.count() for r in conflict.readings.all()}
    assert carried == {"house": 1, "hose": 1, "horse": 0}


def test_a_conflict_that_lost_its_key_is_found_by_its_witnesses(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    conflict = story.conflicts.get()
    Conflict.objects.filter(pk=conflict.pk).update(key="older")
    collate_story(story, now=now)
    assert [(c.pk, c.key) for c in story.conflicts.all()] == [(conflict.pk, conflict.key)]


def test_the_number_of_queries_does_not_grow(now: datetime) -> None:
    more = [LONG.replace("winter", "autumn"), LONG.replace("rebuild", "repaint")]
    counts = []
    for number, words in enumerate(([LONG, SLIP], [LONG, SLIP, ADDED, *more])):
        story = Story.objects.create(slug=f"s{number}", title="Flood", opened_at=now)
        dropped(story, now, *words)
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                collate_story(story, now=now)
            counts.append((story.conflicts.count(), len(queries)))
    (one, first), (_, again), (four, first_of_four), (_, again_of_four) = counts
    assert (one, four) == (1, 4)
    assert (first, again) == (first_of_four, again_of_four)


def test_only_what_was_read_is_compared(story: Story, now: datetime) -> None:
    _, second = dropped(story, now, LONG, SLIP)
    Article.objects.filter(pk=second.pk).update(state=Article.State.PROCESSING)
    collate_story(story, now=now)
    assert list(story.conflicts.all()) == []


@pytest.mark.parametrize(("late", "stored_now", "waiting"), [(0, 1, 0), (ROUNDS - 1, 1, 0), (ROUNDS, 0, 1)])
def test_copy_that_keeps_coming_in_is_left_to_the_next_comparison(
    late: int, stored_now: int, waiting: int, story: Story, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped(story, now, LONG, SLIP)
    coming = iter(range(late))

    def while_more_comes(articles: Sequence[ExtractedArticle], *more: Any) -> Collation:
        for number in islice(coming, 1):
            stored(flood(f"{number + 2}.txt", LONG), story, now)
        return collate(articles, *more)

    monkeypatch.setattr(service, "collate", while_more_comes)
    collate_story(story, now=now)
    assert (story.conflicts.count(), Run.objects.waiting_for(story).count()) == (stored_now, waiting)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_the_workers_find_what_the_command_finds(event: Any, story: Story, now: datetime) -> None:
    copies = [parse(path.read_bytes(), name=path.name) for path in event.articles]
    direct = collate([extract(copy, load(settings.SPACY_MODEL)) for copy in copies])
    for copy in copies:
        source, _ = Source.objects.get_or_create(slug=copy.source or "none", name=copy.source_name)
        row = stored(ExtractedArticle(copy), story, now)
        row.source, row.headline, row.filed_on = source, copy.headline, copy.filed_on
        row.dateline, row.dateline_place, row.byline = copy.dateline, copy.dateline_place, copy.byline
        row.save()
        store_claims(row, read_article(row))
    collate_story(story, now=now)
    found = story.conflicts.order_by("rank")
    assert [(c.key, c.summary, c.suggested, c.score) for c in found] == [
        (d.key, d.summary, d.suggested, d.score) for d in direct.conflicts
    ]


def test_a_calibration_moves_the_score_and_never_the_key(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP, ADDED)
    collate_story(story, now=now)
    before = {c.kind: (c.key, c.sureness, c.score, c.rank, c.changed_at) for c in story.conflicts.all()}
    assert {kind: rank for kind, (*_, rank, _) in before.items()} == {"real-word": 0, "quote-wording": 1}
    Calibration.objects.create(kind="real-word", slope=1.0, intercept=-3.0, decisions=20, fitted_at=now)
    collate_story(story, now=now + timedelta(hours=1))
    after = {c.kind: (c.key, c.sureness, c.score, c.rank, c.changed_at) for c in story.conflicts.all()}
    key, sureness, score, _, changed_at = before["real-word"]
    expected = round(Curve(1.0, -3.0).probability(sureness), 4)
    assert after["real-word"] == (key, sureness, expected, 1, changed_at)
    assert expected < score
    assert after["quote-wording"] == (*before["quote-wording"][:3], 0, before["quote-wording"][4])


def test_ranking_again_is_what_the_next_comparison_does(story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP, ADDED)
    collate_story(story, now=now)
    Calibration.objects.create(kind="real-word", slope=0.5, intercept=-2.0, decisions=20, fitted_at=now)
    moved = rank_again()
    ranked_again = everything()
    collate_story(story, now=now + timedelta(hours=1))
    assert (moved, everything()) == (2, ranked_again)


@pytest.mark.parametrize(
    ("state", "kept"), [("open", False), ("settled", True), ("unsure", True), ("dismissed", True), ("withdrawn", False)]
)
def test_what_an_editor_decided_on_keeps_its_sureness(state: str, kept: bool, story: Story, now: datetime) -> None:
    dropped(story, now, LONG, SLIP)
    collate_story(story, now=now)
    found = story.conflicts.get().sureness
    story.conflicts.update(state=state, sureness=0.1)
    collate_story(story, now=now)
    assert story.conflicts.get().sureness == (0.1 if kept else found)
