"""Words added, dropped or changed inside a quotation that others carry too."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.collation.event import Event
from factcheck.collation.phrasing import either, quoted_where
from factcheck.collation.suggest import Suggestion, readings
from factcheck.collation.wording import Finding, Nature, draft, finding, findings, majority
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level, SegmentKind, WitnessDraft

EVEN = Suggestion(None, Phrase("Nothing tells which is right: an editor must choose."))
# How sure each nature is; with a majority of independent reports it is surer.
SCORES = {
    Nature.NEGATION: 0.8,
    Nature.GAP: 0.6,
    Nature.SUBSTITUTION: 0.6,
    Nature.FUNCTION: 0.3,
    Nature.INFLECTION: 0.3,
    Nature.SLIGHT: 0.3,
}
DECIDED = 0.3
# From so many shared words on, the quotations are one but for the point, and a small word in it is no house style.
NEARLY_ONE = 6
SHORTENED = frozenset({SegmentKind.HEADLINE, SegmentKind.DECK})
GRAVE = frozenset({Nature.NEGATION})
STYLE = frozenset({Nature.INFLECTION, Nature.SLIGHT})


def compare(event: Event) -> Iterator[ConflictDraft]:
    """Quotations of one remark that differ by words, where the remark was made in the reports' own language."""
    for found in findings(event):
        told = found if found.nature in GRAVE else _in_bodies(event, found)
        if told and told.nature in SCORES and (not told.translated or told.nature in GRAVE):
            yield _conflict(event, told)


def _in_bodies(event: Event, found: Finding) -> Finding | None:
    """The finding without what stands in headlines alone: they may shorten what they quote. None: nothing is left."""
    groups = found.dispute.groups
    kept = {text: held for text, held in groups.items() if any(_in_body(event, witness) for witness in held)}
    if len(kept) == len(groups):
        return found
    return finding(event, replace(found.dispute, groups=kept)) if len(kept) > 1 else None


def _in_body(event: Event, witness: WitnessDraft) -> bool:
    return event.segment_of(event.article(witness.article), witness.start) not in SHORTENED


def _conflict(event: Event, found: Finding) -> ConflictDraft:
    decided = None if found.long else majority(event, found)
    level = _level(found, decided)
    score = SCORES[found.nature] + (DECIDED if decided and level is not Level.STYLE else 0.0)
    suggestion = decided or EVEN
    summary = _summary(event, found, suggestion.text)
    return draft(event, found, ConflictKind.QUOTE_WORDING, level, min(score, 1.0), suggestion, summary)


def _level(found: Finding, decided: Suggestion | None) -> Level:
    if found.nature is Nature.FUNCTION:
        return Level.DISCREPANCY if decided and found.dispute.shared >= NEARLY_ONE else Level.STYLE
    if found.nature in STYLE:
        return Level.STYLE
    return Level.ERROR if decided or found.nature in GRAVE else Level.DISCREPANCY


def _summary(event: Event, found: Finding, suggested: str | None) -> Phrase:
    shown = readings(event, found.dispute.groups, suggested)
    right = [reading for reading in shown if reading.suggested]
    if right:
        return quoted_where(next(r for r in shown if not r.suggested), right)
    speaker = found.dispute.speaker
    texts = either([reading.text for reading in shown])
    if speaker:
        return Phrase("{speaker} is quoted in different words: {texts}.", speaker=speaker, texts=texts)
    return Phrase("One remark is quoted in different words: {texts}.", texts=texts)
