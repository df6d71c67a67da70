"""Slips: words that are English and seem wrong where they stand, as a small network sees them, and what is meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction.confusable import confusable, telling
from factcheck.extraction.encoder.network import Network, Runner
from factcheck.extraction.encoder.reading import Chunk, read, word_scores
from factcheck.extraction.encoder.table import PieceTable, table_of

# The tags of the network: a word is right, or wrong.
TAGS, WRONG = 2, 1
# From this probability on a word is doubted; and another is meant if in its place it would be this sure to be right.
DOUBTED, MEANT = 0.99, 0.01
# Copy full of doubts is no English prose, and an endless sentence is none: what they would cost is bounded.
MOST, LONGEST = 40, 100
# Beyond such a margin a probability is nothing or all.
FAR = 30.0
_GRAPH = "graph.onnx"


@dataclass(frozen=True, slots=True)
class Slip:
    """A word of a document by its number, what seems meant, and how sure: 0 to 1."""

    word: int
    meant: str
    sure: float


class EncoderSlips:
    """Puts the slips of a document into ``doc.user_data["slips"]``; ``table`` names the component with the pieces."""

    def __init__(self, nlp: Language, name: str = "encoder_slips", table: str = "word_pieces") -> None:
        self.nlp, self.name, self.table = nlp, name, table
        self.network: Runner = Network()

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        starts = [token.i for token in doc if token.is_sent_start] if doc.has_annotation("SENT_START") else [0]
        doc.user_data["slips"] = list(self.find(words, starts))
        return doc

    def find(self, words: Sequence[str], starts: Sequence[int]) -> Iterator[Slip]:
        """The slips among words; ``starts`` are the numbers of the words that begin a sentence."""
        begun = set(starts)
        ends = [number + 1 in begun for number in range(len(words))]
        told = self._wrong(words, ends)
        doubted = [at for at in range(len(words)) if told[at] >= DOUBTED and _plain(words[at])]
        for at in sorted(doubted, key=lambda at: (-told[at], at))[:MOST]:
            start = max((start for start in starts if start <= at), default=0)
            end = min((start for start in starts if start > at), default=len(words))
            if end - start <= LONGEST:
                yield from self._meant(words[start:end], at - start, start)

    def _meant(self, sentence: Sequence[str], at: int, start: int) -> Iterator[Slip]:
        """The word that would be right in the place of another, if there is one."""
        alone = self._wrong(sentence)[at]
        left = {}
        for other in confusable(sentence[at].lower()) if alone >= DOUBTED else ():
            tried = [*sentence[:at], _cased(other, sentence[at]), *sentence[at + 1 :]]
            left[other] = self._wrong(tried)[at]
        if left:
            best = min(left, key=lambda other: (left[other], other))
            if left[best] <= MEANT:
                yield Slip(start + at, _cased(best, sentence[at]), round(float(alone * (1 - left[best])), 4))

    def _wrong(self, words: Sequence[str], ends: Sequence[bool] | None = None) -> NDArray[np.float32]:
        """The probability of each word that it is wrong."""
        table = table_of(self.nlp, self.table)
        chunks = read(words, table.cut, ends)
        scores = word_scores(len(words), TAGS, ((chunk, self.network(_inputs(chunk, table))[0]) for chunk in chunks))
        found: NDArray[np.float32] = 1 / (1 + np.exp(np.clip(scores[:, 1 - WRONG] - scores[:, WRONG], -FAR, FAR)))
        return found

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the graph into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _GRAPH).write_bytes(self.network.graph)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "EncoderSlips":
        """Reads the graph from a folder; nothing is run yet."""
        self.network = Network((Path(path) / _GRAPH).read_bytes())
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The graph as bytes."""
        return bytes(srsly.msgpack_dumps({"graph": self.network.graph}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "EncoderSlips":
        """Reads the graph from its bytes."""
        self.network = Network(srsly.msgpack_loads(data)["graph"])
        return self


@Language.factory("encoder_slips", default_config={"table": "word_pieces"})
def encoder_slips(nlp: Language, name: str, table: str) -> EncoderSlips:
    """The component, empty until it is read from disk."""
    return EncoderSlips(nlp, name, table)


def _inputs(chunk: Chunk, table: PieceTable) -> dict[str, NDArray[Any]]:
    return {"vectors": table.vectors(chunk.pieces), "shapes": np.array([chunk.shapes], np.int64)}


def _plain(word: str) -> bool:
    """Whether a word is written as English words are, no office in capitals, no number, and can be told to be wrong."""
    written = word.isascii() and word.isalpha() and word in (word.lower(), word.capitalize())
    return written and telling(word.lower())


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
