"""The table of contents: articles in, events and conflicts out. Pure; the order of the articles never matters."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.collation.archive import EMPTY, Archive
from factcheck.collation.authority import settled
from factcheck.collation.calibration import IDENTITY, Curve
from factcheck.collation.coreference import Model
from factcheck.collation.event import Event
from factcheck.collation.events import events
from factcheck.collation.keys import key
from factcheck.collation.rules import ORDER, RULES
from factcheck.collation.suggest import place
from factcheck.collation.union import Union
from factcheck.collation.words import normal
from factcheck.types import Collation, ConflictDraft, ConflictKind, ExtractedArticle, Level, ReadingDraft, WitnessDraft

# A card shows so many places of one reading in one article; a slip that stands there more often is no news.
MOST_WITNESSES = 50

Curves = Mapping[ConflictKind, Curve]
UNCALIBRATED: Curves = {}


def compared(event: Event) -> tuple[ConflictDraft, ...]:
    """What the comparators find in one event, as each of them says it."""
    return tuple(_drafts(event))


def collate(
    articles: Sequence[ExtractedArticle],
    archive: Archive = EMPTY,
    coreference: Model | None = None,
    compare: Callable[[Event], Iterable[ConflictDraft]] = compared,
) -> Collation:
    """The events that the articles report and the conflicts within each and with the archive, best first.

    ``coreference`` tells which figures, days and places speak of one fact; the shipped model if none is given.
    ``compare`` is for who remembers what ``compared`` found before. Nothing is calibrated here: what decisions taught
    is put on by ``ranked``.
    """
    ordered = sorted(articles, key=lambda article: (article.copy.text, article.name))
    found = events(ordered, archive, coreference)
    drafts = _without_echoes([draft for event in found for draft in compare(event)])
    numbers = {article.name: event.number for event in found for article in event.articles}
    return Collation(events=numbers, conflicts=ranked(_joined(drafts), UNCALIBRATED))


def ranked(drafts: Iterable[ConflictDraft], curves: Curves) -> tuple[ConflictDraft, ...]:
    """The drafts with the scores that these curves give, best first."""
    scored = (replace(draft, score=score(draft.kind, draft.sureness, curves)) for draft in drafts)
    return tuple(sorted(scored, key=_rank))


def score(kind: ConflictKind, sureness: float, curves: Curves) -> float:
    """The probability that an editor acts, times the cost of the error: 0 to 1, comparable across the kinds.

    A kind without a curve is taken at its word. Raises KeyError for a kind that is switched off.
    """
    return round(curves.get(kind, IDENTITY).probability(sureness) * RULES[kind].cost, 4)


def place_in_queue(score: float, level: str, key: str, summary: str) -> tuple[float, int, str, str]:
    """What conflicts are sorted by: the score, then the graver level; what is even then, by its words."""
    return -score, -ORDER.index(Level(level)), key, summary


def _drafts(event: Event) -> Iterator[ConflictDraft]:
    for compare in (rule.compare for rule in RULES.values() if rule.compare):
        for draft in compare(event):
            rule = RULES[draft.kind]
            if draft.score >= rule.threshold and _differs(draft):
                level = min(draft.level, rule.level, key=ORDER.index)
                yield settled(event, replace(draft, level=level, sureness=draft.score))


def _differs(draft: ConflictDraft) -> bool:
    """No conflict between reports without two readings; a slip inside one report has what it should be instead."""
    reports = {witness.article for reading in draft.readings for witness in reading.witnesses}
    return len(reports) < 2 or len({normal(reading.text) for reading in draft.readings}) > 1


def _without_echoes(drafts: list[ConflictDraft]) -> list[ConflictDraft]:
    """A misspelt word inside a quotation is one card: the one that a single report is enough for, so it stays."""
    spelt = {w for draft in drafts if draft.kind is ConflictKind.SPELLING for r in draft.readings for w in r.witnesses}
    return [
        draft
        for draft in drafts
        if draft.kind is not ConflictKind.REAL_WORD
        or not any(witness in spelt for reading in draft.readings for witness in reading.witnesses)
    ]


def _joined(drafts: Iterable[ConflictDraft]) -> Iterator[ConflictDraft]:
    """One conflict a dispute: the same slip seen twice is one card with more witnesses.

    Two disputes that only have a key in common are two cards. The first by its words keeps the key, so that neither
    the order of the articles nor a score decides.
    """
    by_key: dict[str, list[ConflictDraft]] = defaultdict(list)
    for draft in sorted(drafts, key=_rank):
        by_key[draft.key].append(draft)
    for group in by_key.values():
        disputes = sorted((_merged(one) for one in _disputes(group)), key=_words)
        yield from (replace(one, key=_another(one)) if n else one for n, one in enumerate(disputes))


def _disputes(drafts: Sequence[ConflictDraft]) -> Iterator[list[ConflictDraft]]:
    """Drafts that share a witness, or of which one has no reading that the other has not."""
    union = Union(len(drafts))
    first: dict[Hashable, int] = {}
    for number, draft in enumerate(drafts):
        words = frozenset(_words(draft))
        for mark in (words, *(witness for reading in draft.readings for witness in reading.witnesses)):
            union.join(number, first.setdefault(mark, number))
    readings = {mark: number for mark, number in first.items() if isinstance(mark, frozenset)}
    for one, other in combinations(readings, 2):
        if one <= other or other <= one:
            union.join(readings[one], readings[other])
    return ([drafts[number] for number in group] for group in union.groups())


def _words(draft: ConflictDraft) -> list[tuple[str, ...]]:
    return sorted(normal(reading.text) for reading in draft.readings)


def _another(draft: ConflictDraft) -> str:
    return key(draft.kind, draft.key, *(" ".join(words) for words in _words(draft)))


def _merged(drafts: Sequence[ConflictDraft]) -> ConflictDraft:
    """The first draft with the readings and witnesses of all."""
    readings: dict[str, ReadingDraft] = {}
    witnesses: dict[str, dict[WitnessDraft, None]] = defaultdict(dict)
    for reading in (reading for draft in drafts for reading in draft.readings):
        readings.setdefault(reading.text, reading)
        witnesses[reading.text].update(dict.fromkeys(reading.witnesses))
    found = (replace(reading, witnesses=_shown(witnesses[text])) for text, reading in readings.items())
    return replace(drafts[0], readings=tuple(found))


def _shown(witnesses: Iterable[WitnessDraft]) -> tuple[WitnessDraft, ...]:
    """The witnesses of a reading, of each article the first ones."""
    by_article: dict[str, list[WitnessDraft]] = defaultdict(list)
    for witness in witnesses:
        by_article[witness.article].append(witness)
    return tuple(w for held in by_article.values() for w in sorted(held, key=place)[:MOST_WITNESSES])


def _rank(draft: ConflictDraft) -> tuple[float, int, str, str]:
    return place_in_queue(draft.score, draft.level, draft.key, draft.summary)
