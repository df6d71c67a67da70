""" "Alleged" or "suspected" dropped: what most reports only suspect stands as a fact in another."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcheck.collation.cover import Cover
from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.lexicon import HEDGES, RESERVES
from factcheck.collation.phrasing import marked, opening
from factcheck.collation.suggest import grouped, origins, readings
from factcheck.collation.words import Word, is_function_word, normal, stem, words
from factcheck.phrase import Phrase
from factcheck.types import (
    ConflictDraft,
    ConflictKind,
    ExtractedArticle,
    Level,
    SegmentKind,
    Span,
    WitnessDraft,
)

SCORE, DECIDED = 0.45, 0.7
INDEPENDENT = 2
# What is hedged: this many telling words, within so many words after the hedge.
TELLING, FEWEST, REACH = 3, 2, 7

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hedged:
    """Something that an article hedges: the stems of what it is, and where it stands, hedge included."""

    stems: tuple[str, ...]
    witness: WitnessDraft


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each thing that some reports hedge and others state."""
    found: dict[tuple[str, ...], list[WitnessDraft]] = {}
    for article in event.articles:
        for hedged in _hedged(event, article):
            found.setdefault(hedged.stems, []).append(hedged.witness)
    stated = {article.name: _stated(event, article, found.keys()) for article in event.articles}
    for stems, hedges in sorted(found.items()):
        cautious = {witness.article for witness in hedges}
        bold = [w for a in event.articles if a.name not in cautious for w in stated[a.name].get(stems, ())]
        if bold:
            yield _conflict(event, stems, hedges, bold)


def _sentences(article: ExtractedArticle) -> Iterator[Span]:
    """The sentences of the body in the reporter's own words."""
    body = Cover(s for s in article.copy.segments if s.kind is SegmentKind.BODY)
    quotes = Cover(claim for claim in article.claims if claim.quoted)
    for sentence in article.sentences:
        if body.holds(sentence.start) and not quotes.meets(sentence.start, sentence.end):
            yield sentence


def _hedged(event: Event, article: ExtractedArticle) -> Iterator[Hedged]:
    for sentence in _sentences(article):
        row = words(article.copy.text, sentence.start, sentence.end)
        for at, word in enumerate(row):
            stop = _telling(row, at + 1) if word.norm in HEDGES else None
            if stop:
                witness = event.witness(article, word.start, row[stop - 1].end)
                yield Hedged(tuple(stem(w.norm) for w in row[at + 1 : stop] if not is_function_word(w.norm)), witness)


def _telling(row: Sequence[Word], start: int) -> int | None:
    """Where the thing that begins at ``start`` ends: after its third telling word, or None where it has but one."""
    ends = [i + 1 for i in range(start, min(len(row), start + REACH)) if not is_function_word(row[i].norm)][:TELLING]
    return ends[-1] if len(ends) >= FEWEST else None


def _stated(event: Event, article: ExtractedArticle, things: Collection[Stems]) -> dict[Stems, list[WitnessDraft]]:
    """Where an article states the things, in sentences with no reserve of any kind; once a sentence."""
    found: dict[Stems, list[WitnessDraft]] = defaultdict(list)
    for sentence in _sentences(article):
        row = words(article.copy.text, sentence.start, sentence.end)
        if not any(word.norm in RESERVES or word.norm in HEDGES for word in row):
            for stems, (start, end) in _runs(row).items():
                if stems in things:
                    found[stems].append(event.witness(article, start, end))
    return found


def _runs(row: Sequence[Word]) -> dict[Stems, tuple[int, int]]:
    """The first place of each run of telling words of a sentence, as long as what is hedged."""
    telling = [word for word in row if not is_function_word(word.norm)]
    names = [stem(word.norm) for word in telling]
    found: dict[Stems, tuple[int, int]] = {}
    for size in range(FEWEST, TELLING + 1):
        for at in range(len(telling) - size + 1):
            found.setdefault(tuple(names[at : at + size]), (telling[at].start, telling[at + size - 1].end))
    return found


def _conflict(
    event: Event, stems: tuple[str, ...], hedges: Sequence[WitnessDraft], bold: Sequence[WitnessDraft]
) -> ConflictDraft:
    groups = grouped([*hedges, *bold])
    cautious = [text for text in groups if HEDGES & set(normal(text))]
    decided = origins(event, hedges) >= INDEPENDENT and origins(event, bold) == 1
    suggested = max(cautious, key=lambda text: (origins(event, groups[text]), text)) if decided else None
    fact = next(text for text in groups if text not in cautious)
    return ConflictDraft(
        kind=ConflictKind.HEDGING,
        level=Level.DISCREPANCY,
        score=DECIDED if decided else SCORE,
        key=key(ConflictKind.HEDGING, *stems),
        summary=Phrase(
            "{words} is stated as a fact, where others write {cautious}.",
            words=marked(fact),
            cautious=marked(cautious[0]),
        ),
        readings=readings(event, groups, suggested),
        suggested=suggested,
        reason=Phrase("{count} independent reports hedge it.", count=opening(origins(event, hedges)))
        if decided
        else "",
    )
