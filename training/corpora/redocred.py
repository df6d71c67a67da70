"""Re-DocRED (github.com/tonytan48/Re-DocRED, MIT; openings of Wikipedia articles, CC BY-SA): dev and test parts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpora.entity_spans import Passage, Span, join, passage_of_words
from training.corpora.names_only import completed, misc_label
from training.corpora.word_lists import peoples, place_label

LOOSE_HYPHEN = re.compile(r"(?<=\w) ([-–]) (?=\w)")


def label_of(kind: str, name: str) -> str | None:
    """The OntoNotes label of a class of the corpus; dates and figures are left to the rules."""
    if name in peoples():
        return "NORP"
    if kind == "LOC":
        return place_label(name)
    if kind == "MISC":
        return misc_label(name)
    return {"PER": "PERSON", "ORG": "ORG"}.get(kind)


def convert(document: dict[str, Any]) -> Passage:
    """One article as a passage; mentions that overlap keep the longer one."""
    mentions: list[list[tuple[int, int, str]]] = [[] for _ in document["sents"]]
    for vertex in document["vertexSet"]:
        for mention in vertex:
            if mention["type"] not in ("TIME", "NUM"):
                mentions[mention["sent_id"]].append((*mention["pos"], mention["type"]))
    sentences = []
    for words, found in zip(document["sents"], mentions, strict=True):
        entities: list[tuple[int, int, str | None]] = []
        for first, past, kind in sorted(set(found), key=lambda one: (one[0] - one[1], one)):
            if all(past <= start or end <= first for start, end, _ in entities):
                entities.append((first, past, label_of(kind, " ".join(words[first:past]))))
        sentences.append(passage_of_words(words, entities))
    return completed(closed_hyphens(join(sentences)), sure=False)


def closed_hyphens(passage: Passage) -> Passage:
    """The corpus sets hyphens apart ("all - female"); here they are closed again."""
    cuts = [at for match in LOOSE_HYPHEN.finditer(passage.text) for at in (match.start(), match.end() - 1)]
    text = LOOSE_HYPHEN.sub(r"\1", passage.text)

    def moved(at: int) -> int:
        return at - sum(1 for cut in cuts if cut < at)

    spans = tuple(Span(moved(span.start), moved(span.end), span.label) for span in passage.spans)
    return Passage(text, spans, tuple((moved(start), moved(end)) for start, end in passage.unknown))


def read(folder: Path) -> Iterator[Passage]:
    """Every article."""
    for part in ("dev", "test"):
        for document in json.loads((folder / "data" / f"{part}_revised.json").read_text(encoding="utf-8")):
            yield convert(document)
