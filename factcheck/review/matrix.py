"""Who says what: the points of a story against its reports. Pure; the order of the points and reports never matters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.collation.agreement import Told
from factcheck.phrase import Phrase
from factcheck.review.reports import Report
from factcheck.types import ClaimKind

# Of so many reports the columns carry the names; of more their letters alone.
MOST_NAMED = 8
# Few rows that are right: a page that shows everything shows nothing.
MOST_DISPUTED, MOST_SHARED, MOST_OF_A_KIND, MOST_ALONE = 30, 24, 8, 8
KINDS: Mapping[str, Phrase] = {
    ClaimKind.QUOTE: Phrase("Quotation"),
    ClaimKind.FIGURE: Phrase("Figure"),
    ClaimKind.DATE: Phrase("Date"),
    ClaimKind.PLACE: Phrase("Place"),
    ClaimKind.ROLE: Phrase("Title"),
}

Place = tuple[int, int]


class Mark(StrEnum):
    """How a report stands to a point."""

    AGREES = "agrees"
    DIFFERS = "differs"
    SILENT = "silent"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class DisputedReading:
    """A reading of a conflict: its key on the card, whether it is the one that stands or is offered, who has it."""

    number: int
    text: str
    leads: bool
    articles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A conflict as one point."""

    pk: int
    kind_label: str
    level: str
    level_label: str
    summary: str
    state: str
    state_label: str
    readings: tuple[DisputedReading, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report stands to one point: ``number`` names the reading of a conflict, ``at`` where else it tells it."""

    report: Report
    mark: Mark
    number: int = 0
    words: str = ""
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A point with a cell for each report; ``conflict`` is that of a disputed one."""

    kind_label: str
    words: str
    before: str
    after: str
    cells: tuple[Cell, ...]
    conflict: Disputed | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows in their three groups, and how many disputed points had no room."""

    reports: tuple[Report, ...]
    disputed: tuple[Row, ...]
    shared: tuple[Row, ...]
    alone: tuple[Row, ...]
    left_out: int = 0

    @property
    def named(self) -> bool:
        """Whether the columns have room for the names of the sources."""
        return len(self.reports) <= MOST_NAMED


def matrix(
    reports: Sequence[Report],
    disputed: Sequence[Disputed],
    told: Iterable[Told],
    taken: Mapping[int, Sequence[Place]],
    left_out: int = 0,
) -> Matrix:
    """Conflicts as they stand in the queue, then what several reports tell alike, then what one tells alone.

    ``taken`` holds the places that are in dispute by article: what touches one is no agreement.
    """
    free = [point for point in told if not _touches(point, taken)]
    shared = list(_few([point for point in free if not point.alone]))[:MOST_SHARED]
    alone = [point for point in free if point.alone][:MOST_ALONE]
    return Matrix(
        reports=tuple(reports),
        disputed=tuple(_disputed_row(point, reports) for point in disputed),
        shared=tuple(_told_row(point, reports, Mark.AGREES) for point in shared),
        alone=tuple(_told_row(point, reports, Mark.ALONE) for point in alone),
        left_out=left_out,
    )


def _touches(point: Told, taken: Mapping[int, Sequence[Place]]) -> bool:
    spots = ((start, end, taken.get(int(name), ())) for name, start, end in point.spots)
    return any(first < end and start < last for start, end, places in spots for first, last in places)


def _few(points: Iterable[Told]) -> Iterator[Told]:
    """The first points of each kind."""
    seen: dict[ClaimKind, int] = defaultdict(int)
    for point in points:
        seen[point.kind] += 1
        if seen[point.kind] <= MOST_OF_A_KIND:
            yield point


def _disputed_row(point: Disputed, reports: Sequence[Report]) -> Row:
    cells = tuple(_disputed_cell(point, report) for report in reports)
    return Row(point.kind_label, point.summary, "", "", cells, point)


def _disputed_cell(point: Disputed, report: Report) -> Cell:
    """A report that carries two readings contradicts itself: the one that does not lead is told."""
    held = sorted((r for r in point.readings if report.pk in r.articles), key=lambda r: (r.leads, r.number))
    if not held:
        return Cell(report, Mark.SILENT)
    mark = Mark.AGREES if held[0].leads else Mark.DIFFERS
    return Cell(report, mark, held[0].number, held[0].text)


def _told_row(point: Told, reports: Sequence[Report], mark: Mark) -> Row:
    spots = {int(name): (start, end) for name, start, end in point.spots}
    cells = tuple(
        Cell(report, mark, at=spots[report.pk]) if report.pk in spots else Cell(report, Mark.SILENT)
        for report in reports
    )
    return Row(KINDS[point.kind], point.words, point.before, point.after, cells)
