"""Reading a story with its decisions, and issuing its digest: numbered without gaps, frozen, with a fingerprint."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, Prefetch
from django.utils import timezone

from factcheck.collation.origins import origins
from factcheck.collation.rules import RULES
from factcheck.collation.service import load_extracted
from factcheck.digest.blockers import CannotIssue, Seen, Waiting, blockers, check
from factcheck.digest.compose import DigestContent, compose
from factcheck.digest.material import (
    CarriedQuote,
    Material,
    MaterialArticle,
    MaterialConflict,
    MaterialReading,
    MaterialWitness,
    Ruling,
)
from factcheck.digest.verify import fingerprint
from factcheck.models import Article, Claim, Conflict, Decision, Digest, Reading, Run, Story, Witness
from factcheck.review.labels import editor_name, kind_label
from factcheck.review.service import recorded
from factcheck.review.standing import Recorded, standing
from factcheck.types import ClaimKind, ConflictKind

__all__ = ["CannotIssue", "fingerprint", "issue", "preview", "seen_now"]

WAITING = (Article.State.RECEIVED, Article.State.PROCESSING)
EXCLUDED = {
    Article.Publication.WITHHELD: "The agency withholds it.",
    Article.Publication.CANCELED: "The agency canceled it.",
}
# What is no longer found, and what a rule of the desk keeps silent.
LEFT_OUT = (Conflict.State.WITHDRAWN, Conflict.State.SILENCED)
# What a digest prints of quotations: words between marks, not reported speech.
QUOTED_MODES = ("direct", "mixed")


def preview(story: Story, *, now: datetime) -> DigestContent:
    """The content as it would be issued now, with ``blockers``: what refuses the issue and what only warns."""
    material = _material(story, now)
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
    material = _material(story, now)
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


def _material(story: Story, now: datetime) -> Material:
    """The story as plain data, in seven queries however large it is."""
    return Material(
        slug=story.slug,
        title=story.title,
        now=timezone.localtime(now),
        articles=tuple(_articles(story)),
        conflicts=tuple(_conflict(row) for row in _conflicts(story)),
    )


def _articles(story: Story) -> Iterable[MaterialArticle]:
    quotes = Claim.objects.filter(kind=ClaimKind.QUOTE).order_by("start", "end")
    rows = story.articles.select_related("source").defer("raw").prefetch_related(Prefetch("claims", quotes))
    superseded = {row.supersedes_id for row in rows}
    origin_of = origins([load_extracted(row) for row in rows])
    for row in rows:
        yield MaterialArticle(
            pk=row.pk,
            source=row.source.name,
            headline=row.headline,
            text=row.text,
            segments=tuple((kind, start, end) for kind, start, end in row.segments),
            sentences=tuple((start, end) for start, end in row.sentences),
            filed_on=row.filed_on.isoformat() if row.filed_on else "",
            sha256=row.sha256,
            truncated=row.truncated,
            excluded=_excluded(row, row.pk in superseded),
            origin=origin_of[str(row.pk)],
            quotes=tuple(_quote(claim) for claim in row.claims.all() if claim.value.get("mode") in QUOTED_MODES),
        )


def _excluded(row: Article, superseded: bool) -> str:
    """Why the article cannot be used; empty where it can."""
    if row.publication in EXCLUDED:
        return EXCLUDED[Article.Publication(row.publication)]
    if superseded:
        return "A later version replaced it."
    if row.state == Article.State.FAILED:
        return "It could not be read."
    return "" if row.state == Article.State.PROCESSED else "It is still being read."


def _quote(claim: Claim) -> CarriedQuote:
    return CarriedQuote(
        start=claim.start,
        end=claim.end,
        speaker=_speaker(claim),
        translated=bool(claim.value.get("translated")),
        parts=tuple((start, end) for start, end in claim.value.get("parts", ())),
    )


def _speaker(claim: Claim) -> str:
    """Who said it: the name, else the words that stand for it, unless they are only a pronoun."""
    speaker = claim.speaker or {}
    shown = "" if speaker.get("evidence") == "pronoun" else speaker.get("text", "")
    return speaker.get("name") or claim.subject or shown


def _conflicts(story: Story) -> Iterable[Conflict]:
    witnesses = Witness.objects.order_by("article", "start")
    return story.conflicts.exclude(state__in=LEFT_OUT).prefetch_related(
        Prefetch("readings", Reading.objects.order_by("position", "pk")),
        Prefetch("readings__witnesses", witnesses),
        Prefetch("decisions", Decision.objects.select_related("editor").order_by("pk")),
    )


def _conflict(row: Conflict) -> MaterialConflict:
    stored = list(row.decisions.all())
    result = standing(recorded(stored))
    names = {decision.pk: editor_name(decision.editor) for decision in stored}
    rule = RULES.get(ConflictKind(row.kind))
    return MaterialConflict(
        pk=row.pk,
        kind=row.kind,
        kind_label=kind_label(row.kind),
        level=row.level,
        summary=row.summary,
        edits=rule.edits if rule else False,
        readings=tuple(_reading(reading) for reading in row.readings.all()),
        suggested=row.suggested,
        rank=row.rank,
        ruling=_ruling(result.settled, names) if result.settled else None,
        notes=tuple(act.note for act in result.notes),
    )


def _reading(row: Reading) -> MaterialReading:
    witnesses = row.witnesses.all()
    return MaterialReading(
        pk=row.pk,
        text=row.text,
        origins=row.origins,
        witnesses=tuple(MaterialWitness(witness.article_id, witness.start, witness.end) for witness in witnesses),
    )


def _ruling(act: Recorded, names: dict[int, str]) -> Ruling:
    return Ruling(
        decision=act.pk,
        verdict=act.verdict,
        editor=names[act.pk],
        made_at=act.made_at,
        reading=act.reading,
        text=act.replacement,
    )
