"""Confusable words: which words of English a typist may print for one another."""

from functools import cache, lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from wordfreq import get_frequency_dict

from factcheck.extraction import lexicon

# The share of English below which no word is meant by accident, and below which none is printed by accident.
COMMON, KNOWN = 2e-6, 1e-7
# From so many letters on a word may be two slips away.
LONG = 8
SHORTEST = 3
# More words stand near no word that anyone would see a slip in.
_MOST = 20
# The share of English below which a word is so rare that it may be a misprint by itself.
RARE = 3e-7


@lru_cache(maxsize=65536)
def confusable(word: str, share: float = COMMON) -> tuple[str, ...]:
    """The words with at least this share of English that a typist confuses with ``word``, in lower case.

    A small word is confused with what sounds or looks like it, any other with what is a slip or two away.
    """
    small = sound_alikes().get(word)
    if small is not None:
        return small
    if len(word) < SHORTEST or word not in english():
        return ()
    slips = 2 if len(word) >= LONG else 1
    found = extract(word, _listed(share), scorer=OSA.distance, score_cutoff=slips, limit=_MOST)
    return tuple(sorted(near for near, distance, _ in found if distance and near not in sound_alikes()))


@cache
def sound_alikes() -> dict[str, tuple[str, ...]]:
    """The small words, each with those that it is confused with."""
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("sound_alikes"):
        group = line.split()
        for word in group:
            found.setdefault(word, set()).update(set(group) - {word})
    return {word: tuple(sorted(others)) for word, others in found.items()}


def telling(word: str) -> bool:
    """Whether the network that doubts words can be believed on this one: small ones and rare ones."""
    return word in sound_alikes() or (word in english() and word not in english(RARE))


@cache
def english(share: float = KNOWN) -> frozenset[str]:
    """The words with at least this share of English, but for names of a letter or two."""
    listed = get_frequency_dict("en").items()
    return frozenset(w for w, held in listed if held >= share and len(w) >= SHORTEST and w.isascii() and w.isalpha())


@cache
def _listed(share: float) -> tuple[str, ...]:
    return tuple(sorted(english(share)))
