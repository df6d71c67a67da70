"""How words sound at their start, as far as their letters tell: whether "a" or "an" goes before them. Pure."""

import re

A, AN = "a", "an"
OPENING_MARKS = "\"'“‘«(["
FIRST_WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[aeiouàáâäæèéêëìíîïòóôöøùúûü]")
# Words that do not sound as they are written.
SOUNDED = re.compile(r"one(?![a-z])|ones|once|eu|ewe|uni(?![dmn])|us[aeu]|ubi|uk[ru]|uga|ut(?![mt])|ur[aou]")
SILENT = re.compile(r"hour|honest|honor|honour|heir")
EIGHTS = re.compile(r"8|11$|18$")


def article_for(words: str) -> str:
    """ "a" or "an"; empty where the letters do not tell, as with an abbreviation or a year."""
    found = FIRST_WORD.match(words.lstrip(OPENING_MARKS))
    word = found[0] if found else ""
    if word.isdecimal():
        return "" if len(word) == len("1800") else (AN if EIGHTS.match(word) else A)
    if not word.isalpha() or word[1:] != word[1:].lower() or len(word) == 1:
        return ""
    return _spoken(word.lower())


def _spoken(word: str) -> str:
    if SILENT.match(word):
        return AN
    return AN if VOWEL.match(word) and not SOUNDED.match(word) else A
