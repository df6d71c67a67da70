"""A disputed quotation as every witness prints it, in a constant number of queries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from factcheck.collation.parallel import Cell, Quoted, Stretch, parallel, quoted
from factcheck.models import Article, Claim, Conflict, Reading, Witness
from factcheck.review.labels import where
from factcheck.review.service import recorded
from factcheck.review.standing import standing
from factcheck.types import ClaimKind

MOST_ROWS, MOST_WORDS = 60, 300


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One witness: who prints it, for whose words, which reading it carries, and its cells."""

    article: int
    source: str
    headline: str
    where: str
    speaker: str
    number: int
    suggested: bool
    approved: bool
    rejected: bool
    cells: tuple[Cell, ...]

    @property
    def odd(self) -> bool:
        """Whether it has another word anywhere than most have."""
        return any(cell.fit in {"differs", "missing"} for cell in self.cells)


@dataclass(frozen=True, slots=True)
class QuotationTable:
    """The witnesses of one conflict, their words in columns."""

    conflict: Conflict
    stretches: tuple[Stretch, ...]
    rows: tuple[QuotationRow, ...]

    @property
    def differing(self) -> int:
        """In how many places somebody has another word."""
        return sum(stretch.differs for stretch in self.stretches)


def quotation(conflict: Conflict) -> QuotationTable:
    """The quotations that hold the conflict's witnesses, in the order of the card."""
    articles = Article.objects.select_related("source").only("text", "segments", "headline", "source__name")
    witnesses = Witness.objects.prefetch_related(Prefetch("article", articles)).order_by("article", "start")
    readings = conflict.readings.order_by("position", "pk").prefetch_related(Prefetch("witnesses", witnesses))
    held = [(n, reading, w) for n, reading in enumerate(readings, start=1) for w in reading.witnesses.all()]
    claims = _claims({witness.article_id for _, _, witness in held})
    found = list(_found(held, claims))[:MOST_ROWS]
    words = [_words(witness.article, claim) for _, _, witness, claim in found]
    stretches = parallel(words)
    result = standing(recorded(list(conflict.decisions.order_by("pk"))))
    rows = (
        _row(*one, tuple(stretch.cells[at] for stretch in stretches), result.approved, result.rejected)
        for at, one in enumerate(found)
    )
    return QuotationTable(conflict, tuple(stretches), tuple(rows))


Found = tuple[int, Reading, Witness, Claim]


def _claims(articles: Iterable[int]) -> dict[int, list[Claim]]:
    held: dict[int, list[Claim]] = {}
    for claim in Claim.objects.filter(article__in=articles, kind=ClaimKind.QUOTE).order_by("start", "pk"):
        held.setdefault(claim.article_id, []).append(claim)
    return held


def _found(held: Iterable[tuple[int, Reading, Witness]], claims: dict[int, list[Claim]]) -> Iterator[Found]:
    """Each quotation once, with the first witness that stands in it, or that its speaker's name belongs to."""
    seen: set[int] = set()
    for number, reading, witness in held:
        claim = _holding(witness, claims.get(witness.article_id, ()))
        if claim and claim.pk not in seen:
            seen.add(claim.pk)
            yield number, reading, witness, claim


def _holding(witness: Witness, claims: Sequence[Claim]) -> Claim | None:
    """The quotation that the witness's words stand in; else the nearest, for a name that words are given to."""
    apart = ((max(claim.start - witness.end, witness.start - claim.end, 0), claim) for claim in claims)
    return min(apart, key=lambda one: (one[0], one[1].start), default=(0, None))[1]


def _words(article: Article, claim: Claim) -> Quoted:
    whole = quoted(article.text, claim.value.get("parts") or [[claim.start, claim.end]])
    return Quoted(whole.text, whole.words[:MOST_WORDS])


def _row(
    number: int,
    reading: Reading,
    witness: Witness,
    claim: Claim,
    cells: tuple[Cell, ...],
    approved: Sequence[int],
    rejected: Sequence[int],
) -> QuotationRow:
    return QuotationRow(
        article=witness.article_id,
        source=witness.article.source.name,
        headline=witness.article.headline,
        where=where(witness.article.segments, claim.start),
        speaker=claim.subject,
        number=number,
        suggested=reading.suggested,
        approved=reading.pk in approved,
        rejected=reading.pk in rejected,
        cells=cells,
    )
