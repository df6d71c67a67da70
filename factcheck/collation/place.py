"""Places that exclude each other for what seems one fact: two cities, two regions, two countries."""

from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck.collation.differing import cards, differing
from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, facts, telling
from factcheck.collation.matching import Match, matches
from factcheck.collation.place_lists import misfits
from factcheck.collation.suggest import Suggestion
from factcheck.phrase import Phrase
from factcheck.types import ClaimKind, ConflictDraft, ConflictKind

# From this probability on two places are taken for one fact's.
ALIKE = 0.8
FEWEST = 2
USUAL = 3
REACH = 30
LEVELS = frozenset({"city", "region", "country"})


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each place that stands once where others have a place that the event keeps naming.

    Where two lists of places differ by one, the other one need not be named elsewhere.
    """
    times = _times(event)
    found = matches(event, ClaimKind.PLACE, lambda a, b: one_level(a, b) and _odd(times, a, b), agree)
    kept = [match for match in found if match[0] >= ALIKE and telling(*match[1:]) >= FEWEST]
    kept += [match for match in misfits(event) if _once(times, *match[1:])]
    for name, group in cards(ConflictKind.PLACE, kept, _parts, agree).items():
        yield differing(event, ConflictKind.PLACE, name, group, agree, agree, _usual(times, group[0]))


def _parts(one: Fact, other: Fact) -> tuple[str, ...]:
    return tuple(sorted((_entity(one), _entity(other))))


def _usual(times: Mapping[str, int], match: Match) -> Suggestion | None:
    """The place that the reports keep naming; None where they name neither oftener."""
    odd, usual = sorted(match[1:], key=lambda fact: times[_entity(fact)])
    if times[_entity(usual)] < USUAL:
        return None
    reason = Phrase(
        "The reports name {usual} {number} times, {odd} once.",
        usual=usual.claim.text,
        number=times[_entity(usual)],
        odd=odd.claim.text,
    )
    return Suggestion(usual.claim.text, reason)


def _entity(fact: Fact) -> str:
    return str(fact.claim.value.get("entity", ""))


def agree(one: Fact, other: Fact) -> bool:
    return _entity(one) == _entity(other)


def one_level(one: Fact, other: Fact) -> bool:
    """Two cities, or two regions: a city lies in its country. "(Fla.)" after a name is no setting."""
    before = {_preceding(fact) for fact in (one, other)}
    if len(before) > 1 or "(" in before.pop():
        return False
    kinds = {str(fact.claim.value.get("kind")) for fact in (one, other)}
    return len(kinds) == 1 and kinds <= LEVELS


def _preceding(fact: Fact) -> str:
    """The word before the place: "in Oslo" and "from Oslo" say two things."""
    start = fact.claim.start
    return "".join(fact.article.copy.text[max(0, start - REACH) : start].split()[-1:]).lower()


def _once(times: Mapping[str, int], one: Fact, other: Fact) -> bool:
    """Whether one of the places stands once in the whole event."""
    return min(times[_entity(fact)] for fact in (one, other)) == 1


def _odd(times: Mapping[str, int], one: Fact, other: Fact) -> bool:
    """Whether one of the places stands once in the whole event, and the other is its usual one."""
    low, high = sorted(times[_entity(fact)] for fact in (one, other))
    return low == 1 and high >= USUAL


def _times(event: Event) -> Mapping[str, int]:
    """How often the event's running text names each place."""
    return Counter(_entity(fact) for fact in facts(event, ClaimKind.PLACE))
