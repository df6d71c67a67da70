"""The cast of one sentence or article: what stands in a slot, drawn once and the same at every mention.

A slot is written {kind} or {kind.form}, where a number tells apart two of a kind: {p1} the full name of a person,
{p1.last} the second reference, {o1.short} what an article calls a company or a body later, {c1.adj} "Chinese". A slot
yields parts (text, label); a part without a label is plain text.
"""

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from training.templates.lexicon import Country, Lexicon, Pair, Person, composed_name

Part = tuple[str, str | None]
SLOT = re.compile(r"\{(?P<kind>\w+?)(?P<number>\d*)(?:\.(?P<form>\w+))?\}")
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
SUFFIXES = ("Sr.", "Jr.", "III")


@dataclass
class Cast:
    """Draws the fillers of one text and remembers them."""

    rng: random.Random
    lexicon: Lexicon
    ascii_names: bool = False
    drawn: dict[str, Any] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)

    def parts(self, kind: str, number: str, form: str) -> list[Part]:
        """What the slot yields."""
        if maker := _FRESH.get(kind):
            return maker(self)
        return _KEPT[kind](self, self.kept(kind, number), form)

    def kept(self, kind: str, number: str) -> Any:
        """What stands in the slot, drawn at its first mention."""
        key = f"{kind}{number}"
        if key not in self.drawn:
            self.drawn[key] = self._draw(kind)
        return self.drawn[key]

    def _draw(self, kind: str) -> object:
        if kind == "p":
            return self._person()
        if kind in ("o", "inst", "uni", "local", "team"):
            return composed_name(kind, self.lexicon, self.rng)
        source = self.lexicon.of_kind(kind)
        taken = [value for key, value in self.drawn.items() if key.rstrip("0123456789") == kind]
        free = [one for one in source if all(one is not other for other in taken)]
        return self.rng.choice(free or source)

    def _person(self) -> Person:
        for _ in range(20):
            person = self.lexicon.person(self.rng)
            if person.family not in self.surnames:
                break
        self.surnames.add(person.family)
        return person

    def spelt(self, name: str) -> str:
        """The name as this text spells it: with its accents or without."""
        if not self.ascii_names:
            return name
        table = str.maketrans({"ø": "o", "ı": "i", "ł": "l", "Ø": "O", "Ł": "L", "đ": "d"})
        return unicodedata.normalize("NFKD", name.translate(table)).encode("ascii", "ignore").decode()


Fresh = Callable[[Cast], list[Part]]
Kept = Callable[[Cast, Any, str], list[Part]]


def _person(cast: Cast, one: Person, form: str) -> list[Part]:
    if form == "last":
        return [(cast.spelt(one.family), "PERSON")]
    if form == "given":
        return [(cast.spelt(one.given), "PERSON")]
    name = f"{one.family} {one.given}" if one.family_first else f"{one.given} {one.family}"
    if not one.family_first and cast.rng.random() < 0.1:
        name = f"{one.given} {cast.rng.choice('ABCDEFGHJKLMNPRSTW')}. {one.family}"
    if one.culture == "english" and cast.rng.random() < 0.03:
        name += f" {cast.rng.choice(SUFFIXES)}"
    return [(cast.spelt(name), "PERSON")]


def _country(cast: Cast, one: Country, form: str) -> list[Part]:
    american = one.name == "the United States"
    if form == "cap":
        return [(one.capital, "GPE")]
    if form == "city":
        return [(cast.rng.choice(one.cities), "GPE")]
    if form in ("adj", "us"):
        if american:
            return [(cast.rng.choice(("U.S.", "US", "U.S.")), "GPE")]
        if one.name in ("the United Kingdom", "Britain") and cast.rng.random() < 0.2:
            return [(cast.rng.choice(("U.K.", "UK")), "GPE")]
        return [(one.adjective, "GPE" if one.adjective == "New Zealand" else "NORP")]
    if form == "pl":
        return [(one.people, "NORP")]
    if american:
        return [("the ", None), (cast.rng.choice(("United States", "United States", "U.S.", "US")), "GPE")]
    if one.name.startswith("the "):
        return [("the ", None), (one.name[4:], "GPE")]
    return [(one.name, "GPE")]


def _pair(label: str) -> Kept:
    def make(cast: Cast, one: Pair, form: str) -> list[Part]:
        if form == "short":
            return [(one.short, label)]
        return [(one.full, label)]

    return make


def _plain(label: str | None) -> Kept:
    def make(cast: Cast, one: str, form: str) -> list[Part]:
        return [(one, label)]

    return make


def _group(cast: Cast, one: str, form: str) -> list[Part]:
    return [(f"{one}s" if form == "pl" else one, "NORP")]


def _number(cast: Cast) -> list[Part]:
    rng = cast.rng
    bare = rng.choice(
        (str(rng.randint(2, 99)), str(rng.randint(100, 999)), f"{rng.randint(1, 90)},{rng.randint(0, 9)}00", "a dozen")
        + (rng.choice(NUMBER_WORDS),) * 2
    )
    if bare == "a dozen":
        return [(bare, "CARDINAL")]
    hedge = rng.choice(("",) * 9 + ("about ", "at least ", "more than ", "nearly ", "some "))
    return [(hedge + bare, "CARDINAL")]


def _age(cast: Cast) -> list[Part]:
    return [(str(cast.rng.randint(15, 94)), "CARDINAL")]


