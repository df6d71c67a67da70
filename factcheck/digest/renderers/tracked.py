"""The received copy with its changes in it, line by line: what stayed, what went, what came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from factcheck.digest.renderers.outline import BODY, Content, one_line
from factcheck.review.paragraphs import parts


class Fate(Enum):
    """What became of a run of words."""

    STAYED = "stayed"
    WENT = "went"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring signs with one fate; ``start`` and ``end`` are their place in the received text."""

    words: str
    start: int
    end: int
    fate: Fate = Fate.STAYED
    change: Content | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the copy with its kind, as a dateline with the paragraph behind it."""

    kind: str
    runs: tuple[Run, ...]


def tracked(article: Content, cuts: Iterable[int] = ()) -> Iterator[Line]:
    """The lines of an article. No run crosses a place in ``cuts``, so that what lies between two can be marked."""
    text, changes = article["received_text"], article["changes"]
    cuts = {*cuts, *(change[side] for change in changes for side in ("start", "end"))}
    groups = list(one_line(text, parts(text, article["received_segments"])))
    starts = [group[0][1] for group in groups]
    for group, (first, limit) in zip(groups, pairwise([0, *starts[1:], len(text) + 1]), strict=False):
        kinds = [kind for kind, _, _ in group]
        here = [change for change in changes if change["start"] < limit and change["end"] >= first]
        came = [change for change in here if first <= change["start"]]
        runs = tuple(_runs(text, group[0][1], group[-1][2], here, came, cuts))
        if any(run.words.strip() for run in runs):
            yield Line(BODY if BODY in kinds else kinds[0], runs)


def _runs(
    text: str, start: int, end: int, gone: Sequence[Content], came: Sequence[Content], cuts: Iterable[int]
) -> Iterator[Run]:
    """The runs of one line in order: what comes stands right behind what it comes for."""
    borders = sorted({start, end, *(cut for cut in cuts if start < cut < end)})
    placed = [(first, 1, _received(text, first, last, gone)) for first, last in pairwise(borders)]
    for change in came:
        if change["new"]:
            at = min(change["end"], end)
            placed.append((at, 0, Run(change["new"], at, at, Fate.CAME, change)))
    return (run for _, _, run in sorted(placed, key=lambda place: place[:2]))


def _received(text: str, first: int, last: int, changes: Sequence[Content]) -> Run:
    change = next((one for one in changes if one["start"] <= first and last <= one["end"]), None)
    return Run(text[first:last], first, last, Fate.WENT if change else Fate.STAYED, change)
