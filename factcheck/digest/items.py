"""The items of a digest's parts: the name that each is found again by, and what of it may be put otherwise."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from json import dumps
from typing import Any

Row = Mapping[str, Any]
# What makes an item the same one in the next composing: what it is about, not how it is put.
IDENTITY: Mapping[str, Callable[[Row], list[Any]]] = {
    "corrections": lambda row: [row["article"], row["conflict"], row["old"], row["new"]],
    "facts": lambda row: [row["conflict"], row["text"]],
    "agreed": lambda row: [row["kind"], row["before"], row["text"], row["after"]],
    "quotations": lambda row: [row["text"], row["speaker"]],
    "standing_together": lambda row: [row["conflict"]],
    "open_points": lambda row: [row["conflict"], row["why"]],
}
# The words of an item that an editor may put otherwise. A quotation has none: it stands as it was said.
EDITABLE: Mapping[str, str] = {
    "corrections": "words",
    "facts": "words",
    "agreed": "words",
    "standing_together": "summary",
    "open_points": "summary",
}
LENGTH = 16


def item(part: str, row: Row) -> str:
    """The name of an item within its story."""
    line = dumps([part, *IDENTITY[part](row)], ensure_ascii=False)
    return f"{part}-{sha256(line.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"


def with_items(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with the name of every item at its row."""
    named = {part: [{"item": item(part, row), **row} for row in content[part]] for part in IDENTITY}
    return {**content, **named}


def printed(content: Mapping[str, Any], *parts: str) -> Iterator[Row]:
    """The items of the parts that the digest prints; what reports tell alike is printed with the facts."""
    for part in parts:
        if ("facts" if part == "agreed" else part) in content["order"]:
            yield from content[part]
