"""Characters that one would not see: controls, direction marks and other formatting, named so that pages show them."""

import re
import unicodedata
from collections.abc import Iterator

# Line ends, tabs and the joiners of scripts and of picture characters are part of the words and stay out. Halves of a
# pair and what Unicode keeps for no character are in it: no format could hold them.
HIDDEN = re.compile(
    "([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001\U000e0020-\U000e007f])\\1*"
)
# The characters of the oldest block have no names in the standard.
NAMES = {"\x00": "NULL", "\x07": "BELL", "\x08": "BACKSPACE", "\x0b": "LINE TABULATION", "\x0c": "FORM FEED"}
NAMES |= {"\x1a": "SUBSTITUTE", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def controls(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of hidden characters, one range for each row of the same character."""
    return (found.span() for found in HIDDEN.finditer(text))


def control_name(row: str) -> str:
    """ "U+202E RIGHT-TO-LEFT OVERRIDE", with the number where the character stands several times."""
    name = NAMES.get(row[0]) or unicodedata.name(row[0], "CONTROL CHARACTER")
    times = f" ×{len(row)}" if len(row) > 1 else ""
    return f"U+{ord(row[0]):04X} {name}{times}"


def revealed(text: str) -> str:
    """The text with each hidden character written out by its number, for forms that have no markup."""
    return HIDDEN.sub(lambda found: f"[U+{ord(found[1]):04X}]" * len(found[0]), text)
