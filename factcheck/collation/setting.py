"""Where or on which occasion a remark was made, when two reports of it exclude each other."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.links import Link, links
from factcheck.collation.passages import Passage
from factcheck.collation.suggest import origins, printed, readings
from factcheck.collation.union import Union
from factcheck.collation.words import content, rarity, stem
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, ExtractedArticle, Level, SegmentKind, WitnessDraft

SCORE, DECIDED = 0.5, 0.6
UNTOLD = Phrase("Nothing tells which is right.")
INDEPENDENT = 2
# So many of the rarest stems of a remark name it.
RAREST = 2

_TALKS = r"(?:the|their|its|these|those) (?:\w+ )?(?:meetings?|talks|session|encounter|summit|discussions?|dinner)"
_BOTH = r"(?:they|the (?:two|pair)|(?:both|the|the two) (?:sides|delegations|leaders|ministers))"
# A remark is made on one of these. A statement or a speech may be part of any, so they are not told apart.
OCCASIONS: Mapping[Phrase, re.Pattern[str]] = {
    Phrase("a news conference"): re.compile(r"\b(?:joint )?(?:news|press|media) (?:conference|briefing)\b", re.I),
    Phrase("the opening of the meeting"): re.compile(
        rf"\b(?:at|before|ahead of) the (?:start|opening|beginning|outset) of {_TALKS}"
        rf"|\b(?:as|when) {_TALKS} (?:opened|began|started)"
        rf"|\b(?:as|when|after|once) {_BOTH} sat down\b(?! for (?:an? )?(?:\w+ )?interviews?\b)",
        re.I,
    ),
    Phrase("an interview"): re.compile(r"\bin an? (?:\w+ ){0,2}interview\b", re.I),
    Phrase("a telephone call"): re.compile(
        r"\b(?:by (?:tele)?phone|in an? (?:tele)?phone call|(?:tele)?phone interview)\b", re.I
    ),
    Phrase("a post on the web"): re.compile(
        r"\b(?:tweeted|on Twitter|on Facebook|on Instagram|on Telegram|in a (?:tweet|post))\b"
    ),
}
# Both may be true of one remark.
COMPATIBLE = frozenset({("a telephone call", "an interview")})


class Telling(NamedTuple):
    """Two reports of one remark that give two occasions, and the words that name each, in the order of the pair."""

    pair: tuple[str, str]
    link: Link
    witnesses: tuple[WitnessDraft, WitnessDraft]


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each remark, or remarks told in one breath, and each pair of occasions that reports give."""
    told: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in _tellings(event):
        told[telling.pair].append(telling)
    for pair, tellings in sorted(told.items()):
        for remark in _remarks(tellings):
            yield _conflict(event, pair, remark)


def _tellings(event: Event) -> Iterator[Telling]:
    for link in links(event):
        found = [(occasion(passage), passage) for passage in (link.one, link.other)]
        named = [(at[0], event.witness(passage.article, *at[1])) for at, passage in found if at]
        if len(named) == len(found):
            (low, one), (high, other) = sorted(named, key=itemgetter(0))
            if low != high and (low, high) not in COMPATIBLE:
                yield Telling((low, high), link, (one, other))


def _remarks(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings of one remark, and of remarks that two reports give in one breath: one card says it for all."""
    union = Union(len(tellings))
    first: dict[Hashable, int] = {}
    for number, telling in enumerate(tellings):
        for mark in (telling.link.one, telling.link.other, telling.witnesses):
            union.join(number, first.setdefault(mark, number))
    return ([tellings[number] for number in group] for group in union.groups())


def _rarest(remark: Sequence[Telling]) -> list[str]:
    """The rarest stems of the longest stretch that two reports share: they name the remark, whoever quotes a part."""
    rows = (sorted(set(content(telling.link.shared)), key=lambda norm: (-rarity(norm), norm)) for telling in remark)
    longest = min(rows, key=lambda row: (-len(row), row))
    return sorted(list(dict.fromkeys(map(stem, longest)))[:RAREST])


@lru_cache(maxsize=4096)
def occasion(passage: Passage) -> tuple[str, tuple[int, int]] | None:
    """The occasion of a quotation: named in its sentence, before it in its paragraph, or in those that lead to it."""
    article, at = passage.article, passage.claim.start
    if passage.claim.layer is not SegmentKind.BODY:
        return None
    found = _in(article, passage.sentence.start, passage.sentence.end)
    if found:
        return found
    for start, end in _paragraphs(article, at):
        found = _in(article, start, min(end, passage.sentence.start))
        if found or not _quotes(article, start, end):
            return found
    return None


def _in(article: ExtractedArticle, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """The last occasion that a stretch names."""
    hits = [(m.span(), name) for name, p in OCCASIONS.items() for m in p.finditer(article.copy.text, start, end)]
    return (hits and (max(hits)[1], max(hits)[0])) or None


def _paragraphs(article: ExtractedArticle, at: int) -> Iterator[tuple[int, int]]:
    """The paragraph that holds a place, and those before it, backwards."""
    body = [(s.start, s.end) for s in article.copy.segments if s.kind is SegmentKind.BODY]
    yield from reversed(body[: bisect_right(body, (at, len(article.copy.text)))])


def _quotes(article: ExtractedArticle, start: int, end: int) -> bool:
    return any(claim.quoted and start <= claim.start < end for claim in article.claims)


def _conflict(event: Event, pair: tuple[str, str], remark: Sequence[Telling]) -> ConflictDraft:
    sides = [list(dict.fromkeys(side)) for side in zip(*(telling.witnesses for telling in remark), strict=True)]
    voices = {printed(side): side for side in sides}
    counts = {text: origins(event, witnesses) for text, witnesses in voices.items()}
    best = max(counts, key=lambda text: (counts[text], text))
    suggested = best if counts[best] >= INDEPENDENT and sum(counts.values()) - counts[best] == 1 else None
    return ConflictDraft(
        kind=ConflictKind.SETTING,
        level=Level.DISCREPANCY,
        score=DECIDED if suggested else SCORE,
        key=key(ConflictKind.SETTING, *pair, *_rarest(remark)),
        summary=Phrase("One remark is given two settings: {one} and {other}.", one=pair[0], other=pair[1]),
        readings=readings(event, voices, suggested),
        suggested=suggested,
        reason=Phrase("{number} independent reports agree on it.", number=counts[best]) if suggested else UNTOLD,
    )
