"""Stores what collation finds: conflicts by their key, so that what editors decided survives every new run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from factcheck.collation import silencing
from factcheck.collation.archive import Archive
from factcheck.collation.calibration import Curve
from factcheck.collation.collate import Curves, collate, place_in_queue, ranked, score
from factcheck.collation.coreference import read
from factcheck.collation.event import Event
from factcheck.collation.kept import SAID
from factcheck.collation.keys import mark
from factcheck.collation.origins import origins
from factcheck.collation.rules import RULES
from factcheck.collation.stored_archive import StoredArchive
from factcheck.collation.stored_comparisons import StoredComparisons
from factcheck.extraction.service import copy_of
from factcheck.models import Article, Calibration, Claim, Conflict, Reading, Run, Story, Witness
from factcheck.phrase import Phrase, packed
from factcheck.types import (
    ClaimDraft,
    ClaimKind,
    Collation,
    ConflictDraft,
    ConflictKind,
    Doubt,
    ExtractedArticle,
    Mention,
    ReadingDraft,
    SegmentKind,
    Span,
)

# What an editor sees of a conflict and of a reading; a change of rank or score alone is no change to them.
SHOWN = ("kind", "level", "summary", "reason", "suggested")
# Of that, the sentences (``SAID``): each is stored as a text and, if it is a phrase, with what another language says it
# by.
STORED = ("key", "mark", *SHOWN, "phrases", "sureness", "score", "rank", "state", "changed_at")
# How often a run compares again because copy came in meanwhile; after that the next run does.
ROUNDS = 3
# How many rows one statement changes.
AT_ONCE = 500

State = Conflict.State
Place = tuple[int, int, int]


def collate_story(story: Story, *, now: datetime) -> None:
    """Compares the articles of a story and stores the conflicts; a run that finds nothing new changes nothing.

    If copy still comes in after some rounds, nothing is stored and the story waits for its next comparison.
    """
    if not any(_stored(story, now) for _ in range(ROUNDS)):
        Run.objects.enqueue_collation(story, now)


def _stored(story: Story, now: datetime) -> bool:
    """Compares once, and tells whether the result was stored.

    The comparison runs outside the transaction, so that editors need not wait for it. If an article came or went
    meanwhile it is not stored: an older state of the story never overwrites a newer one.
    """
    articles = list(_collated(story).select_related("source").prefetch_related("claims"))
    extracted = [load_extracted(article) for article in articles]
    comparisons = StoredComparisons(story)
    found = collate(extracted, StoredArchive(story), read(settings.COREFERENCE), comparisons)
    with transaction.atomic():
        # Without the key, so that an editor who enters an act in the story's log does not wait for the lock.
        Story.objects.select_for_update(no_key=True).get(pk=story.pk)
        if set(_collated(story).values_list("pk", flat=True)) != {article.pk for article in articles}:
            return False
        _store_events(articles, found)
        _store_conflicts(story, found.conflicts, now)
        comparisons.store()
        return True


def stored_articles(story: Story) -> list[ExtractedArticle]:
    """The articles of a story that are compared, as extraction left them."""
    held = _collated(story).select_related("source").prefetch_related("claims")
    return [load_extracted(article) for article in held]


def stored_events(story: Story) -> tuple[Event, ...]:
    """The events of a story with their articles, as the last comparison told them apart; three queries.

    What is asked of them later may ask the archive.
    """
    held: dict[int, list[ExtractedArticle]] = {}
    for row in _collated(story).select_related("source").defer("raw").prefetch_related("claims"):
        held.setdefault(row.event, []).append(load_extracted(row))
    archive = StoredArchive(story)
    return tuple(_event(number, held[number], archive) for number in sorted(held))


def _event(number: int, articles: Iterable[ExtractedArticle], archive: Archive) -> Event:
    ordered = tuple(sorted(articles, key=lambda article: (article.copy.text, article.name)))
    return Event(number, ordered, origins(ordered), archive=archive)


def curves() -> Curves:
    """The calibrated kinds with their curves, in one query."""
    rows = Calibration.objects.values_list("kind", "slope", "intercept")
    return {ConflictKind(kind): Curve(slope, intercept) for kind, slope, intercept in rows}


@transaction.atomic
def rank_again() -> int:
    """Brings score and rank of every conflict in line with the stored calibrations; returns how many had others.

    No editor sees a difference on a card, so ``changed_at`` stays. Withdrawn ones wait for the comparison that finds
    them again.
    """
    known = curves()
    list(Story.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    rows = Conflict.objects.exclude(state=State.WITHDRAWN).filter(kind__in=RULES).order_by("story_id", "pk")
    by_story = groupby(rows.defer("reason", "suggested", "phrases"), key=lambda row: row.story_id)
    stale = [row for _, held in by_story for row in _moved(held, known)]
    Conflict.objects.bulk_update(stale, ["score", "rank"], batch_size=AT_ONCE)
    return len(stale)


def _moved(rows: Iterable[Conflict], known: Curves) -> Iterator[Conflict]:
    """Those of one story's conflicts that now have another score or rank, with it."""
    scored = [(score(ConflictKind(row.kind), row.sureness, known), row) for row in rows]
    scored.sort(key=lambda one: place_in_queue(one[0], one[1].level, one[1].key, one[1].summary))
    for rank, (new, row) in enumerate(scored):
        if (row.score, row.rank) != (new, rank):
            row.score, row.rank = new, rank
            yield row


