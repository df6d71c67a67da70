"""Training of the entity recogniser: ``python -m training.encoder.train --help``."""

import argparse
import json
import logging
import math
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import spacy
import torch
from safetensors.torch import save_file
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from factcheck.extraction.encoder.reading import read, word_scores
from factcheck.extraction.encoder.viterbi import decode, entities
from training.encoder import data
from training.encoder.learner import Learner, Rates

log = logging.getLogger(__name__)

LABELS = (
    "CARDINAL",
    "DATE",
    "EVENT",
    "FAC",
    "GPE",
    "LANGUAGE",
    "LAW",
    "LOC",
    "MONEY",
    "NORP",
    "ORDINAL",
    "ORG",
    "PERCENT",
    "PERSON",
    "PRODUCT",
    "QUANTITY",
    "TIME",
    "WORK_OF_ART",
)
TAGS = 1 + 2 * len(LABELS)


@dataclass(frozen=True)
class Recipe(Rates):
    """All numbers of a training; the same recipe on the same data gives the same weights."""

    epochs: float = 2.5
    batch: int = 1536
    line_breaks: float = 0.25
    upper: float = 0.03
    title: float = 0.04
    hidden: float = 0.02

    def noise(self) -> data.Noise:
        """What is changed in the documents at random."""
        return data.Noise(line_breaks=self.line_breaks, upper=self.upper, title=self.title, hidden=self.hidden)


class Trainer:
    """A learner and its documents."""

    def __init__(self, recipe: Recipe, folder: Path, train: Path, dev: Path) -> None:
        self.recipe = recipe
        self.learner = Learner(folder, TAGS, recipe)
        self.nlp = spacy.blank("en")
        self.train = [data.tagging(doc, LABELS) for doc in data.documents(train, self.nlp.vocab)]
        self.dev = data.documents(dev, self.nlp.vocab)

    def score(self) -> dict[str, float]:
        """Precision, recall and F on the development documents."""
        found = [Example(self.predict(doc), doc) for doc in self.dev]
        scores = get_ner_prf(found)
        per_label = {label: round(held["f"], 3) for label, held in scores["ents_per_type"].items()}
        log.info("dev by label %s", json.dumps(per_label, sort_keys=True))
        return {name: scores[f"ents_{name}"] for name in "prf"}

    def predict(self, reference: Doc) -> Doc:
        """The document with the model's entities."""
        words, doc = [token.text for token in reference], data.bare(reference)
        chunks = ((chunk, self.learner.scores(chunk)) for chunk in read(words, self.learner.pieces))
        tags = decode(word_scores(len(words), TAGS, chunks))
        doc.set_ents([Span(doc, found.start, found.end, found.label) for found in entities(tags, LABELS)])
        return doc

    def save(self, out: Path, scores: dict[str, float]) -> None:
        """Writes the weights; beside them the recipe, the labels and the scores on the development documents."""
        out.mkdir(parents=True, exist_ok=True)
        save_file(self.learner.averaged.module.state_dict(), out / "weights.safetensors")
        told = {"labels": LABELS, "recipe": asdict(self.recipe), "dev": scores}
        (out / "recipe.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def run(trainer: Trainer, out: Path, every: int) -> None:
    """Trains until the epochs are done and keeps the best of the weights looked at. No clock has a say."""
    recipe, started, step, best, mean = trainer.recipe, time.monotonic(), 0, 0.0, 0.0
    for epoch in range(math.ceil(recipe.epochs)):
        held = data.batches(
            trainer.train, trainer.learner.pieces, recipe.noise(), recipe.batch, recipe.seed * 1000 + epoch
        )
        for number, batch in enumerate(held):
            progress = (epoch + number / len(held)) / recipe.epochs
            if progress >= 1:
                break
            loss = trainer.learner.step(batch, step, progress)
            step += 1
            mean += (loss - mean) * max(0.01, 1 / step)
            if step % 100 == 0:
                passed = (time.monotonic() - started) / 60
                log.info("%.1f min, epoch %.2f, step %d, loss %.3f", passed, epoch + number / len(held), step, mean)
            if step % every == 0:
                best = _keep(trainer, out, best)
    _keep(trainer, out, best)


def _keep(trainer: Trainer, out: Path, best: float) -> float:
    scores = trainer.score()
    log.info("dev P %.4f R %.4f F %.4f (best before: %.4f)", scores["p"], scores["r"], scores["f"], best)
    if scores["f"] > best:
        trainer.save(out, scores)
    return max(best, scores["f"])


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with the published model.safetensors and vocab.txt")
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=500, help="steps between two looks at the dev documents")
    parser.add_argument("--threads", type=int, default=1)
    for field in fields(Recipe):
        parser.add_argument("--" + field.name.replace("_", "-"), type=type(field.default), default=field.default)
    told = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(told.threads)
    recipe = Recipe(**{field.name: getattr(told, field.name) for field in fields(Recipe)})
    log.info("%s", recipe)
    run(Trainer(recipe, told.encoder, told.train, told.dev), told.out, told.every)


if __name__ == "__main__":
    main()
