"""Which words of an article change, and the text after the change. By spans, never by search and replace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.digest.fitting import Edit, fitted
from factcheck.digest.material import MaterialArticle, MaterialConflict, MaterialWitness
from factcheck.extraction.marks import scan
from factcheck.types import Segment, SegmentKind

CLASHES = "other words were decided later for the same place"
OWN_WORDS = "the words stand inside quotation marks, and only a reading or the suggestion may change those"
OUT_OF_COPY = "the place is no longer in the copy"


@dataclass(frozen=True, slots=True)
class Change:
    """One span of one article with its new words; ``conflict`` says who decided it and why."""

    article: int
    edit: Edit
    conflict: MaterialConflict
    witness: MaterialWitness

    @property
    def newest(self) -> tuple[int, int, int, int]:
        """Sorts the newest decision first, then by place, so that the order of the input never matters."""
        ruling = self.conflict.ruling
        return (-(ruling.decision if ruling else 0), self.conflict.pk, self.edit.start, self.edit.end)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was decided and could not be made, with the reason for the editor."""

    article: int
    conflict: MaterialConflict
    witness: MaterialWitness
    reason: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What was decided for one article: the changes in order of place, and those that could not be made."""

    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def revise(article: MaterialArticle, conflicts: Iterable[MaterialConflict]) -> Revision:
    """The changes of one article. Where two decisions meet on one place, the newest wins."""
    quoted = _quoted(article)
    asked = sorted(_asked(article, conflicts), key=lambda change: change.newest)
    kept: list[Change] = []
    refused: list[Refusal] = []
    for change in asked:
        reason = _fault(change, article, quoted, kept)
        if reason:
            refused.append(Refusal(article.pk, change.conflict, change.witness, reason))
        elif change.edit not in (other.edit for other in kept):
            kept.append(change)
    return Revision(tuple(sorted(kept, key=lambda change: (change.edit.start, change.edit.end))), tuple(refused))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Their order does not matter; none may overlap another."""
    pieces, at = [], 0
    for edit in sorted(edits):
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])


def moved(position: int, edits: Sequence[Edit], *, end: bool = False) -> int:
    """Where a place of the received text stands after the edits; a start or ``end`` inside one moves to its border."""
    shift = 0
    for edit in sorted(edits):
        if edit.end <= position and (end or edit.start < position):
            shift += len(edit.new) - (edit.end - edit.start)
        elif edit.start < position:
            return edit.start + shift + (len(edit.new) if end else 0)
    return position + shift


def _asked(article: MaterialArticle, conflicts: Iterable[MaterialConflict]) -> Iterator[Change]:
    """One change for each place where the article carries a reading that was not approved."""
    for conflict in conflicts:
        text = conflict.approved_text if conflict.edits else None
        if text is None:
            continue
        for witness in _witnesses(article, conflict):
            yield Change(article.pk, fitted(article, witness.start, witness.end, text), conflict, witness)


def _witnesses(article: MaterialArticle, conflict: MaterialConflict) -> Iterator[MaterialWitness]:
    allowed = conflict.allowed
    for reading in conflict.readings:
        for witness in reading.witnesses:
            printed = article.text[witness.start : witness.end]
            if witness.article == article.pk and not allowed & {printed, reading.text}:
                yield witness


def _quoted(article: MaterialArticle) -> list[tuple[int, int]]:
    """The ranges between quotation marks, as the marks say and as the claims say: either is enough to be careful."""
    segments = [Segment(SegmentKind(kind), start, end) for kind, start, end in article.segments]
    marked = scan(article.text, segments, truncated=article.truncated).quotes
    return [
        *((part.start, part.end) for quote in marked for part in quote.parts),
        *((quote.start, quote.end) for quote in article.quotes),
    ]


def _fault(change: Change, article: MaterialArticle, quoted: Sequence[tuple[int, int]], kept: Sequence[Change]) -> str:
    """Why the change cannot be made; empty when it can."""
    edit = change.edit
    if edit.end > len(article.text):
        return OUT_OF_COPY
    if not change.conflict.attested and any(_within(edit, start, end) for start, end in quoted):
        return OWN_WORDS
    if any(edit != other.edit and edit.meets(other.edit) for other in kept):
        return CLASHES
    return ""


def _within(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit touches the words between two marks; what is put in right beside a mark stands inside too."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return edit.start < end and start < edit.end
