"""Do two figures or dates speak of one fact? The words around them tell; what they say is not looked at."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import fsum, log

from factcheck.collation.attributed import attributed
from factcheck.collation.coreference import Odds
from factcheck.collation.event import Event
from factcheck.collation.predicate import Predicate, predicate
from factcheck.collation.words import is_function_word, rarity, stem, words
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind

READ = frozenset({SegmentKind.BODY, SegmentKind.CAPTION})
BESIDE, NEXT_TO, LEAD = 7, 3, 3
# A word is telling from this rarity on.
TELLING, MANY = 0.42, 6
AGE = "year-old"
# A duration of so many years, months, weeks, days, hours or minutes (TIMEX3).
LASTING_UNITS = frozenset({"PY", "PM", "PW", "PD", "PTH", "PTM"})
LASTING = re.compile(r"(PT?)(\d+)([YMWDH])")


@dataclass(frozen=True, eq=False)
class Stems:
    """The stems of a run of words by their rarity, which sum up to ``whole``. Equal runs are one object."""

    weights: Mapping[str, float]
    whole: float

    @cached_property
    def telling(self) -> frozenset[str]:
        """The rare ones."""
        return frozenset(name for name, weight in self.weights.items() if weight >= TELLING)


@dataclass(frozen=True, eq=False)
class Around:
    """What stands around a figure or date: the stems of its sentence, beside it, next to it, right by it; the names.

    ``rivals`` counts the figures of its unit, or the dates, of the whole article, itself included; ``digits`` tells
    how it is written, not what it says.
    """

    sentence: Stems
    beside: Stems
    next_to: Stems
    before: str
    after: str
    lead: bool
    names: frozenset[str]
    outcome: str
    unit: str
    digits: bool
    rivals: int


@dataclass(frozen=True, eq=False)
class Fact:
    """A figure or date with what stands around it."""

    article: ExtractedArticle
    claim: ClaimDraft
    odds: Odds
    around: Around
    quoted: bool
    predicate: Predicate

    @property
    def lead(self) -> bool:
        """Whether it stands in the first sentences."""
        return self.around.lead

    @property
    def names(self) -> frozenset[str]:
        """The telling words of its sentence that are written with a capital."""
        return self.around.names


Test = Callable[[Fact, Fact], bool]
# From this likeness on a figure or day that agrees is one more witness.
SEEMS: Mapping[ClaimKind, float] = {ClaimKind.FIGURE: 0.3, ClaimKind.DATE: 0.65, ClaimKind.PLACE: 0.8}


@lru_cache(maxsize=16)
def facts(event: Event, kind: ClaimKind) -> tuple[Fact, ...]:
    """The figures or dates of running text."""
    values = {article.name: _values(article) for article in event.articles}
    speaking = {article.name: attributed(article) for article in event.articles}
    read = [(article, claim) for article, claim in _told(event, kind) if claim.layer in READ]
    rivals = Counter((article.name, _unit(claim)) for article, claim in read)
    return tuple(
        # Of an age the person is what tells, also one who speaks.
        _fact(
            event,
            article,
            claim,
            values[article.name] | (frozenset() if _age(claim) else speaking[article.name]),
            rivals[article.name, _unit(claim)],
        )
        for article, claim in read
    )


def _told(event: Event, kind: ClaimKind) -> Iterator[tuple[ExtractedArticle, ClaimDraft]]:
    """The claims of a kind; of figures also how long things last: six years are a count of years."""
    yield from event.claims(kind)
    if kind is ClaimKind.FIGURE:
        for article, claim in event.claims(ClaimKind.DATE):
            lasting = LASTING.fullmatch(str(claim.value.get("timex", "")))
            if lasting and int(lasting[2]) > 1 and not claim.value.get("mod"):
                value = {"value": int(lasting[2]), "unit": lasting[1] + lasting[3]}
                yield article, replace(claim, kind=ClaimKind.FIGURE, value=value)


def _unit(claim: ClaimDraft) -> str:
    return str(claim.value.get("unit", ""))


def _age(claim: ClaimDraft) -> bool:
    return _unit(claim) == AGE


def _values(article: ExtractedArticle) -> frozenset[int]:
    """The offsets that figures and dates take up: their words do not tell which fact it is."""
    held = (claim for claim in article.claims if claim.kind in {ClaimKind.FIGURE, ClaimKind.DATE})
    return frozenset(at for claim in held for at in range(claim.start, claim.end))


def _fact(event: Event, article: ExtractedArticle, claim: ClaimDraft, taken: frozenset[int], rivals: int) -> Fact:
    span = event.sentence_of(article, claim.start, claim.end)
    row = [word for word in words(article.copy.text, span.start, span.end) if word.start not in taken]
    before = tuple(word.norm for word in row if word.end <= claim.start)
    after = tuple(word.norm for word in row if word.start >= claim.end)
    told = predicate(article.copy.text, span, claim)
    capitals = frozenset(stem(word.norm) for word in row if not word.text[0].islower())
    lead = span in article.sentences[:LEAD]
    return Fact(
        article,
        claim,
        event.coreference[claim.kind],
        _around(before, after, lead, capitals, told.outcome, _unit(claim), any(map(str.isdigit, claim.text)), rivals),
        _quoted(article, claim.start),
        told,
    )


@lru_cache(maxsize=4096)
def _around(
    before: tuple[str, ...],
    after: tuple[str, ...],
    lead: bool,
    capitals: frozenset[str],
    outcome: str,
    unit: str,
    digits: bool,
    rivals: int,
) -> Around:
    telling_before, telling_after = _content(before), _content(after)
    sentence = _weighed((*before, *after))
    return Around(
        sentence,
        _weighed((*before[-BESIDE:], *after[:BESIDE])),
        _weighed((*before[-NEXT_TO:], *after[:NEXT_TO])),
        telling_before[-1] if telling_before else "",
        telling_after[0] if telling_after else "",
        lead,
        capitals & sentence.weights.keys(),
        outcome,
        unit,
        digits,
        rivals,
    )


def _quoted(article: ExtractedArticle, at: int) -> bool:
    """Whether a speaker says it: a speaker's "today" is another day than the report's."""
    quotes = (
        claim for claim in article.claims if claim.kind is ClaimKind.QUOTE and claim.value.get("mode") == "direct"
    )
    return any(start <= at < end for claim in quotes for start, end in claim.value.get("parts", ()))


def _content(norms: Iterable[str]) -> list[str]:
    return [stem(norm) for norm in norms if not is_function_word(norm)]


@lru_cache(maxsize=4096)
def _weighed(norms: tuple[str, ...]) -> Stems:
    weights = {stem(norm): rarity(norm) for norm in norms if not is_function_word(norm) and not norm[0].isdigit()}
    return Stems(weights, fsum(weights.values()))


def backed(event: Event, one: Fact, other: Fact, told: Test) -> bool:
    """Whether a third article tells what one side says, and none what the other says."""
    sides = [{fact.article.name for fact in joined(event, side, told)} for side in (one, other)]
    return bool(sides[0]) != bool(sides[1])


@lru_cache(maxsize=1024)
def joined(event: Event, fact: Fact, told: Test) -> tuple[Fact, ...]:
    """What other articles tell alike of the same fact."""
    return tuple(
        other
        for other in facts(event, fact.claim.kind)
        if other.article is not fact.article and told(fact, other) and seems(fact, other)
    )


def seems(one: Fact, other: Fact) -> bool:
    """Whether two that agree are likely to speak of one fact."""
    return one is other or likeness(one, other) >= SEEMS[one.claim.kind]


def likeness(one: Fact, other: Fact) -> float:
    """The probability that two figures or two days speak of one fact."""
    return _likeness(one.odds, one.around, other.around)


@lru_cache(maxsize=65536)
def _likeness(odds: Odds, one: Around, other: Around) -> float:
    return odds.probability(features(one, other))


def features(one: Around, other: Around) -> dict[str, float]:
    """The features of a pair by name, all blind to the values."""
    return {name: feature(one, other) for name, feature in FEATURES.items()}


def _share(one: Stems, other: Stems) -> float:
    """The weight of the shared words, as a part of the smaller side."""
    least = min(one.whole, other.whole)
    return shared_weight(one, other) / least if least else 0.0


def _overlap(one: Stems, other: Stems) -> float:
    """The weight of the shared words, as a part of all."""
    shared = shared_weight(one, other)
    return shared / (one.whole + other.whole - shared) if shared else 0.0


@lru_cache(maxsize=65536)
def shared_weight(one: Stems, other: Stems) -> float:
    """The weight of the words that both have."""
    return fsum(one.weights[name] for name in one.weights.keys() & other.weights.keys())


def telling(one: Fact, other: Fact) -> int:
    """How many rare words the two sentences share."""
    return _telling(one.around, other.around)


def _telling(one: Around, other: Around) -> int:
    return len(one.sentence.telling & other.sentence.telling)


def topics(one: Fact, other: Fact) -> Mapping[str, tuple[bool, float]]:
    """The words that both sentences share, by how well each names what is told: the rarest of plain words best.

    A word that both write with a capital is the name of a town or a person, which other facts share.
    """
    names = one.names & other.names
    shared = one.around.sentence.weights.keys() & other.around.sentence.weights.keys()
    return {name: (name in names, -one.around.sentence.weights[name]) for name in shared}


FEATURES: Mapping[str, Callable[[Around, Around], float]] = {
    "sentence": lambda one, other: _overlap(one.sentence, other.sentence),
    "beside": lambda one, other: _share(one.beside, other.beside),
    "next_to": lambda one, other: _share(one.next_to, other.next_to),
    "before": lambda one, other: float(bool(one.before) and one.before == other.before),
    "after": lambda one, other: float(bool(one.after) and one.after == other.after),
    "telling": lambda one, other: min(_telling(one, other), MANY) / MANY,
    "lead": lambda one, other: float(one.lead and other.lead),
    "unit": lambda one, other: float(bool(one.unit) and one.unit == other.unit),
    "outcome": lambda one, other: float(bool(one.outcome) and one.outcome == other.outcome),
    "names": lambda one, other: len(one.names & other.names) / max(1, len(one.names | other.names)),
    "other_names": lambda one, other: float(bool(one.names and other.names) and not one.names & other.names),
    "form": lambda one, other: float(one.digits == other.digits),
    "rivals": lambda one, other: log(one.rivals * other.rivals),
}
