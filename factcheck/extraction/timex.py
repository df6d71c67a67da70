"""Timex: what a rule of dates reads (TIMEX3 value, type, modifier), what it reads against, and what a rule is."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from factcheck.extraction import tense
from factcheck.extraction.almanac import Clock

# Where the day of a date comes from: its own words, the day of filing, or a day told before ("the next day").
PRINTED, FILING, TOLD = "", "filing", "told"
_GRAINS = tuple(
    (re.compile(shape), grain)
    for shape, grain in (
        (r"(?:PAST|PRESENT|FUTURE)_REF", "vague"),
        (r".*T(?:MO|MI|AF|EV|NI|DT)", "part of day"),
        (r"(?!P).*T\d\d(?::\d\d)?.*", "minute"),
        (r"XXX|\d{3}", "decade"),
        (r"\d\d", "century"),
        (r"[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}-\d|P[\dX.]+D", "day"),
        (r"[\dX]{4}-W[\dX]{2}-WE|P[\dX.]+WE", "weekend"),
        (r"[\dX]{4}-W[\dX]{2}|P[\dX.]+W", "week"),
        (r"[\dX]{4}-(?:SP|SU|FA|WI)", "season"),
        (r"[\dX]{4}-H\d", "half"),
        (r"[\dX]{4}-Q[\dX]|P[\dX.]+Q", "quarter"),
        (r"[\dX]{4}-[\dX]{2}|P[\dX.]+M", "month"),
        (r"(?:FY)?[\dX]{4}|P[\dX.]+Y", "year"),
        (r"PT[\dX.]+H", "hour"),
        (r"PT[\dX.]+M", "minute"),
        (r"PT[\dX.]+S", "second"),
    )
)


@dataclass(frozen=True, slots=True)
class Timex:
    """A date, time, duration or set with its span.

    ``mod`` is TIMEX3's modifier (START, MID, END, LESS_THAN, APPROX and others), ``anchor`` what day it is read from.
    """

    start: int
    end: int
    value: str
    type: str = "DATE"
    mod: str = ""
    anchor: str = PRINTED

    @property
    def relative(self) -> bool:
        """Whether it needed the day of filing, or a day told before."""
        return self.anchor != PRINTED


def granularity(value: str) -> str:
    """The unit that a TIMEX3 value is no finer than."""
    return next((grain for shape, grain in _GRAINS if shape.fullmatch(value)), "vague")


class Ground(NamedTuple):
    """What a date is read against: the text, the ends of its sentence, the day of filing, the day last told of."""

    text: str
    first: int
    last: int
    filed: date | None
    told: date | None = None

    def clock(self, start: int, end: int) -> Clock:
        """The calendar for a date at [start, end), by the tense there."""
        return Clock(self.filed, tense.future(self.text, self.first, self.last, start, end))

    @property
    def then(self) -> Clock:
        """The calendar seen from the day last told of."""
        return Clock(self.told or self.filed)

    def before(self, at: int) -> str:
        """The word before an offset, in lower case and without marks; empty where a clause or sentence starts."""
        found = _LAST.search(self.text, max(self.first, at - 20), at)
        return found[1].lower() if found else ""

    def after(self, at: int) -> str:
        """The word after an offset, as printed; empty at the end of a clause."""
        found = _NEXT.match(self.text, at, self.last)
        return found[1] if found else ""


_LAST = re.compile(r"([^\s,;:()\"“”]+)[\s(\"“]+$")
_NEXT = re.compile(r"\s+([^\W\d_][\w'’-]*)")
# A rule's reading; None where the words are no date after all.
Read = Callable[[re.Match[str], Ground], Timex | None]


class Rule(NamedTuple):
    """A way to write dates: the words that it can start with, what it looks like, and how it is read."""

    starts: frozenset[str]
    pattern: re.Pattern[str]
    read: Read


def rule(starts: Iterable[str], pattern: str, read: Read) -> Rule:
    """A rule whose pattern takes capitals for small letters."""
    return Rule(frozenset(starts), re.compile(pattern, re.IGNORECASE), read)


def spanned(match: re.Match[str], value: str, type_: str = "DATE", mod: str = "", anchor: str = PRINTED) -> Timex:
    """What the whole match says. Digits of other scripts are told in ours: a value is compared."""
    if not value.isascii():
        value = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in value)
    return Timex(match.start(), match.end(), value, type_, mod, anchor)
