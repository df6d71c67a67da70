"""The headline and the summary line of a digest, taken from what most independent reports tell alike."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.digest.changes import Revision
from factcheck.digest.corrected import headline_span, words
from factcheck.digest.material import AgreedPoint, MaterialArticle, OpenPlace
from factcheck.digest.words import WORD, flat
from factcheck.types import SegmentKind

# Shorter words stand everywhere and show nothing.
TELLING = 4
# The first sentences of a report hold what it is about; of these many words.
FIRST, SHORTEST, LONGEST = 3, 6, 45
# An agreed point counts for so many words that others print too.
POINT = 3
# What a sentence that stands alone cannot begin with.
LEANING = frozenset({"he", "she", "it", "they", "this", "that", "these", "those", "but", "and", "however", "also"})
END = re.compile(r"[.!?]['\"”’)]*$")
Articles = Mapping[int, MaterialArticle]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of a report that could stand above the digest, as it reads with the corrections."""

    article: MaterialArticle
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What candidates are held against: the words of each origin, the agreed points, and what is open by article."""

    words: Mapping[object, frozenset[str]]
    points: Sequence[AgreedPoint]
    open_places: Mapping[int, Sequence[OpenPlace]]

    def best(self, candidates: Iterable[Candidate]) -> str:
        """The text of the candidate that is best supported; empty where there is none."""
        ranked = sorted(candidates, key=lambda one: (-self._worth(one), one.article.pk, one.start))
        return ranked[0].text if ranked else ""

    def free(self, candidate: Candidate) -> bool:
        """Whether nothing in the range is in dispute."""
        here = self.open_places.get(candidate.article.pk, ())
        return not any(one.start < candidate.end and candidate.start < one.end for one in here)

    def _worth(self, candidate: Candidate) -> int:
        """Each telling word that another origin prints counts for the range, each other word against it."""
        others = [held for origin, held in self.words.items() if origin != candidate.article.goes_back_to]
        told = _telling(candidate.text)
        return POINT * self._points(candidate) + sum(1 if any(w in held for held in others) else -1 for w in told)

    def _points(self, candidate: Candidate) -> int:
        place = (candidate.article.pk, candidate.start, candidate.end)
        return sum(any(_within(spot, place) for spot in point.spots) for point in self.points)


def ground(
    used: Articles,
    revisions: Mapping[int, Revision],
    points: Sequence[AgreedPoint],
    open_places: Sequence[OpenPlace],
) -> Ground:
    """The ground of a story's used reports."""
    held: dict[object, frozenset[str]] = {}
    for article in used.values():
        text = words(article, revisions[article.pk], 0, len(article.text))
        held[article.goes_back_to] = held.get(article.goes_back_to, frozenset()) | _telling(text)
    by_article: dict[int, list[OpenPlace]] = {}
    for place in open_places:
        by_article.setdefault(place.article, []).append(place)
    return Ground(held, points, by_article)


def headline(ground: Ground, used: Articles, revisions: Mapping[int, Revision], title: str) -> str:
    """The headline that the other reports bear out best; the story's title where all are in dispute."""
    found = [_headline(article, revisions[article.pk]) for article in used.values()]
    return ground.best(filter(ground.free, filter(None, found))) or title


def summary(ground: Ground, used: Articles, revisions: Mapping[int, Revision]) -> str:
    """The opening of a report that the others bear out best; where none can stand alone, a sentence soon after it."""
    found = [list(_sentences(article, revisions[article.pk])) for article in used.values()]
    openings = [one for row in found for one in row[:1] if _alone(one.text) and ground.free(one)]
    later = [one for row in found for one in row[1:] if _alone(one.text) and ground.free(one)]
    return ground.best(openings) or ground.best(later)


def _headline(article: MaterialArticle, revision: Revision) -> Candidate | None:
    start, end = headline_span(article) or (0, 0)
    text = flat(words(article, revision, start, end))
    return Candidate(article, start, end, text) if text else None


def _sentences(article: MaterialArticle, revision: Revision) -> Iterator[Candidate]:
    """The first sentences of the body, each without what stands before it on the line."""
    bodies = [(start, end) for kind, start, end in article.segments if kind == SegmentKind.BODY]
    held = [
        (max(start, first), min(end, last))
        for start, end in article.sentences
        for first, last in bodies
        if max(start, first) < min(end, last)
    ]
    for start, end in held[:FIRST]:
        yield Candidate(article, start, end, flat(words(article, revision, start, end)))


def _alone(text: str) -> bool:
    """Whether a sentence can be read without those around it."""
    told = WORD.findall(text)
    whole = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and END.search(text)
    return bool(whole) and SHORTEST <= len(told) <= LONGEST and told[0].lower() not in LEANING


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text) if len(word) >= TELLING)


def _within(spot: tuple[int, int, int], place: tuple[int, int, int]) -> bool:
    return spot[0] == place[0] and place[1] <= spot[1] and spot[2] <= place[2]
