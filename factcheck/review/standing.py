"""What stands, read off the append-only decisions of one conflict. Pure: the same list always gives the same answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from factcheck.types import Verdict

OPEN = "open"
# The state that a verdict settles a conflict into; the verdicts that are missing here leave it as it was.
STATE_AFTER = {
    Verdict.APPROVE: "settled",
    Verdict.REPLACE: "settled",
    Verdict.NONE: "settled",
    Verdict.UNSURE: "unsure",
    Verdict.DISMISS: "dismissed",
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One decision as stored: ``reading``, ``also`` and ``undoes`` are the numbers of rows.

    ``also`` are the readings that an approval lets stand beside the first.
    """

    pk: int
    verdict: Verdict
    made_at: datetime
    reading: int | None = None
    replacement: str = ""
    note: str = ""
    editor: str = ""
    undoes: int | None = None
    also: tuple[int, ...] = ()

    @property
    def readings(self) -> tuple[int, ...]:
        """All readings that it names."""
        return () if self.reading is None else (self.reading, *self.also)


@dataclass(frozen=True, slots=True)
class Standing:
    """The result of a conflict's decisions.

    ``settled`` is the decision that gave the state, None while it is open; of several readings that it approved,
    those are left out that were rejected since. ``newest`` is what an undo would take back. ``last`` is the newest
    decision of all, undone or not: a page names it to say what its editor has seen.
    """

    state: str = OPEN
    settled: Recorded | None = None
    rejected: tuple[int, ...] = ()
    notes: tuple[Recorded, ...] = ()
    undone: frozenset[int] = field(default_factory=frozenset)
    newest: Recorded | None = None
    last: int = 0

    @property
    def approved(self) -> tuple[int, ...]:
        """The readings that stand as approved."""
        return self.settled.readings if self.settled and self.settled.verdict is Verdict.APPROVE else ()

    @property
    def replacement(self) -> str | None:
        """The editor's own value, None where there is none; an empty one says that the words should go."""
        return self.settled.replacement if self.settled and self.settled.verdict is Verdict.REPLACE else None


def standing(decisions: Sequence[Recorded]) -> Standing:
    """What stands after these decisions, given in any order."""
    ordered = sorted(decisions, key=lambda decision: decision.pk)
    undone = _undone(ordered)
    acts = [act for act in ordered if act.verdict is not Verdict.UNDO and act.pk not in undone]
    settled = _settled(acts)
    return Standing(
        state=STATE_AFTER[settled.verdict] if settled else OPEN,
        settled=settled,
        rejected=_rejected(acts),
        notes=tuple(act for act in acts if act.note),
        undone=undone,
        newest=acts[-1] if acts else None,
        last=ordered[-1].pk if ordered else 0,
    )


def _undone(ordered: Sequence[Recorded]) -> frozenset[int]:
    """The decisions taken back. Read from the newest: an undo that was itself undone takes nothing back."""
    undone: set[int] = set()
    for act in reversed(ordered):
        if act.verdict is Verdict.UNDO and act.undoes is not None and act.pk not in undone:
            undone.add(act.undoes)
    return frozenset(undone)


def _settled(acts: Sequence[Recorded]) -> Recorded | None:
    """The newest verdict that settles; rejecting all that it approved opens the conflict again."""
    settled: Recorded | None = None
    for act in acts:
        if act.verdict in STATE_AFTER:
            settled = act
        elif settled and settled.verdict is Verdict.APPROVE and act.verdict is Verdict.REJECT:
            settled = _without(settled, act.reading)
    return settled


def _without(approval: Recorded, rejected: int | None) -> Recorded | None:
    """What an approval lets stand once a reading is rejected; None where that was the only one."""
    left = tuple(reading for reading in approval.readings if reading != rejected)
    return replace(approval, reading=left[0], also=left[1:]) if left else None


def _rejected(acts: Sequence[Recorded]) -> tuple[int, ...]:
    """The readings whose newest mark is a rejection, in order of marking."""
    marks: dict[int, Verdict] = {}
    for act in acts:
        if act.verdict not in {Verdict.APPROVE, Verdict.REJECT}:
            continue
        for reading in act.readings:
            marks.pop(reading, None)
            marks[reading] = act.verdict
    return tuple(reading for reading, mark in marks.items() if mark is Verdict.REJECT)
