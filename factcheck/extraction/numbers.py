"""Numbers of the copy: digits, words, scales and fractions, parsed to values."""

import re

ONES = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9,
    "b": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7,
    "eighth": 1 / 8, "tenth": 1 / 10,
}  # fmt: skip
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
# How many "dozens" may be: from one of them to the next scale and beyond.
ROUND = {
    "dozens": (24, 999), "scores": (20, 999), "hundreds": (100, 9999), "thousands": (1000, 99_999),
    "tens of thousands": (10_000, 999_999), "hundreds of thousands": (100_000, 9_999_999),
    "millions": (10**6, 10**9), "tens of millions": (10**7, 10**9), "hundreds of millions": (10**8, 10**10),
    "billions": (10**9, 10**12), "tens of billions": (10**10, 10**12), "hundreds of billions": (10**11, 10**13),
}  # fmt: skip
ROUNDED = "|".join(sorted((words.replace(" ", r"\s+") for words in ROUND), key=len, reverse=True))
_SMALL = "|".join(sorted({*ONES, *TENS} - {"a", "an"}, key=len, reverse=True))
_UNITS = "|".join(sorted((word for word, value in ONES.items() if value < 10 and len(word) > 2), key=len, reverse=True))
_TENS = "|".join(TENS)
_SCALED = "hundred|thousand|lakh|million|crore|billion|trillion"
_PARTED = "thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|tenths?"
DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?"
_SHORT = r"(?:[kmb]|\s?(?:mn|mln|bn|bln|tn|trn))\b"
_WORDED = (
    rf"(?:(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_SMALL})"
    rf"(?:[\s-]+(?:{_SCALED})(?:\s+and)?(?:\s+(?:(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_SMALL})(?![\w-]))?){{0,8}}+"
    rf"(?!\s+(?:{_SCALED})\b)"
)
# A number in digits with its scale, in words, "a dozen", "half a million", "two and a half", "two-thirds", "a third".
NUMBER = (
    rf"(?:(?:{DIGITS})(?:\s?[½¼¾⅓⅔⅕⅛]|\s[1-9]/[2-9](?!\d))?"
    rf"(?:\s+and\s+a\s+half\b)?(?:\s?-?(?:{_SCALED}|dozen)\b|{_SHORT}(?!\.\w))?"
    rf"|(?:half\s+a|a|an)\s+(?:dozen|score|{_SCALED})\b"
    rf"|(?:(?:one|two|three|four|five|seven|nine)[\s-](?:{_PARTED})"
    rf"|a\s+(?:third|fifth|sixth|tenth|quarter)(?=\s+of\b)|half(?=\s+(?:of|the|its|his|their|all)\b))\b"
    rf"|(?:{_WORDED})(?:\s+and\s+a\s+(?:half|quarter))?(?:[\s-]+(?:dozen|{_SCALED}))?\b)"
)
# A longer number counts nothing in the news: it is a code, a mishap, or a joke.
_MOST_DIGITS = 15
_LARGEST = 10**18
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?(?:/[1-9])?|[½¼¾⅓⅔⅕⅛]|[a-z]+")


def value(text: str) -> float | int | None:
    """The value of a number that matches ``NUMBER``; None for one that is too large to count anything."""
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return None
    pieces = _TOKEN.findall(text.lower())
    total: float = 0
    part: float = 0
    for at, piece in enumerate(pieces):
        if piece[0].isdigit() or piece in _VULGAR:
            part += _digits(piece)
        elif _fraction(piece) is not None:
            part = _parted(part, _fraction(piece) or 0, pieces[:at])
        elif piece in SCALES:
            part, total = _scaled(part, total, piece)
        elif not (piece in {"a", "an"} and at):
            part += ONES.get(piece, 0) + TENS.get(piece, 0)
        if max(part, total) > _LARGEST:
            return None
    return whole(total + part)


def _digits(piece: str) -> float:
    if piece in _VULGAR:
        return _VULGAR[piece]
    number, _, under = piece.replace(",", "").partition("/")
    return float(number) / float(under or 1)


def _fraction(piece: str) -> float | None:
    return FRACTIONS.get(piece) or FRACTIONS.get(piece.removesuffix("s"))


def _parted(part: float, fraction: float, before: list[str]) -> float:
    """ "two-thirds" is so many parts; "two and a half" adds one; "a third" is one."""
    return part + fraction if "and" in before else (part or 1) * fraction


def _scaled(part: float, total: float, scale: str) -> tuple[float, float]:
    """Hundreds multiply what stands before them; higher scales close a part of the sum."""
    scaled = (part or 1) * SCALES[scale]
    return (scaled, total) if scale in {"hundred", "dozen", "score"} else (0, total + scaled)


def whole(number: float) -> float | int:
    """A number without a fraction of nothing."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
