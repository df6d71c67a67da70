"""Reading a story with its decisions, and issuing its digest: numbered without gaps, frozen, with a fingerprint."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from factcheck.digest.blockers import CannotIssue, Seen, Waiting, blockers, check
from factcheck.digest.compose import DigestContent, compose
from factcheck.digest.stored_material import stored_material
from factcheck.digest.verify import fingerprint
from factcheck.models import Article, Decision, Digest, Run, Story
from factcheck.review.labels import editor_name

__all__ = ["CannotIssue", "fingerprint", "issue", "preview", "seen_now"]

WAITING = (Article.State.RECEIVED, Article.State.PROCESSING)


def preview(story: Story, *, now: datetime) -> DigestContent:
    """The content as it would be issued now, with ``blockers``: what refuses the issue and what only warns."""
    material = stored_material(story, now)
    return {**compose(material), "blockers": blockers(material, _waiting(story))}


@transaction.atomic
def issue(
    story: Story, *, editor: User, now: datetime, number: int | None = None, decision: int | None = None
) -> Digest:
    """Freeze the story's digest under the next number. Raises ``CannotIssue`` with a sentence.

    ``number`` and ``decision`` are what the editor's preview showed: its number, and the newest decision in it.
    """
    # Two editors who issue at once take turns here (SQLite: by the immediate transaction), so no number is
    # skipped or given twice; the unique constraint stands behind it.
    Story.objects.select_for_update().get(pk=story.pk)
    material = stored_material(story, now)
    check(material, _waiting(story))
    seen = seen_now(story)
    seen.check(number, decision)
    content = {
        **compose(material),
        "number": seen.number,
        "issued_by": editor_name(editor),
        "issued_at": material.now.isoformat(),
    }
    content["sha256"] = fingerprint(content)
    return Digest.objects.create(story=story, number=seen.number, content=content, issued_by=editor, issued_at=now)


def seen_now(story: Story) -> Seen:
    """What a preview made now would show: the next number, and the newest decision of the story."""
    last = story.digests.aggregate(last=Max("number"))["last"] or 0
    decision = Decision.objects.filter(conflict__story=story).aggregate(last=Max("pk"))["last"] or 0
    return Seen(last + 1, decision)


def _waiting(story: Story) -> Waiting:
    reading = story.articles.filter(state__in=WAITING).values_list("headline", flat=True)
    states = list(story.runs.order_by("pk").values_list("state", flat=True))
    comparing = Run.State.QUEUED in states or Run.State.RUNNING in states
    return Waiting(tuple(reading), comparing, uncompared=states[-1:] == [Run.State.FAILED])
