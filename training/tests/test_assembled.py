"""The encoder in the assembled folder; copy, people and agencies are made up."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from factcheck.extraction.encoder import EncoderEntities, PieceTable, SentenceVectors
from tests.extraction.encoder.tiny import component

ASSEMBLED = Path(__file__).parents[1] / "build" / "en_wire"


@cache
def _assembled() -> Language:
    return spacy.load(ASSEMBLED)


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
    nlp = _assembled()
    doc = component(nlp, EncoderEntities)(nlp.make_doc(text))
    assert " ".join(f"{entity.text.replace(' ', '_')}/{entity.label_}" for entity in doc.ents) == expected


def test_translations_of_one_sentence_are_nearest_to_each_other() -> None:
    held = component(_assembled(), SentenceVectors)
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
    held = component(_assembled(), SentenceVectors)
    alone, beside = held.vectors(["Lund spoke."]), held.vectors(["Ships left the harbour at noon.", "Lund spoke."])
    assert np.array_equal(alone[0], beside[1])


def test_words_are_cut_as_the_encoder_was_taught() -> None:
    table = component(_assembled(), PieceTable)
    found = [table.pieces[number] for number in table.cut("Unforgettable Zürich’s 2.5m")]
    assert found == ["un", "##for", "##get", "##table", "zurich", "’", "s", "2", ".", "5", "##m"]
