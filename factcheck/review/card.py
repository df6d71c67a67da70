"""The conflict card: everything that its page shows, as plain data in an editor's words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import NamedTuple

from factcheck.phrase import Phrase
from factcheck.review.differing import Stretch
from factcheck.review.scopes import scopes
from factcheck.review.standing import Recorded
from factcheck.types import ConflictKind, Level, Scope, Verdict

SHOWN = 60


class Approval(NamedTuple):
    """What approving a reading means: the button's words and what is said afterwards."""

    label: Phrase
    told: Callable[[str], Phrase]


APPROVE = Approval(Phrase("Approve"), lambda words: Phrase("approved {words}", words=words))
LET_STAND = Approval(Phrase("Let it stand"), lambda words: Phrase("let {words} stand", words=words))
APPROVALS = {
    ConflictKind.OTHER_EVENT: Approval(Phrase("Leave this report out"), lambda _: Phrase("left this report out"))
}
# The kinds whose readings are words of a quotation: its witnesses can be laid word under word.
QUOTED = frozenset(
    {ConflictKind.QUOTE_WORDING, ConflictKind.REAL_WORD, ConflictKind.TRANSLATION, ConflictKind.ATTRIBUTION}
)
ACTS: Mapping[Verdict, Callable[[str], Phrase]] = {
    Verdict.REJECT: lambda words: Phrase("rejected {words}", words=words),
    Verdict.NONE: lambda _: Phrase("found no reading right"),
    Verdict.UNSURE: lambda _: Phrase("could not tell"),
    Verdict.DISMISS: lambda _: Phrase("found no conflict here"),
    Verdict.ANNOTATE: lambda _: Phrase("added a note"),
}


@dataclass(frozen=True, slots=True)
class CardWitness:
    """A span that carries a reading, in its sentence. ``where`` is "headline", "caption" or "paragraph 7"."""

    article: int
    source: str
    primary: bool
    headline: str
    filed_on: date | None
    publication: str
    start: int
    end: int
    where: Phrase
    layer: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class CardNote:
    """A note that stands, with who wrote it."""

    text: str
    editor: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CardReading:
    """One variant: ``number`` is its key on the card, ``stretches`` its text with the differing words marked."""

    pk: int
    number: int
    text: str
    shown: Phrase
    stretches: tuple[Stretch, ...]
    suggested: bool
    origins: int
    articles: int
    witnesses: Sequence[CardWitness]
    approved: bool
    rejected: bool
    notes: tuple[CardNote, ...]


@dataclass(frozen=True, slots=True)
class CardDecision:
    """One recorded act. ``words`` continue the editor's name: "approved “Han”", "approved “met” and “Envoy”"."""

    pk: int
    verdict: str
    reading: int | None
    words: Phrase
    note: str
    editor: str
    made_at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """The primary act: what the button says, what its form sends, and what will be recorded, as a list says it.

    Where a reading is the suggested one, the act approves it. A conflict inside one article has one reading, what is
    printed, and the suggestion is what it should be: there the act records the suggestion as the value.
    """

    label: Phrase
    verdict: str
    reading: int | None
    replacement: str
    will: Phrase


@dataclass(frozen=True, slots=True)
class CardSilence:
    """The rule that keeps the card out of the open queue; ``scope`` is "this story"."""

    pk: int
    editor: str
    made_at: datetime
    scope: Phrase
    reason: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class CardHandover:
    """Who is to decide: ``to`` is a name, empty where it is a chief's or everybody's; ``person`` their number."""

    person: int | None
    to: str
    escalated: bool
    editor: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """A conflict as its card shows it. ``readings`` are in the order of their keys; one alone is what is printed."""

    pk: int
    story: str
    story_title: str
    kind: str
    kind_label: Phrase
    level: str
    level_label: Phrase
    summary: str
    reason: str
    suggested: str | None
    suggested_stretches: tuple[Stretch, ...]
    offer: Offer | None
    score: float
    state: str
    state_label: Phrase
    readings: tuple[CardReading, ...]
    decisions: tuple[CardDecision, ...]
    notes: tuple[CardNote, ...]
    last_decision: int
    own_value: str | None
    settled_words: str | Phrase
    settled_by: str
    undo_words: str | Phrase
    found_at: datetime
    changed_at: datetime
    silence: CardSilence | None = None
    handover: CardHandover | None = None
    previous: int | None = None
    next: int | None = None

    @property
    def single(self) -> bool:
        """Whether there is only what one article prints: approving it lets it stand."""
        return len(self.readings) == 1

    @property
    def several(self) -> bool:
        """Whether some of its readings may stand and others not; of two, letting both stand leaves none out."""
        return len(self.readings) > 2 and self.kind not in APPROVALS

    @property
    def approve_label(self) -> Phrase:
        """What the button that approves a reading says."""
        return approval(self.kind, len(self.readings)).label

    @property
    def dismiss_label(self) -> Phrase:
        """What the button that lets every reading stand says."""
        if self.level == Level.STYLE or self.kind == ConflictKind.TRANSLATION:
            return Phrase("All may stand")
        return Phrase("Not a conflict") if self.single else Phrase("Not a conflict, all stand")

    @property
    def scopes(self) -> list[tuple[Scope, Phrase]]:
        """How far it may be silenced, with the words."""
        return scopes(self.kind, self.level)

    @property
    def of_quotation(self) -> bool:
        """Whether several witnesses carry the words of one quotation."""
        return self.kind in QUOTED and not self.single

    @property
    def decidable(self) -> bool:
        """Whether an act can be recorded: not once the point is no longer found."""
        return self.state != "withdrawn"


