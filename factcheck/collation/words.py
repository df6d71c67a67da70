"""Words with their offsets, and what makes two of them the same word to a desk.

Agencies differ in marks, capitals, contractions, digits and national spelling. None of that is a difference of
wording, so it is folded away here, once, for every comparator.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

from factcheck.collation.lexicon import (
    CONTRACTIONS,
    ENDINGS,
    FUNCTION_WORDS,
    IRREGULAR,
    NUMBER_WORDS,
)
from factcheck.collation.national import american

LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
# One word to some agencies, two to others: "per cent", "co-operate", "re-elected", "pre-empt".
JOINED = r"\b(?:per cent\b|co-o(?=\w{3})|(?:re|pre)-e(?=\w{3}))"
TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)*|(?i:{JOINED})(?:{LETTERS})?|{LETTERS}|[%$€£]")
SHORTEST_STEM = 3
LONGEST_ACRONYM = 5


class Word(NamedTuple):
    """A word of a text; ``norm`` is what is compared. A contraction gives two words with one span."""

    text: str
    start: int
    end: int
    norm: str


@lru_cache(maxsize=65536)
def norms(token: str) -> tuple[str, ...]:
    """The folded form of one token: usually one word, two for a contraction."""
    plain = token.replace("’", "'").replace(" ", "").replace("-", "")
    bare = plain.replace(".", "") if not plain[0].isdigit() else plain.replace(",", "")
    if bare.isupper() and 1 < len(bare) <= LONGEST_ACRONYM:
        return (bare,)
    lowered = bare.lower()
    return CONTRACTIONS.get(lowered) or (_folded(lowered),)


def _folded(word: str) -> str:
    base, mark, ending = NUMBER_WORDS.get(word, word).partition("'")
    return american(base) + mark + ending


@lru_cache(maxsize=2048)
def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of a text, with offsets into the whole text."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Word(m[0], m.start(), m.end(), norm) for m in found for norm in norms(m[0]))


def normal(text: str) -> tuple[str, ...]:
    """The folded words of a short text: equal when two texts say the same words."""
    return tuple(word.norm for word in words(text))


def is_function_word(norm: str) -> bool:
    """Words that carry no news by themselves."""
    return norm in FUNCTION_WORDS


def content(norm_words: Iterable[str]) -> tuple[str, ...]:
    """The words that carry the news."""
    return tuple(word for word in norm_words if word not in FUNCTION_WORDS)


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """A word without its ending, for looking up what may belong together."""
    base = IRREGULAR.get(norm, norm)
    for ending in ENDINGS:
        if base.endswith(ending) and not base.endswith("ss") and len(base) - len(ending) >= SHORTEST_STEM:
            base = base[: -len(ending)]
            break
    if len(base) > SHORTEST_STEM and base[-1] == base[-2] and base[-1] not in "ls":
        base = base[:-1]
    return base[:-1] + "i" if base.endswith("y") and len(base) > SHORTEST_STEM else base


def stems(norm_words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry the news."""
    return frozenset(stem(word) for word in norm_words if word not in FUNCTION_WORDS)


def inflected(one: str, other: str) -> bool:
    """True when two words are forms of one word: manage and managing, is and was."""
    return one != other and stem(one) == stem(other)


@lru_cache(maxsize=65536)
def zipf(word: str) -> float:
    """How common a word is in English: 0 unknown, about 3 a word of the news, 7 the commonest."""
    return float(zipf_frequency(word, "en"))


def rarity(norm: str) -> float:
    """How telling a word is: 0 for the commonest, 1 for a word that nobody lists."""
    return 0.0 if norm in FUNCTION_WORDS else max(0.0, 1.0 - zipf(norm) / 8)


@lru_cache(maxsize=65536)
def slips(one: str, other: str) -> int:
    """Letters added, lost, changed or swapped between two words."""
    return int(OSA.distance(one, other))
