"""What every format of the apparatus says of one point: its class, what was decided, and each reading once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from factcheck.digest.renderers.item import status_of
from factcheck.digest.renderers.outline import Content
from factcheck.digest.withdrawal import CANCELED
from factcheck.review.standing import Recorded, standing
from factcheck.types import ConflictKind, Level, Verdict

SUBSTANTIVE, ACCIDENTAL = "substantive", "accidental"
# How words are written, not what they say.
WRITING = {ConflictKind.SPELLING, ConflictKind.STYLE, ConflictKind.QUOTE_MARKS}


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a point with all that print it; ``stands`` says that it is the approved one."""

    text: str
    stands: bool
    rejected: bool
    witnesses: tuple[Content, ...]


def points(content: Content) -> tuple[Content, ...]:
    """The points that may be shown: none of a killed item, and none where the editor dropped the part."""
    shown = status_of(content) != CANCELED and "apparatus" in content["order"]
    return tuple(content["apparatus"]) if shown else ()


def variant_class(point: Content) -> str:
    """Whether the readings differ in what they say or only in how they are written."""
    return ACCIDENTAL if point["level"] == Level.STYLE or point["kind"] in WRITING else SUBSTANTIVE


def ruling(point: Content) -> Content | None:
    """The decision that settles the point, read as the desk reads it; None where the point is open."""
    kept = {row["decision"]: row for row in point["decisions"] if row["stands"]}
    settled = standing([_recorded(row) for row in kept.values()]).settled
    return kept[settled.pk] if settled else None


def _recorded(row: Content) -> Recorded:
    reading, *also = row["readings"] or [None]
    made_at = datetime.fromisoformat(row["made_at"])
    return Recorded(row["decision"], Verdict(row["verdict"]), made_at, reading, also=tuple(also))


def variants(point: Content) -> Iterator[Variant]:
    """The readings, those of the same words as one; last what an editor typed and no report has."""
    decision = ruling(point)
    typed = decision["text"] if decision and decision["verdict"] == Verdict.REPLACE else None
    by_text: dict[str, list[Content]] = {}
    for reading in point["readings"]:
        by_text.setdefault(reading["text"], []).append(reading)
    for text, readings in by_text.items():
        yield Variant(
            text,
            stands=any(reading["approved"] for reading in readings) or text == typed,
            rejected=all(reading["rejected"] for reading in readings),
            witnesses=tuple(witness for reading in readings for witness in reading["witnesses"]),
        )
    if typed is not None and typed not in by_text:
        yield Variant(typed, stands=True, rejected=False, witnesses=())


def rule_name(point: Content) -> str:
    """The rule that found the point, with its version: "quote-wording@4"."""
    return f"{point['rule']['kind']}@{point['rule']['version']}"


def sigils(witnesses: tuple[Content, ...]) -> tuple[str, ...]:
    """The witnesses' short names, each once."""
    return tuple(dict.fromkeys(witness["witness"] for witness in witnesses))
