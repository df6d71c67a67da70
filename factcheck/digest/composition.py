"""A composition as it is stored, and what two versions of it differ in. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.review.card import quoted

PART_NAMES: Mapping[str, str] = {
    "corrections": "Corrections",
    "facts": "Facts that stand",
    "quotations": "Quotations",
    "standing_together": "Several readings stand",
    "open_points": "Open points",
    "articles": "Corrected copy",
    "apparatus": "Variants",
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


def changes(before: MaterialComposition, after: MaterialComposition) -> list[str]:
    """What the later version has otherwise, one sentence each."""
    return list(_changes(before, after))


def _changes(before: MaterialComposition, after: MaterialComposition) -> Iterator[str]:
    if before.headline != after.headline:
        yield f"The headline is {quoted(after.headline)}." if after.headline else "The headline is the composed one."
    if before.summary != after.summary:
        yield (
            "The summary line is the composed one."
            if after.summary is None
            else (f"The summary line is {quoted(after.summary)}." if after.summary else "There is no summary line.")
        )
    if before.base != after.base:
        yield "The base article is another." if after.base else "Every report is printed."
    if before.order != after.order:
        yield f"The parts are: {', '.join(PART_NAMES[part] for part in after.order)}."
    yield from _counted(len(after.dropped - before.dropped), "left out")
    yield from _counted(len(before.dropped - after.dropped), "put in again")
    edited = {name for name in {*before.edited, *after.edited} if before.edited.get(name) != after.edited.get(name)}
    yield from _counted(len(edited), "put in other words")


def _counted(number: int, done: str) -> Iterator[str]:
    if number:
        yield f"{'One item was' if number == 1 else f'{number} items were'} {done}."
