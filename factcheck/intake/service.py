"""Receives copy, one transaction a file: each gets a receipt with a sentence, whatever it is, and the next goes on."""

import logging
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from factcheck.intake.agencies import MAX_SLUG, is_institution, known, slug_of
from factcheck.intake.limits import MAX_FILE_BYTES, UnreadableCopy, check_size
from factcheck.intake.names import shown_name
from factcheck.intake.parse import parse
from factcheck.intake.story_guess import Candidate, Fingerprint, Guess, fingerprint, guess
from factcheck.models import Article, Receipt, Run, Source, Story
from factcheck.types import Segment, SegmentKind, WireCopy

log = logging.getLogger(__name__)

# A story that nothing was received for in so long is over: new copy opens a new one.
STORY_WINDOW = timedelta(days=7)
MOST_CANDIDATES = 500
UNKNOWN_SOURCE = ("unknown", "Unknown source")
SLUG_ROOM = 8
WIRE_ID_LENGTH = 16
MAX_REASON = 500
BROKEN = (
    "The program met a fault of its own with this file. It is kept as it came: drop it in again, "
    "and tell an engineer if that does not help."
)
READ_AGAIN = "It could not be read before, and is read again now."
# What articles speak of never changes, so it is read once in a process. Keyed by the digest of the bytes.
_FINGERPRINTS: dict[str, Fingerprint] = {}
MOST_FINGERPRINTS = 5000

