"""Labels: numbers that are part of a name or a place in a row, and count nothing ("Flight 447", "Boeing 737")."""

import re
from collections.abc import Mapping

from factcheck.extraction import lexicon
from factcheck.extraction.almanac import MONTHS, WEEKDAYS
from factcheck.extraction.names import Name
from factcheck.extraction.sheet import Sentence
from factcheck.types import SegmentKind

_BEFORE = re.compile(r"([^\s,;:()\"“”‘]+)[\s-]$")
_COUNTED = re.compile(r"\s+(?:[a-z-]+\s+){0,2}[a-z]+s\b|\s+(?:people|men|women|children|police)\b")
# "777s", "777-200LR", "a 737 and": things that are called so.
_CALLED = re.compile(
    r"(?<![\w.,$€£'’/-])([1-9]\d{2,3})(?=s\b|-\d+[A-Z])|\ban?\s([1-9]\d{2,3})(?!\d|[,.]\d|-)(?=[.,;:)]|\s(?:and|in|at|from|was|to)\b)"
)
_SINGULAR = re.compile(
    r"\s[A-Z][a-z]+(?<!s)(?:[.,;:)]|$|\s(?:at|in|by|is|was|to|for|on|as|makes?|has|will|from|[^\w\s]))"
)
_ALONE = re.compile(r"[1-9]\d{2,3}")
_LONG = 4
_TITLED = 0.6


def label(text: str, sentence: Sentence, start: int, end: int, ended: Mapping[int, Name]) -> bool:
    """Whether the digits [start, end) are a label by the word before them."""
    if _ALONE.fullmatch(text[start:end]) and _SINGULAR.match(text, end, sentence.end):
        return True
    match = _BEFORE.search(text, max(sentence.start, start - 30), start)
    if not match:
        return False
    word = match[1]
    if word.lower() in lexicon.words("numbered"):
        return True
    if not _capital(word) or word.lower().rstrip(".") in MONTHS or word.lower() in WEEKDAYS:
        return False
    counted = _COUNTED.match(text, end) is not None
    name = ended.get(match.end(1))
    if name and name.type in {"GPE", "LOC", "PERSON", "NORP"} and counted:
        return False
    if match.start() == sentence.start and match[1] == match[0].strip():
        return not lexicon.everyday(word)
    return not _titled(sentence) or (name is not None and name.type == "ORG" and not counted)


def _capital(word: str) -> bool:
    return any(sign.isupper() for sign in word)


def _titled(sentence: Sentence) -> bool:
    """Whether a line has capitals throughout, so that they tell nothing."""
    if sentence.layer not in {SegmentKind.HEADLINE, SegmentKind.DECK}:
        return False
    long = [word for word in sentence.words if word.text.isalpha() and len(word.text) >= _LONG]
    return sum(word.capital for word in long) >= _TITLED * len(long)


def called(text: str) -> set[str]:
    """The numbers that the article uses as names: "777s", "a 737"."""
    found = {match[1] or match[2] for match in _CALLED.finditer(text)}
    return {digits for digits in found if not digits.startswith(("19", "20")) or len(digits) < _LONG}


def bare(digits: str) -> bool:
    """Whether digits could be the label of a thing that the article names elsewhere."""
    return _ALONE.fullmatch(digits) is not None
