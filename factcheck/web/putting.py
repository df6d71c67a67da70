"""The page on which a digest is put together: its rows, and what an editor sends back from it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from factcheck.digest.composition import PART_NAMES
from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.digest.items import EDITABLE
from factcheck.digest.words import flat

Content = Mapping[str, Any]
# The items that each part of the page lists: what reports tell alike stands with the facts.
LISTED: Mapping[str, Sequence[str]] = {
    "corrections": ("corrections",),
    "facts": ("facts", "agreed"),
    "quotations": ("quotations",),
    "standing_together": ("standing_together",),
    "open_points": ("open_points",),
}
LONGEST_HEADLINE, LONGEST_WORDS = 300, 2000
UP, DOWN = "up", "down"


class Sent(Protocol):
    """The fields of a form as Django gives them."""

    def get(self, name: str, default: str, /) -> str: ...
    def getlist(self, name: str, /) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: its words now, those that it was composed in, and where it leads."""

    name: str
    words: str
    composed: str
    editable: bool
    kept: bool
    conflict: int | None

    @property
    def edited(self) -> bool:
        """Whether an editor put it in other words."""
        return self.words != self.composed


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part with its items; a part that is left out stands below the others."""

    name: str
    label: str
    kept: bool
    items: tuple[ItemRow, ...]
    first: bool = False
    last: bool = False


def part_rows(content: Content, composition: MaterialComposition) -> list[PartRow]:
    """The parts in the editor's order, and then those that are left out."""
    order = composition.order
    kept = [_part(part, content, composition, place, len(order)) for place, part in enumerate(order)]
    return kept + [_part(part, content, composition, None, 0) for part in ORDER if part not in order]


def sent_composition(sent: Sent, content: Content, before: MaterialComposition) -> MaterialComposition:
    """What the form wants. What it did not show stays as it was, so that nothing is lost."""
    known = {row["item"]: (part, row) for parts in LISTED.values() for part in parts for row in content[part]}
    shown = {name for name in sent.getlist("item") if name in known}
    kept = set(sent.getlist("keep"))
    words = {name: _words(sent, name, *known[name]) for name in shown}
    return MaterialComposition(
        headline=_otherwise(sent, "headline", content["headline"], LONGEST_HEADLINE),
        summary=_summary(sent, content["summary"]),
        base=_base(sent, content),
        order=_order(sent) if sent.getlist("order") else before.order,
        dropped=(before.dropped - shown) | (shown - kept),
        edited={name: old for name, old in before.edited.items() if name not in shown}
        | {name: new for name, new in words.items() if new},
    )


def _part(part: str, content: Content, composition: MaterialComposition, place: int | None, parts: int) -> PartRow:
    rows = [(name, row) for name in LISTED.get(part, ()) for row in content[name]]
    return PartRow(
        name=part,
        label=PART_NAMES[part],
        kept=place is not None,
        items=tuple(_item(name, row, composition) for name, row in rows),
        first=place == 0,
        last=place == parts - 1,
    )


def _item(part: str, row: Mapping[str, Any], composition: MaterialComposition) -> ItemRow:
    name, composed = row["item"], _composed(part, row)
    return ItemRow(
        name=name,
        words=composition.edited.get(name, composed) if part in EDITABLE else composed,
        composed=composed,
        editable=part in EDITABLE,
        kept=name not in composition.dropped,
        conflict=row.get("conflict"),
    )


def _composed(part: str, row: Mapping[str, Any]) -> str:
    """The words that an item is composed in; a quotation is shown with its speaker."""
    if part in EDITABLE:
        return str(row[EDITABLE[part]])
    return f"“{row['text']}”{' — ' if row['speaker'] else ''}{row['speaker']}"


def _words(sent: Sent, name: str, part: str, row: Mapping[str, Any]) -> str:
    """An item's own words; empty where they are the composed ones, of now or of when the page was made."""
    words = _flat(sent.get(f"words-{name}", ""))
    composed = {_flat(sent.get(f"composed-{name}", "")), _flat(_composed(part, row))}
    return "" if part not in EDITABLE or words in composed else words[:LONGEST_WORDS]


def _otherwise(sent: Sent, name: str, composed: str, longest: int) -> str:
    words = _flat(sent.get(name, ""))
    return "" if words in {composed, _flat(sent.get(f"composed-{name}", ""))} else words[:longest]


def _summary(sent: Sent, composed: str) -> str | None:
    """None: the composed line. An empty line is wanted empty, where one was composed."""
    words = _flat(sent.get("summary", ""))
    return None if words in {composed, _flat(sent.get("composed-summary", composed))} else words[:LONGEST_WORDS]


def _base(sent: Sent, content: Content) -> int | None:
    asked = sent.get("base", "")
    return next((row["article"] for row in content["articles"] if str(row["article"]) == asked), None)


def _order(sent: Sent) -> tuple[str, ...]:
    """The parts that are ticked, as they stand, with the one moved whose button was pressed."""
    ticked = set(sent.getlist("part"))
    order = [part for part in dict.fromkeys(sent.getlist("order")) if part in ORDER and part in ticked]
    way, _, moved = sent.get("move", "").partition(":")
    if moved in order and way in {UP, DOWN}:
        place = order.index(moved)
        order.insert(max(0, place + (1 if way == DOWN else -1)), order.pop(place))
    return tuple(order)


def _flat(words: str) -> str:
    """On one line, without the one character that no database takes."""
    return flat(words.replace("\x00", ""))


def bases(content: Content) -> Iterator[tuple[int, str]]:
    """The articles that can be the base, with the words that name them."""
    for row in content["articles"]:
        yield row["article"], f"{row['source']}: {row['headline']}"
