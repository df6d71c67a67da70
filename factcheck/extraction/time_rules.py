"""Rules of the clock: how copy writes the time of day, with its zone, and its TIMEX3 value."""

import re

from factcheck.extraction import lexicon
from factcheck.extraction.date_words import DIGIT, PARTS
from factcheck.extraction.timex import FILING, Ground, Timex, rule, spanned

_ZONES = {row: fields[0] for row, fields in lexicon.table("zones").items()}
_ZONE_WORDS = "|".join(re.escape(zone) for zone in sorted(_ZONES, key=len, reverse=True))
_AHEAD = r"(?:\s?(?P<sign>[+-])(?P<ahead>\d\d?)(?::?(?P<past>\d\d))?)?"
_ZONE = rf"(?:\s?(?P<open>\()?(?-i:(?P<zone>{_ZONE_WORDS})){_AHEAD}(?(open)\)|\b))?"
_HALF = r"\s?(?P<half>[ap]\.\s?m\.|[ap]\.?m\b)"
_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def _clock(match: re.Match[str], ground: Ground) -> Timex | None:
    """ "6:40 p.m.", "18:40 GMT", "8 o'clock"."""
    groups = match.groupdict()
    hour, minute = int(match["hour"]), int(groups.get("minute") or 0)
    half = re.sub(r"[.\s]", "", (groups.get("half") or "").lower())
    if hour > (12 if half else 24) or minute > 59:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return spanned(match, f"T{hour:02d}:{minute:02d}{_offset(groups)}", "TIME")


def _offset(groups: dict[str, str | None]) -> str:
    """The zone of a time: Z for Greenwich, hours ahead of it or behind, or nothing where the zone tells none."""
    zone = groups.get("zone") or ""
    ahead = groups.get("ahead")
    if zone in {"GMT", "UTC"} and ahead and int(ahead):
        return f"{groups['sign']}{int(ahead):02d}:{groups.get('past') or '00'}"
    return _ZONES.get(zone, "")


def _worded(match: re.Match[str], ground: Ground) -> Timex | None:
    word = match["word"].lower()
    # "High Noon", "Midnight Oil": a capital inside a sentence makes it a name.
    if match["word"][0].isupper() and match.start("word") > ground.first:
        return None
    return spanned(match, _WORDS[word] + _offset(match.groupdict()), "TIME")


def _part(match: re.Match[str], ground: Ground) -> Timex:
    """ "tonight", "last night", "this morning", "overnight": parts of the day of filing or the one before."""
    words = match[0].lower().split()
    part = PARTS.get(words[-1], "TNI")
    back = words[0] == "last"
    return spanned(match, ground.clock(match.start(), match.end()).day(-1 if back else 0) + part, "TIME", anchor=FILING)


RULES = (
    rule({DIGIT}, rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?{_HALF}{_ZONE}", _clock),
    rule({DIGIT}, rf"(?P<hour>\d\d?):(?P<minute>\d\d)(?![:\d]){_ZONE}", _clock),
    rule({DIGIT}, rf"(?P<hour>[01]\d|2[0-4])(?P<minute>\d\d)\s?(?:hours\s)?(?=\(?(?:GMT|UTC|hours\b)){_ZONE}", _clock),
    rule({DIGIT}, r"(?P<hour>\d\d?)\s?o['’]clock\b", _clock),
    rule({"noon", "midday", "midnight"}, rf"(?P<word>noon|midday|midnight)\b(?!\s(?:mass|oil)){_ZONE}", _worded),
    rule({"tonight", "overnight"}, r"(?:tonight|overnight)\b", _part),
    rule({"this", "last"}, r"(?:this\s(?:morning|afternoon|evening)|last\s(?:night|evening))\b", _part),
)
