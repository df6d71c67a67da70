"""Numbers of the copy: digits, words and scales, parsed to values."""

import re

ONES = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
_SMALL = "|".join(sorted({*ONES, *TENS} - {"a", "an"}, key=len, reverse=True))
_UNITS = "|".join(sorted((word for word, value in ONES.items() if value < 10 and len(word) > 2), key=len, reverse=True))
_SCALED = "hundred|thousand|million|billion|trillion"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDED = (
    rf"(?:(?:{'|'.join(TENS)})(?:-(?:{_UNITS}))?|{_SMALL})"
    rf"(?:\s+(?:{_SCALED})(?:\s+and)?(?:\s+(?:(?:{'|'.join(TENS)})(?:-(?:{_UNITS}))?|{_SMALL})(?![\w-]))?)*"
)
# A number in digits with its scale, in words, or "a dozen", "half a million".
NUMBER = (
    rf"(?:(?:{DIGITS})(?:\s?-?(?:{_SCALED}|dozen)\b|(?:k|m|mn|bn|b|tn)\b)?"
    rf"|(?:half\s+a|a|an)\s+(?:dozen|{_SCALED})\b"
    rf"|(?:{_WORDED})(?:\s+dozen)?\b)"
)
# A longer number counts nothing in the news: it is a code, a mishap, or a joke.
_MOST_DIGITS = 15
_LARGEST = 10**18
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")


def value(text: str) -> float | int | None:
    """The value of a number that matches ``NUMBER``; None for one that is too large to count anything."""
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return None
    total: float = 0
    part: float = 0
    for piece in _TOKEN.findall(text.lower()):
        if piece[0].isdigit():
            part = float(piece.replace(",", ""))
        elif piece == "half":
            part = 0.5
        elif piece in SCALES:
            part, total = _scaled(part, total, piece)
        elif not (part == 0.5 and piece == "a"):
            part += ONES.get(piece, 0) + TENS.get(piece, 0)
        if max(part, total) > _LARGEST:
            return None
    return whole(total + part)


def _scaled(part: float, total: float, scale: str) -> tuple[float, float]:
    """Hundreds multiply what stands before them; higher scales close a part of the sum."""
    scaled = (part or 1) * SCALES[scale]
    return (scaled, total) if scale in {"hundred", "dozen"} else (0, total + scaled)


def whole(number: float) -> float | int:
    """A number without a fraction of nothing."""
    rounded = round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
