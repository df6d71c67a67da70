"""Words added, dropped or changed inside a quotation that others carry too."""

from collections.abc import Iterator

from factcheck.collation.event import Event
from factcheck.collation.phrasing import either, standing_where
from factcheck.collation.suggest import Suggestion, readings
from factcheck.collation.wording import Finding, Nature, draft, findings, majority
from factcheck.types import ConflictDraft, ConflictKind, Level, SegmentKind

EVEN = Suggestion(None, "Nothing tells which is right: an editor must choose.")
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
    for finding in findings(event):
        if finding.nature in GRAVE or (finding.nature in SCORES and not finding.translated and _bodied(event, finding)):
            yield _conflict(event, finding)


def _bodied(event: Event, finding: Finding) -> bool:
    """Whether every reading stands below a headline somewhere: a headline may shorten what it quotes."""
    groups = finding.dispute.groups.values()
    return all(any(event.segment_of(event.article(w.article), w.start) not in SHORTENED for w in g) for g in groups)


def _conflict(event: Event, finding: Finding) -> ConflictDraft:
    decided = None if finding.long else majority(event, finding)
    level = _level(finding, decided)
    score = SCORES[finding.nature] + (DECIDED if decided and level is not Level.STYLE else 0.0)
    suggestion = decided or EVEN
    summary = _summary(event, finding, suggestion.text)
    return draft(event, finding, ConflictKind.QUOTE_WORDING, level, min(score, 1.0), suggestion, summary)


def _level(finding: Finding, decided: Suggestion | None) -> Level:
    if finding.nature is Nature.FUNCTION:
        return Level.DISCREPANCY if decided and finding.dispute.shared >= NEARLY_ONE else Level.STYLE
    if finding.nature in STYLE:
        return Level.STYLE
    return Level.ERROR if decided or finding.nature in GRAVE else Level.DISCREPANCY


def _summary(event: Event, finding: Finding, suggested: str | None) -> str:
    found = readings(event, finding.dispute.groups, suggested)
    right = [reading for reading in found if reading.suggested]
    if right:
        return standing_where(next(r for r in found if not r.suggested), right, "quote")
    speaker = finding.dispute.speaker
    whose = f"{speaker} is quoted" if speaker else "One remark is quoted"
    return f"{whose} in different words: {either([reading.text for reading in found])}."
