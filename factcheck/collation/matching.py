"""Which figures, days or places of two articles seem one fact and do not agree."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, Test, facts, likeness, shared_weight
from factcheck.types import ClaimKind

Match = tuple[float, Fact, Fact]
# How much a partner that agrees counts against a conflict, and that there is one at all.
AGAINST: Mapping[ClaimKind, float] = {ClaimKind.FIGURE: 0.8, ClaimKind.DATE: 0.2, ClaimKind.PLACE: 0.0}
SEEN: Mapping[ClaimKind, float] = {ClaimKind.FIGURE: 0.1, ClaimKind.DATE: 0.0, ClaimKind.PLACE: 0.0}
NOBODY = (0.0, 0)


def matches(
    event: Event, kind: ClaimKind, same: Test, agree: Test, told: Test | None = None, sure: Test | None = None
) -> Iterator[Match]:
    """Pairs of facts of two articles that seem one fact and do not agree, with how sure that is.

    Each is the other's best partner among those that ``same`` allows. A partner in the other article that agrees
    speaks against a conflict, the more the liker it is; one that ``told`` finds there rules it out. Pairs that
    ``sure`` accepts need no more than that one of the articles does not tell both; two values are such a pair once.
    """
    found = facts(event, kind)
    by_article = _by_article(found)
    pairs = {(i, j): likeness(found[i], found[j]) for i, j in _pairs(found, same)}
    best = _partners(found, pairs)
    seen: set[tuple[str, ...]] = set()
    for (i, j), score in pairs.items():
        if sure is not None and sure(found[i], found[j]):
            values = tuple(part for k in (i, j) for part in (found[k].article.name, str(found[k].claim.value)))
            if values not in seen and not _both_told(by_article, found[i], found[j], told or agree):
                yield score, found[i], found[j]
            seen.add(values)
            continue
        mutual = best[i, found[j].article.name][1] == -j and best[j, found[i].article.name][1] == -i
        if not mutual or agree(found[i], found[j]) or _told_there(by_article, found[i], found[j], told):
            continue
        liker = max(
            _liker(by_article, found[i], found[j], same, agree), _liker(by_article, found[j], found[i], same, agree)
        )
        yield score - AGAINST[kind] * liker - (SEEN[kind] if liker else 0), found[i], found[j]


def _by_article(found: Sequence[Fact]) -> Mapping[str, Sequence[Fact]]:
    held: dict[str, list[Fact]] = {}
    for fact in found:
        held.setdefault(fact.article.name, []).append(fact)
    return held


def _liker(by_article: Mapping[str, Sequence[Fact]], one: Fact, other: Fact, same: Test, agree: Test) -> float:
    """How alike the likest is to ``one`` that the other article tells and that agrees; what fits both tells nothing."""
    there = (fact for fact in by_article[other.article.name] if same(one, fact) and agree(one, fact))
    return max((likeness(one, fact) for fact in there if not agree(other, fact)), default=0.0)


def _told_there(by_article: Mapping[str, Sequence[Fact]], one: Fact, other: Fact, told: Test | None) -> bool:
    """Whether the article of either also tells what the other says; what fits both tells nothing."""
    return told is not None and any(
        told(here, fact) and not told(there, fact)
        for here, there in ((one, other), (other, one))
        for fact in by_article[there.article.name]
    )


def _both_told(by_article: Mapping[str, Sequence[Fact]], one: Fact, other: Fact, told: Test) -> bool:
    """Whether the article of each also tells what the other says."""
    return any(told(one, fact) for fact in by_article[other.article.name]) and any(
        told(other, fact) for fact in by_article[one.article.name]
    )


def _pairs(found: Sequence[Fact], same: Test) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(found):
        for j in range(i + 1, len(found)):
            other = found[j]
            met = one.article is not other.article and same(one, other)
            if met and shared_weight(one.around.sentence, other.around.sentence):
                yield i, j


def _partners(
    found: Sequence[Fact], pairs: Mapping[tuple[int, int], float]
) -> dict[tuple[int, str], tuple[float, int]]:
    """The best partner of every fact in every other article."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (i, j), score in pairs.items():
        for here, there in ((i, j), (j, i)):
            slot = (here, found[there].article.name)
            best[slot] = max(best.get(slot, NOBODY), (score, -there))
    return best
