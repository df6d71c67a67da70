"""Figures that differ about one fact."""

from collections.abc import Iterator
from functools import lru_cache

from factcheck.collation.differing import cards, differing
from factcheck.collation.event import Event
from factcheck.collation.facts import AGE, LASTING_UNITS, Fact, backed, telling
from factcheck.collation.figure_phrases import one_phrase
from factcheck.collation.matching import Match, matches
from factcheck.collation.predicate import apart
from factcheck.collation.quantities import Quantity, compatible, misscaled, quantity, slip
from factcheck.collation.words import stem
from factcheck.types import ClaimKind, ConflictDraft, ConflictKind

# From this probability on two figures are taken for one fact.
ALIKE, SUREST = 0.5, 0.98
# Two sentences about one fact share several rare words, whatever they count.
FEWEST = 2
# Every figure of a story is held against every other: what is asked of one is worked out once.
HELD = 4096
# What a likely misprint and a third report that agrees with one side add.
MISPRINT, BACKED = 0.25, 0.1
# A likely misprint asks for less: this likeness of the words alone, and one rare word, or one fate of the counted.
LIKELY, ONE = 0.3, 1
# Where nothing points to a misprint the words must be much alike, and always where it is told how long a thing lasts:
# one report has a trip of two days, the other one of four. One rare word is enough then, or two words that name what is
# counted.
MUCH_ALIKE = 0.6


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each fact on which articles give figures that cannot both be right."""
    found = filter(_enough, matches(event, ClaimKind.FIGURE, one_fact, agree, told_alike, _certain))
    kept = [match for match in (_weighed(event, match) for match in found) if match[0] >= ALIKE]
    for name, group in cards(ConflictKind.FIGURE, kept, _parts, _witnessed, words=0).items():
        yield differing(event, ConflictKind.FIGURE, name, group, agree, _witnessed)


def _enough(match: Match) -> bool:
    """Whether the two sentences share enough to be about one fact."""
    alike, one, other = match
    if _certain(one, other):
        return True
    if alike < MUCH_ALIKE and (_unit(one) in LASTING_UNITS or not _misprint(one, other)):
        return False
    shared = telling(one, other)
    fate = bool(one.predicate.outcome) and one.predicate.outcome == other.predicate.outcome
    if shared >= FEWEST or (_misprint(one, other) and alike >= LIKELY and shared + fate >= ONE):
        return True
    named = 1 if _unit(one) == AGE else len(_counted(one) & _counted(other))
    return alike >= MUCH_ALIKE and named >= ONE and shared + named > ONE and _names_meet(one, other)


def _names_meet(one: Fact, other: Fact) -> bool:
    """Whether the sentences name one body, place or day, or one of them names none: Yemen is not Sudan."""
    return not one.names or not other.names or bool(one.names & other.names)


def _misprint(one: Fact, other: Fact) -> bool:
    return slip(quantity(one.claim.value), quantity(other.claim.value))


def _certain(one: Fact, other: Fact) -> bool:
    """Whether it is one fact, whatever else the sentences say."""
    if _misscaled(one, other):
        return True
    phrased = one_fact(one, other) and one_phrase(one, other) and not agree(one, other)
    return phrased and _names_meet(one, other) and telling(one, other) >= ONE + bool(_unit(one))


def _misscaled(one: Fact, other: Fact) -> bool:
    """Whether a million stands for a billion: the same digits are hardly another fact."""
    return one_fact(one, other) and misscaled(one.claim, other.claim, bool(_counted(one) & _counted(other)))


def _weighed(event: Event, match: Match) -> Match:
    alike, one, other = match
    more = MISPRINT * _misprint(one, other) + BACKED * backed(event, one, other, told_alike)
    least = ALIKE if _certain(one, other) else 0.0
    return min(max(alike + more, least), SUREST), one, other


def _parts(one: Fact, other: Fact) -> tuple[str, ...]:
    """The two quantities, however printed, their unit, what is counted and what became of it."""
    mine, theirs = _counted(one), _counted(other)
    counted = " ".join(sorted(mine & theirs or mine | theirs))
    return _unit(one), *sorted((_value(one), _value(other))), counted, one.predicate.outcome or other.predicate.outcome


def _apart(one: Fact, other: Fact) -> bool:
    return apart(one.predicate, other.predicate)


def _witnessed(one: Fact, other: Fact) -> bool:
    """Whether the two say the same, and nothing told of them differs."""
    return told_alike(one, other) and not _apart(one, other)


def _value(fact: Fact) -> str:
    return str(fact.claim.value.get("value"))


def one_fact(one: Fact, other: Fact) -> bool:
    """The same unit, of bare numbers the same thing counted, and nothing told of it that differs."""
    if _unit(one) != _unit(other):
        return False
    mine, theirs = _counted(one), _counted(other)
    became = one.predicate.outcome and one.predicate.outcome == other.predicate.outcome
    counted = mine & theirs or ((_unit(one) or became) and not (mine and theirs))
    return bool(counted) and not _apart(one, other)


@lru_cache(maxsize=HELD)
def _unit(fact: Fact) -> str:
    return str(fact.claim.value.get("unit", ""))


def told_alike(one: Fact, other: Fact) -> bool:
    """Whether the two may be one fact told alike: looser than what a conflict asks for."""
    if _unit(one) != _unit(other):
        return False
    mine, theirs = _counted(one), _counted(other)
    return bool(_unit(one) or not (mine and theirs) or mine & theirs) and agree(one, other)


@lru_cache(maxsize=HELD)
def _counted(fact: Fact) -> frozenset[str]:
    return _stemmed(str(fact.claim.value.get("of", "")))


@lru_cache(maxsize=HELD)
def _stemmed(counted: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in counted.split())


def agree(one: Fact, other: Fact) -> bool:
    return compatible(_quantity(one), _quantity(other))


@lru_cache(maxsize=HELD)
def _quantity(fact: Fact) -> Quantity:
    return quantity(fact.claim.value)
