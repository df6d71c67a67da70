"""Misprints: puts wrong words into right text, and says which words they are."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extraction.confusable import KNOWN, confusable, sound_alikes
from training.encoder.data import Tagging

RIGHT, WRONG = 0, 1
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "y")


@dataclass(frozen=True)
class Chances:
    """How often a word is misprinted; how often a small one by any small word; how often another form is taken."""

    misprint: float = 0.03
    any_small: float = 0.15
    form: float = 0.25


def misprinted(words: Sequence[str], chances: Chances, chance: random.Random) -> Tagging:
    """The words with some of them wrong. Words in capitals, numbers and marks stay as they are."""
    found, tags = [], []
    for word in words:
        other = _other(word, chances, chance) if chance.random() < chances.misprint else None
        found.append(other or word)
        tags.append(WRONG if other else RIGHT)
    return Tagging(found, tags)


def _other(word: str, chances: Chances, chance: random.Random) -> str | None:
    lower = word.lower()
    if word not in (lower, lower.capitalize()):
        return None
    small = lower in sound_alikes()
    if small and chance.random() < chances.any_small:
        choice = [other for other in sorted(sound_alikes()) if other != lower]
    else:
        others, forms = _near(lower)
        choice = list(forms if forms and (not others or chance.random() < chances.form) else others)
    if not choice:
        return None
    other = chance.choice(choice)
    return other.capitalize() if word[0].isupper() else other


@lru_cache(maxsize=65536)
def _near(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The other words that may be printed, and the other forms of the same word."""
    near = confusable(word, KNOWN)
    forms = tuple(other for other in near if _stem(other) == _stem(word))
    return tuple(other for other in near if other not in forms), forms


def _stem(word: str) -> str:
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word
