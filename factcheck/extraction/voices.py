"""Voices: who speaks, by the words around a cue, where no list knows them: "some strategists", "26 percent"."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extraction import subjects
from factcheck.extraction.frame import Item
from factcheck.extraction.rows import DASHES, STOPS, Row, is_a
from factcheck.extraction.subjects import NamesAt, Subject

_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and the index of the first word of the whole noun phrase with its title."""

    first: int
    subject: Subject


def before(row: Row, at: int, names: NamesAt) -> Voice | None:
    """Who speaks, in the words before a verb."""
    opening = _opening(row, at, names)
    if opening:
        return opening
    known = subjects.before(row.items[:at], names)
    if known:
        first = _index(row, known.items[0], at)
        return Voice(_phrase_start(row, first), known)
    end = at - is_a(row.at(at - 1), "relative")
    if row.at(end - 1) == ",":
        end = _past_insertion(row, end - 1)
    first = _phrase_start(row, end)
    if first >= end:
        return None
    return Voice(first, Subject(row.items[first:end]))


def _opening(row: Row, at: int, names: NamesAt) -> Voice | None:
    """The name that opens a sentence, when all that stands between it and the verb is between commas."""
    if row.at(at - 1) != ",":
        return None
    first = next((index for index in range(min(at, 6)) if names.starting(row.items[index])), None)
    name = names.starting(row.items[first]) if first is not None else None
    if first is None or name is None or name.type not in {"PERSON", "ORG"}:
        return None
    end = first + name.after - name.first
    plain = all(row.capital(index) or row.at(index) in {"and", "but", "the"} for index in range(first))
    if row.at(end) != "," or end >= at - 1 or not plain:
        return None
    return Voice(0, Subject(row.items[first:end], name))


def _index(row: Row, item: Item, at: int) -> int:
    return next((index for index in range(at - 1, -1, -1) if row.items[index] is item), at)


def _past_insertion(row: Row, comma: int) -> int:
    """The index of the comma before what stands between commas."""
    return next((index for index in range(comma - 1, 0, -1) if row.at(index) == ","), comma)


def _phrase_start(row: Row, end: int) -> int:
    """The index of the first word of the noun phrase that ends before an index."""
    first = end
    while first > 0 and end - first < _LONGEST:
        word = row.at(first - 1)
        if not word or word in {",", ";", ":", "(", ")"} | DASHES | STOPS:
            break
        if is_a(word, "aux", "subordinator", "relative", "verb", "question"):
            break
        if is_a(word, "conjunction") and not (word == "and" and row.capital(first)):
            break
        first -= 1
    if is_a(row.at(first), "preposition") and first < end:
        nouns = first + 1
        while nouns < end and not is_a(row.at(nouns), "determiner", "time", "span"):
            nouns += 1
        first = nouns if nouns < end - 1 else first
    return first


def after(row: Row, at: int, names: NamesAt) -> Subject | None:
    """Who speaks, in the words after a verb or "according to"."""
    known = subjects.after(row.items[at:], names)
    if known:
        return known
    end = at
    while end < len(row) and end - at < _LONGEST and row.at(end) and not is_a(row.at(end), "aux", "relative"):
        if row.at(end) in {",", ";", ":", "(", ")"} | DASHES | STOPS:
            break
        end += 1
    return Subject(row.items[at:end]) if end > at else None


def earlier(row: Row, at: int, names: NamesAt) -> Subject | None:
    """Who speaks, for a participle or infinitive: the subject of the sentence."""
    return _first(row.items[:at], names)


def _first(items: Sequence[Item], names: NamesAt) -> Subject | None:
    for at, item in enumerate(items):
        name = names.starting(item) if item.word else None
        if name and name.type in {"PERSON", "ORG"} and not name.possessor:
            return Subject(tuple(items[at : at + name.after - name.first]), name)
        if item.word and item.word.lower in {"he", "she", "they", "it"}:
            return Subject((item,), pronoun=item.word.lower)
    return None
