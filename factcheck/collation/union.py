"""Groups of what hangs together."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Union:
    """Numbers joined into groups."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, number: int) -> int:
        """The least number of the group."""
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Makes two groups one."""
        low, high = sorted((self.find(one), self.find(other)))
        self.parent[high] = low

    def groups(self) -> list[list[int]]:
        """The groups, each in order, by their least number."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.parent)):
            found[self.find(number)].append(number)
        return list(found.values())


def connected(
    pairs: Sequence[tuple[T, T]], meet: Callable[[T, T], bool], home: Callable[[T], Hashable]
) -> list[list[T]]:
    """Items joined by pairs, and by meeting each other in one home, as lists."""
    items = [item for pair in pairs for item in pair]
    union = Union(len(items))
    at_home: dict[Hashable, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        union.join(number, number ^ 1)
        for other in at_home[home(item)]:
            if meet(item, items[other]):
                union.join(number, other)
        at_home[home(item)].append(number)
    return [[items[number] for number in group] for group in union.groups()]
