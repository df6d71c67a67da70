from pathlib import Path

import numpy as np
import spacy

from factcheck.extraction.encoder import SentenceVectors
from tests.extraction.encoder.tiny import PIECES, LookUp, component, pipeline


def test_one_row_for_each_text_or_span() -> None:
    nlp = pipeline()
    held, network = component(nlp, SentenceVectors), LookUp()
    held.network = network
    doc = nlp.make_doc("Oska said the fleet said.")
    rows = held.vectors([doc[2:4], "The  fleet\n", "the fleet said.", ""])
    assert network.seen == [
        ["[CLS]", "the", "fleet", "[SEP]"],
        ["[CLS]", "the", "fleet", "[SEP]"],
        ["[CLS]", "the", "fleet", "said", ".", "[SEP]"],
        ["[CLS]", "[SEP]"],
    ]
    assert rows.shape == (4, len(PIECES))
    assert np.array_equal(rows[0], rows[1])


def test_no_texts_no_rows() -> None:
    assert component(pipeline(), SentenceVectors).vectors([]).shape == (0, 384)


def test_a_long_text_is_read_as_far_as_the_encoder_goes() -> None:
    held, network = component(pipeline(), SentenceVectors), LookUp()
    held.network = network
    held.vectors(["fleet " * 1000])
    assert len(network.seen[0]) == 256


def test_the_document_stays_as_it_is_and_nothing_is_run() -> None:
    nlp, network = pipeline(), LookUp()
    held = component(nlp, SentenceVectors)
    held.network = network
    doc = nlp.make_doc("The fleet said.")
    before = doc.to_bytes()
    assert held(doc).to_bytes() == before
    assert network.seen == []


def test_bytes_and_folders_keep_the_graph(tmp_path: Path) -> None:
    nlp = pipeline()
    component(nlp, SentenceVectors).network = LookUp(graph=b"of sentences")
    nlp.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), spacy.load(tmp_path).from_bytes(nlp.to_bytes())):
        assert component(again, SentenceVectors).network.graph == b"of sentences"
