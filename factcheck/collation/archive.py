"""The archive: what the stories of all other stories have printed, as far as a comparison asks for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

# What a quotation is found again by (quotation_keys).
Keys = frozenset[int]
# A person's name cut in two: its first word, and the others.
Parts = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A quotation in an article of another story. ``speaker`` holds the words of the name, as of a passage."""

    story: int
    filed_on: date
    source: str
    headline: str
    words: str
    speaker: frozenset[str] = frozenset()


class Calling(NamedTuple):
    """How many stories name a person in full and then by the one part of the name alone, or by the other."""

    first: int = 0
    rest: int = 0


class Archive(Protocol):
    """What a comparison may ask. The answers never hold copy of the story that is compared."""

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """For each quotation, given by its keys, those of other stories that share some of them, likest first."""

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """How many other stories print each name so; a name that none prints may be left out."""

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        """By which part of their names other stories call persons; whom none calls by a part may be left out."""


class Nothing:
    """The archive of whoever has none."""

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        """Nothing was said before."""
        return [()] * len(wanted)

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        """No name was printed before."""
        return {}

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        """Nobody was called by a name before."""
        return {}


EMPTY: Archive = Nothing()
