"""Scores a pipeline on the test documents: `python -m training.evaluate PIPELINE FOLDER CORPORA [OUT.json]`.

Tags, lemmas, trees and sentences are scored on the trees of two corpora, names on a third file, each over the words of
the pipeline, together and by the genre of the document. Line breaks count nowhere, punctuation not among the trees.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import factcheck.extraction.encoder  # noqa: F401  (registers the components that a whole pipeline holds)
from training.genres import Genres

TREES = {"EWT test": "syntax-test-ewt.spacy", "GUM test": "syntax-test-gum.spacy"}
NAMES = {"GUM test": "ner-test-gum.spacy"}
RECOGNISERS = ("encoder_entities", "ner")
SYNTAX = ("tag_acc", "pos_acc", "dep_uas", "dep_las", "lemma_acc", "sents_f")
ENTITIES = ("ents_p", "ents_r", "ents_f", "ents_per_type")


def main(pipeline: Path, folder: Path, corpora: Path, out: Path | None) -> None:
    """Prints a table of the scores and writes them all."""
    nlp, genres = spacy.load(pipeline), Genres(corpora)
    found: dict[str, dict[str, Any]] = {}
    for title, name in TREES.items():
        found[f"trees, {title}"] = score(nlp, folder / name, SYNTAX, genres)
    for recogniser in RECOGNISERS:
        if recogniser in nlp.component_names:
            with _recognising(nlp, recogniser):
                for title, name in NAMES.items():
                    found[f"names by {recogniser}, {title}"] = score(nlp, folder / name, ENTITIES, genres)
    for title, scores in found.items():
        print(
            title, *(f"{key} {100 * value:.1f}" for key, value in scores.items() if isinstance(value, float)), sep="  "
        )
    if out:
        out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def score(nlp: Language, path: Path, keys: Sequence[str], genres: Genres) -> dict[str, Any]:
    """Some scores of a pipeline on the documents of one file, and under "genres" those of each genre."""
    examples = [Example(nlp(gold.text), gold) for gold in DocBin().from_disk(path).get_docs(nlp.vocab)]
    by_genre: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        by_genre[genres.of(example.reference.text)].append(example)
    scorer = Scorer(nlp)
    told = {genre: _scores(scorer, held, keys) for genre, held in sorted(by_genre.items()) if genre}
    return {**_scores(scorer, examples, keys), "genres": told}


def _scores(scorer: Scorer, examples: Sequence[Example], keys: Iterable[str]) -> dict[str, Any]:
    scores = {**scorer.score(examples), "sents_f": sentence_f(examples)}
    return {key: scores[key] for key in keys if scores.get(key) is not None}


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
    others = set(RECOGNISERS) - {recogniser}
    nlp.enable_pipe(recogniser)
    return nlp.select_pipes(disable=sorted(others & set(nlp.component_names)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), Path(sys.argv[4]) if len(sys.argv) > 4 else None)
