"""Dates, times and durations of the copy as TIMEX3 values, resolved against the day of filing by tense."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.extraction.almanac import Clock
from factcheck.extraction.date_rules import RULES
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind

_READ = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.CAPTION})
_FUTURE = re.compile(
    r"\b(?:will|shall|would|won['’]t|plans?|planned|scheduled|expected|set to|due|upcoming|going to|next|ahead of"
    r"|is to|are to|to be held|later|until|by|before|starting|begins|begin)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|told|was|were|had|last|earlier|since|ago|met|held|came|took|went|did)\b", re.IGNORECASE)
_BEFORE_LENGTH = frozenset(
    {"for", "within", "than", "about", "nearly", "almost", "over", "in", "took", "lasted", "half"}
)
_AFTER_LENGTH = frozenset({"after", "before", "later", "earlier", "of", "since"})
# How many characters before a date are asked for its tense.
_TENSE_REACH = 60


@dataclass(frozen=True, slots=True)
class Timex:
    """A date, time, duration or set: its span, TIMEX3 value and type, and whether it needed the day of filing."""

    start: int
    end: int
    value: str
    type: str = "DATE"
    relative: bool = False


def claims(sheet: Sheet) -> Iterator[ClaimDraft]:
    """The date claims of an article."""
    for sentence in sheet.sentences:
        if sentence.layer in _READ:
            for timex in find(sheet.text, sentence, sheet.copy.filed_on):
                text = sheet.text[timex.start : timex.end]
                value = {"timex": timex.value, "type": timex.type, "relative": timex.relative}
                yield ClaimDraft(ClaimKind.DATE, timex.start, timex.end, text, timex.value, value, layer=sentence.layer)


def find(text: str, sentence: Sentence, filed: date | None) -> list[Timex]:
    """The dates, times and durations of a sentence in order, none inside another."""
    found: list[Timex] = []
    held: set[int] = set()
    for pattern, rule in RULES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            taken = not held.isdisjoint(range(match.start(), match.end()))
            clock = Clock(filed, _future(text, sentence, match))
            read = rule(match, clock) if not taken and _meant(text, match) else None
            if read:
                value, kind, relative = read
                held.update(range(match.start(), match.end()))
                found.append(Timex(match.start(), match.end(), value, kind, relative))
    return sorted(found, key=lambda timex: timex.start)


def _meant(text: str, match: re.Match[str]) -> bool:
    """Whether "May" or "March" alone is a month here, and no name or verb."""
    if match.groupdict().get("count", "").lower() in {"a", "an"} and "way" not in match.groupdict():
        return _measures(text, match)
    word = match.groupdict().get("month") or ""
    alone = not (match.groupdict().get("day") or match.groupdict().get("year"))
    if len(word) == 3 and word != "May" and alone:
        return False
    if word not in {"May", "March", "August"} or match.groupdict().get("day") or match.groupdict().get("year"):
        return True
    before = text[max(0, match.start("month") - 12) : match.start("month")].split()[-1:]
    leading = {"in", "since", "last", "next", "this", "until", "by", "of", "early", "late", "mid", "from", "for", "and"}
    return bool(before) and before[0].lower() in leading


def _measures(text: str, match: re.Match[str]) -> bool:
    """Whether "a day" is a length of time, and no rate ("150 flights a day")."""
    before = text[max(0, match.start() - 12) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + 10].split()[:1]
    return (before or [""])[0].lower() in _BEFORE_LENGTH or (after or [""])[0].lower() in _AFTER_LENGTH


def _future(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether what stands before a date in its sentence points ahead; the nearest sign of tense counts."""
    window = text[max(sentence.start, match.start() - _TENSE_REACH) : match.start()]
    ahead = [found.start() for found in _FUTURE.finditer(window)]
    behind = [found.start() for found in _PAST.finditer(window)]
    return bool(ahead) and (not behind or ahead[-1] > behind[-1])
