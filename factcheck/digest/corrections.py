"""The list of corrections, as sentences that can be printed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from factcheck.collation.phrasing import MONTHS
from factcheck.digest.changes import Change, Revision
from factcheck.digest.material import Material, MaterialArticle, MaterialConflict, MaterialReading
from factcheck.digest.places import joined, place, places, sources
from factcheck.phrase import Phrase


def corrections(
    material: Material, articles: Mapping[int, MaterialArticle], revisions: Mapping[int, Revision]
) -> list[dict[str, Any]]:
    """One row for each conflict and article, in the order of the articles and then of place."""
    rows = []
    for pk, revision in revisions.items():
        ordered = sorted(revision.changes, key=lambda change: (change.conflict.pk, change.edit.start))
        groups = [
            list(group)
            for _, group in groupby(ordered, key=lambda change: (change.conflict.pk, _old(change, articles[pk])))
        ]
        rows += [_row(material, articles, group) for group in sorted(groups, key=lambda group: group[0].edit.start)]
    return rows


def _row(material: Material, articles: Mapping[int, MaterialArticle], changes: Sequence[Change]) -> dict[str, Any]:
    """The row of these changes, all of one conflict in one article."""
    conflict, article = changes[0].conflict, articles[changes[0].article]
    ruling = conflict.ruling
    old, new = _old(changes[0], article), conflict.approved_text or ""
    found = places(place(article, change.witness.start) for change in changes)
    decided = f"{_who(conflict, material.now)}{_support(conflict, article.pk)}{_beside(conflict, articles)}"
    return {
        "words": f"{_what(old, new)} {article.label}, {found} — {decided}",
        "old": old,
        "new": new,
        "source": article.source,
        "article": article.pk,
        "where": found,
        "conflict": conflict.pk,
        "kind": conflict.kind_label,
        "summary": conflict.summary,
        "why": conflict.reason,
        "decision": ruling.decision if ruling else None,
        "decided_by": ruling.editor if ruling else "",
        "decided_at": ruling.made_at.isoformat() if ruling else "",
        "notes": list(conflict.notes),
    }


def _old(change: Change, article: MaterialArticle) -> str:
    return article.text[change.witness.start : change.witness.end]


def _what(old: str, new: str) -> str:
    if not new.strip():
        return f"“{old}” taken out of"
    if not old.strip():
        return f"“{new}” put in, in"
    return f"“{old}” corrected to “{new}” in"


def _who(conflict: MaterialConflict, now: datetime) -> str:
    if conflict.ruling is None:
        return ""
    done = "approved" if conflict.attested else "typed"
    return f"{done} by {conflict.ruling.editor}, {clock(conflict.ruling.made_at, now)}"


def clock(moment: datetime, now: datetime) -> str:
    """The time of day, with the day where it is not today's."""
    local = moment.astimezone(now.tzinfo)
    time = f"{local:%H:%M}"
    if local.date() == now.date():
        return time
    month = MONTHS[local.month - 1]
    return Phrase("{day} {month} {year}, {time}", day=local.day, month=month, year=local.year, time=time)


def _support(conflict: MaterialConflict, corrected: int) -> str:
    """How many of the reports concerned have the words; silent where only one prints anything."""
    having = {pk for reading in conflict.readings if reading.text == conflict.approved_text for pk in reading.articles}
    concerned = len(conflict.articles)
    if concerned < 2:
        return ""
    if not having:
        return "; no report has it"
    elsewhere = ", this one elsewhere" if corrected in having else ""
    return f"; {len(having)} of {concerned} reports {'has' if len(having) == 1 else 'have'} it{elsewhere}"


def _beside(conflict: MaterialConflict, articles: Mapping[int, MaterialArticle]) -> str:
    """What stands beside the words that were put in, where an editor approved several readings."""
    others = [_carried(reading, articles) for reading in conflict.approved[1:]]
    return f"; {joined(others)} may stand too" if others else ""


def _carried(reading: MaterialReading, articles: Mapping[int, MaterialArticle]) -> str:
    """ "“Osai” of Meridian Press and Eastline"; what no report prints any more goes without."""
    carriers = sources(reading.articles, articles)
    return f"“{reading.text}” of {joined(carriers)}" if carriers else f"“{reading.text}”"


def numbered(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with their numbers in the printed list."""
    return [{"number": number, **row} for number, row in enumerate(rows, start=1)]


def unchanged(content: Mapping[str, Any]) -> bool:
    """Whether the copy of a digest reads as it was received, whatever its list of corrections leaves out."""
    return not any(article["changes"] for article in content["articles"])
