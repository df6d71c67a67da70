"""Days that differ about one fact. Days are resolved against the filing date first; a dateline never counts."""

import re
from collections.abc import Iterator
from datetime import date

from factcheck.collation.differing import DEICTIC, cards, differing
from factcheck.collation.event import Event
from factcheck.collation.facts import Fact
from factcheck.collation.matching import Match, matches
from factcheck.types import ClaimKind, ConflictDraft, ConflictKind

# From this probability on two days are taken for one fact's.
ALIKE = 0.65
# What a wrong digit in the number of a day adds.
MISPRINT, SUREST = 0.25, 0.98
FEW, WEEK = 1, 7
DAY = len("2023-09-18")
POINTS = frozenset({"DATE", "TIME"})
# A time of day tells no day, and "the next day" only that of the day told before it.
CLOCK, TOLD = re.compile(r"T\d"), "told"
# Without a year a day is known by month and day, or by its weekday. The year is any with a Feb. 29.
YEARLESS, WEEKDAY, ANY_YEAR = re.compile(r"XXXX-(\d\d-\d\d)"), re.compile(r"XXXX-WXX-([1-7])"), "2000-"
MONDAY = date(2000, 1, 3).toordinal() - 1


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each pair of days that articles give to one fact."""
    found = (_weighed(match) for match in matches(event, ClaimKind.DATE, _comparable, agree))
    kept = [match for match in found if match[0] >= ALIKE]
    for name, group in cards(ConflictKind.DATE, kept, _parts, _same).items():
        yield differing(event, ConflictKind.DATE, name, group, _same, _same)


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether the two may be one day, told alike or with a slip."""
    return both_days(one, other) and (agree(one, other) or _near(one, other))


def _weighed(match: Match) -> Match:
    alike, one, other = match
    return min(alike + MISPRINT * _misprint(one, other), SUREST), one, other


def _misprint(one: Fact, other: Fact) -> bool:
    """Whether two days of one month, both given by their number, are a digit apart."""
    left, right = (day.isoformat() for day in _days(one, other))
    return _printed(one) and _printed(other) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _same(one: Fact, other: Fact) -> bool:
    return _forms_fit(one, other) and _days(one, other)[0] == _days(one, other)[1]


def agree(one: Fact, other: Fact) -> bool:
    """The same day; or a day off where a report filed a day later would say the same."""
    if not _forms_fit(one, other):
        return False
    left, right = _days(one, other)
    return left == right or (_deictic(one) != _deictic(other) and abs((left - right).days) <= FEW)


def _deictic(fact: Fact) -> bool:
    return fact.claim.text.lower() in DEICTIC


def _near(one: Fact, other: Fact) -> bool:
    """Days that a slip can confuse: weekdays next to each other, or days of one month."""
    left, right = _days(one, other)
    apart = abs((left - right).days)
    printed = [_printed(fact) for fact in (one, other)]
    if not any(printed):
        return min(apart % WEEK, -apart % WEEK) <= FEW and apart < WEEK
    return apart <= FEW or (all(printed) and (left.year, left.month) == (right.year, right.month))


def _printed(fact: Fact) -> bool:
    """Whether the report gives month and day, with or without the year."""
    text = fact.claim.text
    return any(sign.isdigit() for sign in text) and any(sign.isupper() for sign in text)


def _parts(one: Fact, other: Fact) -> tuple[str, ...]:
    return tuple(sorted((_timex(one), _timex(other))))


def _timex(fact: Fact) -> str:
    """The day, whatever the hour."""
    return str(fact.claim.value.get("timex", ""))[:DAY]


def both_days(one: Fact, other: Fact) -> bool:
    return all(_tells_day(fact) and not fact.quoted for fact in (one, other)) and _forms_fit(one, other)


def _tells_day(fact: Fact) -> bool:
    """Whether the words name a day by themselves or by the day of filing."""
    value = fact.claim.value
    clock = CLOCK.search(str(value.get("timex", "")))
    return value.get("type") in POINTS and not clock and value.get("anchor") != TOLD


def _forms_fit(one: Fact, other: Fact) -> bool:
    """Whether two days can be compared: a weekday of no known week with its like alone."""
    weekdays = [WEEKDAY.fullmatch(_timex(fact)) is not None for fact in (one, other)]
    return all(weekdays) or (not any(weekdays) and _is_day(_timex(one)) and _is_day(_timex(other)))


def _days(one: Fact, other: Fact) -> tuple[date, date]:
    """The two days; without their years where one has none."""
    texts = [_timex(fact) for fact in (one, other)]
    if any(WEEKDAY.fullmatch(text) for text in texts):
        left, right = (date.fromordinal(MONDAY + int(text[-1])) for text in texts)
    elif any(YEARLESS.fullmatch(text) for text in texts):
        left, right = (date.fromisoformat(ANY_YEAR + text[-len("09-18") :]) for text in texts)
    else:
        left, right = (date.fromisoformat(text) for text in texts)
    return left, right


def _is_day(timex: str) -> bool:
    if YEARLESS.fullmatch(timex):
        return True
    return len(timex) == DAY and timex[:4].isdigit() and timex[5:7].isdigit() and timex[8:].isdigit()
