"""Words of the copy with their offsets: the units of the rules, the same under every language pipeline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extraction import lexicon

# In order: dotted acronyms, possessive endings, words (with inner hyphens and apostrophes), numbers, anything else.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:[A-Z]{2}\.){2,}"
    r"|['’][sS](?![^\W_])"
    r"|[^\W\d_](?:[^\W_]|(?!['’][sS](?![^\W_]))[-‐‑'’&](?=[^\W_]))*"
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+)?"
    r"|\S"
)
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|at|az|an|ash)[-‑](?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a single sign, with its span."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter, or with an article as "al-Thani" does."""
        return self.text[0].isupper() or _ARTICLE.match(self.text) is not None

    @property
    def possessive(self) -> bool:
        """Whether it is the ending 's."""
        return len(self.text) == 2 and self.text[0] in "'’"


def tokenise(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a range of a text. The full stop of an abbreviation or initial belongs to its word."""
    at = start
    while match := _WORD.search(text, at, end):
        at = match.end()
        if at < end and text[at] == "." and _abbreviated(match[0]):
            at += 1
        yield Word(text[match.start() : at], match.start(), at)


def printed(words: Sequence[Word], first: int, after: int) -> str:
    """The words [first, after) as printed, with single spaces."""
    parts = [words[first].text] if first < after else []
    for last, word in zip(words[first : after - 1], words[first + 1 : after], strict=True):
        parts.append((" " if word.start > last.end else "") + word.text)
    return "".join(parts)


def _abbreviated(word: str) -> bool:
    if len(word) == 1:
        return word.isalpha() and word.isupper()
    return word in lexicon.words("abbreviations") or word in lexicon.words("closers")
