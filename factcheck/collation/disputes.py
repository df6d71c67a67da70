"""Disputed points: the places where quotations of one remark differ, each with everyone who quotes it.

Two quotations are laid side by side; what differs between the shared words is a change. Changes that meet in one
article are one point, so that an editor gets one card however many reports quote the remark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from factcheck.collation.align import Change, Region, forms, project
from factcheck.collation.event import Event
from factcheck.collation.lexicon import DENIALS, DISCOURSE_WORDS, NEGATIONS
from factcheck.collation.links import Link, links
from factcheck.collation.passages import Passage
from factcheck.collation.places import Place, coalesced, meet, merged, phrases, without_article
from factcheck.collation.renderings import renderings, translated
from factcheck.collation.suggest import Groups, grouped
from factcheck.collation.union import connected
from factcheck.collation.words import is_function_word, stem, stems
from factcheck.types import Span, WitnessDraft

EDGE = 3
LOST = 2
CONTEXT = 4
ROUNDS = 3
SENTENCE_ENDS = ".!?"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed point: where it stands in each quotation, and the printed forms with their witnesses."""

    places: tuple[Place, ...]
    groups: Groups
    anchor: tuple[str, ...]
    shared: int

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The quotations that carry the point."""
        return tuple(place.passage for place in self.places)

    @property
    def speaker(self) -> str:
        """Who said it, as far as anyone tells."""
        named = sorted({p.claim.subject for p in self.passages if p.claim.subject}, key=lambda n: (-len(n), n))
        return named[0] if named else ""


@lru_cache(maxsize=8)
def disputes(event: Event) -> tuple[Dispute, ...]:
    """The disputed points of an event's quotations, in the order of the articles."""
    rendered = [(Place(a, *x), Place(b, *y)) for a, x, b, y in renderings(event)]
    return tuple(_disputes(event, links(event), rendered))


def _disputes(event: Event, linked: Sequence[Link], pairs: list[tuple[Place, Place]]) -> Iterator[Dispute]:
    pairs = [*(pair for link in linked for pair in _pairs(link)), *pairs]
    groups = connected(pairs, meet, lambda place: id(place.passage))
    points = coalesced([_widened(merged(group), linked) for group in groups])
    found = (_dispute(event, point, linked) for point in points)
    return (dispute for dispute in found if dispute is not None)


def _pairs(link: Link) -> Iterator[tuple[Place, Place]]:
    for change in (*link.region.changes, *_edges(link)):
        if not _harmless(link, change):
            yield (
                Place(link.one, change.left, change.left_end),
                Place(link.other, change.right, change.right_end),
            )


def _edges(link: Link) -> Iterator[Change]:
    """Unequal beginnings and ends, where both quotations begin or end with them, or one has lost its negation."""
    bounds, left, right = link.region.bounds, len(link.one.norms), len(link.other.norms)
    first, last = Change(0, bounds.left, 0, bounds.right), Change(bounds.left_end, left, bounds.right_end, right)
    for edge in (first, last):
        both = edge.left < edge.left_end and edge.right < edge.right_end
        if 0 < edge.width <= EDGE and (both or _negation_lost(link, edge)):
            yield edge


def _negation_lost(link: Link, edge: Change) -> bool:
    """One quotation begins or ends a word or two sooner, and those deny what is left: no other denial stands by it."""
    fuller, low, high, shorter = link.other, edge.right, edge.right_end, link.one
    if edge.left < edge.left_end:
        fuller, low, high, shorter = link.one, edge.left, edge.left_end, link.other
    surplus = fuller.norms[low:high]
    if len(surplus) > LOST or NEGATIONS.isdisjoint(surplus) or "or" in surplus:
        return False
    beside = range(max(low, 1), min(high, len(fuller.norms) - 1) + 1)
    return not any(fuller.apart(at) for at in beside) and DENIALS.isdisjoint(shorter.outside)


