"""What counts as one word where the words of reports are held against each other, and words on one line. Pure."""

import re

WORD = re.compile(r"\w+(?:['’]\w+)*")


def flat(words: str) -> str:
    """The words on one line, with single spaces."""
    return " ".join(words.split())
