"""Chunks: a document in parts that the encoder can take at once, cut where sentences end."""

from collections.abc import Sequence

# The encoder was made for 256 pieces, of which the first and the last are its own.
LIMIT = 254


def cut(lengths: Sequence[int], ends: Sequence[bool], limit: int = LIMIT) -> list[tuple[int, int]]:
    """Ranges of words with at most ``limit`` pieces each; ``ends`` says after which words a sentence is over."""
    ranges, start, total, last_end = [], 0, 0, 0
    for word, length in enumerate(lengths):
        while total + length > limit and word > start:
            end = last_end if last_end > start else word
            ranges.append((start, end))
            start, total = end, sum(lengths[end:word])
        total += length
        if ends[word]:
            last_end = word + 1
    if start < len(lengths):
        ranges.append((start, len(lengths)))
    return ranges
