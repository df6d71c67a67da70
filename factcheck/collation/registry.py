"""The people of an event as a desk keeps them: the name, its order, what to call them again, and who prints what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.collation.event import Event
from factcheck.collation.people import Person, folded, lone, people
from factcheck.collation.union import Union
from factcheck.collation.words import normal
from factcheck.types import ClaimKind


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that stand for somebody: how often they are printed, by which articles, and whether a desk permits them."""

    words: str
    times: int
    articles: tuple[str, ...]
    permitted: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A person of the event. ``again`` is the permitted second reference, empty where another bears the name too."""

    name: str
    family: str
    family_first: bool
    again: str
    spellings: tuple[Printed, ...]
    short: tuple[Printed, ...]
    roles: tuple[Printed, ...]
    articles: tuple[str, ...]


def registry(event: Event, disputed: Iterable[Iterable[str]] = ()) -> list[Entry]:
    """Everyone whom an article names in full, those whom most articles name first.

    ``disputed`` are the readings of each conflict about a spelling: what differs by them alone is one person.
    """
    known = people(event)
    groups = _joined(known, [frozenset(folded(word) for text in one for word in text.split()) for one in disputed])
    found = [_entry(event, group, known) for group in groups]
    return sorted(found, key=lambda entry: (-len(entry.articles), entry.name))


def _joined(known: Sequence[Person], disputed: Sequence[frozenset[str]]) -> list[list[Person]]:
    """The persons, those whose names differ by disputed words alone together."""
    union = Union(len(known))
    first: dict[tuple[int, frozenset[str]], int] = {}
    for number, person in enumerate(known):
        words = frozenset(map(folded, person.tokens))
        for at, spelt in enumerate(disputed):
            if words & spelt:
                union.join(number, first.setdefault((at, words - spelt), number))
    return [[known[number] for number in group] for group in union.groups()]


def _entry(event: Event, group: Sequence[Person], known: Sequence[Person]) -> Entry:
    person = min(group, key=lambda one: (-len(one.articles), -len(one.fulls), one.name))
    uses = [use for one in group for use in one.fulls]
    rivals = {folded(other.family) for other in known if other not in group}
    articles = sorted({use.article.name for use in uses})
    return Entry(
        name=person.name,
        family=person.family,
        family_first=person.family_first,
        again="" if folded(person.family) in rivals else person.family,
        spellings=_counted([(" ".join(use.text.split()), use.article.name) for use in uses]),
        short=tuple(_short(event, group, person, frozenset(articles))),
        roles=_roles(event, {folded(one.name) for one in group}),
        articles=tuple(articles),
    )


def _short(event: Event, group: Sequence[Person], person: Person, articles: frozenset[str]) -> Iterator[Printed]:
    """The names that stand alone for the person in the articles that introduce them, the given name among them."""
    families, given = {one.family for one in group}, person.given if person.family_first else ""
    held = [(use.text, use.article.name) for use in lone(event) if use.article.name in articles and not use.quoted]
    named = [one for one in held if one[0] in families or one[0] == given]
    for printed in _counted(named):
        yield Printed(printed.words, printed.times, printed.articles, printed.words == person.family)


def _roles(event: Event, names: set[str]) -> tuple[Printed, ...]:
    """The titles that articles give the person; capitals make no other title."""
    held: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for article, claim in event.claims(ClaimKind.ROLE):
        if folded(str(claim.value.get("person", ""))) in names:
            held[normal(claim.text)].append((" ".join(claim.text.split()), article.name))
    counted = [_one(group) for group in held.values()]
    return tuple(sorted(counted, key=_rank))


def _counted(held: Iterable[tuple[str, str]]) -> tuple[Printed, ...]:
    by_words: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for words, article in held:
        by_words[words].append((words, article))
    return tuple(sorted((_one(group) for group in by_words.values()), key=_rank))


def _one(group: Sequence[tuple[str, str]]) -> Printed:
    shown = Counter(words for words, _ in group)
    words = min(shown, key=lambda each: (-shown[each], each))
    return Printed(words, len(group), tuple(sorted({article for _, article in group})))


def _rank(printed: Printed) -> tuple[int, int, str]:
    return -len(printed.articles), -printed.times, printed.words
