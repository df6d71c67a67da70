"""What editors made of each source's readings, by kind: read off decisions alone, to see and never to hide. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.review.standing import Standing
from factcheck.types import Verdict

# A verdict that leaves no printed reading as the right one.
AGAINST_ALL = frozenset({Verdict.REPLACE, Verdict.NONE})


class Tally(NamedTuple):
    """How many points an editor approved as the source prints them, and how many an editor put right."""

    approved: int = 0
    rejected: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.approved + other.approved, self.rejected + other.rejected)


@dataclass(frozen=True, slots=True)
class Decided:
    """A conflict with what stands, and the sources of each of its readings."""

    kind: str
    result: Standing
    sources: Mapping[int, frozenset[int]]


def ledger(decided: Iterable[Decided]) -> dict[int, dict[str, Tally]]:
    """For each source its tallies by kind; a point counts once for a source, however many of its copies carry it."""
    found: dict[int, dict[str, Tally]] = defaultdict(dict)
    for point in decided:
        for source, tally in _of_one(point):
            held = found[source]
            held[point.kind] = held.get(point.kind, Tally()).plus(tally)
    return dict(found)


def _of_one(point: Decided) -> Iterator[tuple[int, Tally]]:
    right = _sources(point, point.result.approved)
    wrong = _sources(point, _rejected(point)) - right
    yield from ((source, Tally(approved=1)) for source in sorted(right))
    yield from ((source, Tally(rejected=1)) for source in sorted(wrong))


def _rejected(point: Decided) -> Iterable[int]:
    """The readings that an editor turned down, or in whose place an editor put another."""
    settled = point.result.settled
    if settled and (settled.verdict in AGAINST_ALL or settled.verdict is Verdict.APPROVE):
        return [reading for reading in point.sources if reading not in point.result.approved]
    return point.result.rejected


def _sources(point: Decided, readings: Iterable[int]) -> frozenset[int]:
    return frozenset(source for reading in readings for source in point.sources.get(reading, ()))
