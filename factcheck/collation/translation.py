"""Two renderings of one remark made in another language: neither is wrong, and a desk keeps to one."""

from collections.abc import Iterator

from factcheck.collation.event import Event
from factcheck.collation.phrasing import both, marked
from factcheck.collation.suggest import Suggestion, readings
from factcheck.collation.wording import Finding, Nature, draft, findings
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

SCORE = 0.6
RENDERED = frozenset({Nature.GAP, Nature.SUBSTITUTION})
CHOICE = Suggestion(
    None, Phrase("The words are a translator's in either report: an editor chooses one and keeps to it.")
)


def compare(event: Event) -> Iterator[ConflictDraft]:
    """Quotations of one translated remark that differ by words."""
    for finding in findings(event):
        if finding.translated and finding.nature in RENDERED:
            summary = _summary(event, finding)
            yield draft(event, finding, ConflictKind.TRANSLATION, Level.DISCREPANCY, SCORE, CHOICE, summary)


def _summary(event: Event, finding: Finding) -> Phrase:
    texts = both(marked(reading.text) for reading in readings(event, finding.dispute.groups, None))
    speaker = finding.dispute.speaker
    if speaker:
        return Phrase("Different translations of a remark by {speaker}: {texts}.", speaker=speaker, texts=texts)
    return Phrase("Different translations of one remark: {texts}.", texts=texts)
