"""Reading a story off the database as the material of its digest, in a constant number of queries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from factcheck import VERSION
from factcheck.collation.agreement import Told, told
from factcheck.collation.coreference import read
from factcheck.collation.event import Event
from factcheck.collation.origins import origins
from factcheck.collation.rules import RULES
from factcheck.collation.service import load_extracted
from factcheck.digest import composition
from factcheck.digest.framing import Earlier, MaterialComposition, MaterialSignature, MaterialWaiver, Site
from factcheck.digest.material import (
    AgreedPoint,
    CarriedQuote,
    Material,
    MaterialArticle,
    MaterialConflict,
    MaterialDecision,
    MaterialReading,
    MaterialRule,
    MaterialWitness,
    Named,
    Ruling,
)
from factcheck.digest.places import joined
from factcheck.models import Article, Claim, Conflict, Decision, Reading, Story, Witness
from factcheck.phrase import Phrase
from factcheck.review.labels import editor_name, kind_label
from factcheck.review.service import recorded
from factcheck.review.standing import Recorded, standing
from factcheck.types import ClaimKind, ConflictKind, ExtractedArticle, Verdict

EXCLUDED = {
    Article.Publication.WITHHELD: Phrase("The agency withholds it."),
    Article.Publication.CANCELED: Phrase("The agency canceled it."),
}
# What is no longer found, and what a rule of the desk keeps silent.
LEFT_OUT = (Conflict.State.WITHDRAWN, Conflict.State.SILENCED)
# What a digest prints of quotations: words between marks, not reported speech.
QUOTED_MODES = ("direct", "mixed")
# The number of the event that a story is about.
OWN_EVENT = 0


def stored_material(story: Story, now: datetime) -> Material:
    """The story as plain data."""
    rows = _rows(story)
    read_off = {row.pk: load_extracted(row) for row in rows}
    origin_of = origins(list(read_off.values()))
    return Material(
        slug=story.slug,
        title=story.title,
        now=timezone.localtime(now),
        articles=tuple(_articles(rows, origin_of)),
        conflicts=tuple(_conflict(row) for row in _conflicts(story)),
        agreed=tuple(_agreed(rows, read_off, origin_of)),
        earlier=tuple(_earlier(story)),
        site=Site(settings.SITE, settings.SITE_NAME, settings.SITE_ADDRESS),
        composition=_composition(story),
        waivers=tuple(_waivers(story)),
        signatures=tuple(_signatures(story)),
    )


def _rows(story: Story) -> list[Article]:
    claims = Claim.objects.order_by("start", "end", "kind")
    return list(story.articles.select_related("source").defer("raw").prefetch_related(Prefetch("claims", claims)))


def _articles(rows: Iterable[Article], origin_of: Mapping[str, int]) -> Iterator[MaterialArticle]:
    superseded = {row.supersedes_id for row in rows}
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
            quotes=tuple(_quote(claim) for claim in row.claims.all() if _is_quoted(claim)),
            # Where the copy gave no number, intake made one up from its fingerprint.
            wire_id="" if row.sha256.startswith(row.wire_id) else row.wire_id,
            version=row.version,
            replaces=row.supersedes_id,
            byline=row.byline,
            dateline=row.dateline,
            received_at=row.received_at.isoformat(),
            embargo_until=row.embargo_until.isoformat() if row.embargo_until else "",
            killed=row.publication == Article.Publication.CANCELED,
            source_slug=row.source.slug,
            desk_address=row.source.desk_address,
            language=row.language,
            people=tuple(_named(claim) for claim in row.claims.all() if _is_person(claim)),
        )


def _excluded(row: Article, superseded: bool) -> str:
    """Why the article cannot be used; empty where it can."""
    if row.publication in EXCLUDED:
        return EXCLUDED[Article.Publication(row.publication)]
    if superseded:
        return Phrase("A later version replaced it.")
    if row.state == Article.State.FAILED:
        return Phrase("It could not be read.")
    return "" if row.state == Article.State.PROCESSED else Phrase("It is still being read.")


def _is_quoted(claim: Claim) -> bool:
    return claim.kind == ClaimKind.QUOTE and claim.value.get("mode") in QUOTED_MODES


def _is_person(claim: Claim) -> bool:
    return claim.kind == ClaimKind.NAME and claim.value.get("type") == "PERSON"


def _named(claim: Claim) -> Named:
    return Named(claim.start, claim.end, claim.value.get("entity") or claim.subject)


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


def _agreed(
    rows: Iterable[Article], read_off: Mapping[int, ExtractedArticle], origin_of: Mapping[str, int]
) -> Iterator[AgreedPoint]:
    """What the reports of the story's own event tell alike, of those that can be used."""
    superseded = {row.supersedes_id for row in rows}
    usable = [row for row in rows if row.event == OWN_EVENT and not _excluded(row, row.pk in superseded)]
    ordered = sorted((read_off[row.pk] for row in usable), key=lambda article: (article.copy.text, article.name))
    event = Event(OWN_EVENT, tuple(ordered), origin_of, coreference=read(settings.COREFERENCE))
    for point in told(event):
        if not point.alone:
            yield _point(point)


