"""Amounts: a number or a range of numbers with hedge, sign, scale and unit, read where it starts."""

import re
from dataclasses import dataclass

from factcheck.extraction import lexicon, numbers, units
from factcheck.extraction.date_words import DIGIT

HEDGES = {row: fields[0] for row, fields in lexicon.table("hedges").items()}
ROUGH = frozenset(fields[0] for fields in lexicon.table("hedges").values() if fields[1:2] == ("rough",))
_HEDGE_WORDS = "|".join(sorted((re.escape(row).replace(r"\ ", r"\s+") for row in HEDGES), key=len, reverse=True))
_START = re.compile(rf"(?:(?P<hedge>{_HEDGE_WORDS})\s+)?(?P<between>between\s+)?", re.IGNORECASE)
_GLUED = re.compile(
    rf"(?P<money>{units.MONEY})?(?P<sign>minus\s|[-−](?=\d))?(?P<number>{numbers.NUMBER})", re.IGNORECASE
)
_LINK = re.compile(
    r"-?\s+(?P<word>to|or|and)\s+|(?P<dash>\s?[-–]\s?)|(?P<by>\s?[x×]\s?)|(?P<votes>\s+votes?\s+to\s+)", re.IGNORECASE
)
# With its "of": another figure can stand in the place of "dozens of".
_ROUNDED = re.compile(rf"(?P<words>{numbers.ROUNDED})\b(?:\s+of\b)?", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s(?:US|U\.S\.))?\s(?:dollars?|euros?|pounds?)\b|\s(?-i:USD|AUD|CAD|EUR|GBP)\b")
_SCALE = re.compile(
    r"\d\s?-?(hundred|thousand|million|billion|trillion|crore|lakh|k|mn?|mln|bn|bln|b|tn|trn)$", re.IGNORECASE
)
_MOST_GAMES, _MOST_VOTES = 200, 1000
_CLOSE = 10
# A figure can start with a digit, a number in words, a hedge, or a sign of money.
STARTS = (
    frozenset(
        {
            DIGIT,
            "between",
            "minus",
            "half",
            *numbers.ONES,
            *numbers.TENS,
            *(words.split()[0] for words in numbers.ROUND),
        }
    )
    | frozenset(row.split()[0] for row in HEDGES)
    | units.MONEY_STARTS
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure says: its span with hedge and unit, where the number starts and ends, value, unit, hedge, link."""

    start: int
    end: int
    number: int
    number_end: int
    value: float | int | list[float | int]
    unit: str
    hedge: str = ""
    link: str = ""

    @property
    def rounded(self) -> bool:
        """Whether it is no number but "dozens" or "thousands"."""
        return self.hedge in numbers.ROUND


@dataclass(frozen=True, slots=True)
class _Part:
    """One number with what belongs to it."""

    start: int
    end: int
    printed: str
    number: int
    number_end: int
    value: float | int
    unit: str
    money: bool


def read(text: str, at: int, limit: int) -> Amount | None:
    """The amount that starts at an offset, if one does."""
    start = _START.match(text, at, limit)
    if start is None:
        return None
    hedge = HEDGES[" ".join((start["hedge"] or "").lower().split())] if start["hedge"] else ""
    rounded = _ROUNDED.match(text, start.end(), limit)
    if rounded and not start["between"]:
        words = " ".join(rounded["words"].lower().split())
        return Amount(at, rounded.end(), rounded.start(), rounded.end("words"), list(numbers.ROUND[words]), "", words)
    low = _part(text, start.end(), limit)
    if low is None:
        return None
    ranged = _range(text, low, limit, between=bool(start["between"]))
    if ranged is None and start["between"]:
        return None
    if ranged:
        return Amount(at, ranged.end, low.number, ranged.number_end, ranged.value, ranged.unit, hedge, ranged.link)
    return Amount(at, low.end, low.number, low.number_end, low.value, low.unit or _unit_ahead(text, low, limit), hedge)


def _part(text: str, at: int, limit: int) -> _Part | None:
    match = _GLUED.match(text, at, limit)
    value = numbers.value(match["number"]) if match else None
    if match is None or value is None:
        return None
    money = units.currency(match["money"], match["number"]) if match["money"] else ""
    if match["money"] and not money:
        return None
    start = match.start("number") if not (match["money"] or match["sign"]) else match.start()
    if money:
        tail = _TAIL.match(text, match.end(), limit)
        return _Part(
            start,
            tail.end() if tail else match.end(),
            match["number"],
            match.start("number"),
            match.end(),
            value,
            money,
            True,
        )
    unit, end = units.after(text, match.end(), limit, match["number"])
    signed = -value if match["sign"] else value
    return _Part(start, end, match["number"], match.start("number"), match.end(), signed, unit, False)


def _range(text: str, low: _Part, limit: int, *, between: bool) -> Amount | None:
    """The range, score or size that goes on behind a number."""
    link = _LINK.match(text, low.end, limit)
    high = _part(text, link.end(), limit) if link else None
    if link is None or high is None or (low.unit and high.unit and low.unit != high.unit):
        return None
    way = _way(text, link, low, high, between=between)
    if not way:
        return None
    first = _scaled(low, high)
    unit = low.unit or high.unit
    return Amount(low.start, high.end, low.number, high.number_end, [first, high.value], unit, "", way)


def _way(text: str, link: re.Match[str], low: _Part, high: _Part, *, between: bool) -> str:
    """How two numbers hang together: a range, a size, or numbers of a match or vote; empty where they do not."""
    word = (link["word"] or "").lower()
    if link["by"]:
        return "by" if low.printed.isdigit() and high.printed.isdigit() and not low.unit else ""
    if link["votes"]:
        return "votes"
    if word in {"to", "or"} and low.unit and not low.money and not high.unit:
        # "4.5 percent to 212": by so much, to that.
        return ""
    if word in {"and", "to", "or"}:
        alike = low.printed[:1].isdigit() == high.printed[:1].isdigit() or bool(_SCALE.search(high.printed))
        rising = _scaled(low, high) < high.value
        fits = between if word == "and" else rising and alike and (word == "to" or high.value <= low.value + _CLOSE)
        # "From 5 to 7" is a change, unless something ranges from one to the other.
        return "range" if fits and (between or not _changes(text, low.start)) else ""
    if low.unit and low.unit not in {"percent"} and not low.money:
        return ""
    games = all(part.printed.isdigit() and part.value < _MOST_GAMES and not part.money for part in (low, high))
    votes = low.printed.isdigit() and high.printed.isdigit() and low.value < _MOST_VOTES and not low.money
    if votes and low.value >= high.value and not high.unit:
        return "score"
    return "dash" if link["dash"].strip() == link["dash"] and (games or _scaled(low, high) < high.value) else ""


_FROM = re.compile(r"(?<!anywhere )(?<!ranging )(?<!ranged )(?<!ranges )(?<!range )(?<!aged )\bfrom\s+$", re.IGNORECASE)


def _changes(text: str, at: int) -> bool:
    return _FROM.search(text[max(0, at - 20) : at]) is not None


def _unit_ahead(text: str, low: _Part, limit: int) -> str:
    """The unit of the 5 in "from 5 to 7 percent", which is a change and no range."""
    if not _changes(text, low.start):
        return ""
    link = _LINK.match(text, low.end, limit)
    high = _part(text, link.end(), limit) if link and (link["word"] or "").lower() == "to" else None
    return high.unit if high and not high.money else ""


def _scaled(low: _Part, high: _Part) -> float | int:
    """The lower number with the scale that stands behind the higher one alone: "$2-3 billion"."""
    scale = _SCALE.search(high.printed)
    if scale and not _SCALE.search(low.printed) and low.printed[:1].isdigit() and low.value < high.value:
        scaled = numbers.value(f"{low.printed} {scale[1]}")
        if scaled is not None and scaled < high.value:
            return scaled
    return low.value
