"""Which words of an article change, and the text after the change. By spans, never by search and replace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.digest.fitting import Edit, fitted
from factcheck.digest.material import MaterialArticle, MaterialConflict, MaterialWitness
from factcheck.extraction.marks import scan
from factcheck.phrase import Phrase
from factcheck.types import Segment, SegmentKind

CLASHES = Phrase("other words were decided later for the same place")
OWN_WORDS = Phrase("the words stand inside quotation marks, and only a reading or the suggestion may change those")
OUT_OF_COPY = Phrase("the place is no longer in the copy")
OTHER_WORDS = Phrase("other words stand there now")
# So many characters of what stands in an orphan's place are shown.
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Change:
    """One span of one article with its new words; ``conflict`` says who decided it and why.

    It expects certain words in its span, and is not made where others stand. ``quoted``: it is inside quotation marks.
    """

    article: int
    edit: Edit
    conflict: MaterialConflict
    witness: MaterialWitness
    expected: str
    quoted: bool = False

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
class Orphan:
    """A change whose span no longer holds the words that it expects, with what was ``found`` there."""

    article: int
    conflict: MaterialConflict
    witness: MaterialWitness
    expected: str
    found: str
    reason: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What was decided for one article: the changes in order of place, and those that could not be made.

    ``orphans`` have lost their place; nothing is looked for elsewhere.
    """

    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    orphans: tuple[Orphan, ...] = ()


def revise(article: MaterialArticle, conflicts: Iterable[MaterialConflict]) -> Revision:
    """The changes of one article. Where two decisions meet on one place, the newest wins."""
    asked = sorted(_asked(article, conflicts), key=lambda change: change.newest)
    kept: list[Change] = []
    refused: list[Refusal] = []
    astray: list[Orphan] = []
    for change in asked:
        orphan = _orphan(change, article)
        reason = _fault(change, kept)
        if orphan:
            astray.append(orphan)
        elif reason:
            refused.append(Refusal(article.pk, change.conflict, change.witness, reason))
        elif change.edit not in (other.edit for other in kept):
            kept.append(change)
    in_place = sorted(kept, key=lambda change: (change.edit.start, change.edit.end))
    return Revision(tuple(in_place), tuple(refused), tuple(astray))


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
    quoted = _quoted(article)
    for conflict in conflicts:
        text = conflict.approved_text if conflict.edits else None
        if text is None:
            continue
        for witness, expected in _witnesses(article, conflict):
            edit = fitted(article, witness.start, witness.end, text)
            inside = any(_within(edit, start, end) for start, end in quoted)
            yield Change(article.pk, edit, conflict, witness, expected, inside)


def _witnesses(article: MaterialArticle, conflict: MaterialConflict) -> Iterator[tuple[MaterialWitness, str]]:
    """The places that should read otherwise, each with the words that are expected there."""
    allowed = conflict.allowed
    for reading in conflict.readings:
        for witness in reading.witnesses:
            expected = article.text[witness.start : witness.end] if witness.words is None else witness.words
            if witness.article == article.pk and not allowed & {expected, reading.text}:
                yield witness, expected


def _quoted(article: MaterialArticle) -> list[tuple[int, int]]:
    """The ranges between quotation marks, as the marks say and as the claims say: either is enough to be careful."""
    segments = [Segment(SegmentKind(kind), start, end) for kind, start, end in article.segments]
    marked = scan(article.text, segments, truncated=article.truncated).quotes
    return [
        *((part.start, part.end) for quote in marked for part in quote.parts),
        *((quote.start, quote.end) for quote in article.quotes),
    ]


def _orphan(change: Change, article: MaterialArticle) -> Orphan | None:
    """The change as one that has lost its place; None where its words stand there."""
    witness = change.witness
    found = article.text[witness.start : witness.end]
    outside = change.edit.end > len(article.text)
    if found == change.expected and not outside:
        return None
    reason = OUT_OF_COPY if outside else OTHER_WORDS
    return Orphan(article.pk, change.conflict, witness, change.expected, found[:SHOWN], reason)


def _fault(change: Change, kept: Sequence[Change]) -> str:
    """Why the change cannot be made; empty when it can."""
    if change.quoted and not change.conflict.attested:
        return OWN_WORDS
    if any(change.edit != other.edit and change.edit.meets(other.edit) for other in kept):
        return CLASHES
    return ""


def _within(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit touches the words between two marks; what is put in right beside a mark stands inside too."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return edit.start < end and start < edit.end
