"""Lists of places that differ by one: "in Osk, Halvern and Tessel", "in Osk, Velm and Tessel"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, facts
from factcheck.collation.matching import Match
from factcheck.collation.words import normal, stem
from factcheck.types import ClaimKind, ExtractedArticle

# What stands between two members of a list, and between the parts of one name.
BETWEEN = re.compile(r"(?:,|,? (?:and|or|&)) ")
INSIDE = re.compile(r"\.? ")
SHORT = {"ft": "fort", "ft.": "fort", "st": "saint", "st.": "saint", "mt": "mount", "mt.": "mount"}
# Behind the same words two lists are one: behind two words, where they share so many places; else behind three.
SHARED, HEAD, LONG_HEAD = 2, 2, 3
SURE, LIKELY = 0.85, 0.6
REACH = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of an article: its members by their names, and the words before it."""

    article: ExtractedArticle
    members: dict[str, Fact]
    head: tuple[str, ...]


def misfits(event: Event) -> Iterator[Match]:
    """The two places by which lists of two articles differ, where all their other members are the same."""
    found = facts(event, ClaimKind.PLACE)
    held = [each for article in event.articles for each in _lists([f for f in found if f.article is article])]
    for one, other in combinations(held, 2):
        yield from _misfit(one, other)


def _lists(row: Sequence[Fact]) -> Iterator[Listed]:
    group: list[list[Fact]] = []
    for fact in sorted(row, key=lambda fact: fact.claim.start):
        if group and _between(group[-1][-1], fact, INSIDE) and group[-1][-1].claim.text.lower() in SHORT:
            group[-1].append(fact)
        elif group and _between(group[-1][-1], fact, BETWEEN):
            group.append([fact])
        else:
            yield from _listed(group)
            group = [[fact]]
    yield from _listed(group)


def _between(before: Fact, after: Fact, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(before.article.copy.text, before.claim.end, after.claim.start) is not None


def _listed(group: Sequence[Sequence[Fact]]) -> Iterator[Listed]:
    if len(group) > 1:
        yield Listed(group[0][0].article, {_name(parts): parts[-1] for parts in group}, _head(group[0][0]))


def _name(parts: Sequence[Fact]) -> str:
    """What is equal for two printings of a member."""
    words = [word for fact in parts for word in str(fact.claim.value.get("entity", fact.claim.text)).lower().split()]
    return " ".join(SHORT.get(word, word) for word in words)


def _head(first: Fact) -> tuple[str, ...]:
    """The stems of the last words before a list."""
    start = first.claim.start
    return tuple(stem(word) for word in normal(first.article.copy.text[max(0, start - REACH) : start])[-LONG_HEAD:])


def _misfit(one: Listed, other: Listed) -> Iterator[Match]:
    shared = one.members.keys() & other.members.keys()
    mine, yours = one.members.keys() - shared, other.members.keys() - shared
    words = HEAD if len(shared) >= SHARED else LONG_HEAD
    if (
        shared
        and one.head[-words:] == other.head[-words:]
        and one.article is not other.article
        and len(mine) == len(yours) == 1
    ):
        yield SURE if len(shared) >= SHARED else LIKELY, one.members[mine.pop()], other.members[yours.pop()]
