"""What of a point is told and counted: what the reports that count carry, and what an editor says is right. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from factcheck.digest.material import Material, MaterialArticle, MaterialConflict, MaterialDecision, MaterialReading

Articles = Mapping[int, MaterialArticle]


def witnessed(conflict: MaterialConflict, articles: Articles) -> MaterialConflict:
    """The conflict as these articles alone carry it; a reading that only others carry goes, unless it was approved."""
    found = [_carried(reading, articles) for reading in conflict.readings]
    kept = tuple(
        reading
        for reading, was in zip(found, conflict.readings, strict=True)
        if reading.witnesses or not was.witnesses or conflict.upholds(was)
    )
    gone = {reading.text for reading in conflict.readings} - {reading.text for reading in kept}
    return replace(conflict, readings=kept, suggested=None if conflict.suggested in gone else conflict.suggested)


def unbarred(material: Material) -> Material:
    """The story without the words that only barred reports carry, in the readings and in the sentences about them."""
    free = {article.pk: article for article in material.articles if not article.barred}
    told = (_told(conflict, free) for conflict in material.conflicts)
    return replace(material, conflicts=tuple(conflict for conflict in told if conflict.readings))


def _carried(reading: MaterialReading, articles: Articles) -> MaterialReading:
    kept = tuple(witness for witness in reading.witnesses if witness.article in articles)
    if kept == reading.witnesses:
        return reading
    return replace(reading, witnesses=kept, origins=len({articles[one.article].goes_back_to for one in kept}))


def _told(conflict: MaterialConflict, free: Articles) -> MaterialConflict:
    """The conflict as free articles carry it; a sentence that names what is gone is no more than its kind."""
    left = witnessed(conflict, free)
    gone = {reading.pk for reading in conflict.readings} - {reading.pk for reading in left.readings}
    if not gone:
        return left
    acts = tuple(replace(act, text="") if _names(act, gone) else act for act in conflict.decisions)
    return replace(left, summary=conflict.kind_label, reason="", decisions=acts)


def _names(act: MaterialDecision, gone: set[int]) -> bool:
    return bool(gone.intersection(act.readings))
