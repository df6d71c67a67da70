"""Passages that an earlier build of this project labelled (ner-train.spacy), where the raw files are not to be had.

Of English Web Treebank (CC BY-SA 4.0) the snapshots lack the training part; an earlier recogniser labelled that text,
so its entities are silver. Of GUM (annotation CC BY 4.0; texts of the open genres) the earlier build holds passages
with names exchanged for others, which keep a recogniser from learning names by heart. Everything else in it, old
templates and tweets too, is left alone.
"""

from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from training.corpora.entity_spans import Passage, Span
from training.corpora.overlap import shingles


def passage_of(doc: Doc) -> Passage:
    """A labelled Doc as a passage; missing tokens become unknown ranges."""
    spans = tuple(Span(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    unknown = tuple((token.idx, token.idx + len(token)) for token in doc if token.ent_iob == 0)
    return Passage(doc.text, spans, unknown)


def read_docbin(path: Path) -> Iterator[Passage]:
    """Every passage of a DocBin."""
    nlp = spacy.blank("en")
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        yield passage_of(doc)


def like(passages: Iterator[Passage], texts: list[str], share: float = 0.5, size: int = 6) -> Iterator[Passage]:
    """The passages of which a share of the word sequences stands in the texts."""
    known: set[tuple[str, ...]] = set()
    for text in texts:
        known |= shingles(text, size)
    for passage in passages:
        own = shingles(passage.text, size)
        if own and len(own & known) >= share * len(own):
            yield passage
