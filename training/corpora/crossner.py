"""CrossNER (github.com/zliucr/CrossNER, MIT; sentences of Wikipedia, CC BY-SA): politics, science, music, books, AI.

The folder conll2003 of that repository is another corpus without a licence for us and is never read.
"""

from collections.abc import Iterator
from pathlib import Path

from training.corpora.entity_spans import Passage, bio_spans, passage_of_words
from training.corpora.names_only import completed, misc_label
from training.corpora.word_lists import place_label

DOMAINS = ("politics", "science", "music", "literature", "ai")
LABELS = {
    **dict.fromkeys(("politician", "person", "writer", "musicalartist", "scientist", "researcher"), "PERSON"),
    **dict.fromkeys(("politicalparty", "organisation", "band", "university", "magazine", "academicjournal"), "ORG"),
    **dict.fromkeys(("election", "event", "conference"), "EVENT"),
    **dict.fromkeys(("book", "poem", "album", "song"), "WORK_OF_ART"),
    "astronomicalobject": "LOC",
    "country": "GPE",
}
UNKNOWN = frozenset({"misc", "award", "product", "programlang", "theory", "literarygenre"})
# The other classes (genres, algorithms, chemistry, metrics) are no entities in OntoNotes.


def label_of(name: str, words: str) -> tuple[bool, str | None]:
    """Whether the class names an entity or something unknown, and the label if there is one."""
    if name in ("location", "country") or words == "United Nations":
        return True, "ORG" if words == "United Nations" else place_label(words)
    if name == "misc":
        return True, misc_label(words)
    return name in LABELS or name in UNKNOWN, LABELS.get(name)


def sentences(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of each sentence of a file of two columns."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if len(columns) >= 2:
            words.append(columns[0])
            tags.append(columns[-1])
        elif words:
            yield words, tags
            words, tags = [], []


def convert(words: list[str], tags: list[str]) -> Passage:
    """One sentence as a passage."""
    entities = []
    for first, past, name in bio_spans(tags):
        is_entity, label = label_of(name, " ".join(words[first:past]))
        if is_entity:
            entities.append((first, past, label))
    return completed(passage_of_words(words, entities))


def read(folder: Path) -> Iterator[Passage]:
    """Every sentence of the five domains."""
    for domain in DOMAINS:
        for part in ("train", "dev", "test"):
            for words, tags in sentences(folder / "ner_data" / domain / f"{part}.txt"):
                yield convert(words, tags)