def _money(cast: Cast) -> list[Part]:
    rng = cast.rng
    amount = rng.choice((str(rng.randint(2, 950)), f"{rng.randint(1, 40)}.{rng.randint(1, 9)}"))
    scale = rng.choice((" million", " billion"))
    form = rng.choice(("${}", "${}", "€{}", "£{}", "{} euros", "{} yuan", "{} dollars", "{} yen"))
    return [(form.format(amount + scale), "MONEY")]


def _percent(cast: Cast) -> list[Part]:
    value = cast.rng.choice((str(cast.rng.randint(1, 80)), f"{cast.rng.randint(0, 30)}.{cast.rng.randint(1, 9)}"))
    return [(value + cast.rng.choice(("%", "%", " percent", " per cent")), "PERCENT")]


def _duration(cast: Cast) -> list[Part]:
    words = cast.rng.choice(("two hours", "an hour", "90 minutes", "five hours", "about 12 hours", "40 minutes"))
    return [(words, "TIME")]


def _years(cast: Cast) -> list[Part]:
    return [(f"{cast.rng.choice([*NUMBER_WORDS, '12', '15', '20'])} years", "DATE")]


def _clock(cast: Cast) -> list[Part]:
    rng = cast.rng
    form = rng.choice(("{h}:{m:02d} {a}", "{h} {a}", "{h24:02d}:{m:02d} GMT", "noon", "midnight"))
    return [
        (
            form.format(
                h=rng.randint(1, 12), m=rng.randint(0, 59), a=rng.choice(("a.m.", "p.m.")), h24=rng.randint(0, 23)
            ),
            "TIME",
        )
    ]


def _quantity(cast: Cast) -> list[Part]:
    unit = cast.rng.choice(("kilometers", "km", "miles", "kilometres", "meters"))
    return [(f"{cast.rng.randint(2, 900)} {unit}", "QUANTITY")]


def _year(cast: Cast) -> list[Part]:
    return [(str(cast.rng.randint(1946, 2026)), "DATE")]


def _day(cast: Cast) -> list[Part]:
    return [(cast.rng.choice(WEEKDAYS), "DATE")]


def _month(cast: Cast) -> list[Part]:
    return [(cast.rng.choice(MONTHS), "DATE")]


def _date_text(rng: random.Random) -> str:
    day = rng.randint(1, 28)
    return rng.choice(
        (f"{rng.choice(MONTHS)} {day}", f"{rng.choice(SHORT_MONTHS)} {day}", f"{day} {rng.choice(MONTHS)}")
    )


def _date(cast: Cast) -> list[Part]:
    return [(_date_text(cast.rng), "DATE")]


def _score(cast: Cast) -> list[Part]:
    return [(f"{cast.rng.randint(1, 98)}-{cast.rng.randint(0, 60)}", "CARDINAL")]


def _quote(lower: bool) -> Fresh:
    def make(cast: Cast) -> list[Part]:
        words = cast.rng.choice(cast.lexicon.quotations)
        return [(words if lower else words[0].upper() + words[1:], None)]

    return make


def dateline(cast: Cast) -> list[Part]:
    """The opening of a wire story, in the forms that agencies use; the city is t1."""
    rng = cast.rng
    city = cast.kept("t", "1")
    agency = rng.choice(cast.lexicon.agencies)
    upper = city.upper() if rng.random() < 0.8 else city
    place: list[Part] = [(upper, "GPE")]
    if rng.random() < 0.2:
        country = _country(cast, cast.lexicon.home_of(city), "")
        place += [(", ", None), *country[-1:]]
    dash = rng.choice((" -- ", " - ", " — ", " – ", " _ ", " -"))
    day: list[Part] = [(_date_text(rng), "DATE")]
    wire: list[Part] = [("(", None), (agency, "ORG"), (")" + dash, None)]
    form = rng.random()
    if form < 0.45:
        return [*place, (", ", None), *day, (" ", None), *wire]
    if form < 0.75:
        return [*place, (" ", None), *wire]
    if form < 0.83:
        return [*day, (" ", None), *wire]
    if form < 0.9:
        return [*place, (dash if dash != " -" else " - ", None)]
    return []


_FRESH: dict[str, Fresh] = {
    "n": _number,
    "age": _age,
    "money": _money,
    "pct": _percent,
    "dur": _duration,
    "years": _years,
    "time": _clock,
    "qty": _quantity,
    "year": _year,
    "d": _day,
    "month": _month,
    "date": _date,
    "score": _score,
    "q": _quote(lower=False),
    "ql": _quote(lower=True),
    "dl": dateline,
}
_KEPT: dict[str, Kept] = {
    "p": _person,
    "c": _country,
    "b": _pair("ORG"),
    "u": _pair("ORG"),
    "o": _pair("ORG"),
    "party": _pair("ORG"),
    **dict.fromkeys(("inst", "uni", "local", "team"), _pair("ORG")),
    **dict.fromkeys(("i", "x", "a"), _plain("ORG")),
    **dict.fromkeys(("t", "gpe", "state", "uscity"), _plain("GPE")),
    "off": _plain(None),
    "people": _group,
    "loc": _plain("LOC"),
    "fac": _plain("FAC"),
    "event": _plain("EVENT"),
    "law": _plain("LAW"),
    "product": _plain("PRODUCT"),
    "w": _plain("WORK_OF_ART"),
    "lang": _plain("LANGUAGE"),
}
KINDS = frozenset(_FRESH) | frozenset(_KEPT) | {"the"}
