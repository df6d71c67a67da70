"""Cover: what stretches of a text hold, asked once for every word of it."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from factcheck.types import ClaimDraft, Segment, Span


class Cover:
    """Stretches of a text, which may overlap. A question costs the same however many there are."""

    def __init__(self, stretches: Iterable[ClaimDraft | Segment | Span]) -> None:
        spans = sorted((stretch.start, stretch.end) for stretch in stretches)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def holds(self, at: int) -> bool:
        """True when a stretch holds a place."""
        return self.meets(at, at + 1)

    def meets(self, start: int, end: int) -> bool:
        """True when a stretch has a character between two places."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
