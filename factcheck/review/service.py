"""Recording what an editor decides: appended, never changed, and nobody's act is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.collation import silencing
from factcheck.models import Conflict, Decision, Entry, Reading
from factcheck.phrase import Phrase
from factcheck.review.card import Teller, approval
from factcheck.review.journal import enter
from factcheck.review.labels import editor_name
from factcheck.review.standing import Recorded, Standing, standing
from factcheck.review.wording import CannotDecide, Typed, check, cleaned
from factcheck.types import Deed, Verdict

__all__ = ["Act", "CannotDecide", "Stale", "decide", "recorded", "take_back", "undo"]

SAME = ("verdict", "reading_id", "also", "replacement", "note")


@dataclass(frozen=True, slots=True)
class Act:
    """What was recorded, and what other editors had recorded since the page was made."""

    decision: Decision
    missed: tuple[Decision, ...] = ()


class Stale(CannotDecide):
    """Others decided since the editor's page was made; ``missed`` is what they recorded."""

    def __init__(self, missed: Sequence[Decision]) -> None:
        super().__init__(
            Phrase("Not recorded: this card was decided meanwhile. Look at it, and press again if you still mean it.")
        )
        self.missed = tuple(missed)


@transaction.atomic
def decide(
    conflict: Conflict,
    *,
    editor: User,
    verdict: Verdict,
    reading: Reading | None = None,
    also: Iterable[int] = (),
    replacement: str = "",
    note: str = "",
    seen: int | None = None,
    entry: Entry | None = None,
    now: datetime,
) -> Act:
    """Record one act, under an entry of its own unless it is part of a larger one.

    ``also`` are the numbers of further readings that are approved with the first. ``seen`` names the newest decision
    that the editor's page showed, 0 when it showed none; None: there was no page. What others decided since then
    refuses the act with ``Stale``; a note is always taken.
    """
    locked = _locked(conflict)
    act = Decision(
        conflict=locked,
        verdict=Verdict(verdict),
        reading=reading,
        also=_also(reading, also) if verdict == Verdict.APPROVE else [],
        replacement=cleaned(replacement) if verdict == Verdict.REPLACE else "",
        note=cleaned(note),
        editor=editor,
        made_at=now,
    )
    check(_typed(act))
    earlier = _decisions(locked)
    missed = _missed(earlier, editor, seen)
    twin = _twin(act, earlier, seen or 0)
    if twin is None:
        if act.verdict != Verdict.ANNOTATE and any(other.verdict != Verdict.ANNOTATE for other in missed):
            raise Stale(missed)
        act.entry = entry or _entered(act, earlier)
    return Act(_kept(conflict, twin or act, earlier), missed)


@transaction.atomic
def undo(conflict: Conflict, *, editor: User, seen: int = 0, now: datetime) -> Act | None:
    """Take back the newest standing decision; with ``seen``, the one that stood newest on the editor's page.

    A decision that was recorded since then is not the one that the editor meant, so it stays. None: nothing to undo.
    """
    locked = _locked(conflict)
    if locked.state == Conflict.State.WITHDRAWN:
        raise CannotDecide(Phrase("This point is no longer found in the copy, so there is nothing to take back."))
    earlier = _decisions(locked)
    shown = [decision for decision in earlier if not seen or decision.pk <= seen]
    target = standing(recorded(shown)).newest
    if target is None:
        return None
    missed = _missed(earlier, editor, seen)
    taken = next((decision for decision in earlier if decision.undoes_id == target.pk), None)
    if taken:
        return Act(taken, missed)
    act = Decision(conflict=locked, verdict=Verdict.UNDO, undoes_id=target.pk, editor=editor, made_at=now)
    undone = next(decision for decision in earlier if decision.pk == target.pk)
    act.entry = _entered(undone, earlier, answer=act)
    return Act(_kept(conflict, act, earlier), missed)


def take_back(decision: Decision, *, entry: Entry, now: datetime) -> None:
    """Take back this one decision as a part of the entry, whatever was recorded after it."""
    locked = _locked(decision.conflict)
    act = Decision(
        conflict=locked, verdict=Verdict.UNDO, undoes=decision, editor=entry.editor, made_at=now, entry=entry
    )
    _kept(decision.conflict, act, _decisions(locked))