Editor = AbstractBaseUser | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was dropped in. ``read`` is only called when ``size`` is within the limit.

    ``source`` is the agency's name where the editor gave it.
    """

    name: str
    size: int
    read: Callable[[], bytes]
    source: str = ""


def receive(item: Incoming, *, batch: UUID, editor: Editor, now: datetime, story: Story | None = None) -> Receipt:
    """Takes in one file: a new article with a run that will read it, a duplicate, or a refusal with its reason."""
    receipt = Receipt(batch=batch, name=shown_name(item.name), size=item.size, received_at=now)
    receipt.editor_id = editor.pk if editor else None
    try:
        check_size(item.size)
        raw = item.read()
        receipt.size = len(raw)
        receipt.raw = raw[:MAX_FILE_BYTES]
        parsed = parse(raw, name=receipt.name, source=item.source, received=timezone.localdate(now))
        # What fails in there is undone, and this receipt still holds the bytes.
        return _taken_in(copy(receipt), parsed, raw, story)
    except UnreadableCopy as fault:
        return _saved(receipt, Receipt.Outcome.REFUSED, str(fault))
    except OSError as fault:
        return _saved(receipt, Receipt.Outcome.REFUSED, f"This file could not be read: {fault.strerror or fault}.")
    except Exception:
        log.exception("The file %r could not be taken in.", receipt.name)
        return _saved(receipt, Receipt.Outcome.REFUSED, BROKEN)


@transaction.atomic
def _taken_in(receipt: Receipt, parsed: WireCopy, raw: bytes, story: Story | None) -> Receipt:
    # What became an article is kept there.
    receipt.raw = None
    digest = sha256(raw).hexdigest()
    article = Article.objects.select_related("story").filter(sha256=digest).first()
    if article is None:
        try:
            with transaction.atomic():
                article = _stored(parsed, raw, digest, story, receipt.received_at)
        except IntegrityError:
            # The same bytes came in elsewhere since we looked: that article is the one.
            article = Article.objects.select_related("story").get(sha256=digest)
        else:
            receipt.article = article
            return _saved(receipt, Receipt.Outcome.RECEIVED, " ".join((article.story_note, *parsed.notes)))
    receipt.article = article
    reason = _already_here(article)
    if article.state == Article.State.FAILED:
        read_again(article, receipt.received_at)
        reason = f"{READ_AGAIN} {reason}"
    return _saved(receipt, Receipt.Outcome.DUPLICATE, reason)


@transaction.atomic
def read_again(article: Article, now: datetime) -> Run:
    """The run that reads the article once more, for the caller to ring; one that waits or is at work already is it."""
    locked = Article.objects.select_for_update().get(pk=article.pk)
    at_work = locked.runs.filter(state__in=(Run.State.QUEUED, Run.State.RUNNING)).first()
    if at_work is None and locked.state == Article.State.FAILED:
        Article.objects.filter(pk=locked.pk).update(state=Article.State.RECEIVED)
    return at_work or Run.objects.enqueue_extraction(locked, now)


def _already_here(article: Article) -> str:
    when = f"{timezone.localtime(article.received_at):%-d %B %Y at %H:%M}"
    return (
        f"The same file came before, on {when}, as “{article.name}”: “{_clipped(article.headline, 150)}” "
        f"in the story “{_clipped(article.story.title, 150)}”."
    )


def _saved(receipt: Receipt, outcome: Receipt.Outcome, reason: str) -> Receipt:
    receipt.outcome = outcome
    receipt.reason = _clipped(reason, MAX_REASON)
    receipt.save()
    return receipt


def _stored(copy: WireCopy, raw: bytes, digest: str, story: Story | None, now: datetime) -> Article:
    home, note = (story, "The editor chose the story.") if story else _guessed(copy, digest, now)
    article = Article.objects.create(
        source=_source(copy),
        story=home,
        story_note=_clipped(note, 300),
        name=copy.name,
        wire_id=copy.wire_id or digest[:WIRE_ID_LENGTH],
        headline=_clipped(copy.headline, 500),
        byline=_clipped(copy.byline, 300),
        dateline=_clipped(copy.dateline, 200),
        dateline_place=_clipped(copy.dateline_place, 120),
        text=copy.text,
        segments=[[segment.kind.value, segment.start, segment.end] for segment in copy.segments],
        raw=raw,
        sha256=digest,
        encoding=copy.encoding,
        notes=list(copy.notes),
        language=copy.language,
        filed_on=copy.filed_on,
        received_at=now,
        truncated=copy.truncated,
    )
    Run.objects.enqueue_extraction(article, now)
    return article


def _source(copy: WireCopy) -> Source:
    slug, name = (copy.source, copy.source_name) if copy.source else UNKNOWN_SOURCE
    return Source.objects.get_or_create(slug=slug, defaults={"name": name, "kind": _kind(copy, slug, name)})[0]


def _kind(copy: WireCopy, slug: str, name: str) -> Source.Kind:
    """What a new source seems to be; a chief can say otherwise."""
    if is_institution(name):
        return Source.Kind.PRIMARY
    is_agency = known(slug) is not None or (copy.source_name and copy.source_name in copy.dateline)
    return Source.Kind.AGENCY if is_agency else Source.Kind.OUTLET


def _guessed(copy: WireCopy, digest: str, now: datetime) -> tuple[Story, str]:
    new = _FINGERPRINTS[digest] = fingerprint(copy.text, copy.segments)
    found: Guess = guess(new, _candidates(now))
    story = Story.objects.get(pk=found.story) if found.story else open_story(copy.headline, now)
    return story, found.note


def _candidates(now: datetime) -> list[Candidate]:
    """The newest articles of the open stories, in two queries however many they are."""
    recent = Article.objects.filter(story__closed_at=None, received_at__gte=now - STORY_WINDOW).order_by("-pk")
    rows = list(recent.values_list("sha256", "story", "story__title")[:MOST_CANDIDATES])
    known_by = _fingerprints([digest for digest, *_ in rows])
    return [Candidate(story, title, known_by[digest]) for digest, story, title in rows if digest in known_by]


def _fingerprints(digests: Sequence[str]) -> dict[str, Fingerprint]:
    if len(_FINGERPRINTS) > MOST_FINGERPRINTS:
        _FINGERPRINTS.clear()
    found = {digest: _FINGERPRINTS[digest] for digest in digests if digest in _FINGERPRINTS}
    missing = set(digests) - found.keys()
    if missing:
        rows = Article.objects.filter(sha256__in=missing).only("sha256", "text", "segments")
        found |= {article.sha256: _fingerprint(article) for article in rows}
        _FINGERPRINTS.update(found)
    return found


def _fingerprint(article: Article) -> Fingerprint:
    segments = (Segment(SegmentKind(kind), start, end) for kind, start, end in article.segments)
    return fingerprint(article.text, segments)


def open_story(title: str, now: datetime) -> Story:
    """A new story with an address of its own."""
    title = _clipped(" ".join(title.split()) or "Untitled", 300)
    stem = slug_of(title)[: MAX_SLUG - SLUG_ROOM].strip("-")
    taken = set(Story.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbers = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    slug = next(slug for slug in (stem, *numbers) if slug not in taken)
    try:
        with transaction.atomic():
            return Story.objects.create(slug=slug, title=title, opened_at=now)
    except IntegrityError:
        # Another file opened a story of that name since we looked.
        return open_story(title, now)


@transaction.atomic
def set_kind(source: Source, kind: Source.Kind, now: datetime) -> list[Run]:
    """What a source is; returns the comparisons of running stories that this asks for.

    Whether it is a primary source is read by every comparison of its copy.
    """
    was, source.kind = source.kind, kind
    source.save(update_fields=["kind"])
    if Source.Kind.PRIMARY not in {was, kind} or was == kind:
        return []
    running = Story.objects.filter(closed_at=None, articles__source=source).distinct().order_by("pk")
    return [Run.objects.enqueue_collation(story, now) for story in running]


def set_deadline(story: Story, deadline: datetime | None) -> None:
    """By when the story is to be issued; None takes the deadline away."""
    story.deadline = deadline
    story.save(update_fields=["deadline"])


@transaction.atomic
def set_publication(
    article: Article, publication: Article.Publication, embargo_until: datetime | None, *, now: datetime
) -> list[Run]:
    """What the agency says of the article since; returns the comparison that a kill, or its end, asks for."""
    article = Article.objects.select_for_update(of=("self",)).select_related("story").get(pk=article.pk)
    changed = {publication, article.publication} - {Article.Publication.USABLE, Article.Publication.WITHHELD}
    anew = publication != article.publication and bool(changed)
    article.publication, article.embargo_until = publication, embargo_until
    article.save(update_fields=["publication", "embargo_until"])
    return [Run.objects.enqueue_collation(article.story, now)] if anew else []


@transaction.atomic
def move_article(article: Article, story: Story, *, editor: Editor, now: datetime) -> list[Run]:
    """Puts the article into another story; both are compared again by the runs given back, for the caller to ring."""
    article = Article.objects.select_for_update(of=("self",)).select_related("story").get(pk=article.pk)
    left = article.story
    if left == story:
        return []
    who = editor.get_username() if editor else "an editor"
    when = f"{timezone.localtime(now):%-d %B %Y at %H:%M}"
    article.story = story
    article.story_note = _clipped(f"Moved here from “{_clipped(left.title, 150)}” by {who} on {when}.", 300)
    article.event = 0
    article.save(update_fields=["story", "story_note", "event"])
    # In one order always: of two moves at once, one waits for the other instead of each for the other.
    return [Run.objects.enqueue_collation(changed, now) for changed in sorted((left, story), key=lambda one: one.pk)]


def _clipped(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
