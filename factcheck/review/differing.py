"""The words in which two readings differ."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
# Beyond this many words, marking is slow and shows nothing: whole readings differ.
WORD_LIMIT = 1_500


class Stretch(NamedTuple):
    """Neighbouring words of a reading, all changed or all the same as in the reading it is compared with."""

    text: str
    changed: bool


def differing(reading: str, base: str) -> tuple[Stretch, ...]:
    """The reading cut where it departs from ``base``; an empty base has nothing to compare, so nothing is marked."""
    ours, theirs = TOKEN.findall(reading), TOKEN.findall(base)
    if not ours or not theirs or max(len(ours), len(theirs)) > WORD_LIMIT:
        return (Stretch(reading, False),) if reading else ()
    return tuple(_stretches(ours, theirs))


def _stretches(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """Neighbours that are both changed or both the same become one stretch."""
    opcodes = SequenceMatcher(None, _plain(ours), _plain(theirs), autojunk=False).get_opcodes()
    pieces = [
        (operation != "equal", "".join(ours[start:end])) for operation, start, end, _, _ in opcodes if start < end
    ]
    for changed, group in groupby(pieces, key=itemgetter(0)):
        yield Stretch("".join(text for _, text in group), changed)


def _plain(tokens: Sequence[str]) -> list[str]:
    """Straight apostrophes: how they are set is no difference of words."""
    return [token.replace("’", "'") for token in tokens]
