"""Writing the shipped pipeline."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training.assemble import write

WORDS = ["Zelda", "visits", "Quuxville", "and", "Brandt", "visited", "them"]
TAGS = ["NNP", "VBZ", "NNP", "CC", "NNP", "VBD", "PRP"]
LEMMAS = ["Zelda", "visit", "Quuxville", "and", "Brandt", "visit", "they"]


def _trained() -> Language:
    """A tagger and a lemmatizer that learned seven words by heart."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"min_tree_freq": 1})
    examples = [Example(nlp.make_doc(" ".join(WORDS)), Doc(nlp.vocab, words=WORDS, tags=TAGS, lemmas=LEMMAS))]
    nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples)
    return nlp


def _read(nlp: Language) -> list[tuple[str, str]]:
    return [(token.tag_, token.lemma_) for token in nlp(" ".join(WORDS))]


def test_the_words_of_the_training_are_not_written_and_nothing_reads_otherwise(tmp_path: Path) -> None:
    nlp = _trained()
    write(nlp, tmp_path)
    shipped = spacy.load(tmp_path)
    assert [word for word in ("Zelda", "Quuxville", "Brandt") if word in shipped.vocab.strings] == []
    assert _read(shipped) == _read(nlp) == list(zip(TAGS, LEMMAS, strict=True))
