"""The lists in data/, read once: persons of many languages, countries, bodies, and parts that make up names."""

import random
from dataclasses import dataclass, field
from functools import cache

from training.corpora.word_lists import lines


@dataclass(frozen=True)
class Person:
    """A made-up person; in some languages the family name stands first."""

    given: str
    family: str
    culture: str
    family_first: bool


@dataclass(frozen=True)
class Country:
    """A country as public facts have it."""

    name: str
    adjective: str
    capital: str
    cities: tuple[str, ...]

    @property
    def people(self) -> str:
        """The people of the country, many."""
        irregular = {"British": "Britons", "American": "Americans", "Philippine": "Filipinos", "Danish": "Danes"}
        irregular |= {"Polish": "Poles", "Swedish": "Swedes", "Finnish": "Finns", "Turkish": "Turks"}
        irregular |= {"Spanish": "Spaniards", "New Zealand": "New Zealanders", "Czech": "Czechs", "Thai": "Thais"}
        if self.adjective in irregular:
            return irregular[self.adjective]
        return self.adjective + ("s" if self.adjective[-1] in "nicktb" else "")


@dataclass(frozen=True)
class Pair:
    """A body by its full name and by what an article calls it later."""

    full: str
    short: str


@dataclass(frozen=True)
class Lexicon:
    """Every list that slots draw from."""

    persons: tuple[tuple[str, bool, tuple[str, ...], tuple[str, ...]], ...]
    countries: tuple[Country, ...]
    kinds: dict[str, tuple[object, ...]]
    parts: dict[str, tuple[str, ...]]
    quotations: tuple[str, ...]
    agencies: tuple[str, ...]
    homes: dict[str, Country] = field(default_factory=dict)

    def of_kind(self, kind: str) -> tuple[object, ...]:
        """The fillers of a slot."""
        return self.kinds[kind]

    def person(self, rng: random.Random) -> Person:
        """A person of some language; English and Chinese names are drawn more often, as in the copy."""
        weights = [{"english": 5, "chinese": 3, "korean": 2}.get(culture, 1) for culture, *_ in self.persons]
        culture, family_first, given, family = rng.choices(self.persons, weights)[0]
        return Person(rng.choice(given), rng.choice(family), culture, family_first)

    def home_of(self, city: str) -> Country:
        """The country of a city."""
        return self.homes[city]


def _pairs(*names: str) -> tuple[Pair, ...]:
    return tuple(Pair(*line.split("|")) for name in names for line in lines(name))


def _countries() -> tuple[Country, ...]:
    found = []
    for line in lines("countries"):
        name, adjective, capital, cities = line.split("|")
        found.append(Country(name, adjective, capital, tuple(cities.split(","))))
    return tuple(found)


@cache
def lexicon() -> Lexicon:
    """All lists, read from data/."""
    persons = []
    for line in lines("persons"):
        culture, order, given, family = line.split("|")
        persons.append((culture, order == "family", tuple(given.split(",")), tuple(family.split(","))))
    countries = _countries()
    # The great powers are in the copy every day.
    frequent = [
        one for one in countries if one.capital in ("Washington", "Beijing", "Moscow", "London", "Tokyo", "Seoul")
    ]
    homes = {city: one for one in countries for city in (one.capital, *one.cities)}
    places = {key: tuple(value.split(",")) for key, value in (line.split("|") for line in lines("places"))}
    kinds: dict[str, tuple[object, ...]] = {
        "c": (*countries, *frequent * 4),
        "b": _pairs("bodies"),
        "u": _pairs("usbodies"),
        "party": _pairs("parties"),
        "i": tuple(lines("institutions")),
        "x": tuple(lines("outlets")),
        "a": tuple(lines("agencies")),
        "t": tuple(homes),
        "gpe": places["GPE"],
        "state": places["STATE"],
        "uscity": places["USCITY"],
        "off": tuple(lines("offices")),
        "people": tuple(lines("groups")),
        "loc": places["LOC"],
        "fac": places["FAC"],
        "event": places["EVENT"],
        "law": places["LAW"],
        "product": places["PRODUCT"],
        "w": places["WORK"],
        "lang": places["LANGUAGE"],
    }
    parts = {key: tuple(value.split(",")) for key, value in (line.split("|") for line in lines("orgparts"))}
    return Lexicon(tuple(persons), countries, kinds, parts, tuple(lines("quotations")), tuple(lines("agencies")), homes)


def composed_name(kind: str, words: Lexicon, rng: random.Random) -> Pair:
    """A company, institute, university, local body or team made up of parts, with its short form."""
    if kind == "o":
        return _company(words, rng)
    pattern = rng.choice(words.parts[{"inst": "institute", "uni": "university"}.get(kind, kind)])
    country = rng.choice(words.countries)
    full = pattern.format(
        stem=rng.choice(words.parts["stem"]),
        city=rng.choice(list(words.homes)),
        country=country.name.removeprefix("the "),
        field=rng.choice(words.parts["field"]),
    )
    return Pair(full, initials(full) if kind in ("inst", "uni") else full)


def _company(words: Lexicon, rng: random.Random) -> Pair:
    """Half of the stems are new words, so that no list of companies is learnt by heart."""
    stem = rng.choice(words.parts["stem"]) if rng.random() < 0.5 else _coined(rng)
    trade = rng.choice(words.parts["company"])
    form = rng.random()
    if form < 0.35:
        return Pair(f"{stem} {trade}", stem)
    if form < 0.55:
        return Pair(f"{stem} {trade} {rng.choice(words.parts['suffix'])}", stem)
    if form < 0.65:
        return Pair(f"{stem} {rng.choice(words.parts['suffix'])}", stem)
    if form < 0.75:
        letters = "".join(rng.choices("ABCDEFGHIKLMNOPRSTV", k=rng.choice((2, 3, 3, 4))))
        return Pair(f"{letters} {trade}", letters)
    if form < 0.85:
        full = f"{stem} {trade} {rng.choice(('Group', 'Holdings', 'Corporation'))}"
        return Pair(full, initials(full))
    if form < 0.92:
        return Pair(f"{stem} & {rng.choice(words.parts['stem'])}", stem)
    return Pair(stem, stem)


def _coined(rng: random.Random) -> str:
    onset = ("B", "Br", "C", "D", "Dr", "F", "G", "K", "L", "M", "N", "P", "R", "S", "St", "T", "Tr", "V", "W", "Z")
    middle = ("al", "en", "or", "iv", "ax", "um", "el", "in", "ar", "es", "ont", "olt", "and", "ex", "und")
    end = ("a", "o", "is", "ex", "on", "ia", "um", "co", "tech", "way", "dyne", "gen", "ix", "us", "ford", "wood")
    return rng.choice(onset) + "".join(rng.choices(middle, k=rng.choice((1, 1, 2)))) + rng.choice(end)


def initials(name: str) -> str:
    """The acronym of a name: the first letters of its words with a capital."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
