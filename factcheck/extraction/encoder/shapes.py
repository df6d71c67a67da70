"""Shapes: how a word is cased, which an uncased encoder cannot see, and whether it stands first in its sentence."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache


class Shape(IntEnum):
    """What a word looks like."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    LETTER = 3  # one capital: "A", "J."
    DOTTED = 4  # "U.S."
    MIXED = 5  # "McCray", "eBay"
    DIGITS = 6
    ALPHANUMERIC = 7  # "G20"
    MARK = 8
    BRACKET = 9  # quotation marks, dashes and brackets: a sentence may begin after them
    OTHER = 10  # scripts without case


# Number 0 is for the pieces that belong to no word; each shape counts once inside and once at the start of a sentence.
COUNT = 1 + 2 * len(Shape)
_BRACKETS = re.compile(r"[\"'“”‘’`„«»\-–—()\[\]]+")


def shapes(words: Iterable[str]) -> list[int]:
    """The number of each word's shape, from 1 on."""
    found, first = [], True
    for word in words:
        shape = shape_of(word)
        found.append(1 + 2 * shape + first)
        if ends_sentence(word):
            first = True
        elif shape != Shape.BRACKET and not word.isspace():
            first = False
    return found


def ends_sentence(word: str) -> bool:
    """A full stop, a question or exclamation mark, an ellipsis, or a line break."""
    return breaks_line(word) or (word[-1:] in {".", "?", "!", "…"} and not word[0].isalnum())


def breaks_line(word: str) -> bool:
    """Line breaks are words of white space to spaCy."""
    return "\n" in word or "\r" in word or "\u2028" in word or "\u2029" in word


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> Shape:
    """The shape of one word, wherever it stands."""
    letters = "".join(filter(str.isalpha, word))
    if any(map(str.isdigit, word)):
        return Shape.ALPHANUMERIC if letters else Shape.DIGITS
    if not letters:
        return Shape.BRACKET if _BRACKETS.fullmatch(word) else Shape.MARK
    return _cased(letters, dotted="." in word)


def _cased(letters: str, dotted: bool) -> Shape:
    if letters.islower():
        return Shape.LOWER
    if not any(map(str.isupper, letters)):
        return Shape.OTHER
    if len(letters) == 1:
        return Shape.LETTER
    if letters.isupper():
        return Shape.DOTTED if dotted else Shape.UPPER
    return Shape.TITLE if letters[0].isupper() and letters[1:].islower() else Shape.MIXED
