"""What samples/expected.json says is planted in the sample copy, and what must stay silent."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@dataclass(frozen=True)
class Words:
    """A range of one sample's text, as the plan gives it."""

    article: str
    start: int
    end: int
    words: str

    def meets(self, witness: Any) -> bool:
        """Whether a witness overlaps these words."""
        return witness.article == self.article and witness.start < self.end and self.start < witness.end


@dataclass(frozen=True)
class Planted:
    """One slip: the kinds under which it may be found, where it stands and what it should be."""

    id: str
    kinds: tuple[str, ...]
    at: Words
    right: str | None


@dataclass(frozen=True)
class Trap:
    """Words that no error or discrepancy may set against each other."""

    id: str
    members: tuple[Words, ...]


@dataclass(frozen=True)
class SampleEvent:
    """One folder of samples with its plan."""

    slug: str
    planted: tuple[Planted, ...]
    traps: tuple[Trap, ...]

    @property
    def folder(self) -> Path:
        return SAMPLES / self.slug

    @property
    def articles(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.glob("*.txt")))


def _words(given: dict[str, Any]) -> Words:
    return Words(given["article"], given["start"], given["end"], given["words"])


def _event(given: dict[str, Any]) -> SampleEvent:
    planted = (Planted(slip["id"], tuple(slip["kinds"]), _words(slip), slip["right"]) for slip in given["planted"])
    traps = (Trap(trap["id"], tuple(_words(member) for member in trap["members"])) for trap in given["traps"])
    return SampleEvent(given["slug"], tuple(planted), tuple(traps))


def events() -> tuple[SampleEvent, ...]:
    """Every event of the plan."""
    plan = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    return tuple(_event(given) for given in plan["events"])


EVENTS = events()
