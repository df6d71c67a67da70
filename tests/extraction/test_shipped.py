"""The language pipeline that ships with the code, on copy of our own; people and agencies are made up."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.encoder import EncoderEntities, PieceTable, SentenceVectors
from factcheck.extraction.pipeline import extract, load
from factcheck.types import ClaimKind, Segment, SegmentKind, WireCopy
from tests.extraction.encoder.tiny import component
from tests.extraction.reading import body
from tests.extraction.test_pipeline import FRAGMENTS, checked

FOLDER = Path(__file__).parents[2] / "pipelines" / "en_wire"
SYNTAX = ["tok2vec", "tagger", "morphologizer", "parser", "lemmatizer"]
MOST_BYTES = 80_000_000


@pytest.mark.parametrize(
    ("name", "components"),
    [
        ("en_wire", [*SYNTAX, "word_pieces", "encoder_entities", "encoder_slips", "sentence_vectors"]),
        ("en_wire_light", [*SYNTAX, "ner"]),
        ("rules", []),
    ],
)
def test_what_each_name_loads(name: str, components: list[str]) -> None:
    assert load(name).pipe_names == ["wire_sentences", *components, "wire_claims"]


def test_the_folder_is_small_and_has_its_card() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    meta = spacy.util.get_model_meta(FOLDER)
    assert (FOLDER / "README.md").read_text("utf-8").startswith(f"# en_wire {meta['version']}\n")
    assert meta["license"] == "CC BY-SA 4.0"


def test_labels_are_those_of_the_pipelines_that_spacy_offers() -> None:
    nlp = load("en_wire_light")
    assert {"NN", "NNS", "NNP", "VBD", "VBZ", "MD", "_SP"} <= set(nlp.get_pipe("tagger").labels)
    assert {"nsubj", "nsubjpass", "dobj", "pobj", "prep", "ccomp", "ROOT"} <= set(nlp.get_pipe("parser").labels)
    assert set(nlp.get_pipe("ner").labels) == set(component(load("en_wire"), EncoderEntities).labels)


@pytest.mark.parametrize("name", ["en_wire", "en_wire_light"])
def test_trees_and_lemmas(name: str) -> None:
    nlp: Any = load(name)
    doc = nlp("The ministers were told that the dams had held.")
    assert [(t.lemma_, t.tag_, t.dep_, t.head.text) for t in doc] == [
        ("the", "DT", "det", "ministers"),
        ("minister", "NNS", "nsubjpass", "told"),
        ("be", "VBD", "auxpass", "told"),
        ("tell", "VBN", "ROOT", "told"),
        ("that", "IN", "mark", "held"),
        ("the", "DT", "det", "dams"),
        ("dam", "NNS", "nsubj", "held"),
        ("have", "VBD", "aux", "held"),
        ("hold", "VBN", "ccomp", "told"),
        (".", ".", "punct", "told"),
    ]


@pytest.mark.parametrize("name", ["en_wire", "en_wire_light"])
@pytest.mark.parametrize(
    "text",
    [
        "OSKAVIL, Estonia, March 3 (Northlight) -- The U.S. envoy, Gen. Mara Lund, left at 6 p.m. on Monday.",
        "Prime Minister Li Daoming met St. Brannock officials in Washington, D.C. for talks.",
    ],
)
def test_nothing_breaks_a_sentence_but_a_stop_or_a_line(name: str, text: str) -> None:
    starts = [token.i for token in load(name)(text) if token.is_sent_start]
    assert starts == [0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OSKAVIL, Estonia, March 3 (Northlight) -- Defence Minister Mara Lund told the Baltic Harbour Authority on"
            " Monday that at least 12 ships had left.",
            "OSKAVIL/GPE Estonia/GPE March_3/DATE Northlight/ORG Mara_Lund/PERSON Baltic_Harbour_Authority/ORG"
            " Monday/DATE at_least_12/CARDINAL",
        ),
        (
            "“We will not wait,” Lund said on Tuesday. Brisk Shipping paid $4.5 million, 30 percent less.",
            "Lund/PERSON Tuesday/DATE Brisk_Shipping/ORG $4.5_million/MONEY 30_percent/PERCENT",
        ),
        (
            "APEC and G20 leaders met President Joko Marsen in Lima, the U.N. said. Marsen later met ASEAN envoys.",
            "APEC/ORG G20/ORG Joko_Marsen/PERSON Lima/GPE U.N./ORG Marsen/PERSON ASEAN/ORG",
        ),
        (
            "“It was a mistake,” said Li Daoming, a spokesman for China's Foreign Ministry. Russian envoys disagreed.",
            "Li_Daoming/PERSON China/GPE Foreign_Ministry/ORG Russian/NORP",
        ),
        ("", ""),
    ],
)
def test_entities(text: str, expected: str) -> None:
    nlp = load("en_wire")
    doc = component(nlp, EncoderEntities)(nlp.make_doc(text))
    assert " ".join(f"{entity.text.replace(' ', '_')}/{entity.label_}" for entity in doc.ents) == expected


def test_names_as_the_desk_gets_them() -> None:
    text = (
        "Quorvex to buy Northern Harbour Bank, Vorne says\n"
        "Quorvex shares fell after Nora Vorne, its chief executive, spoke in Brannock. The deal costs"
        " US$20 million, Vorne said."
    )
    headline, rest = body(text)
    segments = (Segment(SegmentKind.HEADLINE, headline.start, headline.end), rest)
    read = extract(WireCopy("a", text, segments), load("en_wire"))
    assert [(claim.text, claim.value["type"]) for claim in read.claims if claim.kind is ClaimKind.NAME] == [
        ("Quorvex", "ORG"),
        ("Northern Harbour Bank", "ORG"),
        ("Vorne", "PERSON"),
        ("Quorvex", "ORG"),
        ("Nora Vorne", "PERSON"),
        ("Brannock", "GPE"),
        ("Vorne", "PERSON"),
    ]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(["", " "]))
def test_any_mixture_of_news_is_read(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for name in ("en_wire", "en_wire_light"):
        checked(extract(WireCopy("a", text, body(text)), load(name)))


def test_figures_count_what_the_tags_say() -> None:
    text = "They saw 14 retail bankers every day, and 10 judges rather late."
    read = extract(WireCopy("a", text, body(text)), load("en_wire"))
    assert [claim.value["of"] for claim in read.claims if claim.kind is ClaimKind.FIGURE] == [
        "retail bankers",
        "judges",
    ]


def test_translations_of_one_sentence_are_nearest_to_each_other() -> None:
    held = component(load("en_wire"), SentenceVectors)
    rows = held.vectors(
        [
            "The region needs a strong and reliable partnership between our countries.",
            "Farmers lost their crops again, a third consecutive time.",
            "We shall not accept new tariffs on steel.",
            "We will refuse any additional duties on steel.",
            "The harvest failed for the third year in a row.",
            "Our nations' region requires a stable, dependable partnership.",
        ]
    )
    assert rows.shape == (6, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert (rows @ rows.T - 2 * np.eye(6)).argmax(axis=1).tolist() == [5, 4, 3, 2, 1, 0]


def test_the_same_text_gives_the_same_vector_beside_any_other() -> None:
    held = component(load("en_wire"), SentenceVectors)
    alone, beside = held.vectors(["Lund spoke."]), held.vectors(["Ships left the harbour at noon.", "Lund spoke."])
    assert np.array_equal(alone[0], beside[1])


def test_words_are_cut_as_the_encoder_was_taught() -> None:
    table = component(load("en_wire"), PieceTable)
    found = [table.pieces[number] for number in table.cut("Unforgettable Zürich’s 2.5m")]
    assert found == ["un", "##for", "##get", "##table", "zurich", "’", "s", "2", ".", "5", "##m"]


def test_slips_as_collation_gets_them() -> None:
    text = "The majority off the council voted no. They are two points off the top."
    (doubt,) = extract(WireCopy("a", text, body(text)), load("en_wire")).doubts
    assert (text[doubt.start : doubt.end], doubt.start, doubt.meant) == ("off", 13, "of")
    assert doubt.sure > 0.997
    assert extract(WireCopy("a", text, body(text)), load("en_wire_light")).doubts == ()
