"""Slots: what in a sentence shows that a name stands at certain words."""

from collections.abc import Sequence

from factcheck.extraction import lexicon, titles
from factcheck.extraction.words import Word

# How far back "between" may stand before the second of two names.
_BETWEEN_REACH = 12
_APPOSITION_REACH = 9


def slot(words: Sequence[Word], first: int, after: int) -> str:
    """The strongest slot of the words [first, after): title, honorific, between, saying, apposition, or empty."""
    tests = (
        ("honorific", _honorific),
        ("title", _title),
        ("between", _between),
        ("apposition", _apposition),
        ("saying", _saying),
    )
    return next((name for name, test in tests if test(words, first, after)), "")


def _honorific(words: Sequence[Word], first: int, after: int) -> bool:
    return first > 0 and words[first - 1].text in lexicon.words("honorifics")


def _title(words: Sequence[Word], first: int, after: int) -> bool:
    """A title right before: "Foreign Minister X", "Secretary of State X", "striker X"."""
    return first > 0 and titles.ending_at(words, first) is not None


def _between(words: Sequence[Word], first: int, after: int) -> bool:
    """ "between X and Y" with X or Y here."""
    if first > 0 and words[first - 1].lower == "between":
        return after < len(words) and any(word.lower == "and" for word in words[after : after + 8])
    if first < 2 or words[first - 1].lower != "and":
        return False
    window = words[max(0, first - _BETWEEN_REACH) : first - 1]
    return any(word.lower == "between" for word in window) and not any(word.text in {",", ";"} for word in window)


def _apposition(words: Sequence[Word], first: int, after: int) -> bool:
    """ ", 45,", ", who", ", the foreign minister" after; "the foreign minister, " before."""
    if first > 1 and words[first - 1].text == "," and titles.ending_at(words, first - 1) is not None:
        return True
    if after + 1 >= len(words) or words[after].text != ",":
        return False
    following = words[after + 1]
    if following.lower == "who" or (following.text.isdigit() and len(following.text) <= 2):
        return True
    return following.lower in {"the", "a", "an", "his", "her", "their"} and _titled(words, after + 2)


def _titled(words: Sequence[Word], at: int) -> bool:
    """Whether a title's head comes before the next comma."""
    for word in words[at : at + _APPOSITION_REACH]:
        if word.text in {",", ";", "."}:
            return False
        if titles.is_head(word):
            return True
    return False


def _saying(words: Sequence[Word], first: int, after: int) -> bool:
    """A plain verb of saying right after, or right before at the end of a quotation's attribution."""
    verbs = lexicon.words("saying_plain")
    if after < len(words) and words[after].text in verbs:
        return True
    return first > 1 and words[first - 1].text in verbs and words[first - 2].text in {'"', "”", "’", "'", ","}
