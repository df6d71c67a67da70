"""Units and currencies as copy prints them, and what each is called."""

import re

from factcheck.extraction import lexicon

# "#" is what some wires make of the pound sign.
_HASH = "#"
CURRENCIES = {row: fields[0] for row, fields in lexicon.table("currencies").items()} | {_HASH: "GBP", "GB #": "GBP"}
_UNITS = {row: fields[0] for row, fields in lexicon.table("units").items()}
# Weights or verbs, unless millions of them are told.
_MONEY_BY_SCALE = {"pounds": "GBP", "pound": "GBP", "won": "KRW"}
_SCALE = re.compile(r"(?:million|billion|trillion|mn|mln|bn|bln|tn|trn|lakh|crore)\b", re.IGNORECASE)


def _pattern(rows: list[str]) -> str:
    """Any of the rows, the longest first; a row with capitals stands only as it is printed."""
    parts = (re.escape(row).replace(r"\ ", r"[\s-]") for row in sorted(rows, key=len, reverse=True))
    return "|".join(parts)


_SMALL = _pattern([row for row in _UNITS if row == row.lower()])
_CAPITAL = _pattern([row for row in _UNITS if row != row.lower()])
_UNIT = re.compile(rf"[\s-]?(?P<unit>(?-i:{_CAPITAL})|{_SMALL})(?![\w-])", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\d)\s?°?(?P<unit>[CF])(?![\w-])")
_SCALED_MONEY = re.compile(rf"\s(?P<unit>{'|'.join(_MONEY_BY_SCALE)})(?![\w-])", re.IGNORECASE)
_SIGNS = _pattern([row for row in CURRENCIES if not row[-1].isalpha()])
_CODES = _pattern([row for row in CURRENCIES if row[-1].isalpha()])
# A sign or code, then the sum; a code needs a digit behind it.
MONEY = rf"(?:(?-i:{_SIGNS})\s?|(?-i:{_CODES})\s?(?=\d))"
MONEY_STARTS = frozenset(re.split(r"[\s.]", row)[0].lower() or row for row in CURRENCIES) | {
    sign for row in CURRENCIES for sign in row if not sign.isalnum() and not sign.isspace() and sign != "."
}


def after(text: str, at: int, limit: int, number: str) -> tuple[str, int]:
    """The unit that stands at an offset behind a number, and where it ends; empty where there is none."""
    scaled = _SCALED_MONEY.match(text, at, limit) if _SCALE.search(number) else None
    if scaled:
        return _MONEY_BY_SCALE[scaled["unit"].lower()], scaled.end()
    glued = _GLUED.match(text, at, limit)
    if glued:
        return f"degree-{glued['unit']}", glued.end()
    found = _UNIT.match(text, at, limit)
    if not found:
        return "", at
    printed = found["unit"]
    spaced = " ".join(printed.replace("-", " ").split())
    lowered = printed.lower(), spaced.lower()
    return next(_UNITS[key] for key in (printed, spaced, *lowered) if key in _UNITS), found.end()


def currency(sign: str, number: str) -> str:
    """The currency of a sign before a sum; empty where the sign is none after all ("#4")."""
    printed = " ".join(sign.split())
    if printed == _HASH and not _SCALE.search(number):
        return ""
    return CURRENCIES.get(printed) or CURRENCIES[printed.replace(" ", "")]
