"""Rules of years and their parts: "2009", "early 2009", "the second half of 2010", "fiscal 2011", "the end of May"."""

import re

from factcheck.extraction import date_rules
from factcheck.extraction.almanac import Clock
from factcheck.extraction.date_words import DIGIT, ORDINALS, SHIFTS, YEAR
from factcheck.extraction.timex import FILING, TOLD, Ground, Timex, rule, spanned

_EDGES = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
    "late": "END", "later": "END", "end": "END",
}  # fmt: skip
_EDGE = (
    r"(?:(?:the\s)?(?P<part>early|late)(?:\s(?:in|on))?\s|(?P<sooner>earlier|later)\s(?:(?:in|on)\s)?"
    r"|(?:the\s)?(?P<mid>mid)[-\s]|(?:the\s)?(?:very\s)?(?P<end>beginning|start|middle|end)\sof\s)"
)
_ANY_YEAR = (
    rf"(?:(?P<year>{YEAR})\b|(?:the\s)?(?P<shift>last|this|next|previous|coming|current)\s(?:fiscal\s|financial\s)?year\b"
    r"|the\s(?P<bare>year)\b)"
)
_QUARTER = (
    r"(?:the\s)?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?:fiscal\s)?(?P<part>quarter|half)"
    rf"|(?-i:(?P<sign>[QH])(?P<digit>[1-4])))\b(?:(?:\sof|,)?\s{_ANY_YEAR})?"
)
_FISCAL = (
    rf"(?:the\s)?(?:(?:(?P<before>{YEAR})\s|(?P<shift>last|this|next|previous|coming|current)\s)?(?:fiscal|financial)\syear"
    rf"(?:\s(?P<after>{YEAR}))?|fiscal\s(?P<year>{YEAR})|(?-i:FY)\s?(?P<short>{YEAR}))\b"
)
_QUARTERED = frozenset({"of", "final", "final,", "point", "points", "lead", "goal", "pole", "mile", "century"})
_COUNTING = frozenset(
    {"than", "about", "nearly", "almost", "over", "some", "around", "least", "approximately", "exactly"}
)
_YEAR_LEADS = frozenset({
    "in", "since", "until", "the", "during", "early", "late", "mid", "before", "between", "through", "around",
    "back", "year", "till", "a", "an", "his", "her", "its", "their", "this", "our", "election",
})  # fmt: skip
# After these a number before a plural counts ("and 2000 troops"), and else is a year ("of 2009").
_WEAK_LEADS = frozenset({"by", "of", "from", "to", "for", "and", "after"})
_VERBS_IN_S = frozenset({"was", "as", "is", "has", "says", "plus", "minus", "this"})
# A year outside these stands after "in" or the like; any other number of four digits counts something.
_NEAR = range(1900, 2100)


def _edge(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "early 2009", "late last year", "mid-June", "the end of the month": what is named, and which part of it."""
    word = next(word for word in match.groupdict().values() if word).lower()
    for inner in _INNER:
        named = inner.pattern.match(ground.text, match.end(), ground.last)
        found = inner.read(named, ground) if named else None
        if found:
            return Timex(match.start(), found.end, found.value, found.type, _EDGES[word], found.anchor)
    return None


def _bare(match: re.Match[str], ground: Ground) -> Timex:
    """ "the year" of "the end of the year": that of filing; "the day" is the one told of."""
    if match["unit"].lower() == "day":
        return spanned(match, ground.then.day(0), anchor=TOLD)
    return spanned(match, Clock(ground.filed).period(match["unit"].lower(), 0), anchor=FILING)


def _quarter(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "the first quarter", "the second half of 2010", "Q3 of last year"; a half alone is that of a match."""
    kind = (match["sign"] or match["part"][0]).upper()
    nth = int(match["digit"] or ORDINALS[match["nth"].lower()])
    dated = match["year"] or match["shift"] or match["bare"]
    kind = "H" if kind == "H" else "Q"
    if (kind == "H" and (nth > 2 or not dated)) or (not dated and ground.after(match.end()).lower() in _QUARTERED):
        return None
    year, anchor = _year_of(match, ground) if dated else (_nearest(nth, ground), FILING)
    return spanned(match, f"{year}-{kind}{nth}", anchor=anchor)


def _nearest(quarter: int, ground: Ground) -> str:
    """The year of a quarter: that of filing, or the one before where the quarter has not begun yet."""
    begun = ground.filed is None or quarter <= (ground.filed.month - 1) // 3 + 1
    return Clock(ground.filed).period("year", 0 if begun else -1)


def _year_of(match: re.Match[str], ground: Ground) -> tuple[str, str]:
    if match["year"]:
        return match["year"], ""
    return Clock(ground.filed).period("year", SHIFTS[(match["shift"] or "this").lower()]), FILING


def _fiscal(match: re.Match[str], ground: Ground) -> Timex:
    year = match["before"] or match["after"] or match["year"] or match["short"]
    if year:
        return spanned(match, f"FY{year}")
    offset = SHIFTS[(match["shift"] or "this").lower()]
    return spanned(match, f"FY{Clock(ground.filed).period('year', offset)}", anchor=FILING)


def _year(match: re.Match[str], ground: Ground) -> Timex | None:
    """A year in digits, where nothing shows that it counts something."""
    before, after = ground.before(match.start()), ground.after(match.end())
    led = before in _YEAR_LEADS or ground.text[match.start() - 1 : match.start()] in {"(", "-", "–", "/"}
    if before in _COUNTING:
        return None
    if int(match["year"]) not in _NEAR:
        led = led or before in _WEAK_LEADS
        return spanned(match, match["year"]) if led and not after[:1].islower() else None
    # Copy puts a comma into thousands, so that a number such as 2012 is hardly ever a count; 2000 may be one.
    counts = (
        int(match["year"]) % 100 == 0
        and after[:1].islower()
        and after.endswith("s")
        and not after.endswith("ss")
        and after not in _VERBS_IN_S
    )
    return spanned(match, match["year"]) if led or not counts else None


_DATED = (
    rule({"the", "first", "second", "third", "fourth", "q", "h"}, _QUARTER, _quarter),
    rule({DIGIT, "the", "fiscal", "financial", "fy", *SHIFTS}, _FISCAL, _fiscal),
    *date_rules.RULES,
    rule({DIGIT}, rf"(?P<year>{YEAR})(?![\w.,:/%-]*\d|\s?%|\w)", _year),
)
_INNER = (*_DATED, rule((), r"(?:the|this)\s(?P<unit>day|week|month|quarter|year|decade|century)\b", _bare))
RULES = (rule({*_EDGES, "the"}, _EDGE, _edge), *_DATED)
