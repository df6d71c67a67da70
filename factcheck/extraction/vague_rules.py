"""Rules of what is told from now or from a day told of: "two years ago", "a week earlier", "recently", "soon"."""

import re
from functools import partial

from factcheck.extraction.almanac import Clock
from factcheck.extraction.date_words import COUNT, COUNT_STARTS, UNIT, UNITS
from factcheck.extraction.duration_rules import MOD, MOD_STARTS, count, singular
from factcheck.extraction.timex import FILING, TOLD, Ground, Timex, rule, spanned

_FORWARD = frozenset({"from now", "later", "hence"})
_FROM_TOLD = frozenset({"earlier", "later", "before"})
_MANY = 10_000
_PAST = (
    rf"(?:(?:more\s|most\s|very\s|only\s|until\s)?recently|lately|(?:in\s)?recent\s(?:{UNITS})"
    r"|in\sthe\s(?:recent\s)?past(?!\s\w))\b"
)
_FUTURE = rf"(?:in\sthe\s(?:near\s|distant\s)?future|(?:in\s)?the\scoming\s(?:{UNITS})|soon(?!\safter|\sas|-))\b"
_PRESENT = r"(?:now(?!\sthat\b|-)|currently|presently|nowadays|at\s(?:present|the\smoment)|these\sdays)\b"
_PAST_STARTS = frozenset({"recently", "more", "most", "very", "only", "until", "lately", "recent", "in"})
_PRESENT_STARTS = frozenset({"now", "currently", "presently", "nowadays", "at", "these"})


def _ago(match: re.Match[str], ground: Ground) -> Timex:
    """The date that "two years ago" or "three days later" names; years without a number are just past or to come."""
    way, unit = match["way"].lower(), singular(match["unit"])
    number = count(match["count"]) if match["count"] else None
    forward, told = way in _FORWARD, way in _FROM_TOLD
    if number is None or number != int(number) or number > _MANY:
        return spanned(match, "FUTURE_REF" if forward else "PAST_REF", anchor=FILING)
    clock = ground.then if told else Clock(ground.filed)
    return spanned(match, clock.ago(unit, int(-number if forward else number)), anchor=TOLD if told else FILING)


def _vague(value: str, match: re.Match[str], ground: Ground) -> Timex | None:
    """The reference, unless a capital inside the sentence makes it a name ("Apocalypse Now")."""
    if match[0][0].isupper() and match.start() > ground.first:
        return None
    return spanned(match, value, anchor=FILING)


_WAY = r"(?P<way>ago|(?:earlier|later)(?!\sthan)|before(?!\s\w)|from\snow|hence)\b"
RULES = (
    rule(COUNT_STARTS | MOD_STARTS, rf"{MOD}(?P<count>{COUNT})[\s-]+(?P<unit>{UNITS}|{UNIT})\s{_WAY}", _ago),
    rule(UNITS.split("|"), rf"(?P<count>)(?P<unit>{UNITS})\s(?P<way>ago|from\snow)\b", _ago),
    rule(_PAST_STARTS, _PAST, partial(_vague, "PAST_REF")),
    rule({"in", "the", "soon"}, _FUTURE, partial(_vague, "FUTURE_REF")),
    rule(_PRESENT_STARTS, _PRESENT, partial(_vague, "PRESENT_REF")),
)
