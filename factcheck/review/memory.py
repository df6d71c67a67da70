"""The desk's memory: rules of "never again", made, lifted, and made once more."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from factcheck.collation import silencing
from factcheck.models import Conflict, Entry, Silence, Story
from factcheck.phrase import Phrase
from factcheck.review.card import side_by_side
from factcheck.review.journal import enter
from factcheck.review.scopes import SCOPES, Asked, check
from factcheck.review.wording import CannotDecide, cleaned
from factcheck.types import Deed, Scope


@transaction.atomic
def silence(
    conflict: Conflict,
    *,
    editor: User,
    scope: Scope,
    reason: str = "",
    expires_on: date | None = None,
    now: datetime,
) -> Silence:
    """Keep this difference out of the open queue from now on, as far as the scope reaches."""
    _hold(conflict.story, scope)
    locked = Conflict.objects.select_for_update(of=("self",)).get(pk=conflict.pk)
    rule = Silence(
        conflict=conflict,
        kind=locked.kind,
        mark=locked.mark,
        # What was once decided and is printed nowhere any more is no part of the difference.
        readings=list(locked.readings.exclude(witnesses=None).values_list("text", flat=True)),
        scope=scope,
        reason=cleaned(reason),
        expires_on=expires_on,
    )
    opened = locked.state == Conflict.State.OPEN
    asked = Asked(scope, locked.kind, locked.level, opened, rule.reason, expires_on)
    check(asked, timezone.localdate(now))
    rule.entry = enter(
        conflict.story, conflict=conflict, editor=editor, deed=Deed.SILENCE, words=told(rule, Deed.SILENCE), now=now
    )
    return _put(rule, now)


@transaction.atomic
def restore(rule: Silence, *, editor: User, now: datetime) -> Entry:
    """Lift the rule: what it silenced is back in the open queue."""
    _hold(rule.conflict.story, Scope(rule.scope))
    if Silence.objects.select_for_update().get(pk=rule.pk).lifted_id:
        raise CannotDecide(Phrase("This rule was lifted already."))
    words = told(rule, Deed.RESTORE)
    entry = enter(rule.conflict.story, conflict=rule.conflict, editor=editor, deed=Deed.RESTORE, words=words, now=now)
    lift(rule, entry=entry, now=now)
    return entry


def lift(rule: Silence, *, entry: Entry, now: datetime) -> None:
    """End the rule as a part of the entry."""
    rule.lifted = entry
    rule.save(update_fields=["lifted"])
    _bring_in_line(rule, now)


def put_again(rule: Silence, *, entry: Entry, now: datetime) -> None:
    """The same rule once more, as a part of the entry; the lifted one stays as it is."""
    _put(
        Silence(
            conflict=rule.conflict,
            kind=rule.kind,
            mark=rule.mark,
            readings=rule.readings,
            scope=rule.scope,
            reason=rule.reason,
            expires_on=rule.expires_on,
            entry=entry,
            renews=rule,
        ),
        now,
    )


def told(rule: Silence, deed: Deed) -> Phrase:
    """ "silenced “stabilise” / “stabilize” for every story, always"."""
    words, scope = side_by_side(rule.readings), SCOPES[Scope(rule.scope)]
    if deed is Deed.RESTORE:
        return Phrase("restored {words} for {scope}", words=words, scope=scope)
    return Phrase("silenced {words} for {scope}", words=words, scope=scope)


def _put(rule: Silence, now: datetime) -> Silence:
    rule.save(force_insert=True)
    _bring_in_line(rule, now)
    return rule


def _bring_in_line(rule: Silence, now: datetime) -> None:
    silencing.apply(Conflict.objects.filter(mark=rule.mark), now=now)


def _hold(story: Story, scope: Scope) -> None:
    """The stories that the rule reaches, held against a comparison that would store without knowing of it."""
    reached = Story.objects.all() if scope is Scope.ALWAYS else Story.objects.filter(pk=story.pk)
    list(reached.select_for_update(no_key=True).order_by("pk").values_list("pk"))
