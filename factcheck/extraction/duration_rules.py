"""Rules of durations and of what comes again: "almost two and a half years", "the past decade", "every Friday"."""

import re

from factcheck.extraction import numbers
from factcheck.extraction.almanac import WEEKDAYS
from factcheck.extraction.date_words import COUNT, COUNT_STARTS, SHIFT, UNIT, UNITS, WEEKDAY
from factcheck.extraction.timex import Ground, Timex, rule, spanned

_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y",
}  # fmt: skip
_CLOCKED = frozenset({"second", "minute", "hour"})
_UNCOUNTED = re.compile(r"(?:an?\s+)?few|several|many|some|a\s+handful\s+of", re.IGNORECASE)
_MODS = {
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "under": "LESS_THAN", "just under": "LESS_THAN", "close to": "LESS_THAN", "more than": "MORE_THAN",
    "longer than": "MORE_THAN", "just over": "MORE_THAN", "well over": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "about": "APPROX", "around": "APPROX", "roughly": "APPROX",
    "approximately": "APPROX", "an estimated": "APPROX", "some": "APPROX",
}  # fmt: skip
_MOD_WORDS = "|".join(sorted(_MODS, key=len, reverse=True)).replace(" ", r"\s")
MOD = rf"(?:(?P<mod>{_MOD_WORDS})\s+)?"
MOD_STARTS = frozenset(words.split()[0] for words in _MODS)
_BEFORE_LENGTH = frozenset({
    "for", "within", "than", "about", "nearly", "almost", "over", "in", "took", "take", "takes", "last", "lasts",
    "lasted", "half", "spent", "after", "once", "least", "every", "another", "just", "only", "barely", "roughly",
    "around",
})  # fmt: skip
_AFTER_LENGTH = frozenset({"after", "before", "later", "earlier", "of", "since", "long", "now"})
# A bare plural is a length of time after these, or before those.
_BEFORE_BARE = frozenset({
    "for", "in", "over", "within", "after", "took", "take", "takes", "taking", "lasted", "last", "spent", "through",
    "throughout", "of", "with", "following", "despite", "during", "many",
})  # fmt: skip
_AFTER_BARE = frozenset({"of", "after", "before", "since", "later", "earlier"})


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None stands for "several"."""
    times = {"decade": 10, "century": 100}.get(unit, 1)
    if unit == "hour" and count is not None and count != int(count) and count * 60 == int(count * 60):
        count, unit = count * 60, "minute"
    amount = "X" if count is None else str(numbers.whole(count * times))
    return f"P{'T' if unit in _CLOCKED else ''}{amount}{_LETTERS['year' if times > 1 else unit]}"


def singular(unit: str) -> str:
    """ "century" for "centuries"."""
    lowered = unit.lower()
    return lowered[:-3] + "y" if lowered.endswith("ies") else lowered.removesuffix("s")


def count(text: str) -> float | None:
    """The number of units, or None for "several"."""
    lowered = " ".join(text.lower().split())
    if _UNCOUNTED.fullmatch(lowered):
        return None
    if lowered in {"half a", "half an"}:
        return 0.5
    return {"a": 1, "an": 1, "a couple": 2, "a couple of": 2}.get(lowered) or numbers.value(text)


def _length(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "nearly three years", "two-week", "a year and a half", "10 to 15 days"; "a day" only where it is a length."""
    low = match["count"].lower()
    number = count(match["count"])
    if number is None and not _UNCOUNTED.fullmatch(" ".join(low.split())):
        return None
    bare = low in {"a", "an"} and not match["mod"] and not match["half"] and match["glue"] != "-"
    if bare and not _measures(match, ground):
        return _rate(match, ground)
    number = number + 0.5 if number is not None and match["half"] else number
    mod = _MODS.get(" ".join((match["mod"] or "").lower().split()), "")
    return spanned(match, length(number, singular(match["unit"])), "DURATION", mod)


def _measures(match: re.Match[str], ground: Ground) -> bool:
    """Whether "a day" is a length of time, and no rate ("150 flights a day") nor any day."""
    return ground.before(match.start()) in _BEFORE_LENGTH or ground.after(match.end()).lower() in _AFTER_LENGTH


