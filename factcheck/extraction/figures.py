"""Figures: numbers with what they count, as the copy gives them; dates, times and parts of names are none."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import amounts, counted, labels, lexicon, numbers
from factcheck.extraction.amounts import Amount
from factcheck.extraction.date_words import ORDINALS
from factcheck.extraction.names import Name
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.words import Word
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind, Span

_READ = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DECK, SegmentKind.CAPTION})
_STEM = re.compile(r"[a-z]+")
# What ends a number that counts nothing: clock times, decades, versions, codes ("3G"), "24/7", "7-on-7".
_NO_FIGURE = re.compile(r"[:/]\d|['’]?s\b|-(?:on|and)-|-to-one|[.,]\d|[^\W_]|-[A-Z\d]")
_NTH = re.compile(r"(?P<nth>\d{1,3}(?:,\d{3})*)\s?(?:st|nd|rd|th)\b")
_IN_A_ROW = re.compile(
    r"\s(?:straight|consecutive|successive|time|term|anniversary|session|title|victory|win|loss|defeat|attempt|such)\b"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_BEFORE_ONE = frozenset({"no", "any", "every", "each", "this", "that", "the", "which", "another", "some", "number"})
_AFTER_ONE = frozenset({"of", "another", "is", "was", "or", "day", "that", "who", "side", "more", "by", "in", "to"})
# A number in words after these points back ("the two met"), unless it counts something.
_POINTS_BACK = frozenset({"the", "these", "those", "other", "all", "any", "last", "first", "next", "both", "but", "or"})
_UNIT_BEFORE = {
    "aged": "year-old",
    "age": "year-old",
    "magnitude": "magnitude",
    "category": "category",
    "turned": "year-old",
}
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AGE_OF = re.compile(r"\bage\s+of\s+$", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:\s+out\s+of(?:\s+every)?\s+|\s+in(?:\s+every)?\s+|-in-|-out-of-)(?P<whole>\d{1,3}|"
    + "|".join(word for word, value in numbers.ONES.items() if value > 1)
    + r"|twenty|hundred)\b(?!\s*(?:percent|%|million|billion|years|months|weeks|days|hours|minutes))",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"(?P<more>\s+or\s+(?:more|older|over)\b|-plus\b|\+)|(?P<so>\s+or\s+so\b)")
# Behind these a number is part of something larger: a sum, a code, an address.
_GLUED = frozenset("$€£¥/:.,@_-")
_OLDEST = 120
# Numbers up to this, the first no smaller, are a result, whatever stands around them.
_MOST_GOALS = 200
_SCORES = lexicon.words("scores")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its span with hedge and unit, the value or range, the unit, the hedge, and what is counted."""

    start: int
    end: int
    value: float | int | list[float | int]
    unit: str
    hedge: str = ""
    of: str = ""
    number: int = 0
    digits: str = ""


def claims(sheet: Sheet, names: Sequence[Name], taken: Sequence[Span]) -> Iterator[ClaimDraft]:
    """The figure claims; ``taken`` are spans that dates and durations hold already."""
    ended = {name.end: name for name in names}
    held = sorted([*taken, *(Span(name.start, name.end) for name in names)])
    read = [sentence for sentence in sheet.sentences if sentence.layer in _READ]
    dated = sorted(taken)
    found = [(s, figure) for s in read for figure in find(sheet.text, s, ended, _within(dated, s))]
    called = labels.called(sheet.text) | {figure.digits for _, figure in found if figure.unit == _LABEL}
    for sentence, figure in found:
        here = _within(held, sentence)
        counts = figure.unit != _LABEL and not (
            figure.digits in called and labels.bare(figure.digits) and not figure.unit
        )
        # A name in the currency ("US$ 40 billion") takes nothing from the number.
        if counts and not any(span.start <= figure.number < span.end for span in here):
            of = counted.narrowed(figure.of, sheet.text, figure.end, sheet.tags)
            yield _claim(sheet, sentence, replace(figure, of=of))