def load_extracted(article: Article) -> ExtractedArticle:
    """The article as extraction left it. It goes by its number, which is unique where file names are not."""
    copy = replace(copy_of(article), name=str(article.pk))
    claims = sorted(article.claims.all(), key=lambda claim: (claim.start, claim.end, claim.kind))
    sentences = tuple(Span(start, end) for start, end in article.sentences)
    doubts = tuple(Doubt(*doubt) for doubt in article.doubts)
    return ExtractedArticle(copy, sentences, tuple(_claim(claim, article.text) for claim in claims), doubts)


def _claim(claim: Claim, text: str) -> ClaimDraft:
    return ClaimDraft(
        kind=ClaimKind(claim.kind),
        start=claim.start,
        end=claim.end,
        text=text[claim.start : claim.end],
        subject=claim.subject,
        value=claim.value,
        speaker=Mention(**claim.speaker) if claim.speaker else None,
        cue=Mention(**claim.cue) if claim.cue else None,
        layer=SegmentKind(claim.layer),
    )


def _collated(story: Story) -> QuerySet[Article]:
    read = story.articles.filter(state=Article.State.PROCESSED)
    return read.exclude(publication=Article.Publication.CANCELED)


def _store_events(articles: Iterable[Article], found: Collation) -> None:
    moved = [article for article in articles if article.event != found.events[str(article.pk)]]
    for article in moved:
        article.event = found.events[str(article.pk)]
    Article.objects.bulk_update(moved, ["event"])


def _store_conflicts(story: Story, drafts: Iterable[ConflictDraft], now: datetime) -> None:
    rows = story.conflicts.select_for_update().order_by("pk").prefetch_related("readings__witnesses", "decisions")
    held = list(rows)
    adopted = {draft.key: (draft, conflict) for draft, conflict in _adopted(held, list(drafts))}
    # Read under the story's lock: a calibration that ends later ranks what is stored here.
    order = ranked((_as_decided(*pair) for pair in adopted.values()), curves())
    kept = [(adopted[draft.key][1] or Conflict(story=story, found_at=now), draft) for draft in order]
    stale = [row for rank, (row, draft) in enumerate(kept) if _fill(row, draft, rank, now)]
    Conflict.objects.bulk_update([row for row in stale if row.pk], STORED, batch_size=AT_ONCE)
    Conflict.objects.bulk_create(row for row in stale if not row.pk)
    _store_readings(held, kept)
    found = {row.pk for row, _ in kept}
    _withdraw(story, [row for row in held if row.pk not in found], now)
    silencing.apply(story.conflicts.all(), now=now)


def _as_decided(draft: ConflictDraft, conflict: Conflict | None) -> ConflictDraft:
    """A decided conflict keeps the sureness that it was decided by, and with it its place in the queue."""
    undecided = conflict is None or conflict.state in (*silencing.UNDECIDED, State.WITHDRAWN)
    return draft if conflict is None or undecided else replace(draft, sureness=conflict.sureness)


def _adopted(held: list[Conflict], drafts: list[ConflictDraft]) -> list[tuple[ConflictDraft, Conflict | None]]:
    """Each draft with its stored conflict: the one of its key; else one that lost its key and shares a witness."""
    by_key = {conflict.key: conflict for conflict in held}
    keys = {draft.key for draft in drafts}
    orphans = [conflict for conflict in held if conflict.key not in keys]
    found = []
    for draft in drafts:
        conflict = by_key.get(draft.key) or next((c for c in orphans if _same_point(c, draft)), None)
        if conflict in orphans:
            orphans.remove(conflict)
        found.append((draft, conflict))
    return found


def _same_point(conflict: Conflict, draft: ConflictDraft) -> bool:
    spans = {span for reading in conflict.readings.all() for span in _held_spans(reading)}
    return conflict.kind == draft.kind and any(spans & _spans(reading) for reading in draft.readings)


def _spans(reading: ReadingDraft) -> set[Place]:
    return {(int(witness.article), witness.start, witness.end) for witness in reading.witnesses}


