"""Rules of the calendar: how copy writes dates, times and durations, and the TIMEX3 value of each way."""

import re
from collections.abc import Callable

from factcheck.extraction import numbers
from factcheck.extraction.almanac import MONTHS, PERIODS, SEASONS, WEEKDAYS, Clock, valid

_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_UNIT = "second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century"
_SHIFT = "last|next|this|past|previous|coming"
_COUNT = rf"(?:{numbers.NUMBER}|a few|several|many|a couple of|some)"
_SHIFTED = rf"\b(?:(?P<shift>{_SHIFT})\s)?"
_PERIOD = f"week|month|quarter|year|weekend|{'|'.join(SEASONS)}"
_YEAR_LEADS = ("in", "since", "until", "by", "of", "from", "the", "during", "to", "for", "early", "late")
_UNCOUNTED = frozenset({"a few", "several", "many", "some"})

# TIMEX3 value, type, and whether it needed the day of filing; None where the words are no date after all.
Reading = tuple[str, str, bool]
Rule = Callable[[re.Match[str], Clock], Reading | None]


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _weekday(match: re.Match[str], clock: Clock) -> Reading:
    shift = (match["shift"] or "").lower()
    value = clock.weekday(WEEKDAYS[match["weekday"].lower()], {"past": "last", "coming": "next"}.get(shift, shift))
    part = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get((match["part"] or "").lower())
    return (f"{value}{part}", "TIME", True) if part else (value, "DATE", True)


def _month_number(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _day_of_month(match: re.Match[str], clock: Clock) -> Reading | None:
    month, day = _month_number(match["month"]), int(match["day"])
    if match["year"]:
        year = int(match["year"])
        return (f"{year}-{month:02d}-{day:02d}", "DATE", False) if valid(year, month, day) else None
    return (clock.month_day(month, day), "DATE", True) if valid(2000, month, day) else None


def _month(match: re.Match[str], clock: Clock) -> Reading:
    month = _month_number(match["month"])
    if match["year"]:
        return f"{match['year']}-{month:02d}", "DATE", False
    shift = (match["shift"] or "").lower()
    return clock.month(month, {"past": "last", "coming": "next"}.get(shift, shift)), "DATE", True


def _year(match: re.Match[str], clock: Clock) -> Reading:
    return match["year"], "DATE", False


def _decade(match: re.Match[str], clock: Clock) -> Reading:
    return match["decade"][:3], "DATE", False


def _iso(match: re.Match[str], clock: Clock) -> Reading | None:
    return (match[0], "DATE", False) if valid(*map(int, match[0].split("-"))) else None


def _named_day(match: re.Match[str], clock: Clock) -> Reading:
    word = match[0].lower()
    if word == "tonight":
        return clock.day(0) + "TNI", "TIME", True
    return clock.day({"yesterday": -1, "today": 0, "tomorrow": 1}[word]), "DATE", True


def _period(match: re.Match[str], clock: Clock) -> Reading:
    shift = match["shift"].lower()
    offset = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(shift, 0)
    return clock.period(match["unit"].lower(), offset), "DATE", True


def _weekend(match: re.Match[str], clock: Clock) -> Reading:
    # A weekend told of on its Saturday or Sunday is this one, on a weekday the one before.
    on_it = clock.filed is not None and clock.filed.weekday() >= 5
    return clock.period("weekend", 0 if on_it or clock.future else -1), "DATE", True


def _ago(match: re.Match[str], clock: Clock) -> Reading | None:
    number = _count(match["count"])
    if number is None or number != int(number):
        return "PAST_REF", "DATE", True
    forward = match["way"].lower() == "from now"
    return clock.ago(match["unit"].lower(), int(-number if forward else number)), "DATE", True


def _count(text: str) -> float | None:
    """The number of a duration, or None for "several"."""
    lowered = text.lower()
    if lowered in _UNCOUNTED:
        return None
    return {"a": 1, "an": 1, "a couple of": 2}.get(lowered) or numbers.value(text)


def _duration(match: re.Match[str], clock: Clock) -> Reading:
    count = _count(match["count"])
    unit = match["unit"].lower()
    letter = PERIODS[unit]
    amount = "X" if count is None else str(numbers.whole(count))
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{amount}{letter}", "DURATION", False


def _time(match: re.Match[str], clock: Clock) -> Reading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if hour > (12 if half else 23) or minute > 59:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return f"T{hour:02d}:{minute:02d}", "TIME", False


def _every(match: re.Match[str], clock: Clock) -> Reading:
    return f"P1{PERIODS[match['unit'].lower()]}", "SET", False


_NEAR_YEAR = "|".join(rf"(?<=\b{word} )" for word in _YEAR_LEADS)
_OF_YEAR = r"(?:,?\s(?P<year>[12]\d{3}))?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# In order: what an earlier rule takes, a later one does not see.
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (_any(r"\b[12]\d{3}-\d{2}-\d{2}\b"), _iso),
    (_any(rf"\b(?-i:(?P<month>{_MONTH}))\s{_NTH}{_OF_YEAR}(?![\d:%])"), _day_of_month),
    (_any(rf"\b{_NTH}\s(?-i:(?P<month>{_MONTH})){_OF_YEAR}(?!\w)"), _day_of_month),
    (_any(rf"{_SHIFTED}(?-i:(?P<month>{_MONTH}))(?:,?\s(?:of\s)?(?P<year>[12]\d{{3}}))?(?!\w|\.?\s\d\d?\b)"), _month),
    (_any(rf"{_SHIFTED}(?-i:(?P<weekday>{_WEEKDAY}))(?:\s(?P<part>morning|afternoon|evening|night))?\b"), _weekday),
    (_any(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap]\.m\.|[ap]\.?m\b)"), _time),
    (_any(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<half>)\b(?!:)"), _time),
    (_any(r"\b(?:yesterday|today|tomorrow|tonight)\b"), _named_day),
    (_any(rf"\b(?P<count>{_COUNT}|an?)[\s-](?P<unit>{_UNIT})s?\s(?P<way>ago|earlier|from now)\b"), _ago),
    (_any(rf"\b(?:(?:earlier|later|early|late)\s)?(?P<shift>{_SHIFT})\s(?P<unit>{_PERIOD})\b"), _period),
    (_any(r"\b(?:over |at |during )?the weekend\b"), _weekend),
    (_any(rf"\b(?:every|each)\s(?P<unit>{_UNIT})\b"), _every),
    (_any(rf"\b(?P<count>{_COUNT}|an?)[\s-](?P<unit>{_UNIT})s?\b(?!-old|\sold\b)"), _duration),
    (_any(r"(?<![\d,.$€£])(?P<decade>(?:1[5-9]|20)\d0)s\b"), _decade),
    (_any(rf"(?:{_NEAR_YEAR}|(?<=\())(?P<year>(?:1[5-9]|20)\d{{2}})\b(?![,.]\d|\s?%)"), _year),
)
