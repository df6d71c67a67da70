"""A real word in place of the right one: "the prosecution fund" where the others have "the protection fund"."""

from collections.abc import Callable, Iterator

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.misprints import Misprint, misprints
from factcheck.collation.phrasing import either, printed_where
from factcheck.collation.suggest import Groups, Suggestion, prefer, readings
from factcheck.collation.wording import Nature, draft, findings, sureness
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

SCORE = 0.95
UNDECIDED = 0.75


def compare(event: Event) -> Iterator[ConflictDraft]:
    """Words a slip away from each other at one place of one remark, or within one run of words outside quotations."""
    for finding in findings(event):
        if finding.nature is Nature.SLIP:
            groups = finding.dispute.groups
            suggestion = prefer(event, groups, by_words=True)
            summary = _summary(event, groups, suggestion.text, _quoted)
            yield draft(event, finding, ConflictKind.REAL_WORD, Level.ERROR, _score(suggestion), suggestion, summary)
    for misprint in misprints(event):
        yield _conflict(event, misprint)


def _conflict(event: Event, misprint: Misprint) -> ConflictDraft:
    suggestion = prefer(event, misprint.groups, by_words=True)
    return ConflictDraft(
        kind=ConflictKind.REAL_WORD,
        level=Level.ERROR,
        score=round(_score(suggestion) * sureness(misprint.run), 4),
        key=key(ConflictKind.REAL_WORD, *misprint.words),
        summary=_summary(event, misprint.groups, suggestion.text, _printed),
        readings=readings(event, misprint.groups, suggestion.text),
        suggested=suggestion.text,
        reason=suggestion.reason,
    )


def _score(suggestion: Suggestion) -> float:
    return UNDECIDED if suggestion.text is None else SCORE


def _summary(event: Event, groups: Groups, suggested: str | None, undecided: Callable[[Phrase], Phrase]) -> Phrase:
    found = readings(event, groups, suggested)
    right = [reading for reading in found if reading.suggested]
    if not right:
        return undecided(either([r.text for r in found]))
    odd = next(reading for reading in found if not reading.suggested)
    return printed_where(odd, right)


def _quoted(texts: Phrase) -> Phrase:
    return Phrase("The reports quote {texts}: one of them is a slip.", texts=texts)


def _printed(texts: Phrase) -> Phrase:
    return Phrase("The reports print {texts}: one of them is a slip.", texts=texts)
