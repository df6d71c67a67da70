"""Words a slip away from what another report prints between the same words, outside quotations.

Reports of one event share many short runs of words, however freely each tells it: "during her time as secretary of
state". Where one of them has "tie" there, the run around the word shows what is meant.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from factcheck.collation.event import Event
from factcheck.collation.passages import Passage
from factcheck.collation.reported import reported
from factcheck.collation.suggest import Groups, grouped
from factcheck.collation.words import content, inflected, is_function_word, slips
from factcheck.types import WitnessDraft

SHORTEST, LONG = 3, 8
# So many words around must be equal, and so many of them tell something.
RUN, TELLING = 3, 1
# Two words that stand between more pairs of places than this are no news: "of the same kind".
TOO_COMMON = 60

Place = tuple[Passage, int]


@dataclass(frozen=True, slots=True)
class Misprint:
    """Two words at one place: the printed forms with their witnesses, and how many words around them are equal."""

    words: tuple[str, str]
    groups: Groups
    run: int


def misprints(event: Event) -> Iterator[Misprint]:
    """Each two words of which one may be a slip for the other, with all places that show it."""
    found: dict[tuple[str, str], dict[WitnessDraft, None]] = defaultdict(dict)
    longest: dict[tuple[str, str], int] = defaultdict(int)
    for one, other, run in _places(event):
        first, second = sorted((_word(one), _word(other)))
        pair = first, second
        found[pair] |= dict.fromkeys((_witness(one), _witness(other)))
        longest[pair] = max(longest[pair], run)
    for pair, witnesses in found.items():
        yield Misprint(pair, grouped(witnesses), longest[pair])


def _places(event: Event) -> Iterator[tuple[Place, Place, int]]:
    """Pairs of places in two articles that differ by a slip within an equal run of words, and how long that is."""
    between: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for passage in reported(event):
        for at in range(1, len(passage.norms) - 1):
            if _plain(passage.words[at].text):
                between[passage.norms[at - 1], passage.norms[at + 1]].append((passage, at))
    for held in between.values():
        for one, other in combinations(held[:TOO_COMMON], 2):
            if one[0].article is not other[0].article and _slip(_word(one), _word(other)):
                run = [*_run(one, other, -1), *_run(one, other, 1)]
                if len(run) >= RUN and len(content(run)) >= TELLING:
                    yield one, other, len(run)


def _plain(word: str) -> bool:
    return word.islower() and word.isalpha() and len(word) >= SHORTEST


def _slip(one: str, other: str) -> bool:
    """Whether one word may be printed for the other: no form of it, and not one small word for another."""
    if one[0] != other[0] or inflected(one, other) or (is_function_word(one) and is_function_word(other)):
        return False
    return 0 < slips(one, other) <= (1 if min(len(one), len(other)) < LONG else 2)


def _run(one: Place, other: Place, step: int) -> list[str]:
    """The equal words on one side of two places, from the nearest on."""
    sides: Iterator[tuple[str, str]] = zip(_onward(one, step), _onward(other, step), strict=False)
    found = []
    for left, right in sides:
        if left != right:
            break
        found.append(left)
    return found


def _onward(place: Place, step: int) -> Iterator[str]:
    passage, at = place
    row: Sequence[str] = passage.norms
    return islice(row, at + 1, None) if step > 0 else iter(row[:at][::-1])


def _word(place: Place) -> str:
    return place[0].norms[place[1]]


def _witness(place: Place) -> WitnessDraft:
    passage, at = place
    word = passage.words[at]
    return WitnessDraft(passage.article.name, word.start, word.end, passage.article.copy.text[word.start : word.end])
