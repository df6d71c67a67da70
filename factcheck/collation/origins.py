"""Copies of one origin: what two articles share word for word outside quotations was written once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.collation.spelling import WORD, correction
from factcheck.collation.union import Union
from factcheck.collation.words import normal
from factcheck.types import ExtractedArticle, SegmentKind

RUN = 7
# Share of the shorter article's own sentences that stands word for word in the other.
COPIED = 0.2
# A report that credits an agency is its copy where it prints the agency's own words, or so many of its quotations:
# one remark made in public is open to every reporter.
CREDITED_RUNS, CREDITED_QUOTATIONS = 1, 2
CREDITS = frozenset({"reported", "reports", "reporting"})
DOMAINS = frozenset({"www", "com", "org", "net", "co", "uk", "info", "example"})
UNREAD = frozenset({SegmentKind.FURNITURE, SegmentKind.CREDIT, SegmentKind.DATELINE})

Runs = frozenset[tuple[str, ...]]


def origins(articles: Sequence[ExtractedArticle]) -> Mapping[str, int]:
    """The number of the origin of each article, by the article's name."""
    union = Union(len(articles))
    own = [frozenset(_own_runs(article)) for article in articles]
    for one, other in combinations(range(len(articles)), 2):
        shared = len(own[one] & own[other])
        copied = shared >= COPIED * max(1, min(len(own[one]), len(own[other])))
        if copied or _one_agency(articles[one], articles[other], shared):
            union.join(one, other)
    return {article.name: union.find(number) for number, article in enumerate(articles)}


def _one_agency(one: ExtractedArticle, other: ExtractedArticle, shared: int) -> bool:
    agency = _agency(one.copy.source)
    if agency and agency == _agency(other.copy.source):
        return True
    return (_credits(one, other) or _credits(other, one)) and _taken_over(one, other, shared)


def _taken_over(one: ExtractedArticle, other: ExtractedArticle, shared: int) -> bool:
    """Whether one report prints what only the other can have given it."""
    return (
        shared >= CREDITED_RUNS
        or _shared_quotations(one, other) >= CREDITED_QUOTATIONS
        or not _misspelt(one).isdisjoint(_misspelt(other))
    )


def _shared_quotations(one: ExtractedArticle, other: ExtractedArticle) -> int:
    """How many quotations of either stand, at least in part, in a quotation of the other."""
    left, right = _quotations(one), _quotations(other)
    return min(_found_in(left, right), _found_in(right, left))


def _found_in(some: Sequence[Runs], others: Sequence[Runs]) -> int:
    every = frozenset[tuple[str, ...]]().union(*others)
    return sum(not runs.isdisjoint(every) for runs in some)


def _quotations(article: ExtractedArticle) -> list[Runs]:
    return [frozenset(_runs(claim.text)) for claim in article.claims if claim.quoted]


def _misspelt(article: ExtractedArticle) -> frozenset[str]:
    """The words of an article that are no words: two reporters rarely make the same slip."""
    return frozenset(match[0] for match in WORD.finditer(article.copy.text) if correction(match[0]))


def _agency(slug: str) -> str:
    """An agency's name, whether it was read off a credit or off an address on the web."""
    parts = [part for part in slug.split("-") if part not in DOMAINS]
    return "".join(parts)


def _credits(article: ExtractedArticle, agency: ExtractedArticle) -> bool:
    """True when the article names the other's agency as having reported."""
    name = normal(agency.copy.source_name)
    row = normal(article.copy.text) if name else ()
    size = len(name)
    return any(row[i : i + size] == name and row[i + size] in CREDITS for i in range(len(row) - size))


def _own_runs(article: ExtractedArticle) -> Iterator[tuple[str, ...]]:
    """The runs of an article outside quotations."""
    unread = [(s.start, s.end) for s in article.copy.segments if s.kind in UNREAD]
    quotes = [(c.start, c.end) for c in article.claims if c.quoted]
    text = article.copy.text
    for start, end in (*unread, *quotes):
        text = text[:start] + " " * (end - start) + text[end:]
    yield from _runs(text)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    norms = normal(text)
    yield from (norms[i : i + RUN] for i in range(len(norms) - RUN + 1))
