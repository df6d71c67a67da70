"""Complements: what a cue reports, in the words after it, and whether it reports anything there."""

from dataclasses import dataclass

from factcheck.extraction.cues import Cue
from factcheck.extraction.rows import DASHES, STOPS, Row, is_a

_HEARERS = frozenset({"me", "him", "her", "us", "them", "you", "it"})
_PHRASE = 12
_ASIDE = 9


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the words after a cue start, after time, place and hearer; ``said`` when they are what is reported.

    ``empty`` when the cue reports nothing there, as at the end of a sentence.
    """

    start: int
    said: bool
    empty: bool = False


def after(row: Row, cue: Cue) -> Complement:
    """What stands after a cue: reported words, or nothing but time, place and hearer."""
    at = cue.after
    if "object" in cue.takes:
        return Complement(at, "as" in row.lower[at : at + _PHRASE])
    if row.at(at) == ":":
        return Complement(at + 1, not row.ends(at + 1))
    if row.at(at) == ",":
        resumed = _past_aside(row, at)
        return Complement(resumed or at, bool(resumed), empty=not resumed)
    start = past_adverbials(row, at, "hearer" in cue.takes)
    if row.ends(start) or row.at(start) in {",", ";", ")", "("} | DASHES:
        return Complement(start, False, empty=True)
    if is_a(row.at(start), "aux") and start > at:
        start = at
    return Complement(start, _takes(row, start, cue))


def _takes(row: Row, start: int, cue: Cue) -> bool:
    word = row.at(start)
    if word == "that":
        return "that" in cue.takes
    if word == "to":
        return "to" in cue.takes
    return "clause" in cue.takes and ("verb" not in cue.takes or _holds_verb(row, start))


def _holds_verb(row: Row, start: int) -> bool:
    """Whether words after a cue hold a verb of their own or a quotation, and are no mere noun phrase."""
    if is_a(row.at(start), "question"):
        return True
    for at in range(start, len(row)):
        word = row.at(at)
        if row.quoted(at) or is_a(word, "aux") or (at == start and "’" in word.replace("'", "’")):
            return True
        if row.breaks(at) or word in STOPS | {";"} or is_a(word, "relative", "subordinator"):
            return False
        if word in {"and", "but"} and row.verb(at + 1):
            return False
        if at > start and row.verb(at) and not is_a(row.at(at - 1), "determiner", "preposition"):
            return True
    return False


def _past_aside(row: Row, comma: int) -> int | None:
    """The index of the "that" after an aside: "said, in a note to staff, that"."""
    for at in range(comma + 1, min(len(row), comma + _ASIDE)):
        if row.at(at) == ",":
            return at + 1 if row.at(at + 1) == "that" else None
        if row.at(at) == "that":
            return at if at == comma + 1 else None
    return None


def past_adverbials(row: Row, at: int, hearer: bool) -> int:
    """The index after the time, place and hearer that may stand between a verb and what is reported."""
    while at < len(row):
        word = row.at(at)
        if is_a(word, "time", "span") or word.isdigit() or (word.endswith("ly") and len(word) > 4):
            at += 1
        elif is_a(word, "spell") and is_a(row.at(at + 1), "time", "span"):
            at += 2
        elif is_a(word, "preposition") and not (word == "to" and not hearer):
            after_phrase = noun_phrase(row, at + 1)
            after_phrase += _title(row, after_phrase)
            if after_phrase == at + 1:
                return at
            at = after_phrase
        elif hearer:
            hearer = False
            after_phrase = at + 1 if word in _HEARERS else noun_phrase(row, at)
            if after_phrase == at:
                return at
            at = after_phrase
        else:
            return at
    return at


def _title(row: Row, at: int) -> bool:
    """Whether a quotation is but the title of a programme or paper, after which the adverbials go on."""
    following = row.at(at + 1)
    return row.quoted(at) and (following == "that" or is_a(following, "preposition", "time"))


def noun_phrase(row: Row, at: int) -> int:
    """The index after the noun phrase that starts at an index; the same index where none starts."""
    start = at
    if is_a(row.at(at), "determiner"):
        at += 1
    seen = False
    while at < len(row) and at - start < _PHRASE:
        word = row.at(at)
        if not word or (not word[0].isalnum() and not row.items[at].word.possessive):  # type: ignore[union-attr]
            break
        if is_a(word, "pronoun", "aux", "conjunction", "relative", "subordinator", "question", "verb"):
            break
        if word == "of" and seen:
            at += 1 + is_a(row.at(at + 1), "determiner")
            continue
        if is_a(word, "preposition") or (seen and is_a(word, "determiner", "time", "spell")):
            break
        if seen and row.capital(at) and not row.capital(at - 1) and row.at(at - 1) not in {"of", "'s", "’s"}:
            break
        seen = True
        at += 1
    return at if seen else start
