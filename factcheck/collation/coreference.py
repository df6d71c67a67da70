"""The coreference model: the log-odds that two figures, days or places speak of one fact, by the words around them.

Value-blind: it learns from pairs of published reports of one event, with equal values as the answer, and never looks at
a value; so a pair that it takes for one fact and whose values differ is worth an editor's time. What ships was fitted
by ``manage.py fit_coreference``, which fits it anew on an editor's own archive.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, isfinite
from pathlib import Path
from typing import Any

from factcheck.types import ClaimKind

SHIPPED = Path(__file__).parent / "data" / "coreference.json"
# What is looked at in a pair; ``facts`` says how each is told.
FEATURES = frozenset(
    {
        "sentence", "beside", "next_to", "before", "after", "telling", "lead", "unit", "outcome", "names",
        "other_names", "form", "rivals",
    }
)  # fmt: skip
KINDS = (ClaimKind.FIGURE, ClaimKind.DATE, ClaimKind.PLACE)


class NoModel(ValueError):
    """The file holds no coreference model; the message is a sentence."""


@dataclass(frozen=True, eq=False)
class Odds:
    """The log-odds of one kind of claim: a base, and a weight for each feature."""

    base: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability that a pair with these features speaks of one fact."""
        odds = self.base + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-odds))


Model = Mapping[ClaimKind, Odds]


@cache
def read(path: Path = SHIPPED) -> Model:
    """The model of a file, kept while the process lives. Raises ``NoModel`` where it is not one."""
    try:
        held = json.loads(path.read_text("utf-8"))
        return {kind: _odds(held[kind]) for kind in KINDS}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise NoModel(f"{path} holds no coreference model: {fault!r}") from fault


def _odds(row: Mapping[str, Any]) -> Odds:
    """The odds of one kind; raises ValueError for a feature that this version does not know, and for no number."""
    weights = {str(name): float(weight) for name, weight in row["weights"].items()}
    if weights.keys() != FEATURES or not all(map(isfinite, (float(row["base"]), *weights.values()))):
        raise ValueError(f"it needs a finite number for each of {', '.join(sorted(FEATURES))}")
    return Odds(float(row["base"]), weights)


def write(model: Model, path: Path) -> None:
    """Writes a model as ``read`` takes it, rounded to what the data can tell."""
    held = {
        kind.value: {
            "base": round(odds.base, 3),
            "weights": {name: round(weight, 3) for name, weight in odds.weights.items()},
        }
        for kind, odds in model.items()
    }
    # In one step: a worker that starts meanwhile reads the old model or the new one.
    half = path.with_suffix(".part")
    half.write_text(json.dumps(held, indent=1) + "\n", "utf-8")
    half.replace(path)
