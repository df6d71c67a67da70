"""The queue and its cards, read in a number of queries that does not grow with the conflicts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, overload

from django.contrib.auth.models import User
from django.db.models import Count, Prefetch, Q, QuerySet

from factcheck.models import Article, Conflict, Decision, Handover, Reading, Silence, Source, Story, Witness
from factcheck.phrase import Phrase
from factcheck.review.card import (
    Card,
    CardDecision,
    CardHandover,
    CardNote,
    CardReading,
    CardSilence,
    CardWitness,
    Teller,
    approval,
    base,
    offer,
    quoted,
)
from factcheck.review.context import context
from factcheck.review.differing import Stretch, differing
from factcheck.review.labels import LEVELS, STATES, editor_name, kind_label, where
from factcheck.review.scopes import SCOPES
from factcheck.review.service import recorded
from factcheck.review.standing import Recorded, Standing, standing
from factcheck.types import Scope

DECIDED = (Conflict.State.SETTLED, Conflict.State.UNSURE, Conflict.State.DISMISSED)
FILTERS: Mapping[str, tuple[str, ...]] = {
    "open": (Conflict.State.OPEN,),
    "decided": DECIDED,
    "all": (Conflict.State.OPEN, *DECIDED, Conflict.State.SILENCED),
    "silenced": (Conflict.State.SILENCED,),
    "withdrawn": (Conflict.State.WITHDRAWN,),
}
# Whose cards: those given to the editor who asks, and those that a chief is asked about.
WHOSE: Mapping[str, Callable[[User | None], Q]] = {
    "": lambda _: Q(),
    "mine": lambda editor: Q(handover__assigned_to=editor),
    "chief": lambda _: Q(handover__escalated=True),
}
ALONG = ("story", "silence__entry__editor", "handover__entry__editor", "handover__assigned_to")
ARTICLE_FIELDS = (
    "headline", "filed_on", "publication", "text", "segments", "sentences", "source__name", "source__kind",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How many conflicts of a story stand in each state and level."""

    rows: Mapping[tuple[str, str], int]

    def of(self, state: str = "all", level: str = "") -> int:
        """The number in a state of the filter ("open", "decided", ...), of one level or of all."""
        return sum(
            number for (kept, found), number in self.rows.items() if kept in FILTERS[state] and level in {"", found}
        )


def queue(
    story: Story,
    *,
    state: str = "open",
    kind: str | None = None,
    level: str | None = None,
    whose: Q | None = None,
    limit: int | None = None,
    after: Conflict | None = None,
) -> list[Card]:
    """The story's cards in the order of the queue, best first; ``state`` is a name of FILTERS, ``whose`` of WHOSE.

    ``after`` is the last card that was shown before: unlike a page's number, it holds while others are decided.
    """
    asked = _filtered(story.pk, state, kind, level).filter(whose or Q())
    dealt = [_card(row) for row in _rows(asked.filter(_behind(after)) if after else asked)[:limit]]
    pks = [None, *(card.pk for card in dealt), None]
    return [replace(card, previous=pks[index], next=pks[index + 2]) for index, card in enumerate(dealt)]


def waiting(
    story: Story,
    after: Conflict,
    *,
    state: str,
    kind: str | None = None,
    level: str | None = None,
    whose: Q | None = None,
) -> int:
    """How many cards of the filter come after that one."""
    return _filtered(story.pk, state, kind, level).filter(whose or Q()).filter(_behind(after)).count()


def card(pk: int, *, state: str = "open", kind: str | None = None, level: str | None = None) -> Card:
    """One conflict's card, with its neighbours in the queue of the same filter. Raises Conflict.DoesNotExist."""
    row = _rows(Conflict.objects.filter(pk=pk)).get()
    others = _filtered(row.story_id, state, kind, level)
    before = Q(rank__lt=row.rank) | Q(rank=row.rank, pk__lt=pk)
    return replace(
        _card(row),
        previous=others.filter(before).order_by("-rank", "-pk").values_list("pk", flat=True).first(),
        next=others.filter(_behind(row)).order_by("rank", "pk").values_list("pk", flat=True).first(),
    )


