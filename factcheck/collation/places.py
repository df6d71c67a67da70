"""Where a disputed point stands in each quotation, as runs of its words."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from factcheck.collation.lexicon import ARTICLES
from factcheck.collation.passages import Passage
from factcheck.collation.words import is_function_word

# How many words on each side make a phrase of a point that someone has no words for.
PHRASE = 2
# Two points with so few words between them, all of them function words, may be one.
BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words of one quotation; an empty run is the gap before ``low``."""

    passage: Passage
    low: int
    high: int


def meet(one: Place, other: Place) -> bool:
    """True when two runs of one quotation touch."""
    return one.passage is other.passage and one.low <= other.high and other.low <= one.high


def merged(group: Iterable[Place]) -> list[Place]:
    """One place a quotation."""
    held: dict[int, Place] = {}
    for place in group:
        first = held.get(id(place.passage), place)
        low, high = min(first.low, place.low), max(first.high, place.high)
        held[id(place.passage)] = Place(place.passage, low, high)
    return list(held.values())


def coalesced(points: Sequence[list[Place]]) -> list[list[Place]]:
    """Makes one point of neighbours that divide the reports alike: "calm and orderly", "quiet and neat"."""
    kept: list[list[Place]] = []
    for point in points:
        before = next((other for other in kept if _neighbours(other, point) or _neighbours(point, other)), None)
        if before is None:
            kept.append(point)
        else:
            kept[kept.index(before)] = merged([*before, *point])
    return kept


def _neighbours(first: Sequence[Place], second: Sequence[Place]) -> bool:
    held = {id(place.passage): place for place in second}
    if held.keys() != {id(place.passage) for place in first} or not all(_beside(p, held[id(p.passage)]) for p in first):
        return False
    return _division(first) == _division([held[id(place.passage)] for place in first])


def _beside(one: Place, other: Place) -> bool:
    between = one.passage.norms[one.high : other.low]
    return one.high <= other.low <= one.high + BETWEEN and all(is_function_word(norm) for norm in between)


def _division(places: Sequence[Place]) -> list[int]:
    """Which places say the same: for each the number of the first that says so too."""
    texts: list[Hashable] = [tuple(place.passage.norms[place.low : place.high]) for place in places]
    return [texts.index(text) for text in texts]


def phrases(places: list[Place]) -> list[Place]:
    """Where someone has no words at all, the neighbours that all share, so that there is something to replace."""
    if all(place.low < place.high for place in places):
        return places
    left, right = _shared(places, -1), _shared(places, 1)
    return [Place(place.passage, place.low - left, place.high + right) for place in places]


def without_article(place: Place) -> Place:
    """A rendering without the article that belongs to the noun after it: "a calm and orderly" march."""
    run = place.passage.norms[place.low : place.high]
    measure = "of" in run
    return Place(place.passage, place.low + 1, place.high) if run[1:] and run[0] in ARTICLES and not measure else place


def _shared(places: Sequence[Place], step: int) -> int:
    """How many neighbouring words all places share on one side, up to the first telling one."""
    for count in range(PHRASE):
        found = {_neighbour(place, step, count) for place in places}
        if len(found) > 1 or "" in found:
            return 0
        if not is_function_word(found.pop()):
            return count + 1
    return PHRASE


def _neighbour(place: Place, step: int, count: int) -> str:
    at = place.low - 1 - count if step < 0 else place.high + count
    return place.passage.norms[at] if 0 <= at < len(place.passage.norms) else ""
