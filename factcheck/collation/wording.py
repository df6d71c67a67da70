"""What sort of difference a disputed point is, and what follows from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

from factcheck.collation.disputes import Dispute, disputes
from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.lexicon import DISCOURSE_WORDS, NEGATIONS
from factcheck.collation.renderings import translated
from factcheck.collation.suggest import Suggestion, origins, readings
from factcheck.collation.words import content, inflected, is_function_word, normal, slips, zipf
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level

Row = tuple[str, ...]
SHORTEST_SLIP = 3
SHORT_WORD = 4
# From this frequency on a capitalised word may be no name (on the scale of words.zipf).
COMMON_WORD = 4.0
INDEPENDENT = 2
LONG = 2
SURE_LENGTH = 10


class Nature(IntEnum):
    """How two readings differ, the gravest last."""

    SLIGHT = 0
    INFLECTION = 1
    FUNCTION = 2
    GAP = 3
    SUBSTITUTION = 4
    NEGATION = 5
    SLIP = 6


def core(one: Row, other: Row) -> tuple[Row, Row]:
    """Two readings without what they begin and end with alike."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def _slip(one: Row, other: Row) -> bool:
    """A word that is a typing slip away from the other, and no other form of it."""
    if len(one) != 1 or len(other) != 1:
        return False
    a, b = one[0], other[0]
    short = min(len(a), len(b))
    if short < SHORTEST_SLIP or not (a + b).isalpha() or inflected(a, b):
        return False
    if is_function_word(a) and is_function_word(b):
        return False
    return slips(a, b) <= (1 if short <= SHORT_WORD else 2)


def _negation(one: Row, other: Row) -> bool:
    return bool(set(one) & NEGATIONS) != bool(set(other) & NEGATIONS) and max(len(one), len(other)) <= LONG + 1


def _inflection(one: Row, other: Row) -> bool:
    return len(one) == len(other) and all(a == b or inflected(a, b) for a, b in zip(one, other, strict=True))


def _slight(one: Row, other: Row) -> bool:
    return set(one) | set(other) <= DISCOURSE_WORDS


def _function(one: Row, other: Row) -> bool:
    return not content(one) and not content(other)


def _gap(one: Row, other: Row) -> bool:
    return not content(one) or not content(other)


TESTS: tuple[tuple[Callable[[Row, Row], bool], Nature], ...] = (
    (_slip, Nature.SLIP),
    (_negation, Nature.NEGATION),
    (_inflection, Nature.INFLECTION),
    (_slight, Nature.SLIGHT),
    (_function, Nature.FUNCTION),
    (_gap, Nature.GAP),
)


def nature(one: Row, other: Row) -> Nature:
    """How two readings differ; the first test that fits."""
    one, other = core(one, other)
    return next((found for test, found in TESTS if test(one, other)), Nature.SUBSTITUTION)


@dataclass(frozen=True, slots=True)
class Finding:
    """A dispute with its nature. ``long`` when both sides have several words of their own."""

    dispute: Dispute
    nature: Nature
    translated: bool
    long: bool

    @property
    def sureness(self) -> float:
        """How sure it is that these are one remark."""
        return sureness(self.dispute.shared)


def sureness(shared: int) -> float:
    """How sure it is that words stand at one place, by how many around them are equal: 0.7 to 1."""
    return 0.7 + 0.3 * min(1.0, shared / SURE_LENGTH)


def findings(event: Event) -> Iterator[Finding]:
    """The disputed points of an event with their nature; names are left to the comparators of names."""
    for dispute in disputes(event):
        if not all(_names(text) for text in dispute.groups):
            yield finding(event, dispute)


def finding(event: Event, dispute: Dispute) -> Finding:
    """A disputed point with its nature."""
    pairs = list(combinations([normal(text) for text in dispute.groups], 2))
    return Finding(
        dispute,
        max(nature(one, other) for one, other in pairs),
        any(translated(event, passage) for passage in dispute.passages),
        any(min(map(len, map(content, core(one, other)))) >= LONG for one, other in pairs),
    )


def _names(text: str) -> bool:
    return all(word[0].isupper() for word in text.split()) and zipf(text.split()[0].lower()) < COMMON_WORD


def majority(event: Event, finding: Finding) -> Suggestion | None:
    """The reading of at least two independent origins where every other has one; None where there is none."""
    groups = finding.dispute.groups
    counts = {text: origins(event, witnesses) for text, witnesses in groups.items()}
    best = max(counts, key=lambda text: (counts[text], text))
    rest = sum(count for text, count in counts.items() if text != best)
    if counts[best] < INDEPENDENT or rest > 1:
        return None
    return Suggestion(best, Phrase("{number} independent reports carry it, against one.", number=counts[best]))


def draft(
    event: Event,
    finding: Finding,
    kind: ConflictKind,
    level: Level,
    score: float,
    suggestion: Suggestion,
    summary: Phrase,
) -> ConflictDraft:
    """The conflict of a finding. Its key comes from the words around the point, which stay when a report joins."""
    dispute = finding.dispute
    return ConflictDraft(
        kind=kind,
        level=level,
        score=round(score * finding.sureness, 4),
        key=key(ConflictKind.QUOTE_WORDING, *dispute.anchor),
        summary=summary,
        readings=readings(event, dispute.groups, suggestion.text),
        suggested=suggestion.text,
        reason=suggestion.reason,
    )
