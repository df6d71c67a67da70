"""Figures: numbers with what they count, as the copy gives them; dates, times and parts of names are none."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import lexicon, numbers
from factcheck.extraction.names import Name
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind, Span

_READ = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.CAPTION})
_CODES = ("USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR")
_CURRENCIES = {
    **{code: code for code in _CODES},
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
_UNITS = {row: fields[0] for row, fields in lexicon.table("units").items()}
_UNIT_WORDS = "|".join(re.escape(unit).replace(r"\ ", r"[\s-]") for unit in sorted(_UNITS, key=len, reverse=True))
_ROUGH = frozenset(
    {"about", "around", "nearly", "almost", "roughly", "approximately", "some", "an estimated", "close to"}
)
_HEDGES = (
    "more than|less than|fewer than|at least|at most|up to|as many as|as much as|no more than|no fewer than|close to"
    "|an estimated|approximately|roughly|nearly|almost|about|around|some|over|under|below|above|exceeding"
)
_MONEY = rf"(?:US|A|C|HK)?\$|€|£|¥|{'|'.join(_CODES)}"
_FIGURE = re.compile(
    rf"(?<![\w.,$€£¥/:-])(?:(?P<hedge>{_HEDGES})\s+)?(?P<money>{_MONEY})?\s?(?P<low>{numbers.NUMBER})"
    rf"(?:\s?(?P<link>-|–|to|and)\s?(?:{_MONEY})?(?P<high>{numbers.NUMBER}))?",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"[\s-]?(?P<unit>{_UNIT_WORDS})(?![\w-])", re.IGNORECASE)
_NO_FIGURE = re.compile(r"(?:st|nd|rd|th)\b|[:/]\d|['’]?s\b|-on-|-and-|-to-one", re.IGNORECASE)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_COUNTED = re.compile(r"[\s-]+((?:[A-Z][\w.-]+\s)?[a-z][a-z'’-]+(?:\s+[a-z][a-z'’-]+){0,2})")
_LINKED = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?")
_BEFORE_ONE = frozenset({"no", "any", "every", "each", "this", "that", "the", "which", "another", "some"})
_AFTER_ONE = frozenset({"of", "another", "is", "was", "or", "day", "that", "who", "side", "more", "by", "in", "to"})
_SCORES = lexicon.words("scores")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the span of number and unit, the value or range, the unit, and what is counted."""

    start: int
    end: int
    value: float | int | list[float | int]
    unit: str
    hedge: str = ""
    of: str = ""


def claims(sheet: Sheet, names: Sequence[Name], taken: Sequence[Span]) -> Iterator[ClaimDraft]:
    """The figure claims; ``taken`` are spans that dates and durations hold already."""
    ended = {name.end for name in names if name.type == "PERSON"}
    held = sorted([*taken, *(Span(name.start, name.end) for name in names)])
    for sentence in sheet.sentences:
        if sentence.layer not in _READ:
            continue
        here = held[bisect_left(held, Span(sentence.start, 0)) : bisect_left(held, Span(sentence.end, 0))]
        for figure in find(sheet.text, sentence):
            if not any(span.start < figure.end and figure.start < span.end for span in here):
                yield _claim(sheet, sentence, replace(figure, unit=figure.unit or _age(sheet.text, figure, ended)))


def _age(text: str, figure: Figure, ended: Container[int]) -> str:
    """The unit of an age between commas after a person's name: "Anna Petrov, 54,"."""
    aged = isinstance(figure.value, int) and figure.value < 120 and figure.start - 2 in ended
    commas = text[figure.start - 2 : figure.start] == ", " and text[figure.end : figure.end + 1] in {",", "."}
    return "year-old" if aged and commas else ""


def _claim(sheet: Sheet, sentence: Sentence, figure: Figure) -> ClaimDraft:
    value = {
        "value": figure.value,
        "unit": figure.unit,
        "approximate": figure.hedge in _ROUGH,
        "hedge": figure.hedge,
        "of": figure.of,
    }
    text = sheet.text[figure.start : figure.end]
    return ClaimDraft(ClaimKind.FIGURE, figure.start, figure.end, text, figure.of, value, layer=sentence.layer)


def find(text: str, sentence: Sentence) -> Iterator[Figure]:
    """The figures of a sentence, those of dates and names among them."""
    for match in _FIGURE.finditer(text, sentence.start, sentence.end):
        if not _excluded(text, match):
            figure = _figure(text, sentence, match)
            # "the two", "but one": a bare number in words that counts nothing.
            if figure and (figure.unit or figure.of or text[match.start("low")].isdigit()):
                yield figure


def _excluded(text: str, match: re.Match[str]) -> bool:
    """Ordinals, years, clock times, decades, and "one" where it counts nothing."""
    low = match["low"]
    if _NO_FIGURE.match(text, match.end("low")) and not match["high"]:
        return True
    if _YEAR.fullmatch(low) and not match["money"] and not _UNIT.match(text, match.end("low")):
        return True
    if low.lower() not in {"one", "a", "an"}:
        return False
    before = text[max(0, match.start() - 12) : match.start()].split()[-1:]
    following = text[match.end() : match.end() + 12].split()[:1]
    lonely = not before or before[0].lower() in _BEFORE_ONE
    return lonely or not following or following[0].lower().strip(",.;") in _AFTER_ONE


def _figure(text: str, sentence: Sentence, match: re.Match[str]) -> Figure | None:
    ranged = _ranged(match)
    ends = [numbers.value(match[name]) for name in (("low", "high") if ranged else ("low",))]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    value, number_end = (known, match.end("high")) if ranged else (known[0], match.end("low"))
    unit, end = _unit(text, match, number_end, sentence.end)
    if ranged and not unit and match["link"] in {"-", "–"} and _score(text, sentence, match):
        unit = "score"
    start = match.start("money") if match["money"] else match.start("low")
    return Figure(start, end, value, unit, (match["hedge"] or "").lower(), _counted(text, end, sentence.end, unit))


def _ranged(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range; "and" makes one only after "between"."""
    if not match["high"]:
        return False
    between = match.string[max(0, match.start() - 10) : match.start()].rstrip().lower().endswith("between")
    return match["link"].lower() != "and" or between


def _unit(text: str, match: re.Match[str], number_end: int, limit: int) -> tuple[str, int]:
    """The unit and where it ends: money, percent, a measure, or none."""
    if match["money"]:
        return _CURRENCIES.get(match["money"].upper(), "USD"), number_end
    found = _UNIT.match(text, number_end, limit)
    if not found:
        return "", number_end
    printed = " ".join(found["unit"].lower().replace("-", " ").split())
    return _UNITS.get(found["unit"].lower()) or _UNITS[printed], found.end()


def _score(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    window = text[max(sentence.start, match.start() - 60) : min(sentence.end, match.end() + 20)].lower()
    return any(word in _SCORES for word in re.findall(r"[a-z]+", window))


def _counted(text: str, end: int, limit: int, unit: str) -> str:
    """What is counted: up to three plain words after the number, without what cannot end a noun phrase."""
    if unit:
        linked = _LINKED.match(text, end, limit)
        if not linked:
            return ""
        end = linked.end() - 1
    match = _COUNTED.match(text, end, limit)
    kept: list[str] = []
    for word in match[1].split() if match else ():
        if word in lexicon.words("ends_counted") or (kept and word.endswith("ed")):
            break
        kept.append(word)
    while kept and kept[-1].endswith("ed"):
        kept.pop()
    return " ".join(kept) if any(word[0].islower() for word in kept) else ""
