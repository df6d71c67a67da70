"""Words into lines of a measure. Sizes and places are in points."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from factcheck.digest.renderers.faces import legible, width

Colour = tuple[int, int, int]
INK: Colour = (17, 17, 17)


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: the cut ("", "B", "I"), the size, the colour, struck ("S") or underlined ("U"), raised."""

    cut: str = ""
    size: float = 10.5
    colour: Colour = INK
    mark: str = ""
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line in one type, ``x`` from the left end of the line."""

    words: str
    type: Type
    x: float = 0.0


Line = tuple[Piece, ...]
Run = tuple[str, Type]
# Every other space than the plain one stays with the words around it.
FLAT = dict.fromkeys(map(ord, "\n\r\t\v\f"), " ")


@dataclass(slots=True)
class Setter:
    """Sets words; ``missing`` counts the signs that the type lacks."""

    missing: Counter[str] = field(default_factory=Counter)

    def lines(self, runs: Iterable[Run], measure: float, indent: float = 0.0) -> tuple[Line, ...]:
        """The runs broken at spaces into lines that end at the measure, all of them indented."""
        made: list[Line] = []
        line: list[Run] = []
        at, gap = 0.0, 0.0
        for word, wide in self._words(runs, measure - indent):
            if word[0][0] == " ":
                line, gap = (line + word, wide) if line and not gap else (line, gap)
                continue
            if line and at + gap + wide > measure - indent:
                made.append(_joined(line[:-1] if gap else line, indent))
                line, at, gap = [], 0.0, 0.0
            line, at, gap = line + word, at + gap + wide, 0.0
        return (*made, _joined(line[:-1] if gap else line, indent)) if line else tuple(made)

    def _words(self, runs: Iterable[Run], longest: float) -> Iterator[tuple[list[Run], float]]:
        """What may not be broken, with its width: words, which may be of several types, and the spaces between them."""
        word: list[Run] = []
        for words, type in runs:
            space = [(" ", type)], width(" ", type.cut, type.size)
            for number, part in enumerate(legible(words.translate(FLAT), type.cut, self.missing).split(" ")):
                if number:
                    yield from _cut(word, longest)
                    yield space
                    word = []
                if part:
                    word.append((part, type))
        yield from _cut(word, longest)


def _width(parts: Iterable[Run]) -> float:
    return sum(width(words, type.cut, type.size) for words, type in parts)


def _cut(word: list[Run], longest: float) -> Iterator[tuple[list[Run], float]]:
    """The word; one that is wider than a line, as an address of the web, in single signs."""
    wide = _width(word)
    if wide > longest:
        signs = [(sign, type) for words, type in word for sign in words]
        yield from (([sign], _width([sign])) for sign in signs)
    elif word:
        yield word, wide


def _joined(parts: Iterable[Run], indent: float) -> Line:
    """The parts of a line with their places; neighbours of one type are one piece."""
    pieces, at = [], indent
    for type, group in groupby(parts, key=lambda part: part[1]):
        words = "".join(words for words, _ in group)
        pieces.append(Piece(words, type, at))
        at += width(words, type.cut, type.size)
    return tuple(pieces)
