"""WNUT 2017 (github.com/leondz/emerging_entities_17, CC BY 4.0): tweets. Only those that hold an entity are taken."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.crossner import sentences
from training.corpora.entity_spans import Passage, bio_spans, passage_of_words
from training.corpora.names_only import completed
from training.corpora.word_lists import place_label

LABELS = {
    "person": "PERSON",
    "corporation": "ORG",
    "group": "ORG",
    "creative-work": "WORK_OF_ART",
    "product": "PRODUCT",
}


def convert(words: list[str], tags: list[str]) -> Passage:
    """One tweet as a passage."""
    entities: list[tuple[int, int, str | None]] = []
    for first, past, name in bio_spans(tags):
        label = place_label(" ".join(words[first:past])) if name == "location" else LABELS.get(name)
        entities.append((first, past, label))
    return completed(passage_of_words(words, entities), sure=False)


def read(folder: Path) -> Iterator[Passage]:
    """Every tweet of the training part with an entity of the corpus in it."""
    for words, tags in sentences(folder / "wnut17train.conll"):
        if any(tag != "O" for tag in tags) and words[0] != "RT":
            yield convert(words, tags)
