"""Who says what in a story: its conflicts, and what its reports tell alike, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, Prefetch, QuerySet

from factcheck.collation.agreement import told
from factcheck.collation.service import stored_events
from factcheck.models import Article, Conflict, Decision, Reading, Story, Witness
from factcheck.review.labels import LEVELS, STATES, kind_label
from factcheck.review.matrix import MOST_DISPUTED, Disputed, DisputedReading, Matrix, Place, matrix
from factcheck.review.reports import Report
from factcheck.review.service import recorded
from factcheck.review.standing import standing
from factcheck.types import ConflictKind, Level, Verdict

# What reports can contradict each other in. A misspelt word or a lost mark is no point that another report could carry.
POINTS = (
    ConflictKind.NAME_SPELLING,
    ConflictKind.SECOND_REFERENCE,
    ConflictKind.QUOTE_WORDING,
    ConflictKind.REAL_WORD,
    ConflictKind.TRANSLATION,
    ConflictKind.ATTRIBUTION,
    ConflictKind.ROLE,
    ConflictKind.FIGURE,
    ConflictKind.DATE,
    ConflictKind.PLACE,
    ConflictKind.SETTING,
    ConflictKind.HEDGING,
)
GRAVE = (Level.ERROR, Level.DISCREPANCY)


def matrix_of(story: Story, reports: Sequence[Report]) -> Matrix:
    """The points of a story against those of its reports that are compared."""
    columns = [report for report in reports if _compared(report)]
    found = _disputed(story)
    number = found.count()
    points = [point for event in stored_events(story) for point in told(event)]
    return matrix(
        columns,
        [_point(row) for row in _with_readings(found)[:MOST_DISPUTED]],
        sorted(points, key=lambda point: (point.alone, -len(point.spots))),
        _taken(found),
        left_out=max(0, number - MOST_DISPUTED),
    )


def _compared(report: Report) -> bool:
    return report.state == Article.State.PROCESSED and report.publication != Article.Publication.CANCELED


def _disputed(story: Story) -> QuerySet[Conflict]:
    """The conflicts that several reports are witnesses of."""
    found = story.conflicts.exclude(state=Conflict.State.WITHDRAWN).filter(kind__in=POINTS, level__in=GRAVE)
    witnesses = Count("readings__witnesses__article", distinct=True)
    return found.annotate(reports=witnesses).filter(reports__gt=1).order_by("rank", "pk")


def _with_readings(found: QuerySet[Conflict]) -> QuerySet[Conflict]:
    return found.prefetch_related(
        Prefetch("readings", Reading.objects.order_by("position", "pk")),
        "readings__witnesses",
        Prefetch("decisions", Decision.objects.order_by("pk")),
    )


def _taken(found: QuerySet[Conflict]) -> dict[int, list[Place]]:
    """Every place in dispute by article, of those conflicts too that have no room."""
    places: dict[int, list[Place]] = defaultdict(list)
    witnesses = Witness.objects.filter(reading__conflict__in=found.values("pk")).order_by()
    for article, start, end in witnesses.values_list("article_id", "start", "end"):
        places[article].append((start, end))
    return places


def _point(row: Conflict) -> Disputed:
    readings = list(row.readings.all())
    leading = _leading(row, readings)
    return Disputed(
        pk=row.pk,
        kind_label=kind_label(row.kind),
        level=row.level,
        level_label=LEVELS[row.level],
        summary=row.summary_said,
        state=row.state,
        state_label=STATES[row.state],
        readings=tuple(
            DisputedReading(
                number=number,
                text=reading.text,
                leads=reading.pk in leading,
                articles=frozenset(witness.article_id for witness in reading.witnesses.all()),
            )
            for number, reading in enumerate(readings, start=1)
        ),
    )


def _leading(row: Conflict, readings: Sequence[Reading]) -> set[int]:
    """The readings that stand: the approved one, all where an editor found no conflict; undecided, the one offered."""
    result = standing(recorded(list(row.decisions.all())))
    if result.settled and result.settled.verdict is Verdict.DISMISS:
        return {reading.pk for reading in readings}
    if result.state == Conflict.State.SETTLED:
        return set(result.approved) | {reading.pk for reading in readings if reading.text == result.replacement}
    return {reading.pk for reading in readings if reading.suggested}