def _point(point: Told) -> AgreedPoint:
    spots = tuple(sorted((int(name), start, end) for name, start, end in point.spots))
    return AgreedPoint(point.kind.value, point.words, spots, point.origins, point.before, point.after)


def _earlier(story: Story) -> Iterator[Earlier]:
    """The numbers that were issued, oldest first; the newest with its content."""
    rows = list(story.digests.order_by("number").values_list("number", "issued_at", "content__sha256"))
    last = story.digests.order_by("number").last() if rows else None
    for number, issued_at, sha256 in rows:
        content = last.content if last and last.number == number else None
        yield Earlier(number, timezone.localtime(issued_at).isoformat(), sha256 or "", content)


def _composition(story: Story) -> MaterialComposition:
    newest = story.compositions.order_by("-version").first()
    if newest is None:
        return MaterialComposition()
    versions = story.compositions.order_by("version").values_list("editor_id", "parts__edited")
    return replace(composition.read(newest.version, newest.parts), typists=composition.typists(versions))


def _waivers(story: Story) -> Iterator[MaterialWaiver]:
    for row in story.waivers.select_related("editor"):
        at = timezone.localtime(row.made_at).isoformat()
        yield MaterialWaiver(row.claim, row.words, row.reason, editor_name(row.editor), at)


def _signatures(story: Story) -> Iterator[MaterialSignature]:
    for row in story.signatures.select_related("editor"):
        at = timezone.localtime(row.made_at).isoformat()
        yield MaterialSignature(row.part, row.fingerprint, row.editor_id, editor_name(row.editor), at)


def _conflict(row: Conflict) -> MaterialConflict:
    stored = list(row.decisions.all())
    result = standing(recorded(stored))
    names = {decision.pk: editor_name(decision.editor) for decision in stored}
    people = {decision.pk: decision.editor_id for decision in stored}
    texts = {reading.pk: reading.text for reading in row.readings.all()}
    rule = RULES.get(ConflictKind(row.kind))
    return MaterialConflict(
        pk=row.pk,
        kind=row.kind,
        kind_label=kind_label(row.kind),
        level=row.level,
        summary=row.summary_said,
        edits=rule.edits if rule else False,
        readings=tuple(_reading(reading) for reading in row.readings.all()),
        suggested=row.suggested,
        rank=row.rank,
        ruling=_ruling(result.settled, names, people) if result.settled else None,
        notes=tuple(act.note for act in result.notes),
        key=row.key,
        reason=row.reason,
        state=row.state,
        rejected=result.rejected,
        decisions=tuple(_decision(act, names, texts, result.undone) for act in recorded(stored)),
        rule=MaterialRule(VERSION, rule.threshold, rule.cost, rule.precision) if rule else MaterialRule(VERSION),
    )


def _decision(
    act: Recorded, names: Mapping[int, str], texts: Mapping[int, str], undone: frozenset[int]
) -> MaterialDecision:
    return MaterialDecision(
        pk=act.pk,
        verdict=Verdict(act.verdict),
        editor=names[act.pk],
        made_at=act.made_at,
        readings=act.readings,
        text=act.replacement or joined([texts.get(reading, "") for reading in act.readings]),
        note=act.note,
        stands=act.pk not in undone,
    )


def _reading(row: Reading) -> MaterialReading:
    witnesses = row.witnesses.all()
    return MaterialReading(
        pk=row.pk,
        text=row.text,
        origins=row.origins,
        witnesses=tuple(
            MaterialWitness(witness.article_id, witness.start, witness.end, witness.words) for witness in witnesses
        ),
    )


def _ruling(act: Recorded, names: Mapping[int, str], people: Mapping[int, int]) -> Ruling:
    return Ruling(
        decision=act.pk,
        verdict=act.verdict,
        editor=names[act.pk],
        made_at=act.made_at,
        readings=act.readings,
        text=act.replacement,
        person=people[act.pk],
    )
