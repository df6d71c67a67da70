"""Quantities: when two figures can both be right, by rounding, a hedge or a range."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import isclose
from typing import Any, NamedTuple

from factcheck.types import ClaimDraft

# How far a rounded figure may lie from the exact one, as a share of it.
ABOUT, BOUND = 0.1, 0.3
# Figures below this are counted one by one: ten is not a rounding of twelve.
COUNTED = 100
BELOW = frozenset({"nearly", "almost", "less than", "fewer than", "under", "below", "up to", "at most", "no more than"})
BELOW_MANY = frozenset({"as many as", "as much as"})
ABOVE = frozenset({"more than", "over", "above", "exceeding", "no fewer than"})
AT_LEAST = "at least"
# The unit of a result: two numbers that are no range.
SCORE = "score"
# How much a misread digit or a wrong scale changes a figure.
TENS, LONG = frozenset({10, 100, 1000, 1_000_000}), 3
SCALE = re.compile(r"\b(?:thousand|million|billion|trillion|mn|bn|tn)\b|(?<=\d)(?:mn?|bn?|tn?)\b", re.IGNORECASE)


class Quantity(NamedTuple):
    """A figure's range, and how it is hedged; of a score the two numbers in the order of print."""

    low: float
    high: float
    hedge: str
    approximate: bool
    score: tuple[float, ...] = ()


def quantity(value: Mapping[str, Any]) -> Quantity:
    """The quantity of a figure claim."""
    number = value.get("value", 0)
    printed = tuple(number) if isinstance(number, list) else (number, number)
    return _quantity(printed, value.get("unit") == SCORE, str(value.get("hedge", "")), bool(value.get("approximate")))


def number_start(claim: ClaimDraft) -> int:
    """Where a figure starts without its hedge: a correction puts a number right and leaves the hedge to the copy."""
    hedge = str(claim.value.get("hedge", ""))
    bare = claim.text[len(hedge) :].lstrip() if hedge and claim.text.lower().startswith(hedge) else ""
    return claim.end - len(bare or claim.text)


@lru_cache(maxsize=65536)
def _quantity(numbers: tuple[float, ...], scored: bool, hedge: str, approximate: bool) -> Quantity:
    printed = tuple(float(each) for each in numbers)
    low, high = sorted(printed)
    return Quantity(low, high, hedge, approximate, printed if scored else ())


@lru_cache(maxsize=65536)
def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can be right about one fact."""
    if one.score or other.score:
        return one.score == other.score
    if one.low <= other.high and other.low <= one.high:
        return True
    return _covers(one, other) or _covers(other, one) or _rounds(one, other) or _rounds(other, one)


def _covers(hedged: Quantity, other: Quantity) -> bool:
    """Whether a hedge takes in the other figure."""
    low, high = hedged.low, hedged.high
    if hedged.hedge in BELOW | BELOW_MANY:
        return high * (1 - BOUND) <= other.low <= high
    if hedged.hedge in ABOVE or (hedged.hedge == AT_LEAST and _round_number(low)):
        return low <= other.high <= low * (1 + BOUND)
    return hedged.approximate and isclose(low, other.low, rel_tol=ABOUT)


def _round_number(number: float) -> bool:
    return number >= COUNTED and number % 10 == 0


def _rounds(coarse: Quantity, fine: Quantity) -> bool:
    """Whether the coarser figure is what the finer one rounds to, up or down."""
    step = _step(coarse.low)
    apart = abs(coarse.low - fine.low)
    return step > _step(fine.low) and apart < step and apart < ABOUT * max(coarse.low, fine.low)


@lru_cache(maxsize=4096)
def _step(number: float) -> float:
    """The place of the last digit that is not a rounding zero: 100 for 5,200, 0.1 for 2.5, 1 for 30."""
    if number != int(number):
        return 10.0 ** -len(f"{number:.6f}".rstrip("0").partition(".")[2])
    if abs(number) < COUNTED:
        return 1.0
    whole = str(int(abs(number)))
    return 10.0 ** (len(whole) - len(whole.rstrip("0")))


@lru_cache(maxsize=65536)
def slip(one: Quantity, other: Quantity) -> bool:
    """Whether one figure looks like a misprint of the other: a digit off, two exchanged, a zero or a scale lost."""
    if one.score and other.score:
        return one.score == other.score[::-1] != other.score
    if one.low != one.high or other.low != other.high or not one.low or not other.low:
        return False
    if any(isclose(max(one.low, other.low), min(one.low, other.low) * times) for times in TENS):
        return True
    left, right = _digits(one.low), _digits(other.low)
    return len(left) == len(right) and (_exchanged(left, right) or (len(left) >= LONG and _changed(left, right) == 1))


def misscaled(one: ClaimDraft, other: ClaimDraft, counted: bool) -> bool:
    """Whether two figures are the same digits with another scale word: million for billion.

    Digits that are no round number make them one figure; others must be known to be ``counted`` alike.
    """
    if not all(SCALE.search(claim.text) for claim in (one, other)):
        return False
    left, right = (quantity(claim.value).low for claim in (one, other))
    digits = _digits(left)
    return left != right and digits == _digits(right) and (counted or len(digits) >= LONG)


def _digits(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0")


def _changed(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=True))


def _exchanged(one: str, other: str) -> bool:
    """Whether two neighbouring digits have changed places."""
    at = next((i for i, (left, right) in enumerate(zip(one, other, strict=True)) if left != right), len(one))
    return one != other and one[:at] + one[at : at + 2][::-1] + one[at + 2 :] == other
