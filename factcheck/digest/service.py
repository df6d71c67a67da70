"""Reading a story with its decisions, and issuing its digest: numbered without gaps, frozen, with a fingerprint."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from factcheck.digest.blockers import Blocker, CannotIssue, Seen, Waiting, blockers, recalled, refusals
from factcheck.digest.compose import DigestContent, compose
from factcheck.digest.material import Material
from factcheck.digest.notices import AgencyNotices, notices
from factcheck.digest.signing import Signed, signing
from factcheck.digest.stored_material import stored_material
from factcheck.digest.verify import fingerprint
from factcheck.digest.waiving import Single, single_source
from factcheck.digest.withdrawal import CANCELED, withdrawn
from factcheck.models import Article, Decision, Digest, Run, Story
from factcheck.phrase import Phrase
from factcheck.review.labels import editor_name

__all__ = [
    "CannotIssue",
    "Preview",
    "Terms",
    "agency_notices",
    "issue",
    "preview",
    "withdraw",
]

WAITING = (Article.State.RECEIVED, Article.State.PROCESSING)


@dataclass(frozen=True, slots=True)
class Preview:
    """The digest as it would be issued now, and what an editor must know before it is.

    ``single`` are the claims of a single source, ``signing`` the parts that a second editor signs, ``recalled`` what
    was issued and an agency has canceled since; ``seen`` tells this preview from the next.
    """

    content: DigestContent
    seen: Seen
    blockers: tuple[Blocker, ...]
    single: tuple[Single, ...]
    signing: tuple[Signed, ...]
    recalled: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a number is to go out. ``None`` takes what is proposed; ``override`` is a chief's reason to go past blockers.

    ``embargo_until`` is an ISO moment, or empty.
    """

    status: str = "usable"
    embargo_until: str | None = None
    change_note: str | None = None
    override: str = ""


def preview(story: Story, *, now: datetime, person: int = 0) -> Preview:
    """What would be issued now, with what blocks the issue when this person is the one who issues."""
    material = stored_material(story, now)
    content = compose(material)
    return Preview(
        content=content,
        seen=_seen(story, content),
        blockers=tuple(blockers(content, material, _waiting(story), person)),
        single=tuple(single_source(content, material)),
        signing=tuple(signing(content, material)),
        recalled=tuple(recalled(material)),
    )


def agency_notices(story: Story, *, now: datetime, signature: str) -> list[AgencyNotices]:
    """For each agency the notices and the queries of this moment; letters are signed so."""
    return notices(stored_material(story, now), signature)


@transaction.atomic
def issue(
    story: Story,
    *,
    editor: User,
    now: datetime,
    terms: Terms = Terms(),
    number: int | None = None,
    decision: int | None = None,
    composition: int | None = None,
    shown: str | None = None,
) -> Digest:
    """Freeze the story's digest under the next number. Raises ``CannotIssue`` with a sentence.

    ``number``, ``decision``, ``composition`` and ``shown`` are what the editor's preview was known by.
    """
    material = _locked_material(story, now)
    waiting = _waiting(story)
    for refusal in refusals(material, waiting):
        raise CannotIssue(refusal.words)
    composed = compose(material)
    seen = _seen(story, composed)
    seen.check(number, decision, composition, shown)
    content = _under(terms, composed)
    blocking = blockers(content, material, waiting, editor.pk)
    if blocking and not terms.override:
        raise CannotIssue(_told(blocking))
    if material.earlier and not content["change_note"]:
        raise CannotIssue(Phrase("Say in the change note what is new since no. {number}.", number=seen.number - 1))
    if blocking:
        past = [blocker.words for blocker in blocking]
        kept = {"editor": editor_name(editor), "reason": terms.override, "at": material.now.isoformat(), "past": past}
        content["gate"] = content["gate"] | {"override": kept}
    return _frozen(story, content, seen.number, editor, now, material)


@transaction.atomic
def withdraw(story: Story, *, editor: User, reason: str, now: datetime, number: int | None = None) -> Digest:
    """Kill what was issued: the next number says that the digest is withdrawn, and why. Nothing blocks it."""
    material = _locked_material(story, now)
    composed = compose(material)
    seen = _seen(story, composed)
    seen.check(number)
    last = material.earlier[-1].content if material.earlier else None
    if last is None or last.get("status") == CANCELED:
        raise CannotIssue(Phrase("Nothing is issued that could be withdrawn."))
    if not reason:
        raise CannotIssue(Phrase("Say why the digest is withdrawn."))
    content = withdrawn(composed, reason)
    content["headline"] = last.get("headline") or content["headline"]
    return _frozen(story, content, seen.number, editor, now, material)


def _seen(story: Story, content: DigestContent) -> Seen:
    """What a preview of this content is known by; the moment at which it was composed is no part of that."""
    last = story.digests.aggregate(last=Max("number"))["last"] or 0
    decision = Decision.objects.filter(conflict__story=story).aggregate(last=Max("pk"))["last"] or 0
    composition = story.compositions.aggregate(last=Max("version"))["last"] or 0
    return Seen(last + 1, decision, composition, fingerprint({**content, "composed_at": ""}))


def _locked_material(story: Story, now: datetime) -> Material:
    """The story as it stands while its row is held.

    Two editors who issue at once take turns here (SQLite: by the immediate transaction), so no number is skipped or
    given twice; the unique constraint stands behind it.
    """
    Story.objects.select_for_update().get(pk=story.pk)
    return stored_material(story, now)


def _under(terms: Terms, content: DigestContent) -> DigestContent:
    """The content with what the editor set instead of what was proposed."""
    said = {"embargo_until": terms.embargo_until, "change_note": terms.change_note}
    return {**content, "status": terms.status, **{name: value for name, value in said.items() if value is not None}}


def _told(blocking: list[Blocker]) -> Phrase:
    first, more = blocking[0].words, len(blocking) - 1
    return Phrase("{first} And {number} more.", first=first, number=more) if more else first


def _frozen(
    story: Story, content: DigestContent, number: int, editor: User, now: datetime, material: Material
) -> Digest:
    """The digest as stored, with its number and its fingerprint."""
    issued_at = material.now.isoformat()
    stamp = {"number": number, "issued_by": editor_name(editor), "issued_at": issued_at}
    content = {**content, **stamp, "first_issued_at": content["first_issued_at"] or issued_at}
    content["sha256"] = fingerprint(content)
    return Digest.objects.create(story=story, number=number, content=content, issued_by=editor, issued_at=now)


def _waiting(story: Story) -> Waiting:
    reading = story.articles.filter(state__in=WAITING).values_list("headline", flat=True)
    states = list(story.runs.order_by("pk").values_list("state", flat=True))
    comparing = Run.State.QUEUED in states or Run.State.RUNNING in states
    return Waiting(tuple(reading), comparing, uncompared=states[-1:] == [Run.State.FAILED])
