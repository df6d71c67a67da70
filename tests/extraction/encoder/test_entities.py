from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from factcheck.extraction.encoder import EncoderEntities, PieceTable
from tests.extraction.encoder.tiny import (
    BEGIN_ORG,
    BEGIN_PERSON,
    INSIDE_PERSON,
    LABELS,
    LookUp,
    Noise,
    component,
    pipeline,
)

TAGS = {"mara": BEGIN_PERSON, "osk": INSIDE_PERSON, "lund": INSIDE_PERSON, "fleet": BEGIN_ORG, "the": BEGIN_ORG}


def _pipeline(tags: dict[str, int]) -> tuple[Language, LookUp]:
    nlp, network = pipeline(), LookUp(tags)
    component(nlp, EncoderEntities).network = network
    return nlp, network


def _found(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in doc.ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Oska said.", [("Mara Oska", "PERSON")]),
        ("Marabel Oska Lund said.", [("Marabel Oska Lund", "PERSON")]),
        ("Mara  Lund said", [("Mara", "PERSON")]),
        ("Mara\nLund said", [("Mara", "PERSON")]),
        ("Lund said", []),
        ("Fleet said. Mara said.", [("Fleet", "ORG"), ("Mara", "PERSON")]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_entities(text: str, expected: list[tuple[str, str]]) -> None:
    nlp, _ = _pipeline(TAGS)
    assert _found(nlp(text)) == expected


def test_a_name_that_the_encoder_sees_over_a_line_break_ends_at_the_break() -> None:
    nlp, _ = _pipeline({**TAGS, "[SEP]": INSIDE_PERSON})
    assert _found(nlp("Mara\nLund")) == [("Mara", "PERSON")]


def test_equal_names_vote() -> None:
    nlp, _ = _pipeline({"mara": BEGIN_PERSON, "lund": INSIDE_PERSON, "said": BEGIN_ORG})
    doc = nlp("Mara said")
    assert _found(doc) == [("Mara", "PERSON"), ("said", "ORG")]
    assert _found(nlp("Mara said. Mara said Lund.")) == [("Mara", "PERSON"), ("said", "ORG")] * 2
    nlp, _ = _pipeline({"mara": BEGIN_PERSON, "lund": BEGIN_ORG, "##bel": BEGIN_ORG})
    assert _found(nlp("Mara said. Lund said.")) == [("Mara", "PERSON"), ("Lund", "ORG")]


def test_line_breaks_are_shown_to_the_encoder() -> None:
    nlp, network = _pipeline(TAGS)
    nlp("Fleet\n\nMara")
    assert network.seen == [["[CLS]", "fleet", "[SEP]", "mara", "[SEP]"]]


def test_long_copy_is_read_sentence_by_sentence() -> None:
    nlp, network = _pipeline(TAGS)
    doc = nlp("Mara Oska Lund said. " * 100)
    assert [len(pieces) for pieces in network.seen] == [254, 254, 98]
    assert all(pieces[1] == "mara" and pieces[-2] == "." for pieces in network.seen)
    assert _found(doc) == [("Mara Oska Lund", "PERSON")] * 100


def test_sentences_of_the_document_say_where_to_cut() -> None:
    nlp, network = _pipeline(TAGS)
    doc = nlp.make_doc("lund " * 300)
    for token in doc:
        token.is_sent_start = token.i in (0, 7)
    component(nlp, EncoderEntities)(doc)
    assert [len(pieces) for pieces in network.seen] == [9, 256, 41]


def test_scores_of_a_document() -> None:
    nlp, _ = _pipeline(TAGS)
    gold = Example.from_dict(nlp.make_doc("Mara Lund said"), {"entities": [(0, 9, "PERSON")]})
    assert nlp.evaluate([gold])["ents_f"] == 1.0


def test_bytes_and_folders_keep_everything(tmp_path: Path) -> None:
    nlp, _ = _pipeline(TAGS)
    nlp.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), spacy.load(tmp_path).from_bytes(nlp.to_bytes())):
        entities, table = component(again, EncoderEntities), component(again, PieceTable)
        assert (entities.labels, entities.network.graph) == (LABELS, b"graph")
        assert table.vectors([5, 2]).tolist() == [[[5.0] * 3, [2.0] * 3]]
        entities.network = LookUp(TAGS)
        assert _found(again("Mara Oska said.")) == [("Mara Oska", "PERSON")]


_NLP = pipeline()
component(_NLP, EncoderEntities).network = Noise()
_WORDS = st.sampled_from(
    ["Mara", "Oska", "lund", "said", ".", " ", "\n", "\n\n", "\t", "\u2028", "\u200b", "日", "“", "’s"]
)


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=400).map(" ".join)))
def test_no_text_makes_it_raise_and_no_entity_holds_white_space_or_a_line_break(text: str) -> None:
    doc = _NLP(text)
    assert [token for entity in doc.ents for token in entity if token.is_space] == []
    assert [(e.start, e.end, e.label_) for e in _NLP(text).ents] == [(e.start, e.end, e.label_) for e in doc.ents]