def _within(spans: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
    """Those of the spans, in order, that start in the sentence."""
    return spans[bisect_left(spans, Span(sentence.start, 0)) : bisect_left(spans, Span(sentence.end, 0))]


def _inside(spans: Sequence[Span], at: int) -> bool:
    """Whether an offset stands in the last of the spans, in order, that starts before it."""
    number = bisect_left(spans, Span(at + 1, 0)) - 1
    return number >= 0 and at < spans[number].end


# What stands in the place of a unit until the whole article is read: this number is part of a name.
_LABEL = "label"


def _claim(sheet: Sheet, sentence: Sentence, figure: Figure) -> ClaimDraft:
    value = {
        "value": figure.value,
        "unit": figure.unit,
        "approximate": figure.hedge in amounts.ROUGH or figure.hedge in numbers.ROUND,
        "hedge": figure.hedge,
        "of": figure.of,
    }
    text = sheet.text[figure.start : figure.end]
    return ClaimDraft(ClaimKind.FIGURE, figure.start, figure.end, text, figure.of, value, layer=sentence.layer)


def find(text: str, sentence: Sentence, ended: Mapping[int, Name], dated: Sequence[Span]) -> Iterator[Figure]:
    """The figures of a sentence, those of names among them, and numbers that are labels; none starts in a date."""
    end = sentence.start
    for word in sentence.words:
        if word.start < end or _inside(dated, word.start) or not _starts(word):
            continue
        found = _ordinal(text, sentence, word) or _counting(text, sentence, word, ended)
        if found:
            yield found
            end = found.end


def _starts(word: Word) -> bool:
    lower = word.text.lower()
    if lower[0].isdigit() or lower in amounts.STARTS or lower in ORDINALS:
        return True
    stem = _STEM.match(lower)
    return stem is not None and stem.end() < len(lower) and stem[0] in amounts.STARTS


def _ordinal(text: str, sentence: Sentence, word: Word) -> Figure | None:
    """ "the 78th session", "a third straight term"; first and second are told too often to be figures."""
    match = _NTH.match(text, word.start, sentence.end)
    if match:
        value = numbers.value(match["nth"])
    else:
        value = ORDINALS.get(word.text)
        if value is None or value < 3 or not _IN_A_ROW.match(text, word.end, sentence.end):
            return None
    end = match.end() if match else word.end
    if value is None:
        return None
    return Figure(
        word.start, end, value, "ordinal", "", counted.after(text, end, sentence.end, measured=False), word.start
    )


def _counting(text: str, sentence: Sentence, word: Word, ended: Mapping[int, Name]) -> Figure | None:
    if word.start > sentence.start and (text[word.start - 1] in _GLUED or text[word.start - 1].isalnum()):
        return None
    amount = amounts.read(text, word.start, sentence.end)
    if amount is None or _excluded(text, amount, sentence):
        return None
    figure = _figure(text, sentence, amount, ended)
    counted_by = figure.unit or not text[amount.number].isdigit()
    if not counted_by and labels.label(text, sentence, amount.number, amount.end, ended):
        return replace(figure, unit=_LABEL)
    return figure if _counts(text, sentence, amount, figure) else None


def _excluded(text: str, amount: Amount, sentence: Sentence) -> bool:
    """Years, clock times, decades, codes, and "one" where it counts nothing."""
    printed = text[amount.number : amount.number_end]
    if not amount.unit and not amount.link and _NO_FIGURE.match(text, amount.number_end):
        return _OR_MORE.match(text, amount.number_end) is None
    if _YEAR.fullmatch(printed) and not amount.unit and not amount.hedge and amount.end == amount.number_end:
        return not counted.after(text, amount.end, sentence.end, measured=False).endswith("s")
    if text[amount.number - 1 : amount.number] in {"'", "’"} and len(printed) == 2 and amount.number > 0:
        return True
    if amount.unit or _SHARE.match(text, amount.end):
        return False
    # "Final Four": a capital inside a sentence makes it a name.
    named = printed[0].isupper() and sentence.start < amount.number and sentence.layer is SegmentKind.BODY
    return (named and text[amount.number - 2 : amount.number - 1].isalnum()) or (
        printed.lower() in {"one", "a", "an"} and _lonely(text, amount)
    )


def _lonely(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 12) : amount.start].split()[-1:]
    following = text[amount.end : amount.end + 12].split()[:1]
    lonely = not before or before[0].lower() in _BEFORE_ONE or text[amount.end : amount.end + 1] == "-"
    return lonely or not following or following[0].lower().strip(",.;") in _AFTER_ONE


