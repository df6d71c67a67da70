"""Opening the gate before a digest: editors waive claims of a single source, and sign as the second one."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.digest.blockers import CannotIssue
from factcheck.digest.compose import compose
from factcheck.digest.signing import signing
from factcheck.digest.stored_material import stored_material
from factcheck.digest.waiving import single_source
from factcheck.models import Signature, Story, Waiver
from factcheck.phrase import Phrase, counted
from factcheck.review.card import joined
from factcheck.review.journal import enter
from factcheck.types import Deed

CHANGED = Phrase("What you signed reads otherwise by now. Look at it again.")


@transaction.atomic
def waive(story: Story, *, editor: User, claims: Collection[str], reason: str, now: datetime) -> int:
    """Waive these claims of the digest, for one reason; returns how many were not waived before."""
    if not reason:
        raise CannotIssue(Phrase("Say why the claim may go out on a single source."))
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    material = stored_material(story, now)
    wanted = frozenset(claims)
    asked = [one for one in single_source(compose(material), material) if one.waiver is None and one.claim in wanted]
    for one in asked:
        Waiver.objects.create(story=story, claim=one.claim, words=one.words, reason=reason, editor=editor, made_at=now)
    if asked:
        words = counted(
            "waived {claim}: {reason}",
            "waived {number} claims of a single source: {reason}",
            len(asked),
            claim=asked[0].words,
            reason=reason,
        )
        enter(story, editor=editor, deed=Deed.WAIVE, words=words, now=now)
    return len(asked)


@transaction.atomic
def sign(story: Story, *, editor: User, seen: Mapping[str, str], now: datetime) -> str:
    """Sign these parts as the second editor; ``seen`` names the fingerprint of each as the editor's page showed it.

    Returns what was signed, in words. What the editor decided about is left to somebody else.
    """
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    material = stored_material(story, now)
    shown = [part for part in signing(compose(material), material) if seen.get(part.part) == part.fingerprint]
    if not shown:
        raise CannotIssue(CHANGED)
    own = [part.label for part in shown if editor.pk in part.deciders]
    signed = [part for part in shown if editor.pk not in part.deciders]
    if not signed:
        raise CannotIssue(Phrase("You decided about {parts} yourself: another editor must sign.", parts=joined(own)))
    for part in signed:
        Signature.objects.get_or_create(
            story=story, part=part.part, fingerprint=part.fingerprint, editor=editor, defaults={"made_at": now}
        )
    parts = joined([part.label for part in signed])
    words = Phrase("signed {parts} of the digest", parts=parts)
    enter(story, editor=editor, deed=Deed.SIGN, words=words, now=now)
    return parts
