"""The model: a plain BERT encoder that loads MiniLM's weights, and the head that tags entities on top of it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from factcheck.extraction.encoder import shapes
from factcheck.extraction.encoder.chunks import LIMIT

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
POSITIONS = LIMIT + 2
_EPSILON = 1e-12
_DRAWN = 1 << 23


@dataclass(frozen=True)
class PieceTable:
    """The word-piece vectors, frozen: whole numbers of one byte with a scale for each piece, as they are shipped."""

    numbers: NDArray[np.int8]
    scales: NDArray[np.float32]

    def vectors(self) -> Tensor:
        """The vectors as every graph sees them, in training too."""
        return torch.from_numpy(self.numbers.astype(np.float32) * self.scales[:, None])


def quantised(weights: dict[str, Tensor]) -> PieceTable:
    """The table of the published weights."""
    table = weights["embeddings.word_embeddings.weight"].numpy().astype(np.float64)
    scales = np.maximum(np.abs(table).max(axis=1), 1e-9) / 127
    return PieceTable(np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32))


def published(folder: Path) -> dict[str, Tensor]:
    """The published weights of the encoder."""
    return load_file(folder / "model.safetensors")


class Dropout(nn.Module):
    """Dropout out of one long draw, entered at a random place: on a CPU fresh draws take a tenth of the training."""

    drawn: Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        kept = (torch.rand(_DRAWN) >= share) / (1 - share)
        self.register_buffer("drawn", kept.to(torch.bfloat16), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """The input, with some of its numbers at nothing while the model trains."""
        if not self.training:
            return x
        size = x.numel()
        start = int(torch.randint(0, _DRAWN - size, ()))
        return x * self.drawn[start : start + size].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """Attention and two dense layers, each added to its input and normalised.

    ``evened`` is one while the model trains; export uses it to even out the numbers that one byte shall hold.
    """

    evened: Tensor

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.dropout = dropout
        self.register_buffer("evened", torch.ones(INNER), persistent=False)
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``mask``: what is added to the weights of attention, so that padding has none."""
        rows, length, _ = x.shape
        parts = self.attention(x).reshape(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        # Written out, and without dropout: on a CPU the fused attention trains at half the pace.
        weights = (query * (WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2)
        heads = torch.softmax(weights if mask is None else weights + mask, -1).to(value.dtype) @ value
        x = self.attended_norm(x + self.dropout(self.attended(heads.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)) * self.evened)))


class Encoder(nn.Module):
    """MiniLM, or its first layers, without its word-piece table, which all graphs share."""

    def __init__(self, dropout: Dropout, layers: int = LAYERS) -> None:
        super().__init__()
        self.dropout = dropout
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, vectors: Tensor, mask: Tensor | None = None) -> Tensor:
        """The hidden states of pieces with these vectors."""
        x = self.dropout(self.norm(vectors + self.positions[: vectors.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, weights: dict[str, Tensor]) -> None:
        """Takes over the published weights."""
        state = {
            "positions": weights["embeddings.position_embeddings.weight"][:POSITIONS]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for number in range(len(self.layers)):
            state |= _layer(weights, number)
        self.load_state_dict(state)


_NAMES = {
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def _layer(weights: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
    state = {}
    for part in ("weight", "bias"):
        state[f"{ours}attention.{part}"] = torch.cat(
            [weights[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
        )
        for our, their in _NAMES.items():
            state[f"{ours}{our}.{part}"] = weights[f"{theirs}{their}.{part}"]
    return state


class Tagger(nn.Module):
    """Scores of the tags of each piece, from its hidden state and the casing of its word and the pieces beside it."""

    def __init__(self, tags: int, dropout: float = 0.0, layers: int = LAYERS) -> None:
        super().__init__()
        shape_width, inner = 32, 256
        self.dropout = Dropout(dropout)
        self.encoder = Encoder(self.dropout, layers)
        self.shape_input = nn.Embedding(shapes.COUNT, WIDTH, padding_idx=0)
        nn.init.zeros_(self.shape_input.weight)
        self.shape_output = nn.Embedding(shapes.COUNT, shape_width, padding_idx=0)
        self.inner = nn.Linear(WIDTH + 3 * shape_width, inner)
        self.outer = nn.Linear(inner, tags)

    def forward(self, vectors: Tensor, shape: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors of shape (rows, pieces, width) and shapes of (rows, pieces) to scores of (rows, pieces, tags)."""
        hidden = self.encoder(vectors + self.shape_input(shape), mask)
        cased = self.shape_output(shape)
        none = torch.zeros_like(cased[:, :1])
        beside = (torch.cat([none, cased[:, :-1]], 1), cased, torch.cat([cased[:, 1:], none], 1))
        inner = functional.gelu(self.inner(torch.cat([hidden, *beside], -1)))
        return self.outer(self.dropout(inner))


class Averager(nn.Module):
    """One vector of length one for a whole text: the mean of its pieces' hidden states."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(Dropout(0.0))

    def forward(self, vectors: Tensor) -> Tensor:
        """Vectors of shape (1, pieces, width) to (1, width)."""
        return functional.normalize(self.encoder(vectors).mean(1), dim=-1)
