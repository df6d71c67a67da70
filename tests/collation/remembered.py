"""An archive in memory, for tests of what is made of its answers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.collation.archive import Calling, Earlier, Keys, Parts
from factcheck.collation.quotation_keys import keys
from factcheck.collation.words import normal


@dataclass(frozen=True)
class Remembered:
    """The quotations of other stories, and how many of their reports print each name so."""

    held: Sequence[Earlier] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    callings: Mapping[Parts, Calling] = field(default_factory=dict)

    def quotations(self, wanted: Sequence[Keys]) -> Sequence[Sequence[Earlier]]:
        return [[one for one in self.held if keys(normal(one.words)) & asked] for asked in wanted]

    def printed(self, names: Collection[str]) -> Mapping[str, int]:
        return {name: self.counts[name] for name in names if name in self.counts}

    def called(self, names: Collection[Parts]) -> Mapping[Parts, Calling]:
        return {name: self.callings[name] for name in names if name in self.callings}
