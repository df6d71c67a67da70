"""What a report tells of the things it counts: killed or missing, left to come, or where a change began."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.collation.words import Word, stem, words
from factcheck.types import ClaimDraft, Span

# Words that end the clause which a figure stands in.
CUT = re.compile(r"[,;:()–—]|\s-\s|\b(?:and|while|with|but)\b")
# How many words of the clause are asked.
REACH, RIGHT_BY = 12, 3
OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "dead": (
        "dead",
        "died",
        "die",
        "death",
        "killed",
        "kills",
        "lives",
        "fatal",
        "fatalities",
        "toll",
        "bodies",
        "slain",
    ),
    "hurt": ("injured", "injuries", "wounded", "hurt", "hospitalised", "hospitalized"),
    "missing": ("missing", "unaccounted", "untraced"),
    "moved": ("evacuated", "evacuation", "displaced", "homeless", "fled", "sheltered", "moved"),
    "saved": ("rescued", "saved", "survived", "survivors"),
    "held": ("arrested", "detained", "arrests", "custody"),
    "gone": ("cut", "shed", "eliminated", "lay", "laid", "axed", "lost", "loss"),
}
OUTCOME_OF: Mapping[str, str] = {stem(word): name for name, listed in OUTCOMES.items() for word in listed}
STILL_TO_COME = frozenset({"left", "remaining", "remain", "remains"})
ONE_MORE = frozenset({"another", "further", "additional", "extra"})
BEGAN = frozenset({"from"})


class Predicate(NamedTuple):
    """What became of the counted, and whether the figure is a rest, an addition or the start of a change."""

    outcome: str
    kind: str


def predicate(text: str, sentence: Span, claim: ClaimDraft) -> Predicate:
    """What the clause of a figure tells of it."""
    at = claim.start
    opened = max((found.end() for found in CUT.finditer(text, sentence.start, at)), default=sentence.start)
    closing = CUT.search(text, claim.end, sentence.end)
    before = words(text, opened, at)[-REACH:]
    after = words(text, claim.end, closing.start() if closing else sentence.end)[:REACH]
    return Predicate(_outcome(after) or _outcome(reversed(before)), _kind(before, after))


def _outcome(row: Iterable[Word]) -> str:
    """The first word that tells what became of people or things."""
    return next((OUTCOME_OF[stem(word.norm)] for word in row if stem(word.norm) in OUTCOME_OF), "")


def _kind(before: tuple[Word, ...], after: tuple[Word, ...]) -> str:
    last = before[-1].norm if before else ""
    if last in ONE_MORE or any(word.norm in STILL_TO_COME for word in after[:RIGHT_BY]):
        return "rest"
    return "start" if last in BEGAN else ""


def apart(one: Predicate, other: Predicate) -> bool:
    """Whether two figures tell of different things."""
    return one.kind != other.kind or bool(one.outcome and other.outcome and one.outcome != other.outcome)
