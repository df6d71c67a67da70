"""The article as it is read: whole, with its claims and conflicts marked, in a constant number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.models import Article, Claim, Conflict, Witness
from factcheck.review.card import quoted
from factcheck.review.labels import LEVELS, STATES, kind_label, where
from factcheck.review.paragraphs import Edited, Marked, Paragraph, paragraphs

# The label of words that a link leads to.
HERE = "here"


@dataclass(frozen=True, slots=True)
class ReaderConflict:
    """A conflict that the article is a witness of, as a margin note; ``printed`` is what this article has."""

    pk: int
    summary: str
    kind: str
    kind_label: str
    level: str
    level_label: str
    state: str
    state_label: str
    printed: str
    suggested: str | None
    where: str
    start: int


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """Everything that the article's page shows."""

    pk: int
    name: str
    headline: str
    source: str
    byline: str
    dateline: str
    filed_on: date | None
    received_at: datetime
    version: int
    state: str
    publication: str
    embargo_until: datetime | None
    story: str
    story_title: str
    story_note: str
    encoding: str
    truncated: bool
    notes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    conflicts: tuple[ReaderConflict, ...]
    claim_counts: tuple[tuple[str, int], ...]
    here: int | None = None


SHOWN = ("summary", "phrases", "kind", "level", "state", "suggested")


def read(pk: int, *, here: tuple[int, int] | None = None, changes: Iterable[Edited] = ()) -> ReaderPage:
    """The article's page, in three queries; the words ``here`` are shown to whoever was sent to them.

    With ``changes``, its corrected view. Raises Article.DoesNotExist.
    """
    article = Article.objects.select_related("source", "story").defer("raw").get(pk=pk)
    claims = [Marked(start, end, kind) for kind, start, end in _claims(article)]
    witnesses = list(_witnesses(article))
    marked = [Marked(witness.start, witness.end, pk=witness.reading.conflict_id) for witness in witnesses]
    return ReaderPage(
        pk=article.pk,
        name=article.name,
        headline=article.headline,
        source=article.source.name,
        byline=article.byline,
        dateline=article.dateline,
        filed_on=article.filed_on,
        received_at=article.received_at,
        version=article.version,
        state=article.state,
        publication=article.publication,
        embargo_until=article.embargo_until,
        story=article.story.slug,
        story_title=article.story.title,
        story_note=article.story_note,
        encoding=article.encoding,
        truncated=article.truncated,
        notes=tuple(article.notes),
        paragraphs=tuple(paragraphs(article.text, article.segments, [*claims, *_shown(here)], marked, changes)),
        conflicts=tuple(_margin(article, witnesses)),
        claim_counts=_counted(claims),
        here=here[0] if here else None,
    )


def _shown(here: tuple[int, int] | None) -> list[Marked]:
    return [Marked(*here, HERE)] if here else []


def _claims(article: Article) -> Iterable[tuple[str, int, int]]:
    return Claim.objects.filter(article=article).values_list("kind", "start", "end")


def _witnesses(article: Article) -> Iterable[Witness]:
    """What the article is a witness of, as long as it is still found."""
    return (
        Witness.objects.filter(article=article)
        .exclude(reading__conflict__state=Conflict.State.WITHDRAWN)
        .select_related("reading__conflict")
        .only("start", "end", "article_id", "reading__conflict_id", *(f"reading__conflict__{one}" for one in SHOWN))
        .order_by("start", "end", "pk")
    )


def _margin(article: Article, witnesses: Sequence[Witness]) -> Iterable[ReaderConflict]:
    """One note for each conflict, at the first place where the article carries it."""
    first = {witness.reading.conflict_id: witness for witness in reversed(witnesses)}
    for witness in sorted(first.values(), key=lambda witness: (witness.start, witness.pk)):
        conflict = witness.reading.conflict
        yield ReaderConflict(
            pk=conflict.pk,
            summary=conflict.summary_said,
            kind=conflict.kind,
            kind_label=kind_label(conflict.kind),
            level=conflict.level,
            level_label=LEVELS[conflict.level],
            state=conflict.state,
            state_label=STATES[conflict.state],
            printed=quoted(article.text[witness.start : witness.end]),
            suggested=conflict.suggested,
            where=where(article.segments, witness.start),
            start=witness.start,
        )


def _counted(claims: Sequence[Marked]) -> tuple[tuple[str, int], ...]:
    kinds = [claim.label for claim in claims]
    return tuple((kind, kinds.count(kind)) for kind in dict.fromkeys(sorted(kinds)))
