"""UNER English EWT, dev part (github.com/UniversalNER/UNER_English-EWT, CC BY-SA 4.0): web text, three classes.

A measure of this project, so the training build leaves it out; the test part is not read at all.
"""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.entity_spans import Passage, bio_spans, passage_of_words
from training.corpora.word_lists import place_label


def convert(words: list[str], tags: list[str]) -> Passage:
    """One sentence as a passage; only the three classes are labelled."""
    entities: list[tuple[int, int, str | None]] = []
    for first, past, name in bio_spans(tags):
        place = place_label(" ".join(words[first:past])) if name == "LOC" else None
        entities.append((first, past, place or {"PER": "PERSON", "ORG": "ORG"}.get(name)))
    return passage_of_words(words, entities)


def read(folder: Path) -> Iterator[Passage]:
    """Every sentence of the dev part."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*(folder / "en_ewt-ud-dev.iob2").read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if len(columns) >= 3:
            words.append(columns[1])
            tags.append(columns[2])
        elif words and not line.strip():
            yield convert(words, tags)
            words, tags = [], []