def cards(pks: Iterable[int]) -> list[Card]:
    """The cards of these conflicts, of whatever story, without their neighbours."""
    return [_card(row) for row in _rows(Conflict.objects.filter(pk__in=pks))]


def counts(story: Story) -> Counts:
    """The story's conflicts by state and level, in one query."""
    rows = story.conflicts.order_by().values_list("state", "level").annotate(number=Count("pk"))
    return Counts({(state, level): number for state, level, number in rows})


def handed(story: Story, editor: User, *, state: str = "open") -> dict[str, int]:
    """How many cards of a filter are the editor's own, and how many a chief's, in one query."""
    numbers = {whose: Count("pk", filter=asked(editor)) for whose, asked in WHOSE.items() if whose}
    return _filtered(story.pk, state, None, None).order_by().aggregate(**numbers)


def kinds(story: Story, *, state: str = "open") -> list[tuple[str, str, int]]:
    """The kinds that occur in a filter, as (kind, label, number), most frequent first."""
    rows = _filtered(story.pk, state, None, None).order_by().values_list("kind").annotate(number=Count("pk"))
    return sorted(((kind, kind_label(kind), number) for kind, number in rows), key=lambda row: (-row[2], row[1]))


def _filtered(story: int, state: str, kind: str | None, level: str | None) -> QuerySet[Conflict]:
    asked = {"kind": kind, "level": level}
    return Conflict.objects.filter(
        story=story, state__in=FILTERS[state], **{name: value for name, value in asked.items() if value}
    )


def _behind(row: Conflict) -> Q:
    """What comes after it in the queue."""
    return Q(rank__gt=row.rank) | Q(rank=row.rank, pk__gt=row.pk)


def _rows(conflicts: QuerySet[Conflict]) -> QuerySet[Conflict]:
    """The conflicts with all that a card shows: five queries, however many they are."""
    articles = Article.objects.select_related("source").only(*ARTICLE_FIELDS)
    witnesses = Witness.objects.prefetch_related(Prefetch("article", articles)).order_by("article", "start")
    return conflicts.select_related(*ALONG).prefetch_related(
        Prefetch("readings", Reading.objects.order_by("position", "pk")),
        Prefetch("readings__witnesses", witnesses),
        Prefetch("decisions", Decision.objects.select_related("editor").order_by("pk")),
    )


def _card(row: Conflict) -> Card:
    acts, readings = _acts(row), list(row.readings.all())
    result = standing(acts)
    return Card(
        pk=row.pk,
        story=row.story.slug,
        story_title=row.story.title,
        kind=row.kind,
        kind_label=kind_label(row.kind),
        level=row.level,
        level_label=LEVELS[row.level],
        summary=row.summary_said,
        reason=row.reason_said,
        suggested=row.suggested,
        offer=offer(row.suggested, [(reading.pk, reading.text, reading.suggested) for reading in readings]),
        score=row.score,
        state=row.state,
        state_label=STATES[row.state],
        notes=_notes(result, None),
        last_decision=result.last,
        own_value=result.replacement,
        found_at=row.found_at,
        changed_at=row.changed_at,
        silence=_silence(row.silence) if row.silence else None,
        handover=_handover(row.handover) if row.handover else None,
        **_compared(row, readings, result),
        **_told(row, acts, result),
    )


def _silence(rule: Silence) -> CardSilence:
    return CardSilence(
        pk=rule.pk,
        editor=editor_name(rule.entry.editor),
        made_at=rule.entry.made_at,
        scope=SCOPES[Scope(rule.scope)],
        reason=rule.reason,
        expires_on=rule.expires_on,
    )


def _handover(row: Handover) -> CardHandover | None:
    """None where it was given back to everybody."""
    if not row.escalated and row.assigned_to is None:
        return None
    return CardHandover(
        person=row.assigned_to_id,
        to=editor_name(row.assigned_to) if row.assigned_to else "",
        escalated=row.escalated,
        editor=editor_name(row.entry.editor),
        note=row.note,
    )


