"""How near two names are: a slip of the pen, two ways of writing one foreign name, or two names."""

import re
from functools import lru_cache

from factcheck.collation.people import folded
from factcheck.collation.words import slips, zipf
from factcheck.extraction import lexicon
from factcheck.extraction.chunks import given_names

# Up to this length one slip is all; from the other on, two.
SHORT, LONG = 4, 8
# Longer than SHORT and below LONG, two slips pass only where nobody lists one of the spellings.
UNLISTED = 1.5
SHORTEST = 2


@lru_cache(maxsize=65536)
def near_name(one: str, other: str) -> int:
    """The number of slips between two spellings of one family name; 0 where they are two names, or equal."""
    left, right = folded(one), folded(other)
    if left == right or min(len(left), len(right)) < SHORTEST or left[0] != right[0]:
        return 0
    found = slips(left, right)
    return found if found <= _allowed(left, right) else 0


def _allowed(left: str, right: str) -> int:
    """How many slips names of this length can carry."""
    length = max(len(left), len(right))
    if min(len(left), len(right)) <= SHORT:
        return 1
    if length >= LONG or min(zipf(left), zipf(right)) < UNLISTED:
        return 2
    return 1


def near_given(one: str, other: str) -> bool:
    """Whether two given names before one family name are one name: not two listed names, nor a short form."""
    if not near_name(one, other):
        return False
    listed = one in given_names() and other in given_names()
    short = min(len(one), len(other)) <= SHORT
    starts = folded(one).startswith(folded(other)) or folded(other).startswith(folded(one))
    return not (listed and (short or starts or _sexes(one).isdisjoint(_sexes(other))))


@lru_cache(maxsize=65536)
def _sexes(name: str) -> frozenset[str]:
    """Whose given name it is, by the list."""
    rows = (row.partition(":") for row in lexicon.lines("given"))
    return frozenset(sex for sex, _, names in rows if name in names.split())


ROMANISATIONS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?:iy|yy|ij|ii|yi|y|i)$", "y"),
        (r"ts|tz|z", "z"),
        (r"kh", "h"),
        (r"ou|oo|u", "u"),
        (r"[qk]h?", "k"),
        (r"v|w|ff|f$", "v"),
        (r"ye|ie|je", "e"),
        (r"(.)\1", r"\1"),
    )
)
KNOWN = 1.0
SLAVIC = re.compile(r"sk(?:iy|yy|ij|ii|yi|y|i)$")


def romanised(one: str, other: str) -> bool:
    """Two ways of writing one foreign name that English copy both uses: Zelensky and Zelenskyy."""
    left, right = folded(one), folded(other)
    if SLAVIC.sub("sky", left) == SLAVIC.sub("sky", right):
        return True
    return min(zipf(left), zipf(right)) >= KNOWN and _reduced(left) == _reduced(right)


def _reduced(name: str) -> str:
    for pattern, letter in ROMANISATIONS:
        name = pattern.sub(letter, name)
    return name
