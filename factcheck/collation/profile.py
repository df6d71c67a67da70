"""What an article is about, and in how far two articles are about the same."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from factcheck.collation.lexicon import WEEKDAYS
from factcheck.collation.words import is_function_word, rarity, stem, words
from factcheck.types import ExtractedArticle, SegmentKind

LEAD_SEGMENTS = 4
RUN = 4
READ = frozenset({SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.BODY, SegmentKind.CAPTION})
NAME = re.compile(r"(?<![.!?“\"] )(?<!\A)(?<!\n)\b[A-Z][\w'’.-]+")
SAME_DAY, OTHER_DAY = 2, 7

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """The telling words and names of an article and of its lead, the runs of words it quotes, its days."""

    words: Weights
    lead: Weights
    names: Weights
    lead_names: Weights
    runs: frozenset[tuple[str, ...]]
    weekdays: frozenset[str]
    filed: date | None


def profile(article: ExtractedArticle) -> Profile:
    """The profile of an article."""
    text = article.copy.text
    spans = [(s.start, s.end) for s in article.copy.segments if s.kind in READ] or [(0, len(text))]
    body = " \n".join(text[start:end] for start, end in spans)
    lead = " \n".join(text[start:end] for start, end in spans[:LEAD_SEGMENTS])
    return Profile(
        words=_weights(_told(body)),
        lead=_weights(_told(lead)),
        names=_weights(_named(body)),
        lead_names=_weights(_named(lead)),
        runs=frozenset(_runs(article)),
        weekdays=frozenset(word.norm for word in words(lead) if word.norm in WEEKDAYS),
        filed=article.copy.filed_on,
    )


def _told(text: str) -> Iterator[str]:
    """The words that are no names: what happened, whoever it happened to."""
    names = set(_named(text))
    return (word.norm for word in words(text) if word.norm not in names)


def _named(text: str) -> Iterator[str]:
    return (word.norm for name in NAME.findall(text) for word in words(name))


def _weights(norms: Iterable[str]) -> Weights:
    counts = Counter(stem(norm) for norm in norms if not is_function_word(norm))
    return {name: (1 + log(count)) * (0.1 + rarity(name)) ** 2 for name, count in counts.items()}


def _runs(article: ExtractedArticle) -> Iterator[tuple[str, ...]]:
    for claim in article.claims:
        if claim.quoted:
            row = [word.norm for word in words(article.copy.text, claim.start, claim.end)]
            yield from (tuple(row[i : i + RUN]) for i in range(len(row) - RUN + 1))


def cosine(one: Weights, other: Weights) -> float:
    """How alike two sets of weighted words are."""
    common = sum(weight * other[name] for name, weight in one.items() if name in other)
    length = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return common / length if length else 0.0


def quotations(one: Profile, other: Profile) -> float:
    """1 when they quote the same words at length."""
    return min(len(one.runs & other.runs), 3) / 3


def weekday(one: Profile, other: Profile) -> float:
    """1 when the leads name one day, -1 when they name different days."""
    if not one.weekdays or not other.weekdays:
        return 0.0
    return 1.0 if one.weekdays & other.weekdays else -1.0


def filed(one: Profile, other: Profile) -> float:
    """1 when both were filed within two days, -1 when more than a week apart."""
    if one.filed is None or other.filed is None:
        return 0.0
    days = abs((one.filed - other.filed).days)
    return 1.0 if days <= SAME_DAY else -1.0 if days > OTHER_DAY else 0.0


FEATURES: Mapping[str, Callable[[Profile, Profile], float]] = {
    "words": lambda one, other: cosine(one.words, other.words),
    "lead": lambda one, other: cosine(one.lead, other.lead),
    "names": lambda one, other: cosine(one.names, other.names),
    "lead_names": lambda one, other: cosine(one.lead_names, other.lead_names),
    "quotations": quotations,
    "weekday": weekday,
    "filed": filed,
}
