"""Scoring."""

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training.evaluate import sentence_f

VOCAB = spacy.blank("en").vocab
WORDS = ["Talks", "failed", ".", "\n\n", "He", "left"]


def _doc(starts: list[int]) -> Doc:
    return Doc(
        VOCAB,
        words=WORDS,
        spaces=[True, False, False, False, True, False],
        sent_starts=[place in starts for place in range(len(WORDS))],
    )


@pytest.mark.parametrize(
    ("found", "gold", "f"),
    [
        ([0, 4], [0, 4], 1.0),
        ([0, 3], [0, 4], 1.0),  # the line break counted to the second sentence
        ([0], [0, 4], 0.0),
        ([0, 4, 5], [0, 4], 0.4),
    ],
)
def test_sentences_are_the_same_when_their_words_are(found: list[int], gold: list[int], f: float) -> None:
    assert sentence_f([Example(_doc(found), _doc(gold))]) == pytest.approx(f)


def test_a_document_without_sentences_is_passed_over() -> None:
    names = Doc(VOCAB, words=WORDS)
    assert sentence_f([Example(_doc([0, 4]), _doc([0, 4])), Example(_doc([0]), names)]) == 1.0
