"""The lists of places and peoples that converters and templates share (public facts, typed by us)."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "templates" / "data"
NOT_LAND = ("Ivory Coast", "United States of America", "Rhode Island", "Palm Beach")


def lines(name: str) -> list[str]:
    """The entries of one list, without comments and blank lines."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words_of(name: str) -> frozenset[str]:
    """One list as a set."""
    return frozenset(lines(name))


@cache
def peoples() -> frozenset[str]:
    """Adjectives and nouns that OntoNotes calls NORP."""
    adjectives = [line.split("|")[1] for line in lines("countries")] + lines("peoples")
    plural = [word + "s" for word in adjectives if word[-1] != "h"]
    return frozenset(adjectives + plural + lines("nouns_of_peoples")) - {"New Zealand", "New Zealands"}


@cache
def countries() -> frozenset[str]:
    """Names of countries, with the short forms that the copy uses."""
    names = {line.split("|")[0].removeprefix("the ") for line in lines("countries")}
    return frozenset(names | {"US", "U.S.", "USA", "UK", "U.K.", "America", "DPRK", "UAE"})


def place_label(name: str) -> str:
    """GPE, LOC or FAC, by the words of a place's name."""
    words = name.replace("-", " ").split()
    land = words_of("land_words")
    if not words or name in NOT_LAND:
        return "GPE"
    if words[0] in ("Mount", "Mt.", "Lake", "Cape", "River") or words[-1] in land:
        return "LOC"
    if len(words) > 1 and words[-1] in words_of("built_words"):
        return "FAC"
    return "LOC" if words[0] in land and (" of the " in name or (words[1:2] == ["of"] and len(words) > 2)) else "GPE"
