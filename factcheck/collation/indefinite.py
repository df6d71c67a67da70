"""Which indefinite article an English word takes: by how it begins to the ear, not to the eye."""

import re

VOWELS = frozenset("aeiou")
# A vowel to the eye, "you" or "won" to the ear.
CONSONANT_SOUND = re.compile(
    r"uni(?!m|n|r|ss|d(?!ir))|unanim|us[aeiu]|uk[aeu]|ut[aeio]|ufo|ubiq|eu|ew|once\b|one(?:\b|-|self|time|sie|ness)|ouija"
)
# A consonant to the eye, and silent.
SILENT = re.compile(r"hour|honest|honou?r|heir")
# Said in two ways, by house style or by habit; letters and figures that are read in more than one way.
EITHER = re.compile(r"h(?:erb|ist|yst|abit|otel|om|il|er|ep|al|ors)|ur|uber|.-|[^aeiouy]+$")
YEAR = re.compile(r"1[18]\d\d")
# What is read "eight", "eleven" or "eighteen".
VOWEL_FIGURE = re.compile(r"8|1[18](?!\d)")


def article_before(word: str) -> str:
    """ "a" or "an" before a lower-case word or a figure; empty where both are printed, or nothing is known."""
    if word[0].isdigit():
        return "" if YEAR.match(word) else "an" if VOWEL_FIGURE.match(word) else "a"
    if SILENT.match(word):
        return "an"
    if EITHER.match(word):
        return ""
    return "an" if word[0] in VOWELS and not CONSONANT_SOUND.match(word) else "a"
