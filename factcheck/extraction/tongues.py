"""Tongues: by which way words came into English copy: another language, an interpreter, a transcript."""

import itertools
import re
from collections.abc import Collection, Sequence
from functools import cache

from factcheck.extraction import lexicon
from factcheck.extraction.sheet import Sheet
from factcheck.types import Mention

# How far from a mention its sentence is read: no sentence of copy is longer, and one without a stop must not be read
# again for each of its quotations.
_REACH = 600
_INTERPRETED = (
    "through an interpreter",
    "through a translator",
    "via an interpreter",
    "via a translator",
    "translated",
)
_GOING_ON = frozenset({"that", "but", "as", "during", "while", "when", "through", "via", "first", "he", "she", "they"})
_SPEAKING = frozenset({"spoke", "speaking", "speaks"})
# The language of the copy: told of where a speaker could have used another.
_OWN = frozenset({"English"})
_OPENING = frozenset("\"“‘'`«")
_WAY = (
    r"(?:through|via) (?:an?|the|his|her|their) (?:[\w-]+ )?(?:interpreter|translator)"
    r"|(?:according to|in) (?:an?|the|its|his|her|their) (?:[\w'’-]+ ){0,3}(?:transcript|translation)"
    r"|(?:as )?translated (?:by|from) (?:the )?[\w.-]+"
)


@cache
def _way() -> re.Pattern[str]:
    tongues = "|".join(sorted(lexicon.words("languages") | _OWN))
    return re.compile(rf"\b(?:{_WAY}|in (?P<tongue>{tongues}))\b", re.IGNORECASE)


def interpreted(sheet: Sheet, mention: Mention) -> bool:
    """Whether the sentence that names a speaker says that he used another language or an interpreter."""
    start, end = _around(sheet, mention.start)
    words = sheet.text[start:end]
    return any(phrase in words.lower() for phrase in _INTERPRETED) or _spoken(words, lexicon.words("languages"))


def _around(sheet: Sheet, at: int) -> tuple[int, int]:
    """The sentence at an offset, as far as it is read; empty where there is none."""
    sentence = sheet.sentence_at(at)
    if sentence is None:
        return at, at
    return max(sentence.start, at - _REACH), min(sentence.end, at + _REACH)


def voice(mention: Mention) -> str:
    """The speaker as one voice: by name, or by the words where they stand."""
    return mention.name or f"{mention.text} {mention.start}"


def _spoken(sentence: str, tongues: Collection[str]) -> bool:
    """ "spoke in Chinese", "said in French": a language after "in", and a verb of speech before it."""
    printed = sentence.split()
    words = [word.strip(",.;:\"“”'’") for word in printed]
    for at, (left, right) in enumerate(itertools.pairwise(words), 1):
        if left == "in" and right in tongues and (printed[at] != right or _free(printed, words, at + 1)):
            before = words[:at]
            return any(word in lexicon.words("saying") or word in _SPEAKING for word in before)
    return False


def _free(printed: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether no noun follows a language, as in "in French style"; what opens a quotation is none."""
    if at < len(words) and printed[at][0] in _OPENING:
        return True
    following = words[at] if at < len(words) else ""
    known = following in lexicon.words("saying") or following in lexicon.words("object_marks")
    return not following or known or following in _GOING_ON


def note(sheet: Sheet, at: int) -> str:
    """What the sentence at an offset says, outside marks, on the way that its words came: "through an interpreter"."""
    start, end = _around(sheet, at)
    ways = [match for match in _way().finditer(sheet.text, start, end) if not sheet.quoted(match.start())]
    spoken = any(match["tongue"] for match in ways) and _spoken(
        sheet.text[start:end], lexicon.words("languages") | _OWN
    )
    return next((match[0] for match in ways if spoken or not match["tongue"]), "")
