"""Scores a pipeline on the test documents: `python -m training.evaluate PIPELINE FOLDER [OUT.json]`.

Tags, lemmas, trees and sentences are scored on the trees of two corpora, names on a third file, each over the words of
the pipeline. Line breaks are not counted, nor is punctuation among the trees.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import factcheck.extraction.encoder  # noqa: F401  (registers the components that a whole pipeline holds)

TREES = {"EWT test": "syntax-test-ewt.spacy", "GUM test": "syntax-test-gum.spacy"}
NAMES = {"GUM test": "ner-test-gum.spacy"}
SYNTAX = ("tag_acc", "pos_acc", "dep_uas", "dep_las", "lemma_acc", "sents_f")
ENTITIES = ("ents_p", "ents_r", "ents_f", "ents_per_type")


def main(pipeline: Path, folder: Path, out: Path | None) -> None:
    """Prints a table of the scores and writes them all."""
    nlp = spacy.load(pipeline)
    found: dict[str, dict[str, Any]] = {}
    for title, name in TREES.items():
        found[f"trees, {title}"] = _only(SYNTAX, score(nlp, folder / name))
    for recogniser in sorted({"ner", "encoder_entities"} & set(nlp.component_names)):
        with _recognising(nlp, recogniser):
            for title, name in NAMES.items():
                found[f"names by {recogniser}, {title}"] = _only(ENTITIES, score(nlp, folder / name))
    for title, scores in found.items():
        print(title, *(f"{key} {100 * value:.1f}" for key, value in scores.items() if key != "ents_per_type"), sep="  ")
    if out:
        out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def score(nlp: Language, path: Path) -> dict[str, Any]:
    """All scores of a pipeline on the documents of one file."""
    examples = [Example(nlp(gold.text), gold) for gold in DocBin().from_disk(path).get_docs(nlp.vocab)]
    return {**Scorer(nlp).score(examples), "sents_f": sentence_f(examples)}


def sentence_f(examples: Iterable[Example]) -> float:
    """F of the sentences; it does not matter to which of two sentences the space between them is counted.

    Documents of names say nothing of sentences and are passed over.
    """
    counted = PRFScore()
    for example in examples:
        if example.reference.has_annotation("SENT_START"):
            counted.score_set(_extents(example.predicted), _extents(example.reference))
    return counted.fscore


def _extents(doc: Doc) -> set[tuple[int, int]]:
    """Where the sentences begin and end in the text, without the space around them."""
    found = set()
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            found.add((words[0].idx, words[-1].idx + len(words[-1])))
    return found


def _recognising(nlp: Language, recogniser: str) -> Any:
    """For a while, the pipeline with this component alone naming names."""
    others = {"ner", "encoder_entities"} - {recogniser}
    nlp.enable_pipe(recogniser)
    return nlp.select_pipes(disable=sorted(others & set(nlp.component_names)))


def _only(keys: Iterable[str], scores: dict[str, Any]) -> dict[str, Any]:
    return {key: scores[key] for key in keys if scores.get(key) is not None}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
