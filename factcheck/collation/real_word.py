"""A real word in place of the right one: "the prosecution fund" where the others have "the protection fund"."""

from collections.abc import Iterator

from factcheck.collation.event import Event
from factcheck.collation.phrasing import either, standing_where
from factcheck.collation.suggest import prefer, readings
from factcheck.collation.wording import Finding, Nature, draft, findings
from factcheck.types import ConflictDraft, ConflictKind, Level

SCORE = 0.95
UNDECIDED = 0.75


def compare(event: Event) -> Iterator[ConflictDraft]:
    """Words a slip away from each other at one place of one remark."""
    for finding in findings(event):
        if finding.nature is Nature.SLIP:
            suggestion = prefer(event, finding.dispute.groups, by_words=True)
            score = UNDECIDED if suggestion.text is None else SCORE
            summary = _summary(event, finding, suggestion.text)
            yield draft(event, finding, ConflictKind.REAL_WORD, Level.ERROR, score, suggestion, summary)


def _summary(event: Event, finding: Finding, suggested: str | None) -> str:
    found = readings(event, finding.dispute.groups, suggested)
    right = [reading for reading in found if reading.suggested]
    if not right:
        return f"The reports quote {either([r.text for r in found])}: one of them is a slip."
    odd = next(reading for reading in found if not reading.suggested)
    return standing_where(odd, right, "print")
