"""The archive: what the stories of all other stories have printed, as far as a comparison asks for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

# What a quotation is found again by (quotation_keys).
Keys = frozenset[int]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A quotation in an article of another story. ``speaker`` holds the words of the name, as of a passage."""

    story: int
    filed_on: date
    source: str
    headline: str
    words: str
    speaker: frozenset[str] = frozenset()


class Archive(Protocol):
    """What a comparison may ask. The answers never hold copy of the story that is compared."""

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """For each quotation, given by its keys, those of other stories that share some of them, likest first."""

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """How many other stories print each name so; a name that none prints may be left out."""


class Nothing:
    """The archive of whoever has none."""

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """Nothing was said before."""
        return [()] * len(wanted)

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """No name was printed before."""
        return {}


EMPTY: Archive = Nothing()
