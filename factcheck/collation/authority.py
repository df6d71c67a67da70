"""Whose word outranks any number of reports: a primary source's, a transcript's, the speaker's own language's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.collation.event import Event
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, ExtractedArticle, ReadingDraft, WitnessDraft

# What no source can settle: both are right, each in its time; there is nothing to choose between; an accusation, which
# the accuser's word does not prove; what a language and a desk call somebody.
UNSETTLED = frozenset(
    {
        ConflictKind.TEMPORAL_CHANGE,
        ConflictKind.OTHER_EVENT,
        ConflictKind.PROVENANCE,
        ConflictKind.HEDGING,
        ConflictKind.SECOND_REFERENCE,
    }
)
# Against whatever only reports of a remark print; a translation gives way to the remark in its own language.
PRIMARY, TRANSCRIPT, OWN_LANGUAGE, REPORT, TRANSLATION = 4, 3, 2, 1, 0
REASONS = {
    PRIMARY: lambda source: Phrase("It stands in the primary source, {source}.", source=source),
    TRANSCRIPT: lambda source: Phrase("{source} quotes it from a transcript.", source=source),
    OWN_LANGUAGE: lambda source: Phrase(
        "{source} has it in the language that it was said in; elsewhere it is translated.", source=source
    ),
}
OWN_LANGUAGE_NOTES = {"en": "in english"}


class Rank(NamedTuple):
    """How much a witness's word counts, and whose it is."""

    authority: int
    source: str


def settled(event: Event, draft: ConflictDraft) -> ConflictDraft:
    """The draft with the reading suggested that alone has the highest authority behind it."""
    if draft.kind in UNSETTLED or len(draft.readings) < 2:
        return draft
    ranks = [max(_rank(event, witness) for witness in reading.witnesses) for reading in draft.readings]
    best = max(ranks)
    leading = [reading for reading, rank in zip(draft.readings, ranks, strict=True) if rank.authority == best.authority]
    others = {rank.authority for rank in ranks} - {best.authority}
    proven = best.authority > OWN_LANGUAGE or (best.authority == OWN_LANGUAGE and others == {TRANSLATION})
    if not proven or len(leading) > 1:
        return draft
    return _suggesting(draft, leading[0], REASONS[best.authority](best.source))


def _suggesting(draft: ConflictDraft, chosen: ReadingDraft, reason: Phrase) -> ConflictDraft:
    readings = tuple(replace(reading, suggested=reading is chosen) for reading in draft.readings)
    return replace(draft, readings=_first(readings), suggested=chosen.text, reason=reason)


def _first(readings: Sequence[ReadingDraft]) -> tuple[ReadingDraft, ...]:
    """The suggested reading first, the others as they were."""
    return tuple(sorted(readings, key=lambda reading: not reading.suggested))


def _rank(event: Event, witness: WitnessDraft) -> Rank:
    article = event.article(witness.article)
    source = article.copy.source_name or article.copy.source or "One report"
    return Rank(PRIMARY if article.copy.primary else _quoted_from(article, witness), source)


def _quoted_from(article: ExtractedArticle, witness: WitnessDraft) -> int:
    """What the report says of the way that the words between its marks came."""
    quotes = [
        claim.value
        for claim in article.claims
        if claim.quoted and claim.start <= witness.start and witness.end <= claim.end
    ]
    notes = [str(value.get("note", "")).lower() for value in quotes]
    if any("transcript" in note for note in notes):
        return TRANSCRIPT
    if OWN_LANGUAGE_NOTES.get(article.copy.language) in notes:
        return OWN_LANGUAGE
    return TRANSLATION if any(value.get("translated") for value in quotes) else REPORT
