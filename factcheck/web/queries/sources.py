"""The sources with what editors made of their readings: from decisions alone, in a constant number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Prefetch

from factcheck.models import Conflict, Decision, Source, Witness
from factcheck.review.labels import kind_label
from factcheck.review.ledger import Decided, Tally, ledger
from factcheck.review.service import recorded
from factcheck.review.standing import standing


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the page lists it: ``kinds`` are (label, tally), those with the most put right first."""

    source: Source
    articles: int
    stories: int
    last: datetime
    total: Tally
    kinds: tuple[tuple[str, Tally], ...]


def sources() -> list[SourceRow]:
    """Those with the most articles first."""
    found = Source.objects.annotate(
        number=Count("articles"), running=Count("articles__story", distinct=True), last=Max("articles__received_at")
    )
    tallies = ledger(_decided())
    rows = (_row(source, tallies.get(source.pk, {})) for source in found.filter(number__gt=0))
    return sorted(rows, key=lambda row: (-row.articles, row.source.name))


def _row(source: Source, tallies: Mapping[str, Tally]) -> SourceRow:
    total = Tally()
    for tally in tallies.values():
        total = total.plus(tally)
    kinds = ((kind_label(kind), tally) for kind, tally in tallies.items())
    ordered = tuple(sorted(kinds, key=lambda row: (-row[1].rejected, -row[1].approved, row[0])))
    return SourceRow(source, source.number, source.running, source.last, total, ordered)  # type: ignore[attr-defined]


def _decided() -> Iterable[Decided]:
    """Every conflict with a decision, with the sources of its readings."""
    rows = Conflict.objects.filter(decisions__isnull=False).distinct().order_by("pk").only("kind")
    witnesses = Witness.objects.order_by().select_related("article").only("reading", "article__source_id")
    decisions = Decision.objects.order_by("pk")
    for row in rows.prefetch_related(
        Prefetch("decisions", decisions), "readings", Prefetch("readings__witnesses", witnesses)
    ):
        yield Decided(
            kind=row.kind,
            result=standing(recorded(list(row.decisions.all()))),
            sources={
                reading.pk: frozenset(witness.article.source_id for witness in reading.witnesses.all())
                for reading in row.readings.all()
            },
        )
