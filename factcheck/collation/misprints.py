"""Words a slip away from what another report prints between the same words, outside quotations.

Reports of one event share many short runs of words, however freely each tells it: "during her time as secretary of
state". Where one of them has "tie" there, the run around the word shows what is meant. Sentences of a few words are
left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from factcheck.collation.event import Event
from factcheck.collation.passages import Passage
from factcheck.collation.reported import reported
from factcheck.collation.suggest import Groups, grouped
from factcheck.collation.words import Word, content, inflected, is_function_word, slips, words, zipf
from factcheck.types import WitnessDraft

SHORTEST, LONG = 3, 8
# So many words around must be equal, and so many of them tell something.
RUN, TELLING = 3, 2
# Of one word between two others no more places are asked than this.
MOST_PLACES = 60
WOMEN = ("woman", "women")

Place = tuple[Passage, int]
Pair = tuple[str, str]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misprint:
    """Two words at one place: the printed forms with their witnesses, and how many words around them are equal."""

    words: Pair
    groups: Groups
    run: int


def misprints(event: Event) -> Iterator[Misprint]:
    """Each two words of which one stands once in all the independent reports, and may be a slip for the other."""
    found: dict[Pair, dict[WitnessDraft, None]] = defaultdict(dict)
    longest: dict[Pair, int] = defaultdict(int)
    counts = _counts(event)
    for pair, one, other, run in _places(event, counts):
        found[pair] |= dict.fromkeys((_witness(one), _witness(other)))
        longest[pair] = max(longest[pair], run)
    for pair, witnesses in found.items():
        if not _two_slips(pair, found):
            yield Misprint(pair, grouped(witnesses), longest[pair])


def _counts(event: Event) -> Mapping[str, int]:
    """How often each word stands; what copies of one origin repeat counts once."""
    by_origin: dict[object, Counter[str]] = defaultdict(Counter)
    for article in event.articles:
        by_origin[event.origin_of.get(article.name, article.name)] |= Counter(w.norm for w in words(article.copy.text))
    return sum(by_origin.values(), Counter())


def _two_slips(pair: Pair, found: Iterable[Pair]) -> bool:
    """Whether both words are slips for a third, a commoner one that stands beside each."""
    one, other = ({word for held in found if each in held for word in held} - {*pair} for each in pair)
    return any(zipf(word) > max(map(zipf, pair)) for word in one & other)


def _places(event: Event, counts: Mapping[str, int]) -> Iterator[tuple[Pair, Place, Place, int]]:
    """Pairs of places in two articles that differ by a slip within an equal run of words, and how long that is."""
    for held in _between(event).values():
        for pair in combinations(sorted(held), 2):
            if min(counts[word] for word in pair) > 1 or not _slip(*pair):
                continue
            for one, other in product(*(held[word][:MOST_PLACES] for word in pair)):
                run = [*_run(one, other, -1), *_run(one, other, 1)]
                if one[0].article is not other[0].article and len(run) >= RUN and len(content(run)) >= TELLING:
                    yield pair, one, other, len(run)


def _between(event: Event) -> Mapping[Row, Mapping[str, Sequence[Place]]]:
    """The places of each word by its first letter and the words on both its sides."""
    held: dict[Row, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for passage in reported(event):
        norms = passage.norms
        for at in range(1, len(norms) - 1):
            if _plain(passage.words[at]):
                held[norms[at - 1], norms[at + 1], norms[at][0]][norms[at]].append((passage, at))
    return held


def _plain(word: Word) -> bool:
    """A word in small letters; a number in words is a figure."""
    return word.text.islower() and word.text.isalpha() and word.norm.isalpha() and len(word.norm) >= SHORTEST


def _slip(one: str, other: str) -> bool:
    """Whether one word may be printed for the other: no form of it, not one small word for another, no chairwoman."""
    small = is_function_word(one) and is_function_word(other)
    if small or inflected(one, other) or one.endswith(WOMEN) != other.endswith(WOMEN):
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


def _witness(place: Place) -> WitnessDraft:
    passage, at = place
    word = passage.words[at]
    return WitnessDraft(passage.article.name, word.start, word.end, passage.article.copy.text[word.start : word.end])
