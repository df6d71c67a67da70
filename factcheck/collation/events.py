"""Which event each article reports. Average linkage: one article between two events must not pull them together."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from math import exp

from factcheck.collation.archive import EMPTY, Archive
from factcheck.collation.coreference import Model, read
from factcheck.collation.event import Event
from factcheck.collation.origins import origins
from factcheck.collation.profile import FEATURES, Profile, profile
from factcheck.types import ExtractedArticle

# Log-odds that two articles report one event; fitted on pairs of published reports (docs/benchmarks.md).
BASE = -6.7
WEIGHTS = {
    "words": 14.0,
    "lead": 7.0,
    "names": 3.5,
    "lead_names": 3.0,
    "quotations": 3.0,
    "weekday": 1.0,
    "filed": 6.0,
}
LINKED = 0.5


def events(
    articles: Sequence[ExtractedArticle], archive: Archive = EMPTY, coreference: Model | None = None
) -> tuple[Event, ...]:
    """The events of a story, its own (most articles; then the earlier copy) first.

    ``coreference`` is the shipped model if none is given.
    """
    model = coreference or read()
    groups = sorted(_grouped(articles), key=lambda group: (-len(group), _filed(articles, group), group[0]))
    own: Event | None = None
    found = []
    for number, group in enumerate(groups):
        members = tuple(articles[i] for i in group)
        event = Event(number, members, origins(members), own, archive, model)
        own = own or event
        found.append(event)
    return tuple(found)


def _filed(articles: Sequence[ExtractedArticle], group: Sequence[int]) -> date:
    """The day of the first copy of a group; copy of an unknown day comes last."""
    return min(articles[number].copy.filed_on or date.max for number in group)


def likeness(one: Profile, other: Profile) -> float:
    """The probability that two articles report one event."""
    odds = BASE + sum(WEIGHTS[name] * feature(one, other) for name, feature in FEATURES.items())
    return 1 / (1 + exp(-odds))


def _grouped(articles: Sequence[ExtractedArticle]) -> list[list[int]]:
    profiles = [profile(article) for article in articles]
    pairs = combinations(range(len(articles)), 2)
    link = {frozenset((i, j)): likeness(profiles[i], profiles[j]) for i, j in pairs}
    groups = [[i] for i in range(len(articles))]
    while len(groups) > 1:
        best, one, other = max(
            (sum(link[frozenset((i, j))] for i in a for j in b) / (len(a) * len(b)), x, y)
            for (x, a), (y, b) in combinations(enumerate(groups), 2)
        )
        if best < LINKED:
            break
        groups[one] = sorted(groups[one] + groups.pop(other))
    return groups
