"""Places: where things are said to happen, by canonical name and kind."""

from collections.abc import Iterator

from factcheck.extraction.names import Names
from factcheck.extraction.sheet import Sheet
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind

_TYPES = frozenset({"GPE", "LOC"})


def claims(sheet: Sheet, names: Names) -> Iterator[ClaimDraft]:
    """The place claims: every name of a place outside furniture, with its alias undone."""
    for name in names.found:
        if name.type in _TYPES and name.sentence.layer is not SegmentKind.FURNITURE:
            value = {"entity": name.entity, "kind": name.place_kind}
            text = sheet.text[name.start : name.end]
            yield ClaimDraft(ClaimKind.PLACE, name.start, name.end, text, name.entity, value, layer=name.sentence.layer)
