"""Dates, times and durations of the copy as TIMEX3 values, resolved against the day of filing by tense."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from factcheck.extraction import duration_rules, period_rules, time_rules, vague_rules
from factcheck.extraction.date_words import DIGIT
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.timex import FILING, Ground, Rule, Timex, granularity
from factcheck.extraction.words import Word
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind

_READ = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.CAPTION, SegmentKind.DATELINE})
# In order: what an earlier rule reads, a later one does not.
_RULES = (*time_rules.RULES, *vague_rules.RULES, *duration_rules.RULES, *period_rules.RULES)
_STEM = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"T\d\d:\d\d")


def _table() -> dict[str, tuple[Rule, ...]]:
    """The rules by the words that they can start with: a word that starts none costs one look."""
    starts = {start for rule in _RULES for start in rule.starts}
    return {start: tuple(rule for rule in _RULES if start in rule.starts) for start in starts}


_TABLE = _table()


def claims(sheet: Sheet) -> Iterator[ClaimDraft]:
    """The date claims of an article."""
    told, paragraph = None, -1
    for sentence in sheet.sentences:
        told = told if sentence.paragraph == paragraph else None
        paragraph = sentence.paragraph
        if sentence.layer in _READ or _is_date_line(sheet, sentence):
            found = find(sheet.text, sentence, sheet.copy.filed_on, told)
            told = _told(found) or told
            yield from (_claim(sheet, sentence, timex) for timex in found)


def _claim(sheet: Sheet, sentence: Sentence, timex: Timex) -> ClaimDraft:
    text = sheet.text[timex.start : timex.end]
    value = {
        "timex": timex.value,
        "type": timex.type,
        "relative": timex.relative,
        "mod": timex.mod,
        "anchor": timex.anchor,
        "granularity": granularity(timex.value),
    }
    return ClaimDraft(ClaimKind.DATE, timex.start, timex.end, text, timex.value, value, layer=sentence.layer)


def _is_date_line(sheet: Sheet, sentence: Sentence) -> bool:
    """Whether a line around the copy holds the day of filing and nothing else."""
    if sentence.layer is not SegmentKind.FURNITURE or len(sentence.words) > 5:
        return False
    found = find(sheet.text, sentence, sheet.copy.filed_on)
    return len(found) == 1 and (found[0].start, found[0].end) == (sentence.start, sentence.end)


def find(text: str, sentence: Sentence, filed: date | None, told: date | None = None) -> list[Timex]:
    """The dates, times and durations of a sentence in order, none inside another.

    ``told`` is the day that the sentences before told of last: "the next day" hangs from it.
    """
    found: list[Timex] = []
    end = sentence.start
    for word in sentence.words:
        if word.start < end:
            continue
        rules = _rules_at(word)
        timex = _read(rules, word, Ground(text, sentence.start, sentence.end, filed, told)) if rules else None
        if timex:
            found.append(timex)
            end = timex.end
            told = _told([timex]) or told
    return _on_their_days(found, filed)


def _rules_at(word: Word) -> tuple[Rule, ...]:
    """The rules that can start with a word."""
    lower = word.text.lower()
    rules = _TABLE.get(lower)
    if rules is not None:
        return rules
    if lower[0].isdigit():
        return _TABLE[DIGIT]
    stem = _STEM.match(lower)
    return _TABLE.get(stem[0], ()) if stem and stem.end() < len(lower) else ()


def _read(rules: tuple[Rule, ...], word: Word, ground: Ground) -> Timex | None:
    """What the first rule that fits reads at a word."""
    if ground.text[word.start - 1 : word.start] in _GLUED and word.start > ground.first:
        return None
    for rule in rules:
        match = rule.pattern.match(ground.text, word.start, ground.last)
        timex = rule.read(match, ground) if match else None
        if timex:
            return None if _is_title(timex, ground) else timex
    return None


def _is_title(timex: Timex, ground: Ground) -> bool:
    """Whether marks and a capital make it the name of a show or a paper: “Today”."""
    around = ground.text[timex.start - 1 : timex.start], ground.text[timex.end : timex.end + 1]
    return timex.start > ground.first and ground.text[timex.start].isupper() and all(sign in _MARKS for sign in around)


_MARKS = frozenset("\"“”'‘’")
# Behind these a number or word is part of something larger: a sum, a compound, an address.
_GLUED = frozenset("$€£¥#@.,_")


def _told(found: list[Timex]) -> date | None:
    """The last whole day among some dates."""
    days = [day for timex in found if timex.type == "DATE" and (day := _day(timex.value))]
    return days[-1] if days else None


def _day(value: str) -> date | None:
    """The day of a value that is a whole day of a known year; there may be no such day ("2023-02-29")."""
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _on_their_days(found: list[Timex], filed: date | None) -> list[Timex]:
    """Times with the day of their sentence, or else of filing; weekdays as the day of the month beside them."""
    dated = [_as_printed(timex, later) for timex, later in zip(found, [*found[1:], None], strict=False)]
    return [_on_its_day(timex, dated, filed) if _TIME.match(timex.value) else timex for timex in dated]


def _as_printed(timex: Timex, later: Timex | None) -> Timex:
    """The "Monday" of "Monday, Sept. 18, 2023" is that day, if that day is a Monday."""
    if later is None or later.start - timex.end > 2 or timex.anchor != FILING or later.type != "DATE":
        return timex
    days = _day(timex.value), _day(later.value)
    same = days[0] is not None and days[1] is not None and days[0].weekday() == days[1].weekday()
    return replace(timex, value=later.value, anchor=later.anchor) if same else timex


def _on_its_day(time: Timex, found: list[Timex], filed: date | None) -> Timex:
    days = [timex for timex in found if timex.type == "DATE" and _day(timex.value)]
    if days:
        day = min(days, key=lambda timex: abs(timex.start - time.start))
        return replace(time, value=day.value + time.value, anchor=day.anchor)
    return replace(time, value=f"{filed.isoformat()}{time.value}", anchor=FILING) if filed else time
