"""The conflict card: everything that its page shows, as plain data in an editor's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from factcheck.review.differing import Stretch
from factcheck.review.scopes import scopes
from factcheck.review.standing import Recorded
from factcheck.types import ConflictKind, Level, Scope, Verdict

SHOWN = 60


class Approval(NamedTuple):
    """What approving a reading means: the button's words and what is said afterwards."""

    label: str
    told: str


APPROVE = Approval("Approve", "approved {words}")
LET_STAND = Approval("Let it stand", "let {words} stand")
APPROVALS = {ConflictKind.OTHER_EVENT: Approval("Leave this report out", "left this report out")}
# The kinds whose readings are words of a quotation: its witnesses can be laid word under word.
QUOTED = frozenset(
    {ConflictKind.QUOTE_WORDING, ConflictKind.REAL_WORD, ConflictKind.TRANSLATION, ConflictKind.ATTRIBUTION}
)
ACTS = {
    Verdict.REJECT: "rejected {words}",
    Verdict.NONE: "found no reading right",
    Verdict.UNSURE: "could not tell",
    Verdict.DISMISS: "found no conflict here",
    Verdict.ANNOTATE: "added a note",
}


@dataclass(frozen=True, slots=True)
class CardWitness:
    """A span that carries a reading, in its sentence. ``where`` is "headline", "caption" or "paragraph 7"."""

    article: int
    source: str
    headline: str
    filed_on: date | None
    publication: str
    start: int
    end: int
    where: str
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
    shown: str
    stretches: tuple[Stretch, ...]
    suggested: bool
    origins: int
    articles: int
    witnesses: tuple[CardWitness, ...]
    approved: bool
    rejected: bool
    notes: tuple[CardNote, ...]


@dataclass(frozen=True, slots=True)
class CardDecision:
    """One recorded act. ``words`` continue the editor's name: "approved “Han”", "approved “met” and “Envoy”"."""

    pk: int
    verdict: str
    reading: int | None
    words: str
    note: str
    editor: str
    made_at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """The primary act: what the button says and what its form sends.

    Where a reading is the suggested one, the act approves it. A conflict inside one article has one reading, what is
    printed, and the suggestion is what it should be: there the act records the suggestion as the value.
    """

    label: str
    verdict: str
    reading: int | None
    replacement: str


@dataclass(frozen=True, slots=True)
class CardSilence:
    """The rule that keeps the card out of the open queue; ``scope`` is "this story"."""

    pk: int
    editor: str
    made_at: datetime
    scope: str
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
    kind_label: str
    level: str
    level_label: str
    summary: str
    reason: str
    suggested: str | None
    suggested_stretches: tuple[Stretch, ...]
    offer: Offer | None
    score: float
    state: str
    state_label: str
    readings: tuple[CardReading, ...]
    decisions: tuple[CardDecision, ...]
    notes: tuple[CardNote, ...]
    last_decision: int
    own_value: str | None
    settled_words: str
    settled_by: str
    undo_words: str
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
    def approve_label(self) -> str:
        """What the button that approves a reading says."""
        return approval(self.kind, len(self.readings)).label

    @property
    def dismiss_label(self) -> str:
        """What the button that lets every reading stand says."""
        if self.level == Level.STYLE or self.kind == ConflictKind.TRANSLATION:
            return "All may stand"
        return "Not a conflict" if self.single else "Not a conflict, all stand"

    @property
    def scopes(self) -> list[tuple[Scope, str]]:
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


def quoted(words: str) -> str:
    """The words in marks, cut short; what is empty is said to be gone."""
    flat = " ".join(words.split())
    if not flat:
        return "no words"
    return f"“{flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + '…'}”"


def joined(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


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

    def words(self, act: Recorded) -> str:
        """ "approved “Han”", "took back: Ada rejected “Hand”"."""
        if act.verdict is Verdict.UNDO:
            return self._taken_back(self.acts.get(act.undoes or 0))
        if act.verdict is Verdict.REPLACE:
            return self._set(act.replacement)
        named = joined([quoted(self.readings.get(reading, "")) for reading in act.readings])
        if act.verdict is Verdict.APPROVE:
            return self.approved.told.format(words=named)
        if act.verdict is Verdict.ANNOTATE and named:
            return f"added a note to {named}"
        return ACTS[act.verdict].format(words=named)

    def _set(self, value: str) -> str:
        if not value:
            return "took the words out"
        return f"{'approved' if value == self.suggested else 'typed'} {quoted(value)}"

    def _taken_back(self, act: Recorded | None) -> str:
        return f"took back: {act.editor} {self.words(act)}" if act else "took an earlier decision back"


def offer(suggested: str | None, readings: Sequence[tuple[int, str, bool]]) -> Offer | None:
    """The primary act for readings given as (pk, text, suggested); None where an editor must choose."""
    for pk, text, is_suggested in readings:
        if is_suggested:
            return Offer(f"Approve {quoted(text)}", Verdict.APPROVE, pk, "")
    if suggested is None:
        return None
    printed = readings[0][1] if readings else ""
    label = f"Approve {quoted(suggested)}" if suggested.strip() else f"Take out {quoted(printed)}"
    return Offer(label, Verdict.REPLACE, None, suggested)


def base(suggested: str | None, readings: Sequence[tuple[str, bool, int, int]]) -> str:
    """The text that readings given as (text, suggested, origins, witnesses) are compared with: the one offered, else
    the one that most independent witnesses carry.
    """
    if suggested:
        return suggested
    ranked = sorted(readings, key=lambda row: (not row[1], -row[2], -row[3]))
    return ranked[0][0] if ranked else ""
