"""Entities: the names, dates and figures of a document, as the fine-tuned encoder finds them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from factcheck.extraction.encoder import votes
from factcheck.extraction.encoder.network import Network, Runner
from factcheck.extraction.encoder.reading import Chunk, read, word_scores
from factcheck.extraction.encoder.table import PieceTable, table_of
from factcheck.extraction.encoder.viterbi import Tagged, decode, entities

_GRAPH, _LABELS = "graph.onnx", "labels.json"


class EncoderEntities:
    """Sets the entities of a document; ``table`` names the component with the word pieces."""

    def __init__(self, nlp: Language, name: str = "encoder_entities", table: str = "word_pieces") -> None:
        self.nlp, self.name, self.table = nlp, name, table
        self.labels: tuple[str, ...] = ()
        self.network: Runner = Network()

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        doc.set_ents([Span(doc, found.start, found.end, found.label) for found in self.find(words, _ends(doc))])
        return doc

    def find(self, words: Sequence[str], ends: Sequence[bool] | None = None) -> list[Tagged]:
        """The entities of a document with these words; ``ends`` says after which of them a sentence is over."""
        tags = 1 + 2 * len(self.labels)
        table = table_of(self.nlp, self.table)
        scores = word_scores(len(words), tags, self._scored(read(words, table.cut, ends), table))
        return votes.voted(words, entities(decode(scores), self.labels))

    def _scored(self, chunks: Iterable[Chunk], table: PieceTable) -> Iterator[tuple[Chunk, NDArray[np.float32]]]:
        """One chunk a call: in a batch, the numbers of a chunk would hang on those beside it."""
        for chunk in chunks:
            inputs: dict[str, NDArray[Any]] = {
                "vectors": table.vectors(chunk.pieces),
                "shapes": np.array([chunk.shapes], np.int64),
            }
            yield chunk, self.network(inputs)[0]

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F, as spaCy's own recogniser tells them."""
        return dict(get_ner_prf(examples))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the graph and its labels into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _GRAPH).write_bytes(self.network.graph)
        srsly.write_json(folder / _LABELS, list(self.labels))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "EncoderEntities":
        """Reads the graph and its labels from a folder; nothing is run yet."""
        self.labels = tuple(srsly.read_json(Path(path) / _LABELS))
        self.network = Network((Path(path) / _GRAPH).read_bytes())
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The graph and its labels as bytes."""
        return bytes(srsly.msgpack_dumps({"graph": self.network.graph, "labels": list(self.labels)}))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "EncoderEntities":
        """Reads the graph and its labels from their bytes."""
        held = srsly.msgpack_loads(data)
        self.labels, self.network = tuple(held["labels"]), Network(held["graph"])
        return self


@Language.factory(
    "encoder_entities",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"table": "word_pieces"},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def encoder_entities(nlp: Language, name: str, table: str) -> EncoderEntities:
    """The component, empty until it is read from disk."""
    return EncoderEntities(nlp, name, table)


def _ends(doc: Doc) -> list[bool] | None:
    if not doc.has_annotation("SENT_START"):
        return None
    starts = [token.is_sent_start is True for token in doc]
    return [*starts[1:], True]