def _acts(row: Conflict) -> list[Recorded]:
    stored = list(row.decisions.all())
    return [
        replace(act, editor=editor_name(decision.editor))
        for act, decision in zip(recorded(stored), stored, strict=True)
    ]


def _compared(row: Conflict, readings: Sequence[Reading], result: Standing) -> dict[str, Any]:
    """The readings, each marked where it departs from the one offered, and that one from the next best."""
    ranked = [(reading.text, reading.suggested, reading.origins, len(reading.witnesses.all())) for reading in readings]
    best = base(row.suggested, ranked)
    rival = base(None, [entry for entry in ranked if entry[0] != best])
    return {
        "suggested_stretches": differing(row.suggested, rival) if row.suggested else (),
        "readings": tuple(
            _reading(reading, number, differing(reading.text, rival if reading.text == best else best), result)
            for number, reading in enumerate(readings, start=1)
        ),
    }


def _reading(reading: Reading, number: int, stretches: tuple[Stretch, ...], result: Standing) -> CardReading:
    witnesses = reading.witnesses.all()
    return CardReading(
        pk=reading.pk,
        number=number,
        text=reading.text,
        shown=quoted(reading.text),
        stretches=stretches,
        suggested=reading.suggested,
        origins=reading.origins,
        articles=len({witness.article_id for witness in witnesses}),
        witnesses=_Witnesses(witnesses),
        approved=reading.pk in result.approved,
        rejected=reading.pk in result.rejected,
        notes=_notes(result, reading.pk),
    )


class _Witnesses(Sequence[CardWitness]):
    """The witnesses of a reading, each put into its sentence when it is shown: a queue shows the first few of many."""

    def __init__(self, rows: Iterable[Witness]) -> None:
        self._rows = list(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> CardWitness: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[CardWitness]: ...
    def __getitem__(self, at: int | slice) -> CardWitness | Sequence[CardWitness]:
        if isinstance(at, slice):
            return [_witness(row) for row in self._rows[at]]
        return _witness(self._rows[at])


def _witness(witness: Witness) -> CardWitness:
    article = witness.article
    around = context(article.text, article.sentences, witness.start, witness.end)
    return CardWitness(
        article=article.pk,
        source=article.source.name,
        primary=article.source.kind == Source.Kind.PRIMARY,
        headline=article.headline,
        filed_on=article.filed_on,
        publication=article.publication,
        start=witness.start,
        end=witness.end,
        where=where(article.segments, witness.start),
        layer=next((kind for kind, start, end in article.segments if start <= witness.start < end), ""),
        **around._asdict(),
    )


def _notes(result: Standing, reading: int | None) -> tuple[CardNote, ...]:
    return tuple(CardNote(act.note, act.editor, act.made_at) for act in result.notes if act.reading == reading)


def _told(row: Conflict, acts: Iterable[Recorded], result: Standing) -> dict[str, Any]:
    """The decisions in words: all in order, the one that settled, the one that undo would take back."""
    texts = {reading.pk: reading.text for reading in row.readings.all()}
    by_pk = {act.pk: act for act in acts}
    teller = Teller(approval(row.kind, len(texts)), row.suggested, texts, by_pk)
    settled, newest = result.settled, result.newest
    return {
        "decisions": tuple(_decision(act, teller.words(act), act.pk in result.undone) for act in by_pk.values()),
        "settled_words": teller.words(settled) if settled else "",
        "settled_by": settled.editor if settled else "",
        "undo_words": Phrase("{editor} {words}", editor=newest.editor, words=teller.words(newest)) if newest else "",
    }


def _decision(act: Recorded, words: Phrase, undone: bool) -> CardDecision:
    return CardDecision(
        pk=act.pk,
        verdict=act.verdict,
        reading=act.reading,
        words=words,
        note=act.note,
        editor=act.editor,
        made_at=act.made_at,
        undone=undone,
    )
