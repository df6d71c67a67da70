"""What stands around a span, cut so that no letter loses its accents and no picture character its parts. Pure."""

import unicodedata

# So many characters around a span tell it from the same words elsewhere.
EXCERPT = 32
JOINER = "\u200d"
SKIN_TONES = range(0x1F3FB, 0x1F400)


def before(text: str, start: int) -> str:
    """At most 32 characters that lead up to a place."""
    first = max(0, start - EXCERPT)
    while 0 < first < start and _continues(text, first):
        first += 1
    return text[first:start]


def after(text: str, end: int) -> str:
    """At most 32 characters that follow a place."""
    last = min(len(text), end + EXCERPT)
    while end < last < len(text) and _continues(text, last):
        last -= 1
    return text[end:last]


def _continues(text: str, place: int) -> bool:
    """Whether the character here belongs to the one before it."""
    if JOINER in text[place - 1 : place + 1] or ord(text[place]) in SKIN_TONES:
        return True
    return unicodedata.category(text[place]).startswith("M")