def _rate(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "15 a year", "three times a week": how often, after a number, a plural or a sum of money."""
    before = ground.before(match.start())
    rated = (
        before[-1:].isdigit() or before in _TIMES or (len(before) > 3 and before.endswith("s") and before[-2] != "s")
    )
    unit = singular(match["unit"])
    return spanned(match, length(1, unit), "SET") if rated and unit != "second" and before != "was" else None


_TIMES = frozenset(
    {"once", "twice", "times", "million", "billion", "percent", "cent", "%", *numbers.ONES, *numbers.TENS}
)


def _bare(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "for years", "weeks of talks"."""
    beside = ground.before(match.start()) in _BEFORE_BARE or ground.after(match.end()).lower() in _AFTER_BARE
    return spanned(match, length(None, singular(match["unit"])), "DURATION") if beside else None


def _long(match: re.Match[str], ground: Ground) -> Timex:
    """ "decades-long", "year-long", "daylong", "all day"."""
    unit = match["unit"].lower()
    plural = unit.endswith("s")
    # "decades-long" is years without a number.
    return spanned(match, length(None if plural else 1, singular(unit)).replace("X0", "X"), "DURATION")


def _span_of_units(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "the past three months", "the first 100 days", "the past decade"."""
    number = count(match["count"]) if match["count"] else None
    if match["count"] and number is None and not _UNCOUNTED.fullmatch(" ".join(match["count"].split())):
        return None
    unit = singular(match["unit"])
    if not match["count"] and not match["unit"].lower().endswith("s"):
        number = 1
    return spanned(match, length(number, unit), "DURATION")


def _every(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "every two years", "every Friday", "twice a week", "per year"."""
    groups = match.groupdict()
    if groups.get("weekday"):
        return spanned(match, f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}", "SET")
    skipped = {"other": 2, "second": 2, "third": 3, "few": None}
    printed = (groups.get("count") or "").lower().strip()
    number = skipped[printed] if printed in skipped else count(printed) if printed else 1
    return spanned(match, length(number, singular(match["unit"])), "SET")


def _weekdays(match: re.Match[str], ground: Ground) -> Timex:
    return spanned(match, f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}", "SET")


_AGE = r"(?!-old|\sold\b|\sof\sage\b|-\w+-old)(?<!quarters(?=\sof))(?<!quarter(?=\sof))"
_ANY_UNIT = rf"(?P<unit>{UNITS}|{UNIT})"
_SINGLE = frozenset(UNIT.split("|"))
RULES = (
    rule(
        {"the", "past", "last", "next", "coming"},
        rf"(?:the\s+(?:{SHIFT}|first|final)|past|last|next|coming)\s+(?P<count>{COUNT})[\s-]+(?P<unit>{UNITS})\b",
        _span_of_units,
    ),
    rule({"the"}, rf"the\s+(?:past|last|next|coming)\s+(?P<count>)(?P<unit>decade|century|{UNITS})\b", _span_of_units),
    rule({"the"}, r"the\s+past\s+(?P<count>)(?P<unit>day|week|month|year)\b", _span_of_units),
    rule(
        {"the"},
        r"(?:(?<=\bin )|(?<=over )|(?<=during )|(?<=for )|(?<=within ))the\s+(?:last|next|coming)\s+(?P<count>)"
        r"(?P<unit>day|week|month|year)\b",
        _span_of_units,
    ),
    rule({"over"}, r"over\s+the\s+(?P<count>)(?P<unit>years|decades|centuries|months)\b", _span_of_units),
    rule(
        MOD_STARTS | COUNT_STARTS,
        rf"{MOD}(?P<count>{COUNT})(?:(?:-?\s(?:to|or)\s|\s?[-–]\s?)(?P<high>{numbers.NUMBER}))?(?P<glue>[\s-])"
        rf"(?:(?:full|straight|consecutive|more|long|short)\s)?{_ANY_UNIT}(?P<half>\s+and\s+a\s+half)?\b{_AGE}",
        _length,
    ),
    rule({*_SINGLE, *UNITS.split("|")}, rf"(?P<unit>{UNITS}|{UNIT})-long\b", _long),
    rule({f"{unit}long" for unit in _SINGLE}, rf"(?P<unit>{UNIT})long\b", _long),
    rule({"all"}, r"all\s+(?P<unit>day|night|week|month|year)\b(?!\s+long)", _long),
    rule(UNITS.split("|"), rf"(?P<unit>{UNITS})\b(?!\s+ago\b|-)", _bare),
    rule(
        {"every", "each", "once", "twice"},
        rf"(?:every|each|(?:once|twice)\s+(?:an?|every|each|per))\s+(?:(?P<count>other|second|third|few|{COUNT})\s+)?"
        rf"(?:(?P<weekday>{WEEKDAY})|{_ANY_UNIT})\b",
        _every,
    ),
    rule({"per"}, r"per\s+(?P<unit>day|week|month|year|quarter)\b", _every),
    rule({f"{day}s" for day in WEEKDAYS}, rf"(?P<weekday>{WEEKDAY})s\b", _weekdays),
    rule({"annually"}, r"(?P<unit>)annually\b", lambda match, ground: spanned(match, "P1Y", "SET")),
)
