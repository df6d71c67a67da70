"""Tags of the words: outside, begin and inside of each label, and the best sequence of them that makes sense."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OUTSIDE = 0


@dataclass(frozen=True)
class Tagged:
    """A range of words with its label."""

    start: int
    end: int
    label: str


def begin(label: int) -> int:
    """The tag of the first word of an entity. Tags: outside, then all begins, then all insides."""
    return 1 + label


def inside(label: int, labels: int) -> int:
    """The tag of the further words of an entity."""
    return 1 + labels + label


def decode(scores: NDArray[np.float32]) -> list[int]:
    """The best tags for scores of shape (words, tags): inside follows only begin or inside of its own label."""
    if not len(scores):
        return []
    labels = (scores.shape[1] - 1) // 2
    insides = slice(1 + labels, None)
    best = scores[0].astype(np.float64)
    best[insides] = -np.inf
    before_free = np.zeros(len(scores), np.int64)
    from_inside = np.zeros((len(scores), labels), bool)
    for word in range(1, len(scores)):
        begins, further = best[1 : 1 + labels], best[insides]
        before_free[word] = free = int(best.argmax())
        from_inside[word] = further > begins
        now = scores[word] + best[free]
        now[insides] = scores[word, insides] + np.maximum(begins, further)
        best = now
    return _backwards(int(best.argmax()), before_free, from_inside)


def _backwards(tag: int, before_free: NDArray[np.int64], from_inside: NDArray[np.bool_]) -> list[int]:
    labels = from_inside.shape[1]
    tags = [tag]
    for word in range(len(before_free) - 1, 0, -1):
        if tag <= labels:
            tag = int(before_free[word])
        elif not from_inside[word, tag - 1 - labels]:
            tag -= labels
        tags.append(tag)
    return tags[::-1]


def entities(tags: Sequence[int], labels: Sequence[str]) -> list[Tagged]:
    """The ranges that the tags stand for."""
    found, start = [], -1
    for word, tag in enumerate([*tags, OUTSIDE]):
        if start >= 0 and tag <= len(labels):
            found.append(Tagged(start, word, labels[tags[start] - 1]))
            start = -1
        if OUTSIDE < tag <= len(labels):
            start = word
    return found
