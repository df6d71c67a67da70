"""A corrected article cut into paragraphs and parts, so that a page can show what was taken out and what was put in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the corrected text; where they changed, ``change`` tells what stood there and who decided it."""

    text: str
    change: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A segment of the copy with its parts."""

    kind: str
    parts: tuple[Part, ...]


def paragraphs(article: Mapping[str, Any]) -> list[Paragraph]:
    """The segments of one article of a digest's content, in order, each change in the first that can hold it."""
    changes = sorted(article["changes"], key=lambda change: change["at"])
    found = []
    for kind, start, end in article["segments"]:
        held = [change for change in changes if start <= change["at"][0] and change["at"][1] <= end]
        changes = [change for change in changes if change not in held]
        found.append(Paragraph(kind, tuple(_parts(article["text"], start, end, held))))
    return found


def _parts(text: str, start: int, end: int, changes: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    for change in changes:
        first, last = change["at"]
        if start < first:
            yield Part(text[start:first])
        yield Part(text[first:last], change)
        start = last
    if start < end:
        yield Part(text[start:end])
