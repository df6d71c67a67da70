"""The tray of orphans: what was decided and has no place in the copy any more. Nothing is searched and replaced."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.digest.changes import SHOWN, Orphan, Revision
from factcheck.digest.material import Material, MaterialArticle, MaterialConflict, MaterialWitness
from factcheck.phrase import Phrase

REPLACED = Phrase("a later version replaced the copy, and the point was not found in it again")
Articles = Mapping[int, MaterialArticle]


def orphans(material: Material, articles: Articles, revisions: Mapping[int, Revision]) -> list[dict[str, Any]]:
    """One row for each place that was lost, in the order of the articles and then of place."""
    lost = [orphan for revision in revisions.values() for orphan in revision.orphans]
    rows = [_row(orphan, articles) for orphan in (*lost, *_left_behind(material, articles, revisions))]
    return sorted(rows, key=lambda row: (row["article"], row["start"], row["end"], row["conflict"]))


def _left_behind(material: Material, articles: Articles, revisions: Mapping[int, Revision]) -> Iterator[Orphan]:
    """Changes of a version that a later one replaced, where the conflict has no witness in the later one."""
    later = {article.replaces: article for article in articles.values() if article.replaces in articles}
    for conflict in material.conflicts:
        for witness in _to_change(conflict, articles):
            heir = _heir(witness.article, later)
            if heir and heir.pk in revisions and not _met(conflict, witness, heir):
                expected = articles[witness.article].text[witness.start : witness.end]
                found = heir.text[witness.start : witness.end][:SHOWN]
                yield Orphan(heir.pk, conflict, witness, expected, found, REPLACED)


def _met(conflict: MaterialConflict, witness: MaterialWitness, heir: MaterialArticle) -> bool:
    """Whether the point was found in the later version, or what was decided stands there in the very place."""
    standing = (text for text in conflict.allowed if text)
    return heir.pk in conflict.articles or any(heir.text.startswith(text, witness.start) for text in standing)


def _to_change(conflict: MaterialConflict, articles: Articles) -> Iterator[MaterialWitness]:
    """The places of readings that were not approved, where what was approved may be written."""
    for reading in conflict.readings:
        if conflict.edits and conflict.allowed and not conflict.upholds(reading):
            yield from (witness for witness in reading.witnesses if witness.article in articles)


def _heir(pk: int, later: Mapping[int | None, MaterialArticle]) -> MaterialArticle | None:
    """The newest version that came after this one; a row of versions that leads back to itself has none."""
    seen = {pk}
    heir = later.get(pk)
    while heir and heir.pk in later and heir.pk not in seen:
        seen.add(heir.pk)
        heir = later[heir.pk]
    return heir


def _row(orphan: Orphan, articles: Articles) -> dict[str, Any]:
    ruling = orphan.conflict.ruling
    return {
        "article": orphan.article,
        "source": articles[orphan.article].label,
        "start": orphan.witness.start,
        "end": orphan.witness.end,
        "expected": orphan.expected,
        "found": orphan.found,
        "new": orphan.conflict.approved_text or "",
        "conflict": orphan.conflict.pk,
        "decision": ruling.decision if ruling else None,
        "decided_by": ruling.editor if ruling else "",
        "summary": orphan.conflict.summary,
        "why": orphan.reason,
    }