def _harmless(link: Link, change: Change) -> bool:
    """Another form of a word, a lead-in, a place where one side is broken, a sentence left out."""
    one, other = link.one.norms[change.left : change.left_end], link.other.norms[change.right : change.right_end]
    return (
        "".join(one) == "".join(other)
        or forms(link.one.norms, link.other.norms, change)
        or set(one) | set(other) <= DISCOURSE_WORDS
        or any(change.left <= cut <= change.left_end for cut in link.one.cuts)
        or any(change.right <= cut <= change.right_end for cut in link.other.cuts)
        or (not one and _whole_sentence(link.other, change.right, change.right_end))
        or (not other and _whole_sentence(link.one, change.left, change.left_end))
    )


def _whole_sentence(passage: Passage, low: int, high: int) -> bool:
    text, row = passage.article.copy.text, passage.words
    before = text[row[low - 1].end : row[low].start] if low else SENTENCE_ENDS
    after = text[row[high - 1].end : row[high].start] if high < len(row) else SENTENCE_ENDS
    return any(mark in before for mark in SENTENCE_ENDS) and any(mark in after for mark in SENTENCE_ENDS)


def _dispute(event: Event, points: list[Place], linked: Sequence[Link]) -> Dispute | None:
    places = phrases(points)
    if any(translated(event, place.passage) for place in places):
        places = [without_article(place) for place in places]
    spans = [(place, place.passage.span(place.low, place.high)) for place in places]
    kept = tuple(place for place, span in spans if span is not None)
    groups = grouped(_witness(place, span) for place, span in spans if span is not None)
    if len(groups) < 2:
        return None
    own = {id(place.passage) for place in kept}
    shared = max((len(k.shared) for k in linked if id(k.one) in own and id(k.other) in own), default=0)
    return Dispute(kept, groups, _anchor(points), shared)


def _widened(places: list[Place], linked: Sequence[Link]) -> list[Place]:
    """Draws every place out to what the others dispute, so that one can be put in another's stead."""
    for _ in range(ROUNDS):
        wider = merged([*places, *_projected(places, linked)])
        if wider == places:
            break
        places = wider
    return places


def _projected(places: Sequence[Place], linked: Sequence[Link]) -> Iterator[Place]:
    held = {id(place.passage): place for place in places}
    for link in linked:
        one, other = held.get(id(link.one)), held.get(id(link.other))
        if one and other and _inside(link.region, one, other):
            yield Place(link.other, *project(link.region, one.low, one.high))
            yield Place(link.one, *project(link.region, other.low, other.high, back=True))


def _inside(region: Region, one: Place, other: Place) -> bool:
    bounds = region.bounds
    return (
        bounds.left <= one.low
        and one.high <= bounds.left_end
        and bounds.right <= other.low
        and other.high <= bounds.right_end
    )


def _anchor(places: Sequence[Place]) -> tuple[str, ...]:
    """What names the point: the telling words on either side, which stay when another report joins.

    No words further off: another report may dispute those too, and the key would go. Two points beside one word are
    told apart where cards are joined. A whole sentence has no word beside it; it goes by the stems that all its
    renderings share, or else by one of them.
    """
    sides = tuple(_commonest([_beside(p, step) for p in places]) for step in (-1, 1))
    if any(sides):
        return sides
    runs = [p.passage.norms[p.low : p.high] for p in places]
    shared = tuple(sorted(frozenset.intersection(*(stems(run) for run in runs))))
    return shared or min(tuple(run) for run in runs)


def _beside(place: Place, step: int) -> str:
    """The nearest telling word before or after a place, within its sentence."""
    return next((word for word in islice(_onward(place, step), CONTEXT) if word), "")


def _onward(place: Place, step: int) -> Iterator[str]:
    """The stems of the words from a place to the edge of its sentence, the empty word for those that tell nothing."""
    norms, ends = place.passage.norms, place.passage.ends
    at = place.low if step < 0 else place.high
    while at not in ends and 0 < at < len(norms):
        norm = norms[at - 1] if step < 0 else norms[at]
        yield "" if is_function_word(norm) else stem(norm)
        at += step


def _commonest(found: Sequence[str]) -> str:
    told = [word for word in found if word]
    return min(told, key=lambda word: (-told.count(word), word)) if told else ""


def _witness(place: Place, span: Span) -> WitnessDraft:
    article = place.passage.article
    return WitnessDraft(article.name, span.start, span.end, article.copy.text[span.start : span.end])
