"""Training of the entity recogniser: ``python -m training.encoder.train --help``."""

import argparse
import json
import logging
import math
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from factcheck.extraction.encoder.reading import Chunk, read, word_scores
from factcheck.extraction.encoder.viterbi import decode, entities
from factcheck.extraction.encoder.wordpiece import WordPieces
from training.encoder import data
from training.encoder.model import LAYERS, Tagger, published, quantised

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
class Recipe:
    """All numbers of a training; the same recipe on the same data gives the same weights."""

    epochs: float = 2.5
    seed: int = 1
    batch: int = 1536
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: int = 100
    dropout: float = 0.15
    weight_decay: float = 0.01
    line_breaks: float = 0.25
    upper: float = 0.03
    title: float = 0.04
    hidden: float = 0.02
    averaging: float = 0.998

    def noise(self) -> data.Noise:
        """What is changed in the documents at random."""
        return data.Noise(line_breaks=self.line_breaks, upper=self.upper, title=self.title, hidden=self.hidden)


class Trainer:
    """A model, its data and its optimiser."""

    def __init__(self, recipe: Recipe, folder: Path, train: Path, dev: Path) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.nlp = spacy.blank("en")
        self.pieces = WordPieces((folder / "vocab.txt").read_text("utf-8").splitlines())
        weights = published(folder)
        self.table = quantised(weights).vectors()
        self.model = Tagger(TAGS, recipe.dropout)
        self.model.encoder.load(weights)
        # What is kept are the weights averaged over the last steps: they swing less, and do better on new copy.
        self.averaged = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging)).eval()
        self.train = [data.tagging(doc, LABELS) for doc in data.documents(train, self.nlp.vocab)]
        self.dev = data.documents(dev, self.nlp.vocab)
        self.optimiser = torch.optim.AdamW(_groups(self.model, recipe), betas=(0.9, 0.98), fused=True)

    def step(self, batch: data.Batch, share: float) -> float:
        """One batch, at this share of the highest learning rate."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["highest"] * share
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.model(functional.embedding(batch.pieces, self.table), batch.shapes, batch.mask())
        told = batch.tags != data.MISSING
        loss = functional.cross_entropy(scores[told].float(), batch.tags[told])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.averaged.update_parameters(self.model)
        self.optimiser.zero_grad()
        return float(loss.detach())

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
        tags = decode(word_scores(len(words), TAGS, ((c, self._logits(c)) for c in read(words, self.pieces))))
        doc.set_ents([Span(doc, found.start, found.end, found.label) for found in entities(tags, LABELS)])
        return doc

    def _logits(self, chunk: Chunk) -> NDArray[np.float32]:
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            vectors = functional.embedding(torch.tensor([chunk.pieces]), self.table)
            return self.averaged(vectors, torch.tensor([chunk.shapes])).float().numpy()[0]

    def save(self, out: Path, scores: dict[str, float]) -> None:
        """Writes the weights; beside them the recipe, the labels and the scores on the development documents."""
        out.mkdir(parents=True, exist_ok=True)
        save_file(self.averaged.module.state_dict(), out / "weights.safetensors")
        told = {"labels": LABELS, "recipe": asdict(self.recipe), "dev": scores}
        (out / "recipe.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _groups(model: Tagger, recipe: Recipe) -> list[dict[str, Any]]:
    """Lower layers learn more slowly, the head fastest; biases, norms and casing are not decayed."""
    groups = []
    for name, weights in model.named_parameters():
        rate = recipe.head_rate
        if name.startswith("encoder."):
            layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else -1
            rate = recipe.encoder_rate * recipe.layer_decay ** (LAYERS - 1 - layer)
        decayed = weights.ndim > 1 and "shape" not in name and "positions" not in name
        decay = recipe.weight_decay if decayed else 0.0
        groups.append({"params": [weights], "highest": rate, "lr": 0.0, "weight_decay": decay})
    return groups


def learning_rate(step: int, progress: float, warm_up: int) -> float:
    """Share of the highest rate: up in the first steps, then down in a line to nothing."""
    return min(1.0, (step + 1) / warm_up) * max(0.0, 1 - progress)


def run(trainer: Trainer, out: Path, every: int) -> None:
    """Trains until the epochs are done and keeps the best of the weights looked at. No clock has a say."""
    recipe, started, step, best, mean = trainer.recipe, time.monotonic(), 0, 0.0, 0.0
    for epoch in range(math.ceil(recipe.epochs)):
        held = data.batches(trainer.train, trainer.pieces, recipe.noise(), recipe.batch, recipe.seed * 1000 + epoch)
        for number, batch in enumerate(held):
            progress = (epoch + number / len(held)) / recipe.epochs
            if progress >= 1:
                break
            loss = trainer.step(batch, learning_rate(step, progress, recipe.warm_up))
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
