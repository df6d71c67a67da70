"""The type that a PDF is set in: which face has a sign, how wide it is, and what stands for a sign that none has."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[1] / "data" / "fonts"
# The parts that the typeface comes in, by the letters they hold; a sign is set in the first that has it.
SUBSETS = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
CUTS = {"": "400-normal", "B": "700-normal", "I": "400-italic"}


@dataclass(frozen=True, slots=True)
class Face:
    """One file of type, with the width of each sign that it has, for type of size 1."""

    name: str
    file: Path
    widths: dict[int, float]


@cache
def faces(cut: str) -> tuple[Face, ...]:
    """The faces of a cut: upright "", bold "B" or italic "I"."""
    return tuple(_face(f"{subset}-{CUTS[cut]}") for subset in SUBSETS)


def _face(name: str) -> Face:
    file = FOLDER / f"source-serif-4-{name}.woff2"
    with TTFont(file) as font:
        advances, unit = font["hmtx"], font["head"].unitsPerEm
        widths = {code: advances[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
    return Face(name, file, widths)


@cache
def _owner(sign: str, cut: str) -> Face | None:
    return next((face for face in faces(cut) if ord(sign) in face.widths), None)


def legible(words: str, cut: str, missing: Counter[str]) -> str:
    """The words with each sign that no face has written out by its number, and counted."""
    for sign in set(words):
        if _owner(sign, cut) is None:
            missing[sign] += words.count(sign)
            words = words.replace(sign, f"[U+{ord(sign):04X}]")
    return words


def pieces(words: str, cut: str) -> Iterator[tuple[Face, str]]:
    """Legible words in the faces that have them."""
    first = faces(cut)[0]
    if first.widths.keys() >= set(map(ord, words)):
        yield first, words
    else:
        for face, signs in groupby(words, key=lambda sign: _owner(sign, cut) or first):
            yield face, "".join(signs)


def width(words: str, cut: str, size: float) -> float:
    """How wide legible words are in type of a size, in the size's unit."""
    return size * _wide(words, cut)


# Most words of a digest come many times.
@lru_cache(maxsize=1 << 14)
def _wide(words: str, cut: str) -> float:
    return sum(_width(sign, cut) for sign in words)


@cache
def _width(sign: str, cut: str) -> float:
    face = _owner(sign, cut)
    return face.widths[ord(sign)] if face else 0.0