def _figure(text: str, sentence: Sentence, amount: Amount, ended: Mapping[int, Name]) -> Figure:
    unit, hedge, value, end = amount.unit, amount.hedge, amount.value, amount.end
    before = text[max(sentence.start, amount.start - 14) : amount.start]
    if not unit:
        unit = _unit_before(before) or _score(text, sentence, amount) or _age(text, amount, ended)
    more = _OR_MORE.match(text, amount.number_end if not unit else end, sentence.end)
    if more and not hedge:
        hedge = "at least" if more["more"] else "about"
    share = _SHARE.match(text, end, sentence.end) if not unit and not isinstance(value, list) else None
    whole = numbers.value(share["whole"]) if share else None
    if share and whole and not isinstance(value, list) and value < whole:
        value, unit, end = numbers.whole(value / whole), "share", share.end()
    after = more.end() if more and not more["so"] else end
    of = counted.after(text, after, sentence.end, measured=unit not in {"", "score", "share"} or _part_of(value))
    if not of and not unit:
        of = counted.before(text, sentence.start, amount.start)
    return Figure(
        amount.start, end, value, unit, hedge, of, amount.number, _first(text[amount.number : amount.number_end])
    )


def _part_of(value: float | int | list[float | int]) -> bool:
    """Whether a number is a share of something: "half of the money"."""
    return isinstance(value, float) and 0 < value < 1


def _first(digits: str) -> str:
    return digits.partition("-")[0]


def _unit_before(before: str) -> str:
    words = before.lower().split()[-1:]
    return _UNIT_BEFORE.get(words[0], "") if words and not _AGE_OF.search(before) else "year-old" if words else ""


def _score(text: str, sentence: Sentence, amount: Amount) -> str:
    """The result of a match or a vote: two numbers that are no range."""
    if amount.link not in {"score", "votes", "dash"} or not isinstance(amount.value, list):
        return ""
    if amount.link != "dash" and max(amount.value) < _MOST_GOALS:
        return "score"
    if amount.link == "dash" and max(amount.value) >= _OLDEST:
        return ""
    window = text[max(sentence.start, amount.start - 60) : min(sentence.end, amount.end + 20)].lower()
    return "score" if any(word in _SCORES for word in re.findall(r"[a-z]+", window)) else ""


def _age(text: str, amount: Amount, ended: Mapping[int, Name]) -> str:
    """The unit of an age between commas after a person's name: "Anna Petrov, 54,"."""
    name = ended.get(amount.start - 2)
    aged = isinstance(amount.value, int) and amount.value < _OLDEST and name is not None and name.type == "PERSON"
    commas = text[amount.start - 2 : amount.start] == ", " and text[amount.end : amount.end + 1] in {",", "."}
    return "year-old" if aged and commas else ""


def _counts(text: str, sentence: Sentence, amount: Amount, figure: Figure) -> bool:
    """Whether a number says how many: "the two", "but one" and a number in words at the end do not."""
    if figure.unit or text[amount.number].isdigit() or amount.hedge:
        return True
    before = text[max(sentence.start, amount.start - 12) : amount.start].split()[-1:]
    last = before[0].lower() if before else ""
    following = text[amount.end : min(sentence.end, amount.end + 2)].strip()
    if figure.value == 2 and _BETWEEN.search(text[max(sentence.start, amount.start - 14) : amount.start]):
        return False
    return bool(figure.of) or (last not in _POINTS_BACK and bool(following) and following[0].isalpha()) or last == "of"
