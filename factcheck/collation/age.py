"""Age: whether a report says that the words it quotes were not said just now."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.collation.cover import Cover
from factcheck.collation.event import Event
from factcheck.collation.lexicon import listed
from factcheck.collation.passages import Passage
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind, Span

# No paragraph of copy goes on for longer; the time for one must stay bounded.
REACH = 1000
# A day so long before filing is no day of fresh news; a date of each grain is held against that of the same grain.
FRESH = timedelta(days=7)
GRAINS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "%Y-%m-%d"),
    (re.compile(r"\d{4}-W\d\d"), "%G-W%V"),
    (re.compile(r"\d{4}-\d\d"), "%Y-%m"),
    (re.compile(r"\d{4}$"), "%Y"),
)
PAST = "PAST_REF"
SAYING = listed(
    "said told called described warned argued insisted vowed pledged promised declared stated written tweeted posted "
    "spoken denied acknowledged claimed"
)
MONTHS = listed("January February March April May June July August September October November December")
TURNS = listed(
    "earlier previous previously once then ago again already past former formerly recalled recalling recalls "
    "reminded repeat repeated repeating repeats reiterated reiterating reiterates quoted anniversary"
)
OLD = re.compile(
    rf"\b(?:{'|'.join(TURNS)}|at the time|in those days|used to|in (?:late |early |mid-)?(?:{'|'.join(MONTHS)})|"
    r"last (?:week|month|year|spring|summer|autumn|fall|winter|time)|in (?:19|20)\d\d|"
    rf"(?:has|have|had|having|['’]ve|['’]d)(?: \w+)? (?:{'|'.join(SAYING)}))\b",
    re.IGNORECASE,
)


def told(event: Event, passage: Passage) -> bool:
    """True when the words around a quotation, in its paragraph and the sentences beside it, say that it is older."""
    article, around = passage.article, _around(event, passage)
    quoted = Cover(_quoted(article))
    own = _unquoted(article.copy.text, around, quoted)
    return OLD.search(own) is not None or any(
        _past(str(claim.value.get("timex", "")), article.copy.filed_on)
        for claim in article.claims
        if claim.kind is ClaimKind.DATE and around.start <= claim.start < around.end and not quoted.holds(claim.start)
    )


def _around(event: Event, passage: Passage) -> Span:
    """The paragraph of a quotation, with the sentence before it and the one after."""
    article, claim, own = passage.article, passage.claim, passage.sentence
    body = (
        s for s in article.copy.segments if s.kind is SegmentKind.BODY and s.end > claim.start and s.start < claim.end
    )
    paragraphs = [Span(s.start, s.end) for s in body]
    before = [s for s in article.sentences if s.end <= own.start][-1:]
    after = [s for s in article.sentences if s.start >= own.end][:1]
    held = [own, *paragraphs, *before, *after]
    start, end = min(s.start for s in held), max(s.end for s in held)
    return Span(max(start, claim.start - REACH), min(end, claim.end + REACH))


def _quoted(article: ExtractedArticle) -> Iterator[Span]:
    for claim in article.claims:
        if claim.quoted:
            yield from (Span(start, end) for start, end in _parts(claim))


def _parts(claim: ClaimDraft) -> list[list[int]]:
    return claim.value.get("parts") or [[claim.start, claim.end]]


def _unquoted(text: str, around: Span, quoted: Cover) -> str:
    """The reporter's own words of a stretch."""
    return "".join(" " if quoted.holds(at) else text[at] for at in range(around.start, around.end))


def _past(timex: str, filed_on: date | None) -> bool:
    """True for a time well before the day of filing. Seasons and halves of years are taken for that."""
    if filed_on is None or not timex[:4].isdigit():
        return timex == PAST
    for shape, grain in GRAINS:
        found = shape.match(timex)
        if found:
            return found[0] < (filed_on - FRESH).strftime(grain)
    return True