def _held_spans(reading: Reading) -> set[Place]:
    return {(witness.article_id, witness.start, witness.end) for witness in reading.witnesses.all()}


def _fill(row: Conflict, draft: ConflictDraft, rank: int, now: datetime) -> bool:
    """Writes a draft into a row; true when the row must be stored. Only what an editor sees moves ``changed_at``."""
    state = State.OPEN if row.state == State.WITHDRAWN else row.state
    seen = {name: getattr(draft, name) for name in SHOWN} | {"state": state}
    known = mark(draft.kind, (reading.text for reading in draft.readings), draft.suggested)
    inner = {"key": draft.key, "mark": known, "sureness": draft.sureness, "score": draft.score, "rank": rank}
    inner["phrases"] = {name: packed(said) for name in SAID if isinstance(said := getattr(draft, name), Phrase)}
    new = row.pk is None
    visible = new or _differs(row, seen) or _shown_readings(row) != _shown_drafts(draft)
    stale = visible or _differs(row, inner)
    for name, value in (seen | inner | ({"changed_at": now} if visible else {})).items():
        setattr(row, name, value)
    return stale


def _differs(row: Conflict, values: Mapping[str, object]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())


def _shown_readings(row: Conflict) -> dict[str, tuple[bool, int, set[Place]]]:
    found = {r.text_hash: (r.suggested, r.origins, _held_spans(r)) for r in row.readings.all()}
    return {name: shown for name, shown in found.items() if shown[-1]}


def _shown_drafts(draft: ConflictDraft) -> dict[str, tuple[bool, int, set[Place]]]:
    return {text_hash(r.text): (r.suggested, r.origins, _spans(r)) for r in draft.readings}


def text_hash(text: str) -> str:
    """What names a reading within its conflict."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _store_readings(held: Iterable[Conflict], kept: Iterable[tuple[Conflict, ConflictDraft]]) -> None:
    """Brings readings and witnesses in line with the drafts. A reading that carries a decision stays."""
    old = {conflict.pk: {r.text_hash: r for r in conflict.readings.all()} for conflict in held}
    acts = [decision for conflict in held for decision in conflict.decisions.all()]
    decided = {reading for act in acts for reading in (act.reading_id, *act.also)}
    wanted: list[tuple[Reading, ReadingDraft]] = []
    gone: list[Reading] = []
    for conflict, draft in kept:
        mine = dict(old.get(conflict.pk, {}))
        for position, reading in enumerate(draft.readings):
            name = text_hash(reading.text)
            row = mine.pop(name, None) or Reading(conflict=conflict, text=reading.text, text_hash=name)
            row.suggested, row.origins, row.position = reading.suggested, reading.origins, position
            wanted.append((row, reading))
        gone += mine.values()
    Reading.objects.bulk_update((row for row, _ in wanted if row.pk), ["suggested", "origins", "position"])
    fresh = [row for row, _ in wanted if not row.pk]
    before = {row.pk: {w.pk: w for w in row.witnesses.all()} for row, _ in wanted if row.pk}
    Reading.objects.bulk_create(fresh)
    _store_witnesses(wanted, before)
    spoken = [row.pk for row in gone if row.pk in decided]
    Witness.objects.filter(reading__in=spoken).delete()
    Reading.objects.filter(pk__in=spoken, suggested=True).update(suggested=False)
    Reading.objects.filter(pk__in=[row.pk for row in gone if row.pk not in decided]).delete()


def _store_witnesses(
    wanted: Iterable[tuple[Reading, ReadingDraft]], before: Mapping[int, Mapping[int, Witness]]
) -> None:
    lost: list[int] = []
    new: list[Witness] = []
    for row, reading in wanted:
        held = {(w.article_id, w.start, w.end): pk for pk, w in before.get(row.pk, {}).items()}
        found = {(int(one.article), one.start, one.end): one.text for one in reading.witnesses}
        lost += [pk for span, pk in held.items() if span not in found]
        fresh = sorted(found.keys() - held.keys())
        new += [Witness(reading=row, article_id=a, start=b, end=c, words=found[a, b, c]) for a, b, c in fresh]
    Witness.objects.filter(pk__in=lost).delete()
    Witness.objects.bulk_create(new)


def _withdraw(story: Story, lost: list[Conflict], now: datetime) -> None:
    """Marks what is no longer found. What an editor settled stays settled; nothing is deleted.

    Witnesses in articles that went to another story go; the others still say what they said.
    """
    opened = [row.pk for row in lost if row.state in silencing.UNDECIDED]
    Conflict.objects.filter(pk__in=opened).update(state=State.WITHDRAWN, silence=None, changed_at=now)
    elsewhere = Witness.objects.filter(reading__conflict__in=lost).exclude(article__story=story)
    elsewhere.delete()
