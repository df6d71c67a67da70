"""Undo and redo of whole acts, from any page: a decision, a batch, a rule of the memory, a card handed on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.models import Entry, Story
from factcheck.phrase import Phrase
from factcheck.review import handing, memory
from factcheck.review.journal import enter
from factcheck.review.labels import editor_name
from factcheck.review.service import decide, take_back
from factcheck.review.steps import ONLY_TOLD, Step, to_redo, to_undo
from factcheck.review.wording import CannotDecide
from factcheck.types import Deed, Verdict

NOTHING = {
    Deed.UNDO: Phrase("You have nothing to take back in this story."),
    Deed.REDO: Phrase("There is nothing to do again."),
}
SPENT = Phrase("Nothing of that stands any more: it was taken back or overtaken.")
ONLY_READ = Phrase("That can be read in the log, but not taken back.")
# So far back an editor's acts are looked at: nobody presses undo so often.
DEPTH = 200


class Spent(CannotDecide):
    """Others have taken back or overtaken all of the act."""

    def __init__(self) -> None:
        super().__init__(SPENT)


@dataclass(frozen=True, slots=True)
class History:
    """What undo and redo would do now; None where there is nothing."""

    undo: Entry | None
    redo: Entry | None


def history(story: Story, editor: User) -> History:
    """The editor's own last act in the story, and the undo that could be done again, in two queries."""
    steps = _steps(story, editor)
    wanted = [to_undo(steps), to_redo(steps)]
    found = {entry.pk: entry for entry in Entry.objects.filter(pk__in=[pk for pk in wanted if pk])}
    undo, redo = (found.get(pk or 0) for pk in wanted)
    return History(undo, redo)


@transaction.atomic
def undo_last(story: Story, *, editor: User, now: datetime) -> Entry:
    """Take back the editor's own last act in the story."""
    return _last(story, editor, to_undo, Deed.UNDO, now)


@transaction.atomic
def redo_last(story: Story, *, editor: User, now: datetime) -> Entry:
    """Record again what the editor took back last in the story."""
    return _last(story, editor, to_redo, Deed.REDO, now)


@transaction.atomic
def answer(entry: Entry, *, editor: User, now: datetime) -> Entry:
    """Take the entry back as a whole; of an undo, record again what it took back."""
    locked = _held(entry.story).entries.select_related("editor").get(pk=entry.pk)
    if locked.deed in ONLY_TOLD:
        raise CannotDecide(ONLY_READ)
    if Entry.objects.filter(answers=locked).exists():
        raise Spent
    own = locked.editor_id == editor.pk
    given = enter(
        locked.story,
        conflict=locked.conflict,
        editor=editor,
        deed=Deed.REDO if locked.deed == Deed.UNDO else Deed.UNDO,
        words=locked.said if own else Phrase("{editor} {words}", editor=editor_name(locked.editor), words=locked.said),
        now=now,
        answers=locked,
    )
    if not _reversed(locked, given, now):
        raise Spent
    return given


def _last(story: Story, editor: User, wanted: Callable[[list[Step]], int | None], deed: Deed, now: datetime) -> Entry:
    """The newest act that something is left of."""
    steps = _steps(_held(story), editor)
    while (pk := wanted(steps)) is not None:
        try:
            return answer(Entry.objects.get(pk=pk), editor=editor, now=now)
        except Spent:
            steps = [step for step in steps if step.pk != pk]
    raise CannotDecide(NOTHING[deed])


def _held(story: Story) -> Story:
    """The story's row, held until the end: of two undos at once the second sees what the first took back."""
    return Story.objects.select_for_update(no_key=True).get(pk=story.pk)


def _steps(story: Story, editor: User) -> list[Step]:
    rows = story.entries.filter(editor=editor).order_by("-pk").values_list("pk", "deed", "answered_by")[:DEPTH]
    return [Step(pk, Deed(deed), answered is not None) for pk, deed, answered in rows]


def _reversed(entry: Entry, given: Entry, now: datetime) -> int:
    """Record the opposite of each part of an entry under the new one; returns how many parts there were."""
    return sum(part(entry, given, now) for part in (_decisions, _rules, _handovers))


def _decisions(entry: Entry, given: Entry, now: datetime) -> int:
    rows = entry.decisions.select_related("conflict", "undoes__reading").order_by("conflict", "-pk")
    standing = list(rows.filter(undone_by=None))
    for row in standing:
        again = row.undoes
        if again is None:
            take_back(row, entry=given, now=now)
            continue
        decide(
            row.conflict,
            editor=given.editor,
            verdict=Verdict(again.verdict),
            reading=again.reading,
            also=again.also,
            replacement=again.replacement,
            note=again.note,
            seen=row.pk,
            entry=given,
            now=now,
        )
    return len(standing)


def _rules(entry: Entry, given: Entry, now: datetime) -> int:
    lifted = [rule for rule in entry.lifts.all() if rule.newest == rule]
    made = [rule.newest for rule in entry.silences.all()]
    standing = [rule for rule in made if rule.lifted_id is None]
    for rule in standing:
        memory.lift(rule, entry=given, now=now)
    for rule in lifted:
        memory.put_again(rule, entry=given, now=now)
    return len(standing) + len(lifted)


def _handovers(entry: Entry, given: Entry, now: datetime) -> int:
    return sum(handing.hand_back(row, entry=given) for row in entry.handovers.all())
