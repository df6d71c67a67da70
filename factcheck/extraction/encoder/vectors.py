"""Vectors: what a sentence or quotation says, as the original encoder sees it; near ones are translations of one."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck.extraction.encoder.chunks import LIMIT
from factcheck.extraction.encoder.network import Network, Runner
from factcheck.extraction.encoder.table import table_of

WIDTH = 384
_GRAPH = "graph.onnx"


class SentenceVectors:
    """Gives vectors to those who ask and leaves the document as it is; ``table`` names the word pieces' component."""

    def __init__(self, nlp: Language, name: str = "sentence_vectors", table: str = "word_pieces") -> None:
        self.nlp, self.name, self.table = nlp, name, table
        self.network: Runner = Network()

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def vectors(self, texts: Iterable[str | Span]) -> NDArray[np.float32]:
        """One row of length one for each text; the product of two rows says how near they are, from -1 to 1."""
        rows = [self._vector(text if isinstance(text, str) else text.text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, WIDTH), np.float32)

    def _vector(self, text: str) -> NDArray[np.float32]:
        table = table_of(self.nlp, self.table)
        pieces = [piece for word in text.split() for piece in table.cut(word)][:LIMIT]
        return self.network({"vectors": table.vectors([table.cut.first, *pieces, table.cut.last])})[0]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the graph into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _GRAPH).write_bytes(self.network.graph)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "SentenceVectors":
        """Reads the graph from a folder; nothing is run yet."""
        self.network = Network((Path(path) / _GRAPH).read_bytes())
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The graph as bytes."""
        return bytes(srsly.msgpack_dumps({"graph": self.network.graph}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "SentenceVectors":
        """Reads the graph from its bytes."""
        self.network = Network(srsly.msgpack_loads(data)["graph"])
        return self


@Language.factory("sentence_vectors", default_config={"table": "word_pieces"})
def sentence_vectors(nlp: Language, name: str, table: str) -> SentenceVectors:
    """The component, empty until it is read from disk."""
    return SentenceVectors(nlp, name, table)
