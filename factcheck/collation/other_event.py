"""An article that reports another event of the same actors: a note, so that nothing of it is compared."""

from collections.abc import Iterator

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.phrasing import both, marked, number
from factcheck.collation.words import normal
from factcheck.phrase import Phrase, counted
from factcheck.types import (
    ClaimDraft,
    ClaimKind,
    ConflictDraft,
    ConflictKind,
    ExtractedArticle,
    Level,
    ReadingDraft,
    SegmentKind,
    Span,
    WitnessDraft,
)

SCORE = 0.9
NAMED = 3
TELLING = (SegmentKind.BODY, SegmentKind.DECK, SegmentKind.HEADLINE)


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One note for each article of an event that is not the story's own."""
    if event.other_than is not None:
        for article in event.articles:
            yield _note(event, event.other_than, article)


def _note(event: Event, own: Event, article: ExtractedArticle) -> ConflictDraft:
    lead = _lead(article)
    strangers = _strangers(article, own)
    witnesses = (event.witness(article, lead.start, lead.end), *strangers)
    text = " ".join(witnesses[0].text.split())
    names = list(dict.fromkeys(witness.text for witness in strangers))
    why = Phrase("Its people, places and days differ.")
    if names:
        why = Phrase("It names {names}, whom no other report mentions.", names=both(names))
    return ConflictDraft(
        kind=ConflictKind.OTHER_EVENT,
        level=Level.INFO,
        score=SCORE,
        key=key(ConflictKind.OTHER_EVENT, text),
        summary=Phrase(
            "{headline} reports another event than {others} and is not compared.",
            headline=marked(_title(article, text)),
            others=_others(own),
        ),
        readings=(ReadingDraft(text, False, witnesses),),
        reason=why,
    )


def _others(own: Event) -> Phrase:
    """ "the other report", "the other three reports"."""
    several = len(own.articles)
    return counted("the other report", "the other {count} reports", several, count=number(several))


def _title(article: ExtractedArticle, lead: str) -> str:
    return article.copy.headline or lead


def _lead(article: ExtractedArticle) -> Span:
    """The first sentence of the body: who met, where and when."""
    first = next((s for kind in TELLING for s in article.copy.segments if s.kind is kind), None)
    if first is None:
        return Span(0, len(article.copy.text))
    inside = (s for s in article.sentences if first.start <= s.start < first.end)
    return next(inside, Span(first.start, first.end))


def _strangers(article: ExtractedArticle, own: Event) -> tuple[WitnessDraft, ...]:
    """The first mentions of people whom the story's own event does not name."""
    known = {word for other in own.articles for word in normal(other.copy.text)}
    found: dict[str, WitnessDraft] = {}
    for claim in _people(article):
        if not set(normal(claim.subject)) <= known:
            found.setdefault(claim.subject, WitnessDraft(article.name, claim.start, claim.end, claim.text))
    return tuple(found.values())[:NAMED]


def _people(article: ExtractedArticle) -> Iterator[ClaimDraft]:
    claims = (claim for claim in article.claims if claim.kind is ClaimKind.NAME)
    return (claim for claim in claims if claim.value.get("type") == "PERSON" and claim.layer in TELLING)
