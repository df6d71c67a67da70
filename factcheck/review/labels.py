"""The words that an editor reads for what the system calls by a code."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.collation.rules import RULES
from factcheck.phrase import Phrase
from factcheck.types import ConflictKind, SegmentKind

LEVELS: Mapping[str, Phrase] = {
    "error": Phrase("Error"),
    "discrepancy": Phrase("Discrepancy"),
    "style": Phrase("House style"),
    "info": Phrase("For information"),
}
STATES: Mapping[str, Phrase] = {
    "open": Phrase("Open"),
    "settled": Phrase("Settled"),
    "unsure": Phrase("Cannot tell"),
    "dismissed": Phrase("No conflict"),
    "silenced": Phrase("Silenced"),
    "withdrawn": Phrase("No longer found"),
}
LAYERS: Mapping[str, Phrase] = {
    SegmentKind.HEADLINE: Phrase("headline"),
    SegmentKind.DECK: Phrase("line under the headline"),
    SegmentKind.BYLINE: Phrase("byline"),
    SegmentKind.DATELINE: Phrase("dateline"),
    SegmentKind.CAPTION: Phrase("caption"),
    SegmentKind.CREDIT: Phrase("credit"),
    SegmentKind.FURNITURE: Phrase("matter around the copy"),
}


def editor_name(editor: Any) -> str:
    """How an editor is called on pages: the full name where there is one."""
    return editor.get_full_name() or editor.get_username()


def kind_label(kind: str) -> Phrase:
    """The kind's name from the table of rules; a stored kind that is switched off now keeps a plain name."""
    rule = RULES.get(ConflictKind(kind))
    return rule.label if rule else Phrase(kind.replace("-", " ").capitalize())


def where(segments: Iterable[Sequence[Any]], start: int) -> Phrase:
    """The part of the copy that ``start`` stands in: "headline", "caption", "paragraph 7"."""
    paragraph = 0
    for kind, first, end in segments:
        paragraph += kind == SegmentKind.BODY
        if first <= start < end:
            return LAYERS.get(kind) or Phrase("paragraph {number}", number=paragraph)
    return Phrase("copy")