def quoted(words: str) -> Phrase:
    """The words in marks, cut short; what is empty is said to be gone."""
    flat = " ".join(words.split())
    if not flat:
        return Phrase("no words")
    return Phrase("“{words}”", words=flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…")


def side_by_side(texts: Iterable[str]) -> Phrase:
    """ "“met” / “Velt”"."""
    shown = [quoted(text) for text in texts] or [quoted("")]
    return reduce(lambda one, other: Phrase("{one} / {other}", one=one, other=other), shown)


def joined(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"; empty of none."""
    if len(words) < 2:
        return words[0] if words else ""
    first = reduce(lambda one, other: Phrase("{one}, {other}", one=one, other=other), words[:-1])
    return Phrase("{one} and {other}", one=first, other=words[-1])


def approval(kind: str, readings: int) -> Approval:
    """What approving means for this kind with this number of readings; a single one is what is printed."""
    return APPROVALS.get(ConflictKind(kind), LET_STAND if readings == 1 else APPROVE)


@dataclass(frozen=True, slots=True)
class Teller:
    """Says what the acts on one conflict did, to be read after the editor's name."""

    approved: Approval
    suggested: str | None
    readings: Mapping[int, str]
    acts: Mapping[int, Recorded]

    def words(self, act: Recorded) -> Phrase:
        """ "approved “Han”", "took back: Ada rejected “Hand”"."""
        if act.verdict is Verdict.UNDO:
            return self._taken_back(self.acts.get(act.undoes or 0))
        if act.verdict is Verdict.REPLACE:
            return self._set(act.replacement)
        named = joined([quoted(self.readings.get(reading, "")) for reading in act.readings])
        if act.verdict is Verdict.APPROVE:
            return self.approved.told(named)
        if act.verdict is Verdict.ANNOTATE and act.readings:
            return Phrase("added a note to {words}", words=named)
        return ACTS[act.verdict](named)

    def _set(self, value: str) -> Phrase:
        if not value:
            return Phrase("took the words out")
        shown = quoted(value)
        return APPROVE.told(shown) if value == self.suggested else Phrase("typed {words}", words=shown)

    def _taken_back(self, act: Recorded | None) -> Phrase:
        if act is None:
            return Phrase("took an earlier decision back")
        return Phrase("took back: {editor} {words}", editor=act.editor, words=self.words(act))


def offer(suggested: str | None, readings: Sequence[tuple[int, str, bool]]) -> Offer | None:
    """The primary act for readings given as (pk, text, suggested); None where an editor must choose."""
    for pk, text, is_suggested in readings:
        if is_suggested:
            return _approving(Verdict.APPROVE, pk, text, "")
    if suggested is None:
        return None
    if suggested.strip():
        return _approving(Verdict.REPLACE, None, suggested, suggested)
    printed = quoted(readings[0][1] if readings else "")
    label, will = Phrase("Take out {words}", words=printed), Phrase("take out {words}", words=printed)
    return Offer(label, Verdict.REPLACE, None, suggested, will)


def _approving(verdict: Verdict, reading: int | None, text: str, replacement: str) -> Offer:
    words = quoted(text)
    label, will = Phrase("Approve {words}", words=words), Phrase("approve {words}", words=words)
    return Offer(label, verdict, reading, replacement, will)


def base(suggested: str | None, readings: Sequence[tuple[str, bool, int, int]]) -> str:
    """The text that readings given as (text, suggested, origins, witnesses) are compared with: the one offered, else
    the one that most independent witnesses carry.
    """
    if suggested:
        return suggested
    ranked = sorted(readings, key=lambda row: (not row[1], -row[2], -row[3]))
    return ranked[0][0] if ranked else ""
