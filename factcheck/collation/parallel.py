"""Quotations in parallel: one remark as each report prints it, its words in columns, the odd ones told apart.

The columns do not depend on the order in which the quotations are given.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from rapidfuzz.distance import LCSseq

from factcheck.collation.words import Word, is_function_word, words

# For each row the place of its word in a column; None where it has no word there.
Column = tuple[int | None, ...]
Span = tuple[int, int]
CUT = " … "
# A comma or a dash between two words is the speaker's, as the report punctuates it.
LONGEST_MARK = 2
BLANK = re.compile(r"\s+")


class Fit(StrEnum):
    """How a quotation stands to the others in one column."""

    SAME = "same"
    DIFFERS = "differs"
    MISSING = "missing"
    # It begins later or ends sooner: what is not quoted is no difference.
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation in one article's text, over all its parts."""

    text: str
    words: tuple[Word, ...]

    def piece(self, places: Sequence[int]) -> str:
        """The words at these places with what stands between them; where the quotation is interrupted, a mark."""
        held = list(dict.fromkeys((self.words[at].start, self.words[at].end) for at in places))
        first = [self.text[start:end] for start, end in held[:1]]
        more = (_joint(self.text[one[1] : other[0]]) + self.text[slice(*other)] for one, other in pairwise(held))
        return "".join([*first, *more])


@dataclass(frozen=True, slots=True)
class Cell:
    """What one quotation has in a stretch."""

    fit: Fit
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A column of the table: a run of words that everyone has or leaves out, or one word in which somebody differs."""

    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether somebody has another word here, or none."""
        return any(cell.fit in {Fit.DIFFERS, Fit.MISSING} for cell in self.cells)


def quoted(text: str, parts: Sequence[Sequence[int]]) -> Quoted:
    """The quotation that stands in these ranges of a text."""
    return Quoted(text, tuple(word for start, end in parts for word in words(text, start, end)))


def parallel(rows: Sequence[Quoted]) -> list[Stretch]:
    """The quotations side by side, cells in the order of the rows."""
    norms = [[word.norm for word in row.words] for row in rows]
    found = columns(norms)
    fits = _fits(found, norms)
    runs = groupby(range(len(found)), key=lambda at: _run(at, fits[at]))
    return [_stretch(rows, fits[held[0]], [found[at] for at in held]) for held in (list(run) for _, run in runs)]


def _stretch(rows: Sequence[Quoted], fits: Sequence[Fit], held: Sequence[Column]) -> Stretch:
    places = zip(*held, strict=True)
    pieces = (row.piece([at for at in mine if at is not None]) for row, mine in zip(rows, places, strict=True))
    return Stretch(tuple(map(Cell, fits, pieces)))


def _run(number: int, fits: tuple[Fit, ...]) -> tuple[object, ...]:
    """What neighbouring columns have in common that become one stretch; a word that differs stands by itself."""
    return (number,) if Fit.DIFFERS in fits else fits


def columns(rows: Sequence[Sequence[str]]) -> list[Column]:
    """Every word of every row in one column, equal words together as far as their order allows.

    All rows are laid beside the one that shares most with the others; what it lacks is aligned by itself.
    """
    if not any(rows):
        return []
    base = min(range(len(rows)), key=lambda at: (-_shared(rows, at), -len(rows[at]), tuple(rows[at])))
    beside = [_beside(rows[base], row) for row in rows]
    found: list[Column] = []
    for place in range(len(rows[base]) + 1):
        extra = [gaps[place] for _, gaps in beside]
        if any(extra):
            inner = columns([[row[at] for at in more] for row, more in zip(rows, extra, strict=True)])
            found += [_placed(column, extra) for column in inner]
        if place < len(rows[base]):
            found.append(tuple(met.get(place) for met, _ in beside))
    return found


def _placed(column: Column, extra: Sequence[Sequence[int]]) -> Column:
    return tuple(None if at is None else more[at] for at, more in zip(column, extra, strict=True))


def _shared(rows: Sequence[Sequence[str]], at: int) -> int:
    return sum(int(LCSseq.similarity(rows[at], row)) for row in rows)


def _beside(base: Sequence[str], row: Sequence[str]) -> tuple[dict[int, int], list[list[int]]]:
    """Which word of the row meets each of the base, and which stand before it or at the end without one."""
    met: dict[int, int] = {}
    gaps: list[list[int]] = [[] for _ in range(len(base) + 1)]
    left = right = 0
    for start, there, size in (*_equal(base, row), (len(base), len(row), 0)):
        # What one has in the place of the other's words meets them word by word; what is over stands by itself.
        first, opposite, many = _opposite(base[left:start], row[right:there])
        gaps[left + first].extend(range(right, right + opposite))
        met.update({left + first + step: right + opposite + step for step in range(many)})
        gaps[left + first + many].extend(range(right + opposite + many, there))
        met.update({start + step: there + step for step in range(size)})
        left, right = start + size, there + size
    return met, gaps


def _opposite(one: Sequence[str], other: Sequence[str]) -> tuple[int, int, int]:
    """Where in either run the words laid opposite each other begin, and how many: small words meet small ones."""
    many, over = min(len(one), len(other)), len(one) - len(other)
    shifts = [(shift if over > 0 else 0, 0 if over > 0 else shift) for shift in range(abs(over) + 1)]
    here, there = max(
        shifts, key=lambda at: (_meeting(one[at[0] : at[0] + many], other[at[1] : at[1] + many]), -sum(at))
    )
    return here, there, many


def _meeting(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(is_function_word(a) == is_function_word(b) for a, b in zip(one, other, strict=True))


def _equal(base: Sequence[str], row: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for code in LCSseq.opcodes(base, row):
        if code.tag == "equal":
            yield code.src_start, code.dest_start, code.src_end - code.src_start


def _fits(found: Sequence[Column], norms: Sequence[Sequence[str]]) -> list[tuple[Fit, ...]]:
    """How each quotation stands to the others in each column."""
    held = [[at for at, column in enumerate(found) if column[row] is not None] for row in range(len(norms))]
    bounds = [(mine[0], mine[-1]) if mine else (1, 0) for mine in held]
    return [_fit(at, column, norms, bounds) for at, column in enumerate(found)]


def _fit(at: int, column: Column, norms: Sequence[Sequence[str]], bounds: Sequence[Span]) -> tuple[Fit, ...]:
    """By what most quotations have in the column; where none is in the majority, all differ."""
    said = [None if place is None else row[place] for row, place in zip(norms, column, strict=True)]
    inside = [first <= at <= last for first, last in bounds]
    ranked = Counter(word for word, counts in zip(said, inside, strict=True) if counts).most_common(2)
    usual = ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""
    return tuple(_of_one(word, usual, counts) for word, counts in zip(said, inside, strict=True))


def _of_one(word: str | None, usual: str | None, inside: bool) -> Fit:
    if not inside:
        return Fit.OUTSIDE
    if word == usual:
        return Fit.SAME
    return Fit.MISSING if word is None else Fit.DIFFERS


def _joint(between: str) -> str:
    """What stands between two words of a quotation, on one line; anything longer is the reporter's."""
    reported = len(between.strip()) > LONGEST_MARK or any(mark in between for mark in '"”')
    return CUT if reported else BLANK.sub(" ", between)
