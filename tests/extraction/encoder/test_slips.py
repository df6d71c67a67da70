"""Slips: what is doubted, what seems meant, and what it may cost."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from factcheck.extraction.confusable import KNOWN, confusable, sound_alikes
from factcheck.extraction.encoder import EncoderSlips, PieceTable
from factcheck.extraction.encoder.slips import LONGEST, MOST
from tests.extraction.encoder.tiny import component, fill

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "the",
    "coast",
    "of",
    "off",
    "on",
    "spain",
    ".",
    "fell",
    "reign",
]
BESIDE = {("coast", "off"), ("coast", "on"), ("fell", "of")}


class Pairs:
    """Calls a piece wrong that stands after one beside which it does not belong."""

    graph = b"pairs"

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        self.asked += 1
        pieces = [PIECES[round(float(vector[0]))] for vector in inputs["vectors"][0]]
        wrong = [pair in BESIDE for pair in zip(["", *pieces], pieces, strict=False)]
        return np.array([[[0.0, 9.0] if each else [9.0, 0.0] for each in wrong]], np.float32)


def pipeline() -> tuple[Language, Pairs]:
    nlp, network = spacy.blank("en"), Pairs()
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("word_pieces")
    nlp.add_pipe("encoder_slips")
    fill(component(nlp, PieceTable), PIECES)
    component(nlp, EncoderSlips).network = network
    return nlp, network


def found(text: str) -> list[tuple[str, str]]:
    nlp, _ = pipeline()
    doc = nlp(text)
    return [(doc[slip.word].text, slip.meant) for slip in doc.user_data["slips"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coast of Spain.", []),
        ("The coast off Spain.", [("off", "of")]),
        ("The coast Off Spain.", [("Off", "Of")]),
        ("The coast OFF Spain.", []),
        ("Spain fell of the coast. The coast off Spain fell.", [("of", "for"), ("off", "of")]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(found(text)) == sorted(expected)


def test_a_slip_is_as_sure_as_both_answers() -> None:
    nlp, _ = pipeline()
    (slip,) = nlp("The coast off Spain.").user_data["slips"]
    assert slip.sure == pytest.approx(0.9998, abs=1e-4)


def test_a_sentence_without_end_is_no_prose() -> None:
    assert found("the coast off Spain " + "fell " * LONGEST) == []


def test_copy_full_of_doubts_costs_no_more() -> None:
    nlp, network = pipeline()
    assert len(nlp("The coast off Spain. " * 3 * MOST).user_data["slips"]) == MOST
    assert network.asked <= 8 + MOST * (1 + len(confusable("off")))


@pytest.mark.parametrize("way", ["disk", "bytes"])
def test_it_is_written_and_read(way: str, tmp_path: Path) -> None:
    nlp, _ = pipeline()
    one, other = component(nlp, EncoderSlips), EncoderSlips(nlp)
    if way == "disk":
        one.to_disk(tmp_path / "slips")
        other.from_disk(tmp_path / "slips")
    else:
        other.from_bytes(one.to_bytes())
    assert other.network.graph == b"pairs"


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("off", {"of"}),
        ("then", {"than", "the"}),
        ("county", {"country", "count"}),
        ("constructive", {"construction"}),
        ("zyxqv", set()),
        ("x", set()),
        ("", set()),
    ],
)
def test_confusable_words(word: str, some: set[str]) -> None:
    assert some <= set(confusable(word))
    assert word not in confusable(word)


def test_small_words_are_confused_both_ways() -> None:
    assert all(word in confusable(other) for word in sound_alikes() for other in confusable(word))


def test_what_is_printed_may_be_rarer_than_what_is_meant() -> None:
    assert "obstructive" in confusable("constructive", KNOWN)
    assert "obstructive" not in confusable("constructive")