def recorded(decisions: Sequence[Decision]) -> list[Recorded]:
    """Stored decisions as the pure modules read them; the editor is left to who shows it."""
    return [
        Recorded(
            pk=decision.pk,
            verdict=Verdict(decision.verdict),
            reading=decision.reading_id,
            also=tuple(decision.also),
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
    return Conflict.objects.select_for_update(of=("self",)).select_related("story").get(pk=conflict.pk)


def _decisions(conflict: Conflict) -> list[Decision]:
    return list(conflict.decisions.select_related("editor", "reading", "entry").order_by("pk"))


def _typed(act: Decision) -> Typed:
    return Typed(
        verdict=Verdict(act.verdict),
        reading=act.reading is not None,
        belongs=_belongs(act),
        replacement=act.replacement,
        note=act.note,
        withdrawn=act.conflict.state == Conflict.State.WITHDRAWN,
        may_be_empty=act.conflict.suggested == "",
    )


def _also(first: Reading | None, others: Iterable[int]) -> list[int]:
    """The others in the order in which they were named, each once."""
    return [reading for reading in dict.fromkeys(others) if first is None or reading != first.pk]


def _belongs(act: Decision) -> bool:
    """Whether all readings that the act names are the conflict's."""
    first = act.reading is None or act.reading.conflict_id == act.conflict_id
    return first and act.conflict.readings.filter(pk__in=act.also).count() == len(act.also)


def _twin(act: Decision, earlier: Sequence[Decision], seen: int) -> Decision | None:
    """The same act already recorded from the same page, as a double click sends it."""
    own = [other for other in earlier if other.pk > seen and other.editor_id == act.editor_id]
    if not own or own[-1].pk in standing(recorded(earlier)).undone:
        return None
    same = all(getattr(own[-1], name) == getattr(act, name) for name in SAME)
    return own[-1] if same else None


def _missed(earlier: Sequence[Decision], editor: User, seen: int | None) -> tuple[Decision, ...]:
    if seen is None:
        return ()
    return tuple(other for other in earlier if other.pk > seen and other.editor_id != editor.pk)


def _entered(act: Decision, earlier: Sequence[Decision], *, answer: Decision | None = None) -> Entry:
    """The line of the log for an act, or for the answer that takes it back.

    A part of a larger act is taken back by itself: the whole still stands, so the line answers none.
    """
    conflict, by = act.conflict, answer or act
    whole = act.entry if answer and act.entry and act.entry.decisions.count() == 1 else None
    words = _words(act, earlier)
    if act.editor_id != by.editor_id:
        words = Phrase("{editor} {words}", editor=editor_name(act.editor), words=words)
    return enter(
        conflict.story,
        conflict=conflict,
        editor=by.editor,
        deed=Deed.UNDO if answer else Deed.DECIDE,
        words=words,
        now=by.made_at,
        answers=whole,
    )


def _words(act: Decision, earlier: Sequence[Decision]) -> Phrase:
    texts = {reading.pk: reading.text for reading in act.conflict.readings.all()}
    acts = {known.pk: known for known in recorded(earlier)}
    teller = Teller(approval(act.conflict.kind, len(texts)), act.conflict.suggested, texts, acts)
    return teller.words(recorded([act])[0])


def _kept(conflict: Conflict, act: Decision, earlier: Sequence[Decision]) -> Decision:
    """The act, stored unless it is stored already; the conflict's state follows."""
    if act.pk is None:
        act.save(force_insert=True)
        _follow(conflict, standing(recorded([*earlier, act])), act)
    return act


def _follow(conflict: Conflict, result: Standing, act: Decision) -> None:
    """The state that the decisions give; what they leave open is still subject to the desk's memory."""
    conflict.state, conflict.silence, conflict.changed_at = result.state, None, act.made_at
    conflict.save(update_fields=["state", "silence", "changed_at"])
    if silencing.apply(Conflict.objects.filter(pk=conflict.pk), now=act.made_at):
        conflict.refresh_from_db(fields=["state", "silence"])
