"""A composition as it is stored, and what two versions of it differ in. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.phrase import Phrase, counted
from factcheck.review.card import joined, quoted

PART_NAMES: Mapping[str, Phrase] = {
    "corrections": Phrase("Corrections"),
    "facts": Phrase("Facts that stand"),
    "quotations": Phrase("Quotations"),
    "standing_together": Phrase("Several readings stand"),
    "open_points": Phrase("Open points"),
    "articles": Phrase("Corrected copy"),
    "apparatus": Phrase("Variants"),
}


def stored(composition: MaterialComposition) -> dict[str, Any]:
    """What is put otherwise than composed, and nothing else."""
    said = {
        "headline": composition.headline,
        "summary": composition.summary,
        "base": composition.base,
        "order": list(composition.order) if composition.order != ORDER else None,
        "dropped": sorted(composition.dropped),
        "edited": dict(sorted(composition.edited.items())),
    }
    return {name: value for name, value in said.items() if value or (name == "summary" and value is not None)}


def read(version: int, parts: Mapping[str, Any]) -> MaterialComposition:
    """A stored composition; parts that the program does not know are left out."""
    return MaterialComposition(
        version=version,
        headline=parts.get("headline", ""),
        summary=parts.get("summary"),
        base=parts.get("base"),
        order=tuple(part for part in parts.get("order", ORDER) if part in ORDER),
        dropped=frozenset(parts.get("dropped", ())),
        edited=dict(parts.get("edited", {})),
    )


def typists(versions: Iterable[tuple[int, Mapping[str, str] | None]]) -> dict[str, frozenset[int]]:
    """Who put each item in other words: of every version, oldest first, the editor's number and what it has edited."""
    found: dict[str, set[int]] = defaultdict(set)
    before: Mapping[str, str] = {}
    for editor, edited in versions:
        after = edited or {}
        for name in (name for name, words in after.items() if before.get(name) != words):
            found[name].add(editor)
        before = after
    return {name: frozenset(people) for name, people in found.items()}


def changes(before: MaterialComposition, after: MaterialComposition) -> list[Phrase]:
    """What the later version has otherwise, one sentence each."""
    return list(_changes(before, after))


def _changes(before: MaterialComposition, after: MaterialComposition) -> Iterator[Phrase]:
    if before.headline != after.headline:
        yield _headline(after.headline)
    if before.summary != after.summary:
        yield _summary(after.summary)
    if before.base != after.base:
        yield Phrase("The base article is another.") if after.base else Phrase("Every report is printed.")
    if before.order != after.order:
        yield Phrase("The parts are: {parts}.", parts=joined([PART_NAMES[part] for part in after.order]))
    left_out, again = len(after.dropped - before.dropped), len(before.dropped - after.dropped)
    names = {*before.edited, *after.edited}
    edited = sum(before.edited.get(name) != after.edited.get(name) for name in names)
    if left_out:
        yield counted("One item was left out.", "{number} items were left out.", left_out)
    if again:
        yield counted("One item was put in again.", "{number} items were put in again.", again)
    if edited:
        yield counted("One item was put in other words.", "{number} items were put in other words.", edited)


def _headline(words: str) -> Phrase:
    return (
        Phrase("The headline is {words}.", words=quoted(words))
        if words
        else Phrase("The headline is the composed one.")
    )


def _summary(words: str | None) -> Phrase:
    if words is None:
        return Phrase("The summary line is the composed one.")
    return Phrase("The summary line is {words}.", words=quoted(words)) if words else Phrase("There is no summary line.")
