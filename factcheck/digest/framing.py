"""What frames a digest beside the story itself: who issues it, what was issued before, and what editors made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# The parts of a digest, in the order that they have when nobody says otherwise.
ORDER = ("corrections", "facts", "quotations", "standing_together", "open_points", "articles", "apparatus")


@dataclass(frozen=True, slots=True)
class MaterialComposition:
    """How an editor put the digest together; nothing said means: as it is composed.

    ``dropped`` and ``edited`` name items, ``base`` the one article whose text is carried. ``typists`` are the numbers
    of the editors who ever put an item otherwise, who cannot sign it.
    """

    version: int = 0
    headline: str = ""
    summary: str | None = None
    base: int | None = None
    order: tuple[str, ...] = ORDER
    dropped: frozenset[str] = frozenset()
    edited: Mapping[str, str] = field(default_factory=dict)
    typists: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MaterialWaiver:
    """An editor's word that a claim of a single source may go out."""

    claim: str
    words: str
    reason: str
    editor: str
    at: str


@dataclass(frozen=True, slots=True)
class MaterialSignature:
    """A second editor's name under what a part of the digest says; ``person`` is the number of that editor."""

    part: str
    fingerprint: str
    person: int
    editor: str
    at: str


@dataclass(frozen=True, slots=True)
class Site:
    """Who issues: ``domain`` names the desk in what identifies a digest, ``name`` in print."""

    domain: str = "desk.example"
    name: str = "Example Desk"
    address: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A number that was issued before; ``content`` is kept of the newest only."""

    number: int
    issued_at: str
    sha256: str
    content: Mapping[str, Any] | None = None
