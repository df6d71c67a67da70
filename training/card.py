"""Writes the card of a pipeline: `python -m training.card PIPELINE BUILD`.

BUILD holds what the training left there: the documents, the encoder's recipe and the scores; card.md goes there too.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from training.sources import CORPORA, ENCODER, LICENCE

DATA = (
    "syntax-train.spacy",
    "syntax-dev.spacy",
    "ner-train.spacy",
    "ner-dev.spacy",
    "slips-train.txt",
    "slips-dev.txt",
)
TOOLS = ("spacy", "torch", "onnx", "onnxruntime", "floret")
SYNTAX = {
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "lemma_acc": "lemmas",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences, F",
}
RECOGNISERS = {"encoder_entities": "the encoder", "ner": "the small network"}

INTRODUCTION = """\
A spaCy pipeline for news copy in English, made for Newsroom: tags, parts of speech, trees, lemmas, names, and vectors
that bring two translations of one sentence together. Labels are those of spaCy's own English pipelines: Penn tags,
ClearNLP-style dependencies, OntoNotes entity names. It also looks for slips: small words printed for one another.

| component | does | at |
|---|---|---|
| `tok2vec`, `tagger`, `morphologizer`, `parser`, `lemmatizer` | one small network and what reads it | both names |
| `word_pieces`, `encoder_entities` | names, by a fine-tuned encoder over onnxruntime | `en_wire` |
| `encoder_slips` | small words that seem wrong where they stand, by the first layers of the encoder | `en_wire` |
| `sentence_vectors` | the original encoder; gives vectors to those who ask, changes no document | `en_wire` |
| `ner` | names, by a small network with word vectors | `en_wire_light` |

Newsroom loads it under the two names on the right. To load it by itself, import
`factcheck.extraction.encoder` first, which makes the encoder's components known, and then `spacy.load` this folder."""

LIMITS = """\
- It has learned from web text, Wikipedia, interviews, court records and copy of our own writing, not from the copy of
  any agency: there is no licence for that. Bodies whose names are common words, names of products and of works are its
  weak spot; dates and figures are better taken from a grammar, as Newsroom does.
- The names in our own copy are made up from lists; a name that no list and no corpus has is read by its neighbours.
- English only. A text in another language gets labels too, and they mean nothing.
- People are named in the corpora; the words that the pipeline was trained on are not part of the folder."""


@dataclass(frozen=True)
class Made:
    """With what a pipeline was made: versions of the tools, numbers of the two recipes, hashes of the data."""

    versions: Mapping[str, str]
    recipe: Mapping[str, float]
    slips: Mapping[str, float]
    hashes: Mapping[str, str]


def main(pipeline: Path, build: Path) -> None:
    """Writes the card."""
    meta = json.loads((pipeline / "meta.json").read_text("utf-8"))
    scores = json.loads((build / "scores.json").read_text("utf-8"))
    recipe = json.loads((build / "encoder" / "recipe.json").read_text("utf-8"))["recipe"]
    hashes = {name: hashlib.sha256((build / name).read_bytes()).hexdigest() for name in DATA}
    slips = json.loads((build / "slips" / "recipe.json").read_text("utf-8"))
    made = Made({tool: version(tool) for tool in TOOLS}, recipe, slips["recipe"], hashes)
    scores["slips"] = slips["dev"]
    text = "\n".join(card(f"{meta['lang']}_{meta['name']} {meta['version']}", scores, made))
    (build / "card.md").write_text(text + "\n", "utf-8")


def card(title: str, scores: Mapping[str, Mapping[str, Any]], made: Made) -> Iterator[str]:
    """The card, line by line, in Markdown."""
    yield from (f"# {title}", "", INTRODUCTION, "")
    yield from (
        "## Licence and sources",
        "",
        f"{LICENCE} (../LICENSE), because corpora below are licensed so. {ENCODER}",
        "",
    )
    rows = [[f"[{one.name}]({one.address})", one.licence, one.taken, one.by] for one in CORPORA]
    yield from _table(["corpus", "licence", "learned from it", "attribution"], rows)
    yield from (
        "",
        "## Scores",
        "",
        "On documents that nothing was learned from, with paragraph breaks, as shares of 100.",
        "",
    )
    yield from _table(["trees", *SYNTAX.values()], list(_syntax(scores)))
    for name, title in RECOGNISERS.items():
        yield from ("", f"Names by {title}, GUM test:", "")
        yield from _names(scores[f"names by {name}, GUM test"])
    found, wrongly = _share(scores["slips"]["found"]), _share(scores["slips"]["false"])
    yield from (
        "",
        f"Slips put into text of the corpora: {found} are found where {wrongly} of the right words are called wrong.",
    )
    yield from ("", "## Limits", "", LIMITS, "", "## How it was made", "")
    yield "`make train` in Newsroom's repository, on a CPU (training/README.md). Versions: "
    yield ", ".join(f"{tool} {number}" for tool, number in made.versions.items()) + "."
    yield "The encoder's recipe: " + ", ".join(f"{name} {value:g}" for name, value in made.recipe.items()) + "."
    yield "The slips' recipe: " + ", ".join(f"{name} {value:g}" for name, value in made.slips.items()) + "."
    yield from ("", *_table(["data", "sha256"], [[name, held] for name, held in made.hashes.items()]))


def _syntax(scores: Mapping[str, Mapping[str, Any]]) -> Iterator[list[str]]:
    for title in ("EWT test", "GUM test"):
        whole = scores[f"trees, {title}"]
        yield [title, *(_share(whole[key]) for key in SYNTAX)]
        for genre, held in whole["genres"].items():
            yield [f"- {genre}", *(_share(held[key]) for key in SYNTAX)]


def _names(scores: Mapping[str, Any]) -> Iterator[str]:
    """Precision, recall and F of all names, of each label and of each genre."""
    rows = [["all", *_prf(scores, "ents_")]]
    rows += [[label, *_prf(held)] for label, held in sorted(scores["ents_per_type"].items())]
    rows += [[f"- {genre}", *_prf(held, "ents_")] for genre, held in scores["genres"].items()]
    yield from _table(["label, or genre", "P", "R", "F"], rows)


def _prf(scores: Mapping[str, Any], prefix: str = "") -> list[str]:
    return [_share(scores[f"{prefix}{letter}"]) for letter in "prf"]


def _share(value: float) -> str:
    return f"{100 * value:.1f}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield "|" + "---|" * len(header)
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
