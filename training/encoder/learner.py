"""The learner: a tagger, its optimiser, and the average of its last weights."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from factcheck.extraction.encoder.reading import Chunk
from factcheck.extraction.encoder.wordpiece import WordPieces
from training.encoder.data import MISSING, Batch
from training.encoder.model import LAYERS, Tagger, published, quantised


@dataclass(frozen=True)
class Rates:
    """How fast the parts of a tagger learn, and what holds them back."""

    seed: int = 1
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: int = 100
    dropout: float = 0.15
    weight_decay: float = 0.01
    averaging: float = 0.998


class Learner:
    """A tagger on top of the published encoder, or of its first layers."""

    def __init__(self, folder: Path, tags: int, rates: Rates, layers: int = LAYERS) -> None:
        torch.manual_seed(rates.seed)
        self.rates = rates
        self.pieces = WordPieces((folder / "vocab.txt").read_text("utf-8").splitlines())
        weights = published(folder)
        self.table = quantised(weights).vectors()
        self.model = Tagger(tags, rates.dropout, layers)
        self.model.encoder.load(weights)
        # What is kept are the weights averaged over the last steps: they swing less, and do better on new copy.
        self.averaged = AveragedModel(self.model, multi_avg_fn=get_ema_multi_avg_fn(rates.averaging)).eval()
        self.optimiser = torch.optim.AdamW(_groups(self.model, rates, layers), betas=(0.9, 0.98), fused=True)

    def step(self, batch: Batch, step: int, progress: float) -> float:
        """One batch, this share of the way through the training; the loss."""
        share = learning_rate(step, progress, self.rates.warm_up)
        for group in self.optimiser.param_groups:
            group["lr"] = group["highest"] * share
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.model(functional.embedding(batch.pieces, self.table), batch.shapes, batch.mask())
        told = batch.tags != MISSING
        loss = functional.cross_entropy(scores[told].float(), batch.tags[told])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.averaged.update_parameters(self.model)
        self.optimiser.zero_grad()
        return float(loss.detach())

    def scores(self, chunk: Chunk) -> NDArray[np.float32]:
        """The averaged model's scores of the tags of each piece of a chunk."""
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            vectors = functional.embedding(torch.tensor([chunk.pieces]), self.table)
            found: NDArray[np.float32] = self.averaged(vectors, torch.tensor([chunk.shapes])).float().numpy()[0]
            return found


def _groups(model: Tagger, rates: Rates, layers: int) -> list[dict[str, Any]]:
    """Lower layers learn more slowly, the head fastest; biases, norms and casing are not decayed."""
    groups = []
    for name, weights in model.named_parameters():
        rate = rates.head_rate
        if name.startswith("encoder."):
            layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else -1
            rate = rates.encoder_rate * rates.layer_decay ** (layers - 1 - layer)
        decayed = weights.ndim > 1 and "shape" not in name and "positions" not in name
        decay = rates.weight_decay if decayed else 0.0
        groups.append({"params": [weights], "highest": rate, "lr": 0.0, "weight_decay": decay})
    return groups


def learning_rate(step: int, progress: float, warm_up: int) -> float:
    """Share of the highest rate: up in the first steps, then down in a line to nothing."""
    return min(1.0, (step + 1) / warm_up) * max(0.0, 1 - progress)
