"""The table: the list of word pieces and their vectors, which all networks of the encoder share."""

import io
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction.encoder.wordpiece import WordPieces

_PIECES, _NUMBERS, _SCALES = "pieces.txt", "numbers.npy", "scales.npy"


@Language.factory("word_pieces")
class PieceTable:
    """Holds the table for the components that read it, and leaves the document as it is.

    A vector is whole numbers of one byte times the scale of its piece: a quarter of the size, and the networks are
    trained on just these vectors.
    """

    def __init__(self, nlp: Language | None = None, name: str = "word_pieces") -> None:
        self.name = name
        self.fill([], np.zeros((0, 0), np.int8), np.zeros(0, np.float32))

    def fill(self, pieces: Sequence[str], numbers: NDArray[np.int8], scales: NDArray[np.float32]) -> None:
        """Takes over a table: a row of numbers and a scale for each piece."""
        self.pieces, self.numbers, self.scales = list(pieces), numbers, scales
        self.__dict__.pop("cut", None)

    @cached_property
    def cut(self) -> WordPieces:
        """Cuts words into the pieces of this table."""
        return WordPieces(self.pieces)

    def vectors(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        """The vectors of these pieces, of shape (1, pieces, width)."""
        rows = np.asarray(pieces, np.int64)
        found: NDArray[np.float32] = self.numbers[rows].astype(np.float32) * self.scales[rows, None]
        return found[None]

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the table into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _PIECES).write_text("".join(f"{piece}\n" for piece in self.pieces), "utf-8")
        np.save(folder / _NUMBERS, self.numbers)
        np.save(folder / _SCALES, self.scales)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "PieceTable":
        """Reads the table from a folder."""
        folder = Path(path)
        pieces = (folder / _PIECES).read_text("utf-8").split("\n")[:-1]
        self.fill(pieces, np.load(folder / _NUMBERS), np.load(folder / _SCALES))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The table as bytes."""
        held = {"pieces": self.pieces, "numbers": _bytes(self.numbers), "scales": _bytes(self.scales)}
        return bytes(srsly.msgpack_dumps(held))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "PieceTable":
        """Reads the table from its bytes."""
        held = srsly.msgpack_loads(data)
        self.fill(held["pieces"], np.load(io.BytesIO(held["numbers"])), np.load(io.BytesIO(held["scales"])))
        return self


def table_of(nlp: Language, name: str) -> PieceTable:
    """The table that this component of a pipeline holds."""
    held: Any = nlp.get_pipe(name)
    table: PieceTable = held
    return table


def _bytes(array: NDArray[np.int8] | NDArray[np.float32]) -> bytes:
    held = io.BytesIO()
    np.save(held, array)
    return held.getvalue()
