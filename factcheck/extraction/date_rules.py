"""Rules of the calendar: how copy writes days, months, years and what is between, and the TIMEX3 value of each way."""

import re
from datetime import date

from factcheck.extraction import lexicon
from factcheck.extraction.almanac import MONTHS, SEASONS, WEEKDAYS, Clock, valid
from factcheck.extraction.date_words import (
    DIGIT,
    LAST_OR_NEXT,
    MONTH,
    MONTH_STARTS,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SHIFT,
    SHIFTS,
    TOLD_SHIFTS,
    WEEKDAY,
    WEEKDAY_STARTS,
    YEAR,
)  # fmt: skip
from factcheck.extraction.timex import FILING, TOLD, Ground, Timex, rule, spanned

_MONTH_LEADS = frozenset({
    "in", "since", "last", "next", "this", "until", "by", "of", "early", "late", "mid", "from", "for", "and",
    "during", "to", "through", "before", "after", "between", "previous", "following",
})  # fmt: skip
_FEASTS = {row: fields[0] for row, fields in lexicon.table("holidays").items()}
_FEAST_WORDS = "|".join(re.escape(feast) for feast in sorted(_FEASTS, key=len, reverse=True))
_FEAST_STARTS = frozenset(row.split()[0].split("'")[0].split("’")[0].rstrip(".") for row in _FEASTS)
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
# Up to this two-digit year the century is ours.
_THIS_CENTURY = 40


def month_number(text: str) -> int:
    """The number of a month by its name or short form."""
    return MONTHS[text.lower().rstrip(".")]


def _shift(text: str | None) -> str:
    """ "last", "this" or "next", whichever word says so; empty where none does."""
    return LAST_OR_NEXT[SHIFTS[text.lower()]] if text else ""


def _weekday(match: re.Match[str], ground: Ground) -> Timex:
    clock = ground.clock(match.start(), match.end())
    shift = _shift(match["shift"])
    if shift == "this":
        # "This Friday" is ahead unless the copy tells what happened.
        ahead = clock.future or ground.before(match.start()) in {"", "on", "for", "until", "by"}
        clock, shift = Clock(clock.filed, ahead), ""
    value = clock.weekday(WEEKDAYS[match["weekday"].lower()], shift)
    part = PARTS.get((match["part"] or "").lower(), "")
    return spanned(match, value + part, "TIME" if part else "DATE", anchor=FILING)


def _day_of_month(match: re.Match[str], ground: Ground) -> Timex | None:
    month, day = month_number(match["month"]), int(match["day"])
    year = int(match["year"] or 2000)
    if not valid(year, month, day):
        return None
    if match["year"]:
        return spanned(match, f"{year:04d}-{month:02d}-{day:02d}")
    return spanned(match, ground.clock(match.start(), match.end()).month_day(month, day), anchor=FILING)


def _month(match: re.Match[str], ground: Ground) -> Timex | None:
    month = month_number(match["month"])
    if match["year"]:
        return spanned(match, f"{match['year']}-{month:02d}")
    if not match["shift"] and not _is_month(match, ground):
        return None
    return spanned(match, ground.clock(match.start(), match.end()).month(month, _shift(match["shift"])), anchor=FILING)


def _is_month(match: re.Match[str], ground: Ground) -> bool:
    """Whether "May" or "March" alone is a month here, and no name or verb; "Jan" alone is a name."""
    word, before = match["month"], ground.before(match.start())
    if len(word) == 3 and word != "May":
        return False
    following = ground.after(match.end())
    named = (
        following[:1].isupper() and match["month"] in {"April", "June", "August", "May"} and before not in _MONTH_LEADS
    )
    return not named and (word not in {"May", "March", "August"} or before in _MONTH_LEADS)


