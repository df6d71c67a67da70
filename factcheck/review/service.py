"""Recording what an editor decides: appended, never changed, and nobody's act is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.models import Conflict, Decision, Reading
from factcheck.review.standing import Recorded, Standing, standing
from factcheck.review.wording import CannotDecide, Typed, check, cleaned
from factcheck.types import Verdict

__all__ = ["Act", "CannotDecide", "decide", "recorded", "undo"]

SAME = ("verdict", "reading_id", "replacement", "note")


@dataclass(frozen=True, slots=True)
class Act:
    """What was recorded, and what other editors had recorded since the page was made."""

    decision: Decision
    missed: tuple[Decision, ...] = ()


@transaction.atomic
def decide(
    conflict: Conflict,
    *,
    editor: User,
    verdict: Verdict,
    reading: Reading | None = None,
    replacement: str = "",
    note: str = "",
    seen: int = 0,
    now: datetime,
) -> Act:
    """Record one act. ``seen`` names the newest decision that the editor's page showed; 0 when it showed none."""
    locked = _locked(conflict)
    act = Decision(
        conflict=locked,
        verdict=Verdict(verdict),
        reading=reading,
        replacement=cleaned(replacement) if verdict == Verdict.REPLACE else "",
        note=cleaned(note),
        editor=editor,
        made_at=now,
    )
    check(_typed(act))
    earlier = _decisions(locked)
    return Act(_kept(conflict, _twin(act, earlier, seen) or act, earlier), _missed(earlier, editor, seen))


@transaction.atomic
def undo(conflict: Conflict, *, editor: User, seen: int = 0, now: datetime) -> Act | None:
    """Take back the newest standing decision; with ``seen``, the one that stood newest on the editor's page.

    A decision that was recorded since then is not the one that the editor meant, so it stays. None: nothing to undo.
    """
    locked = _locked(conflict)
    if locked.state == Conflict.State.WITHDRAWN:
        raise CannotDecide("This point is no longer found in the copy, so there is nothing to take back.")
    earlier = _decisions(locked)
    shown = [decision for decision in earlier if not seen or decision.pk <= seen]
    target = standing(recorded(shown)).newest
    if target is None:
        return None
    taken = next((decision for decision in earlier if decision.undoes_id == target.pk), None)
    act = taken or Decision(conflict=locked, verdict=Verdict.UNDO, undoes_id=target.pk, editor=editor, made_at=now)
    return Act(_kept(conflict, act, earlier), _missed(earlier, editor, seen))


def recorded(decisions: Sequence[Decision]) -> list[Recorded]:
    """Stored decisions as the pure modules read them; the editor is left to who shows it."""
    return [
        Recorded(
            pk=decision.pk,
            verdict=Verdict(decision.verdict),
            reading=decision.reading_id,
            replacement=decision.replacement,
            note=decision.note,
            made_at=decision.made_at,
            undoes=decision.undoes_id,
        )
        for decision in decisions
    ]


def _locked(conflict: Conflict) -> Conflict:
    """The conflict's row, held until the end: a second editor waits here and then sees what the first recorded.

    SQLite has no row locks; there the immediate transaction itself makes the second editor wait.
    """
    return Conflict.objects.select_for_update().get(pk=conflict.pk)


def _decisions(conflict: Conflict) -> list[Decision]:
    return list(conflict.decisions.select_related("editor", "reading").order_by("pk"))


def _typed(act: Decision) -> Typed:
    return Typed(
        verdict=Verdict(act.verdict),
        reading=act.reading is not None,
        belongs=act.reading is None or act.reading.conflict_id == act.conflict_id,
        replacement=act.replacement,
        note=act.note,
        withdrawn=act.conflict.state == Conflict.State.WITHDRAWN,
        may_be_empty=act.conflict.suggested == "",
    )


def _twin(act: Decision, earlier: Sequence[Decision], seen: int) -> Decision | None:
    """The same act already recorded from the same page, as a double click sends it."""
    own = [other for other in earlier if other.pk > seen and other.editor_id == act.editor_id]
    if not own or own[-1].pk in standing(recorded(earlier)).undone:
        return None
    same = all(getattr(own[-1], name) == getattr(act, name) for name in SAME)
    return own[-1] if same else None


def _missed(earlier: Sequence[Decision], editor: User, seen: int) -> tuple[Decision, ...]:
    return tuple(other for other in earlier if other.pk > seen and other.editor_id != editor.pk)


def _kept(conflict: Conflict, act: Decision, earlier: Sequence[Decision]) -> Decision:
    """The act, stored unless it is stored already; the conflict's state follows."""
    if act.pk is None:
        act.save(force_insert=True)
        _follow(conflict, standing(recorded([*earlier, act])), act)
    return act


def _follow(conflict: Conflict, result: Standing, act: Decision) -> None:
    conflict.state, conflict.changed_at = result.state, act.made_at
    conflict.save(update_fields=["state", "changed_at"])
