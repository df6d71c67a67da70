"""A conflict inside one article: one reading, what is printed, and what it should be."""

from dataclasses import dataclass

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, ExtractedArticle, Level, ReadingDraft


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in one article: where it stands, what the words should be (None: an editor must say), and why."""

    start: int
    end: int
    suggested: str | None
    summary: Phrase
    reason: Phrase
    score: float
    level: Level


def draft(event: Event, article: ExtractedArticle, kind: ConflictKind, slip: Slip) -> ConflictDraft:
    """The conflict of one slip. Its key comes from the words around it, which no other article changes."""
    witness = event.witness(article, slip.start, slip.end)
    return ConflictDraft(
        kind=kind,
        level=slip.level,
        score=slip.score,
        key=key(kind, witness.text, _around(article.copy.text, slip.start, slip.end)),
        summary=slip.summary,
        readings=(ReadingDraft(witness.text, False, (witness,)),),
        suggested=slip.suggested,
        reason=slip.reason,
    )


_CONTEXT = 40


def _around(text: str, start: int, end: int) -> str:
    """The words beside a slip, cut at whole words."""
    before = text[max(0, start - _CONTEXT) : start].partition(" ")[2]
    after = text[end : end + _CONTEXT].rpartition(" ")[0]
    return f"{before} {after}"
