"""People: the persons that an article names in full, and who is meant by a part of a name."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from factcheck.extraction import lexicon
from factcheck.extraction.chunks import given_names

# How many mentions of namesakes to each side of a name are looked at: copy of any length takes bounded time.
_RECENT = 50
# With how many names of one first letter a word is compared, for the same reason.
_MOST_ALIKE = 300
_AFFIXES = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article, by the name as printed in full."""

    name: str
    tokens: tuple[str, ...]


@dataclass(slots=True)
class People:
    """The register. ``lone`` counts the single capitalised words of the body, which show who goes by which name."""

    lone: Counter[str] = field(default_factory=Counter)
    _by_name: dict[tuple[str, ...], Person] = field(default_factory=dict)
    _by_part: dict[str, list[tuple[int, Person]]] = field(default_factory=lambda: defaultdict(list))
    # In the order of the article: a set would give another answer at each run.
    _by_letter: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def introduce(self, tokens: Sequence[str], at: int) -> Person:
        """Notes that a name in full stands at an offset; the same name is the same person."""
        key = _without_affix(tokens)
        person = self._by_name.get(key)
        if person is None:
            person = self._by_name[key] = Person(" ".join(key), key)
        for token in set(key):
            self._by_part[token].append((at, person))
            self._by_letter[token[:1]][token] = None
        return person

    def link(self, tokens: Sequence[str], at: int) -> Person | None:
        """Whom a name or a part of one means at an offset: of several, the one named in full last before it."""
        wanted = _without_affix(tokens)
        if not wanted:
            return None
        spots = self._by_part.get(wanted[0], [])
        number = bisect_right(spots, at, key=lambda spot: spot[0])
        nearest = chain(reversed(spots[max(0, number - _RECENT) : number]), spots[number : number + _RECENT])
        return next((person for _, person in nearest if part_of(wanted, person)), None)

    def near(self, word: str) -> bool:
        """Whether a word is a slip of the pen away from a part of a known name."""
        alike = self._by_letter.get(word[:1], {})
        return any(_near(word, part) for part in islice(alike, _MOST_ALIKE))

    def everyone(self) -> Iterator[Person]:
        """The persons, in the order in which the article introduces them."""
        yield from self._by_name.values()

    def family_first(self, person: Person) -> bool:
        """Whether the family name is printed first: it is known to stand first and is nobody's given name here."""
        first, last = person.tokens[0], person.tokens[-1]
        if len(person.tokens) < 2 or first not in lexicon.words("family_first"):
            return False
        return first not in given_names() or self.lone[first] > self.lone[last]

    def form(self, tokens: Sequence[str], person: Person) -> str:
        """What part of the person's name the tokens are."""
        wanted = _without_affix(tokens)
        if len(wanted) >= len(person.tokens) and len(person.tokens) > 1:
            return "full"
        leads = wanted == person.tokens[: len(wanted)]
        return "given" if leads != self.family_first(person) and len(person.tokens) > 1 else "surname"


def _without_affix(tokens: Sequence[str]) -> tuple[str, ...]:
    """The parts of a name without "Jr." and its like."""
    return tuple(token for token in tokens if token.lower() not in _AFFIXES) or tuple(tokens)


def part_of(wanted: tuple[str, ...], person: Person) -> bool:
    """Whether the tokens start or end the person's name; of longer names any single token will do."""
    size = len(wanted)
    if size > len(person.tokens):
        return False
    ends = wanted in (person.tokens[:size], person.tokens[-size:])
    return ends or (size == 1 and len(person.tokens) > 2 and wanted[0] in person.tokens)


def _near(word: str, part: str) -> bool:
    """One letter more, less or other; for long names two."""
    if word == part or abs(len(word) - len(part)) > 2 or word[0] != part[0] or min(len(word), len(part)) < 3:
        return False
    return _distance(word, part) <= (1 if len(part) < 8 else 2)


def _distance(left: str, right: str) -> int:
    """Edits between two short words."""
    row = list(range(len(right) + 1))
    for number, char in enumerate(left, 1):
        row, last = [number], row
        for spot, other in enumerate(right, 1):
            row.append(min(last[spot] + 1, row[-1] + 1, last[spot - 1] + (char != other)))
    return row[-1]
