""" "Alleged" or "suspected" dropped: what most reports only suspect stands as a fact in another."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcheck.collation.cover import Cover
from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.lexicon import CHARGING, HEDGES, HEDGING_ADVERBS, RESERVES
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
CAUTIOUS = HEDGES | HEDGING_ADVERBS | CHARGING

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
            first, fewest = _thing(row, at)
            telling = _telling(row, first) if fewest else []
            if len(telling) >= fewest > 0:
                witness = event.witness(article, word.start, row[telling[-1]].end)
                yield Hedged(tuple(stem(row[i].norm) for i in telling), witness)


def _thing(row: Sequence[Word], at: int) -> tuple[int, int]:
    """Where what the word at ``at`` hedges begins, and how many telling words it must have; 0: it hedges nothing."""
    word = row[at].norm
    if word in HEDGES and not _charges(row, at):
        return at + 1, FEWEST
    if word in HEDGING_ADVERBS:
        return at + 1, TELLING
    return (_charges(row, at), TELLING) if word in CHARGING and _charges(row, at) else (0, 0)


def _charges(row: Sequence[Word], at: int) -> int:
    """Where the charged one stands in "accused protesters of hurling stones": the word before "of"; 0 if nowhere."""
    for i in range(at + 2, min(len(row) - 1, at + REACH)):
        if row[i].norm == "of" and row[i + 1].norm.endswith("ing") and not is_function_word(row[i - 1].norm):
            return i - 1
    return 0


def _telling(row: Sequence[Word], start: int) -> list[int]:
    """The first three telling words from ``start`` on, as far as a hedge reaches."""
    return [i for i in range(start, min(len(row), start + REACH)) if not is_function_word(row[i].norm)][:TELLING]


def _stated(event: Event, article: ExtractedArticle, things: Collection[Stems]) -> dict[Stems, list[WitnessDraft]]:
    """Where an article states the things, in sentences with no reserve of any kind; once a sentence."""
    found: dict[Stems, list[WitnessDraft]] = defaultdict(list)
    for sentence in _sentences(article):
        row = words(article.copy.text, sentence.start, sentence.end)
        if not any(word.norm in RESERVES or word.norm in CAUTIOUS for word in row):
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
    cautious = [text for text in groups if CAUTIOUS & set(normal(text))]
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
