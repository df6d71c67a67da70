"""Reading: the words of a document as the encoder takes them, chunk by chunk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.extraction.encoder.chunks import LIMIT, cut
from factcheck.extraction.encoder.shapes import breaks_line, ends_sentence, shapes
from factcheck.extraction.encoder.wordpiece import WordPieces

# No word says more by its further pieces, and an address would fill a chunk.
LONGEST_WORD = 16


@dataclass(frozen=True)
class Chunk:
    """Numbers of the pieces and of their shapes; ``firsts`` leads from each word with pieces to its first one."""

    pieces: list[int]
    shapes: list[int]
    words: list[int]
    firsts: list[int]


def read(
    words: Sequence[str], pieces: WordPieces, ends: Sequence[bool] | None = None, limit: int = LIMIT
) -> list[Chunk]:
    """All words of a document, cut where a sentence ends: after ``ends`` if given, else after the marks."""
    cuts = [_pieces(word, pieces) for word in words]
    if ends is None:
        ends = [ends_sentence(word) for word in words]
    marked = [0 if word.isspace() else shape for word, shape in zip(words, shapes(words), strict=True)]
    return [
        _chunk(range(start, end), cuts, marked, words, pieces)
        for start, end in cut([len(c) for c in cuts], ends, limit)
    ]


def _pieces(word: str, pieces: WordPieces) -> tuple[int, ...]:
    """A line break is the encoder's own sign for the end of a text: no name goes over it."""
    return (pieces.last,) if breaks_line(word) and word.isspace() else pieces(word)[:LONGEST_WORD]


def _chunk(
    held: range, cuts: Sequence[Sequence[int]], marked: Sequence[int], words: Sequence[str], pieces: WordPieces
) -> Chunk:
    numbers, shape, named, firsts = [pieces.first], [0], [], []
    for word in held:
        if cuts[word] and not words[word].isspace():
            named.append(word)
            firsts.append(len(numbers))
        numbers.extend(cuts[word])
        shape.extend([marked[word]] * len(cuts[word]))
    return Chunk([*numbers, pieces.last], [*shape, 0], named, firsts)


def word_scores(words: int, tags: int, read: Iterable[tuple[Chunk, NDArray[np.float32]]]) -> NDArray[np.float32]:
    """Scores of the tags of each word, from those of the pieces; a word without pieces is outside of all entities."""
    found = np.full((words, tags), -1e4, np.float32)
    found[:, 0] = 0
    for chunk, scores in read:
        found[chunk.words] = scores[chunk.firsts]
    return found