def _numeric(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "7/8/07": month and day in the order that comes nearest to the day of filing."""
    first, second, year = (int(match[name]) for name in ("one", "two", "year"))
    if len(match["year"]) == 2:
        year += 2000 if year <= _THIS_CENTURY else 1900
    ways = [(first, second), (second, first)] if match["sign"] == "/" else [(second, first)]
    days = [date(year, month, day) for month, day in ways if 1 <= year <= 9999 and valid(year, month, day)]
    if not days:
        return None
    filed = ground.filed or days[0]
    return spanned(match, min(days, key=lambda day: abs((day - filed).days)).isoformat())


def _iso(match: re.Match[str], ground: Ground) -> Timex | None:
    return spanned(match, match[0]) if valid(*map(int, match[0].split("-"))) else None


def _september(match: re.Match[str], ground: Ground) -> Timex:
    """The attacks of 2001, which copy names by their day."""
    return Timex(match.start(), match.start() + len(match["day"]), "2001-09-11")


def _named_day(match: re.Match[str], ground: Ground) -> Timex:
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["name"].lower()]
    offset *= 2 if match["beyond"] else 1
    value, part = Clock(ground.filed).day(offset), PARTS.get((match["part"] or "").lower(), "")
    return spanned(match, value + part, "TIME" if part else "DATE", anchor=FILING)


def _period(match: re.Match[str], ground: Ground) -> Timex:
    """ "last week", "this year", "the previous month", "the same day", "next summer"."""
    shift = match["shift"].lower()
    told = shift in TOLD_SHIFTS and match["unit"].lower() not in SEASONS
    clock = ground.then if told else Clock(ground.filed)
    value = clock.period(match["unit"].lower(), SHIFTS[shift])
    return spanned(match, value, anchor=TOLD if told else FILING)


def _that_day(match: re.Match[str], ground: Ground) -> Timex:
    """ "the next day", "the day before", "a day earlier", "that day": by the day last told of."""
    words = match[0].lower().split()
    offset = 1 if {"next", "after", "later"} & set(words) else 0 if words[0] == "that" else -1
    return spanned(match, ground.then.day(offset), anchor=TOLD)


def _weekend(match: re.Match[str], ground: Ground) -> Timex:
    # A weekend told of on its Saturday or Sunday is this one, on a weekday the one before.
    clock = ground.clock(match.start(), match.end())
    on_it = clock.filed is not None and clock.filed.weekday() >= 5
    return spanned(match, clock.period("weekend", 0 if on_it or clock.future else -1), anchor=FILING)


def _season(match: re.Match[str], ground: Ground) -> Timex:
    name = SEASONS[match["unit"].lower()]
    if match["year"]:
        return spanned(match, f"{match['year']}-{name}")
    return spanned(match, Clock(ground.filed).year() + f"-{name}", anchor=FILING)


def _feast(match: re.Match[str], ground: Ground) -> Timex:
    name = match["feast"].lower()
    clock = ground.clock(match.start(), match.end())
    day = _FEASTS[name]
    if match["year"]:
        clock = Clock(date(int(match["year"]), 7, 1))
    if day == "moveable":
        value = clock.moveable(name.removesuffix(" day").removesuffix(" sunday"))
    else:
        value = clock.month_day(int(day[:2]), int(day[3:]))
    value = f"{match['year']}{value[4:]}" if match["year"] and day != "moveable" else value
    return spanned(match, value, anchor="" if match["year"] else FILING)


def _decade(match: re.Match[str], ground: Ground) -> Timex:
    printed = match["decade"].lower()
    if printed in _DECADES:
        return spanned(match, f"19{_DECADES[printed]}")
    if len(printed) == 2:
        return spanned(match, ("20" if int(printed) < _THIS_CENTURY else "19") + printed[0])
    return spanned(match, printed[:3])


def _century(match: re.Match[str], ground: Ground) -> Timex | None:
    printed = match["nth"].lower()
    nth = ORDINALS.get(printed) or int(re.sub(r"\D", "", printed) or 0)
    return spanned(match, f"{nth - 1:02d}") if 0 < nth < 100 else None


_TEXTUAL_YEAR = r"(?:,?\s(?P<year>[12]\d{3})\b)?"
_SHIFTED = rf"(?:(?P<shift>{SHIFT})\s)?"
RULES = (
    rule({DIGIT}, r"[12]\d{3}-\d{2}-\d{2}\b", _iso),
    rule(
        {DIGIT},
        r"(?P<one>\d\d?)(?P<sign>[/.])(?P<two>\d\d?)(?P=sign)(?P<year>[12]\d{3}|\d\d)(?![\d/.]\d|\d)",
        _numeric,
    ),
    rule({DIGIT}, r"(?P<day>9/11)(?!/|\d)", _september),
    rule({"sept", "september"}, r"(?P<day>Sept(?:ember|\.) 11)(?=,? (?:terror|attack|hijack))", _september),
    rule(MONTH_STARTS, rf"(?P<month>{MONTH})\s{_NTH}{_TEXTUAL_YEAR}(?![\d:%])", _day_of_month),
    rule({DIGIT, "the"}, rf"(?:the\s)?{_NTH}(?:\sof)?\s(?P<month>{MONTH}){_TEXTUAL_YEAR}(?!\w)", _day_of_month),
    rule(
        MONTH_STARTS | SHIFTS.keys(),
        rf"{_SHIFTED}(?P<month>{MONTH})(?:,?\s(?:of\s)?(?P<year>[12]\d{{3}}))?(?!\w|\.?\s\d\d?\b)",
        _month,
    ),
    rule(
        WEEKDAY_STARTS | SHIFTS.keys(),
        rf"{_SHIFTED}(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART}))?\b",
        _weekday,
    ),
    rule(
        {"yesterday", "today", "tomorrow", "the"},
        rf"(?P<beyond>the\sday\s(?:before|after)\s)?(?P<name>yesterday|today|tomorrow)(?:\s(?P<part>{PART}))?\b",
        _named_day,
    ),
    rule(
        {"the", "that", "a"},
        r"(?:the\snext\sday|the\sday\s(?:before|after)|that\sday|a\sday\s(?:earlier|later|before))\b",
        _that_day,
    ),
    rule(
        {*SHIFTS, "the"},
        rf"(?:the\s)?(?P<shift>{SHIFT})\s(?P<unit>day|week|month|quarter|year|weekend|{SEASON})\b(?!-(?:old|long))",
        _period,
    ),
    rule({"over", "at", "during", "the"}, r"(?:over |at |during )?the weekend\b", _weekend),
    rule({*SEASONS, "the"}, rf"(?:the\s)?(?P<unit>{SEASON})(?:(?:\sof)?\s(?P<year>{YEAR}))\b", _season),
    rule({"the"}, rf"(?<=in )the\s(?P<unit>{SEASON})(?P<year>)\b", _season),
    rule(_FEAST_STARTS, rf"(?-i:(?=[A-Z]))(?P<feast>{_FEAST_WORDS})\b(?:,?\s(?P<year>{YEAR}))?", _feast),
    rule({DIGIT, "the"}, r"(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
    rule({"the", "'", "’", "‘"}, r"(?:the\s)?['’‘](?P<decade>\d0)s\b", _decade),
    rule({"the"}, rf"the\s(?P<decade>{'|'.join(_DECADES)})\b", _decade),
    rule(
        {DIGIT, "the", *ORDINALS},
        rf"(?:the\s)?(?P<nth>\d\d?(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century\b",
        _century,
    ),
)
