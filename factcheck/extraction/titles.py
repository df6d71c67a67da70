"""Titles: the words before, or in apposition to, a name that say what a person does, and for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extraction import gazetteer, lexicon
from factcheck.extraction.words import Word, printed

TIMES = {
    "former": "former",
    "ex": "former",
    "ex-president": "former",
    "onetime": "former",
    "one-time": "former",
    "then": "then",
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "outgoing": "outgoing",
    "incoming": "incoming",
}
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my"})
_LINKS = frozenset({"of", "for", "to"})
# Words before a title that are no part of the office.
_QUALIFIERS = frozenset(
    {"current", "incumbent", "new", "newly", "elected", "re-elected", "embattled", "local", "longtime"}
)
# How many words a title may have before its last one.
_REACH = 7
_PREFIX = re.compile(r"^(then|ex|former)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the indices of its first word, of its office, of its head and of the word after it; what it says."""

    first: int
    start: int
    head: int
    after: int
    office: str
    organisation: str = ""
    country: str = ""
    time: str = ""


def is_head(word: Word) -> bool:
    """Whether a word can end a title."""
    return _PREFIX.sub("", word.lower) in lexicon.words("titles")


def is_office(word: str) -> bool:
    """Whether a title word names an office that one holds."""
    return _PREFIX.sub("", word.lower()) in lexicon.words("offices")


def ending_at(words: Sequence[Word], after: int, floor: int = 0) -> Title | None:
    """The title whose last word stands right before index ``after``, such as "US Secretary of State"."""
    head = _head_before(words, after, floor)
    return None if head is None else _spread(words, head, after, floor)


def _head_before(words: Sequence[Word], after: int, floor: int) -> int | None:
    """The head of a title that ends before ``after``: the last word, or the word before "of State"."""
    if after - 1 < floor:
        return None
    if is_head(words[after - 1]):
        return after - 1
    if not _names_field(words[after - 1]):
        return None
    for link in range(after - 2, max(floor, after - 6), -1):
        if words[link].lower in _LINKS and link - 1 >= floor and is_head(words[link - 1]):
            return link - 1
        if not _names_field(words[link]):
            return None
    return None


def _names_field(word: Word) -> bool:
    if word.text in lexicon.words("honorifics"):
        return False
    return word.capital or word.lower in {"the", "and"} or word.lower in lexicon.words("modifiers")


def _spread(words: Sequence[Word], head: int, after: int, floor: int) -> Title:
    """Takes in what stands before the head: modifiers, organisation, country, with or without 's."""
    first = head
    while first > max(floor, head - _REACH) and _belongs(words, first - 1):
        first -= 1
    return _read(words, first, head, after)


def _belongs(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.possessive:
        return at > 0 and words[at - 1].capital
    if word.lower in DETERMINERS:
        return False
    timed = _PREFIX.match(word.text)
    if word.capital or timed or word.lower in TIMES or word.lower in lexicon.words("modifiers"):
        return word.lower not in lexicon.words("calendar")
    return word.text in {"-"} and at > 0


def _read(words: Sequence[Word], first: int, head: int, after: int) -> Title:
    """Parts the words of a title into time, country, organisation and office."""
    at, time, country, organisation = first, "", "", ""
    start = first
    while at < head:
        match = gazetteer.match(words, at)
        if match and match[0] <= head:
            at, entry = match
            country, organisation = _place(entry, country, organisation)
            start = at
        elif words[at].lower in TIMES:
            time, start = TIMES[words[at].lower], at + 1
            at += 1
        elif words[at].possessive or (at == start and words[at].lower in _QUALIFIERS):
            start = at + 1
            at += 1
        else:
            at += 1
    start, organisation = _own_organisation(words, start, head, organisation)
    prefix = _PREFIX.match(words[start].lower)
    end, country, organisation = _holder(words, head, after, country, organisation)
    office = _PREFIX.sub("", printed(words, start, end))
    return Title(first, start, head, end, office, organisation, country, TIMES[prefix[1]] if prefix else time)


def _place(entry: gazetteer.Entry, country: str, organisation: str) -> tuple[str, str]:
    if entry.kind in {"country", "demonym"}:
        return entry.name, organisation
    return country, organisation if entry.type == "NORP" else entry.name


def _own_organisation(words: Sequence[Word], start: int, head: int, organisation: str) -> tuple[int, str]:
    """Capitalised words that modify no title name the organisation: "Northgate United manager"."""
    if start < head and _opens_sentence(words, start):
        start += 1
    end = start
    while end < head and words[end].capital and not _modifies(words[end]):
        end += 1
    if end == start or is_head(words[start]):
        return start, organisation
    return end, printed(words, start, end)


def _opens_sentence(words: Sequence[Word], at: int) -> bool:
    """Whether a word has its capital from the start of a sentence only: "Although President Lund"."""
    word = words[at]
    if word.lower in lexicon.words("starters"):
        return True
    titled = _modifies(word) or is_head(word) or word.text in lexicon.words("org_heads")
    return at == 0 and lexicon.everyday(word.text) and not titled


def _modifies(word: Word) -> bool:
    """Whether a word only modifies a title: "Deputy", "Former", "His"."""
    return word.lower in lexicon.words("modifiers") | TIMES.keys() | DETERMINERS


def _holder(words: Sequence[Word], head: int, after: int, country: str, organisation: str) -> tuple[int, str, str]:
    """Where the office ends, and for whom it is held: in "President of France" it ends before "of"."""
    field = head + 2 + (head + 2 < after and words[head + 2].text == "the")
    match = gazetteer.match(words, field) if field < after else None
    if match is None or match[0] != after:
        return after, country, organisation
    return head + 1, *_place(match[1], country, organisation)
