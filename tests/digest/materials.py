"""Material of our own writing, built by words instead of offsets."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from factcheck.digest.material import (
    CarriedQuote,
    Material,
    MaterialArticle,
    MaterialConflict,
    MaterialDecision,
    MaterialReading,
    MaterialRule,
    MaterialWitness,
    Ruling,
)
from factcheck.digest.places import joined
from factcheck.review.standing import OPEN, STATE_AFTER
from factcheck.types import Verdict
from tests.review.stories import segmented, sentences

NOW = datetime(2023, 9, 19, 12, 40, tzinfo=UTC)


def article(
    pk: int, source: str, text: str, *, quotes: Mapping[str, str] | None = None, **fields: Any
) -> MaterialArticle:
    """An article whose ``quotes`` map the words between marks to their speaker."""
    return MaterialArticle(
        pk=pk,
        source=source,
        headline=text.split("\n")[0],
        text=text,
        segments=tuple((kind, start, end) for kind, start, end in segmented(text)),
        sentences=tuple((start, end) for start, end in sentences(text)),
        filed_on="2023-09-19",
        received_at=(NOW - timedelta(hours=3)).isoformat(),
        quotes=tuple(
            CarriedQuote(text.index(words), text.index(words) + len(words), speaker)
            for words, speaker in (quotes or {}).items()
        ),
        **{
            "sha256": sha256(text.encode()).hexdigest(),
            "wire_id": f"{source.split()[0].lower()}-{pk}",
            **fields,
        },
    )


def conflict(
    pk: int,
    readings: Mapping[str, Sequence[MaterialArticle]],
    *,
    approve: str | Sequence[str] | None = None,
    replace: str | None = None,
    verdict: Verdict | None = None,
    **fields: Any,
) -> MaterialConflict:
    """A conflict settled by Ada: ``approve`` names a reading or several, ``replace`` holds her own value."""
    made = tuple(
        MaterialReading(
            pk=pk * 10 + number,
            text=text,
            origins=len(articles),
            witnesses=tuple(
                MaterialWitness(one.pk, one.text.index(text), one.text.index(text) + len(text)) for one in articles
            ),
        )
        for number, (text, articles) in enumerate(readings.items())
    )
    verdict = Verdict.APPROVE if approve is not None else Verdict.REPLACE if replace is not None else verdict
    names = [approve] if isinstance(approve, str) else approve or []
    approved = tuple(reading.pk for reading in made if reading.text in names)
    ruling = Ruling(pk, verdict, "Ada", NOW, approved, replace or "") if verdict else None
    acts = (MaterialDecision(pk, verdict, "Ada", NOW, approved, replace or joined(names)),) if verdict else ()
    values = {
        "kind": "name-spelling",
        "key": f"key-{pk}",
        "state": STATE_AFTER.get(verdict, OPEN) if verdict else OPEN,
        "decisions": acts,
        "rule": MaterialRule("0.1.0", 0.3, 1.0, 0.83),
        "kind_label": "Name spelling",
        "level": "error",
        "summary": "Two spellings of one name.",
        "edits": True,
    }
    return MaterialConflict(pk=pk, readings=made, ruling=ruling, **(values | fields))


def material(articles: Sequence[MaterialArticle], *conflicts: MaterialConflict) -> Material:
    return Material("harbour-talks", "Harbour talks", NOW, tuple(articles), conflicts)
