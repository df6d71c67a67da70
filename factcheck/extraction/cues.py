"""Cues: the verbs that report speech where they stand, with what each takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.extraction import lexicon
from factcheck.extraction.rows import Row, is_a

ACCORDING = "according"
# Forms that are nouns more often than verbs: a subject must stand right before them.
_NOUNS = frozenset(
    {"claim", "claims", "report", "reports", "note", "notes", "point", "points", "tweet", "tweets", "states"}
    | {"estimate", "estimates", "promise", "promises", "remark", "remarks", "joke", "jokes", "claimed", "caution"}
    | {"stress", "stresses", "boast", "boasts", "vow", "vows", "reply", "replies", "address", "mention", "mentions"}
)
_BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "'s", "’s"})
_GOVERNED = frozenset({"by", "in", "of", "after", "before", "without", "for", "while", "from", "when", "as"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of a row: its index and that of its group's first word, the index after it, and what it takes.

    ``form`` is finite, participle, infinitive or passive; "according to" has the form of its first word.
    """

    at: int
    first: int
    after: int
    takes: frozenset[str]
    form: str = "finite"


@cache
def _verbs() -> dict[str, frozenset[str]]:
    rows = lexicon.table("cues").items()
    return {form: frozenset(takes.split()) for forms, (takes,) in rows for form in forms.split()}


def reports(word: str) -> bool:
    """Whether a lower-case word is a form of a verb that reports speech."""
    return word in _verbs()


def find(row: Row) -> Iterator[Cue]:
    """The cues of a row in order."""
    for at, word in enumerate(row.lower):
        if word == ACCORDING and row.at(at + 1) == "to":
            yield Cue(at, at, at + 2, frozenset(), ACCORDING)
        elif word in _verbs() and (at == 0 or not row.capital(at)):
            cue = _cue(row, at, _verbs()[word])
            if cue:
                yield cue


def _cue(row: Row, at: int, takes: frozenset[str]) -> Cue | None:
    after = at + 1
    if "out" in takes:
        if row.at(after) != "out":
            return None
        after += 1
    first = group_start(row, at)
    before, word = row.at(at - 1), row.lower[at]
    if word.endswith("ing"):
        return Cue(at, first, after, takes, "finite" if row.at(first) in _BE else "participle")
    if before == "to":
        return Cue(at, first, after, takes, "infinitive")
    passive = not {row.at(index) for index in range(first, at)}.isdisjoint(_BE)
    if passive:
        return Cue(at, first, after, takes & {"that"}, "passive") if row.at(after) == "that" else None
    if before in lexicon.words("noun_marks") - {"that", "this"} or row.capital(at):
        return None
    if word in _NOUNS and not _subject_before(row, first):
        return None
    return Cue(at, first, after, takes)


def group_start(row: Row, at: int) -> int:
    """The index of the first word of a verb's group: "has also said", "did not say"."""
    first = at
    while first > 0 and (is_a(row.at(first - 1), "aux") or _adverb(row.at(first - 1)) or row.at(first - 1) in _BE):
        first -= 1
    return first


def _adverb(word: str) -> bool:
    return word in lexicon.words("passed") or word == "not" or (word.endswith("ly") and len(word) > 4)


def _subject_before(row: Row, first: int) -> bool:
    before = row.at(first - 1)
    return row.capital(first - 1) or is_a(before, "pronoun", "relative") or is_a(row.at(first), "aux")


def governed(row: Row, cue: Cue) -> bool:
    """Whether a participle hangs on a word or a comma before it: "by saying", ", adding"."""
    return row.at(cue.first - 1) in _GOVERNED or row.breaks(cue.first - 1)
