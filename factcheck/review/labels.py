"""The words that an editor reads for what the system calls by a code."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.collation.rules import RULES
from factcheck.types import ConflictKind, SegmentKind

LEVELS: Mapping[str, str] = {
    "error": "Error",
    "discrepancy": "Discrepancy",
    "style": "House style",
    "info": "For information",
}
STATES: Mapping[str, str] = {
    "open": "Open",
    "settled": "Settled",
    "unsure": "Cannot tell",
    "dismissed": "No conflict",
    "silenced": "Silenced",
    "withdrawn": "No longer found",
}
LAYERS: Mapping[str, str] = {
    SegmentKind.HEADLINE: "headline",
    SegmentKind.DECK: "line under the headline",
    SegmentKind.BYLINE: "byline",
    SegmentKind.DATELINE: "dateline",
    SegmentKind.CAPTION: "caption",
    SegmentKind.CREDIT: "credit",
    SegmentKind.FURNITURE: "matter around the copy",
}


def editor_name(editor: Any) -> str:
    """How an editor is called on pages: the full name where there is one."""
    return editor.get_full_name() or editor.get_username()


def kind_label(kind: str) -> str:
    """The kind's name from the table of rules; a stored kind that is switched off now keeps a plain name."""
    rule = RULES.get(ConflictKind(kind))
    return rule.label if rule else kind.replace("-", " ").capitalize()


def where(segments: Iterable[Sequence[Any]], start: int) -> str:
    """The part of the copy that ``start`` stands in: "headline", "caption", "paragraph 7"."""
    paragraph = 0
    for kind, first, end in segments:
        paragraph += kind == SegmentKind.BODY
        if first <= start < end:
            return LAYERS.get(kind) or f"paragraph {paragraph}"
    return "copy"
