"""Puts the trained parts into one pipeline: `python -m training.assemble SYNTAX LIGHT ENCODER OUT [--version 1.0.0]`.

SYNTAX and LIGHT are pipelines that spaCy trained, ENCODER is the folder that the two exports wrote. The light
recogniser is there, but disabled: one of the two names the names, and the encoder does it better.
"""

import argparse
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language

import factcheck.extraction.encoder  # noqa: F401  (registers the components of the encoder)

SYNTAX = ("tok2vec", "tagger", "morphologizer", "parser", "lemmatizer")
ENCODER = ("word_pieces", "encoder_entities", "encoder_slips", "sentence_vectors")
LIGHT = "ner"
META = {
    "name": "wire",
    "description": "Wire copy in English: tags, trees, lemmas, names, slips and the vectors of sentences",
    "author": "The makers of Newsroom",
    "license": "CC BY-SA 4.0",
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("syntax", "light", "encoder", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--version", default="0.1.0")
    told = parser.parse_args()
    nlp = assemble(spacy.load(told.syntax), spacy.load(told.light), told.encoder)
    nlp.meta["version"] = told.version
    write(nlp, told.out)


def assemble(syntax: Language, light: Language, encoder: Path) -> Language:
    """One pipeline of three parts, the light recogniser disabled."""
    nlp = spacy.blank("en")
    nlp.meta.update(META)
    nlp.vocab.vectors = light.vocab.vectors
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W113\]")  # the vectors differ: the trees were learned without any
        for name in SYNTAX:
            nlp.add_pipe(name, source=syntax)
    for name in ENCODER:
        part: Any = nlp.add_pipe(name)
        part.from_disk(encoder / name)
    nlp.add_pipe(LIGHT, source=light)
    nlp.disable_pipe(LIGHT)
    return nlp


def write(nlp: Language, out: Path) -> None:
    """Writes the pipeline without the words that it was trained on.

    It works without them, and they hold the names and addresses of people who wrote letters long ago.
    """
    nlp.to_disk(out)
    needed = set(_needed(nlp))
    kept = [word for word in nlp.vocab.strings if word in needed or nlp.vocab.strings[word] in needed]
    srsly.write_json(out / "vocab" / "strings.json", sorted(kept))


def _needed(nlp: Language) -> Iterator[str | int]:
    """The words that a pipeline must know: spaCy's own, its labels, and what the lemmatizer takes off and puts on."""
    yield from spacy.blank("en").vocab.strings
    for name in nlp.component_names:
        part: Any = nlp.get_pipe(name)
        yield from getattr(part, "labels", ())
    trees: Any = nlp.get_pipe("lemmatizer")
    yield from _numbers(srsly.msgpack_loads(trees.trees.to_bytes()))


def _numbers(value: Any) -> Iterator[int]:
    """The numbers of words, wherever they stand in the lemmatizer's trees."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, int):
        yield value


if __name__ == "__main__":
    main()
