"""Training of the network that looks for slips: ``python -m training.slips.train --help``."""

import argparse
import json
import logging
import random
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file

from factcheck.extraction.encoder.reading import read, word_scores
from training.encoder import data
from training.encoder.learner import Learner, Rates
from training.slips.misprints import WRONG, Chances, misprinted

log = logging.getLogger(__name__)

TAGS = 2
# The share of right words that may be called wrong, at which the share of wrong words that are found is told.
FALSE = 0.001


@dataclass(frozen=True)
class Recipe(Rates):
    """All numbers of a training; the same recipe on the same text gives the same weights."""

    layers: int = 3
    epochs: int = 8
    batch: int = 2048
    encoder_rate: float = 2e-4
    dropout: float = 0.1
    misprint: float = 0.03

    def chances(self) -> Chances:
        """How often what is misprinted."""
        return Chances(misprint=self.misprint)


def texts(path: Path) -> list[list[str]]:
    """The words of each passage."""
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


def misprinted_texts(held: list[list[str]], chances: Chances, seed: int) -> list[data.Tagging]:
    """Every passage with misprints of its own."""
    chance = random.Random(seed)  # noqa: S311 - it chooses words, no secrets
    return [misprinted(words, chances, chance) for words in held]


def found(learner: Learner, dev: list[data.Tagging]) -> dict[str, float]:
    """The share of the misprints that are found where ``FALSE`` of the right words are called wrong."""
    scores: list[NDArray[np.float32]] = []
    for one in dev:
        chunks = ((chunk, learner.scores(chunk)) for chunk in read(one.words, learner.pieces))
        told = word_scores(len(one.words), TAGS, chunks)
        scores.append(told[:, WRONG] - told[:, 1 - WRONG])
    wrong = np.array([tag == WRONG for one in dev for tag in one.tags])
    margins = np.concatenate(scores)
    limit = np.quantile(margins[~wrong], 1 - FALSE)
    return {"found": round(float((margins[wrong] > limit).mean()), 4), "false": FALSE}


def run(recipe: Recipe, folder: Path, train: Path, dev: Path, out: Path) -> None:
    """Trains all epochs, misprinting the text anew in each, and writes the averaged weights of the last."""
    learner = Learner(folder, TAGS, recipe, recipe.layers)
    held = texts(train)
    measured = misprinted_texts(texts(dev), recipe.chances(), recipe.seed)
    noise = data.Noise(line_breaks=0.1, upper=0.01, title=0.02)
    started, step, mean, scores = time.monotonic(), 0, 0.0, dict[str, float]()
    for epoch in range(recipe.epochs):
        seed = recipe.seed * 1000 + epoch
        passages = misprinted_texts(held, recipe.chances(), seed)
        batches = data.batches(passages, learner.pieces, noise, recipe.batch, seed)
        for number, batch in enumerate(batches):
            loss = learner.step(batch, step, (epoch + number / len(batches)) / recipe.epochs)
            step += 1
            mean += (loss - mean) * max(0.005, 1 / step)
            if step % 100 == 0:
                passed = (time.monotonic() - started) / 60
                log.info("%.1f min, epoch %.2f, step %d, loss %.4f", passed, epoch + number / len(batches), step, mean)
        scores = found(learner, measured)
        log.info("dev %s", scores)
        _save(learner, recipe, scores, out)


def _save(learner: Learner, recipe: Recipe, scores: dict[str, float], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    save_file(learner.averaged.module.state_dict(), out / "weights.safetensors")
    told = {"recipe": asdict(recipe), "dev": scores}
    (out / "recipe.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with the published model.safetensors and vocab.txt")
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    for field in fields(Recipe):
        parser.add_argument("--" + field.name.replace("_", "-"), type=type(field.default), default=field.default)
    told = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(told.threads)
    recipe = Recipe(**{field.name: getattr(told, field.name) for field in fields(Recipe)})
    log.info("%s", recipe)
    run(recipe, told.encoder, told.train, told.dev, told.out)


if __name__ == "__main__":
    main()
