"""What was decided without a change of words, and what is still open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.digest.changes import Refusal, Revision
from factcheck.digest.corrections import clock
from factcheck.digest.material import (
    Material,
    MaterialArticle,
    MaterialConflict,
    MaterialReading,
    MaterialWitness,
    OpenPlace,
    Ruling,
)
from factcheck.digest.places import joined, place, sources
from factcheck.digest.witnessed import witnessed
from factcheck.review.card import quoted
from factcheck.types import ConflictKind, Level, Verdict

PRESSING = frozenset({Level.ERROR, Level.DISCREPANCY})
WHY = {
    None: "not decided yet",
    Verdict.UNSURE: "the desk cannot tell",
    Verdict.NONE: "no reading is right",
}
Articles = Mapping[int, MaterialArticle]


def open_points(material: Material, articles: Articles, revisions: Mapping[int, Revision]) -> list[dict[str, Any]]:
    """Undecided errors and discrepancies, what no reading settles, and decisions that could not be carried out."""
    undecided = _undecided(_told(material.conflicts, articles))
    rows = [_point(conflict, why, articles) for conflict, why in undecided]
    refusals = [refusal for revision in revisions.values() for refusal in revision.refusals]
    return rows + [
        _point(refusal.conflict, _could_not(refusal, articles[refusal.article]), articles) for refusal in refusals
    ]


def facts(material: Material, articles: Articles) -> list[dict[str, Any]]:
    """What alone stands by an editor's word where reports differ, with those that have it.

    A slip of one report is no fact.
    """
    return [
        _fact(witnessed(conflict, articles), conflict.ruling, material, articles)
        for conflict in material.conflicts
        if conflict.ruling and conflict.approved_text and len(conflict.readings) > 1 and len(conflict.allowed) == 1
    ]


def _fact(conflict: MaterialConflict, ruling: Ruling, material: Material, articles: Articles) -> dict[str, Any]:
    when = clock(ruling.made_at, material.now)
    return {
        **_point(conflict, "", articles),
        "text": conflict.approved_text,
        "words": f"{conflict.kind_label}: “{conflict.approved_text}” — decided by {ruling.editor}, {when}",
        "decided_by": ruling.editor,
        "decided_at": ruling.made_at.isoformat(),
        "when": when,
    }


def standing_together(material: Material, articles: Articles) -> list[dict[str, Any]]:
    """Points where every reading stands, or several do; ``stands`` are their words."""
    return [
        {**_point(conflict, _why_together(conflict, stands), articles), "stands": stands}
        for conflict in _told(material.conflicts, articles)
        if (stands := _together(conflict))
    ]


def _told(conflicts: Iterable[MaterialConflict], articles: Articles) -> Iterator[MaterialConflict]:
    """The conflicts as these articles carry them, where they carry anything of them."""
    return (one for one in (witnessed(conflict, articles) for conflict in conflicts) if one.readings)


def _together(conflict: MaterialConflict) -> list[str]:
    """The readings that an editor lets stand beside each other, in the order of the card."""
    if conflict.ruling and conflict.ruling.verdict is Verdict.DISMISS:
        return [reading.text for reading in conflict.readings]
    approved = conflict.approved
    return [reading.text for reading in conflict.readings if reading in approved] if len(approved) > 1 else []


def _why_together(conflict: MaterialConflict, stands: Sequence[str]) -> str:
    if len(stands) == len(conflict.readings):
        return "all readings stand"
    return f"{joined([quoted(text) for text in stands])} stand"


def _undecided(conflicts: Iterable[MaterialConflict]) -> Iterator[tuple[MaterialConflict, str]]:
    for conflict in conflicts:
        verdict = conflict.ruling.verdict if conflict.ruling else None
        if verdict in WHY and (verdict is not None or conflict.level in PRESSING):
            yield conflict, WHY[verdict]


def open_places(conflicts: Iterable[MaterialConflict]) -> list[OpenPlace]:
    """The places whose words are still open."""
    return [
        OpenPlace(witness.article, witness.start, witness.end, conflict.pk, why == WHY[Verdict.UNSURE])
        for conflict, why in _undecided(conflicts)
        for reading in conflict.readings
        for witness in reading.witnesses
    ]


def translated_places(conflicts: Iterable[MaterialConflict]) -> list[MaterialWitness]:
    """The places that are one remark in several translations, whichever of them an editor took."""
    return [
        witness
        for conflict in conflicts
        if conflict.kind == ConflictKind.TRANSLATION
        for reading in conflict.readings
        for witness in reading.witnesses
    ]


def _could_not(refusal: Refusal, article: MaterialArticle) -> str:
    words = refusal.conflict.approved_text
    aim = f"“{words}” could not be applied" if words else "the words could not be taken out"
    return f"{aim} in {article.label}, {place(article, refusal.witness.start)}: {refusal.reason}"


def _point(conflict: MaterialConflict, why: str, articles: Articles) -> dict[str, Any]:
    return {
        "conflict": conflict.pk,
        "kind": conflict.kind_label,
        "level": conflict.level,
        "summary": conflict.summary,
        "why": why,
        "readings": [_reading(reading, articles) for reading in conflict.readings],
        "suggested": conflict.suggested,
        "notes": list(conflict.notes),
    }


def _reading(reading: MaterialReading, articles: Articles) -> dict[str, Any]:
    return {
        "text": reading.text,
        "sources": sources(reading.articles, articles),
        "reports": len(reading.articles),
        "origins": reading.origins,
    }
