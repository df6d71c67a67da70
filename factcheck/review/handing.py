"""Handing a conflict on: to a colleague, to a chief, or back to everybody."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.models import Conflict, Entry, Handover
from factcheck.phrase import Phrase
from factcheck.review.journal import enter
from factcheck.review.labels import editor_name
from factcheck.review.wording import NOTE_LIMIT, CannotDecide, cleaned
from factcheck.types import Deed

WITHDRAWN = Phrase("This point is no longer found in the copy, so there is nothing to hand on.")
TOO_LONG = Phrase("The note is too long: at most {number:,} characters.", number=NOTE_LIMIT)


@transaction.atomic
def hand(
    conflict: Conflict,
    *,
    editor: User,
    to: User | None = None,
    escalated: bool = False,
    note: str = "",
    now: datetime,
) -> Entry:
    """Ask a colleague or, with ``escalated``, a chief to decide it; neither: it is everybody's again."""
    locked = Conflict.objects.select_for_update(of=("self",)).select_related("story").get(pk=conflict.pk)
    if locked.state == Conflict.State.WITHDRAWN:
        raise CannotDecide(WITHDRAWN)
    if len(cleaned(note)) > NOTE_LIMIT:
        raise CannotDecide(TOO_LONG)
    words = told(editor, to, escalated)
    entry = enter(locked.story, conflict=locked, editor=editor, deed=Deed.HAND, words=words, now=now)
    _pass(locked, Handover(assigned_to=to, escalated=escalated, note=cleaned(note)), entry)
    return entry


def hand_back(handover: Handover, *, entry: Entry) -> bool:
    """As it was before, as a part of the entry; false where it was handed on since, and stays with whom it is now."""
    locked = Conflict.objects.select_for_update(of=("self",)).get(pk=handover.conflict_id)
    if locked.handover_id != handover.pk:
        return False
    before = locked.handovers.filter(pk__lt=handover.pk).last() or Handover()
    _pass(locked, Handover(assigned_to=before.assigned_to, escalated=before.escalated, note=before.note), entry)
    return True


def told(editor: User, to: User | None, escalated: bool) -> Phrase:
    """ "gave this card to Ben", to be read after the editor's name."""
    if escalated:
        return Phrase("asked the chief to decide")
    if to is None:
        return Phrase("gave this card back to everybody")
    return Phrase("took this card") if to == editor else Phrase("gave this card to {name}", name=editor_name(to))


def _pass(conflict: Conflict, handover: Handover, entry: Entry) -> None:
    handover.conflict, handover.entry = conflict, entry
    handover.save(force_insert=True)
    conflict.handover = handover
    conflict.save(update_fields=["handover"])
