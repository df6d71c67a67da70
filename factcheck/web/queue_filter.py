"""Which part of a story's queue a page shows: read off the address, and written back as plain links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from factcheck.review.labels import LEVELS
from factcheck.review.queue import FILTERS, Counts
from factcheck.types import ConflictKind

STATES: Mapping[str, str] = {"open": "Open", "decided": "Decided", "all": "All"}
# Shown only where there are any: what was found once and is no longer in the copy.
WITHDRAWN: Mapping[str, str] = {"withdrawn": "Withdrawn"}


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the address asks for; anything that it cannot mean is left out."""

    state: str = "open"
    level: str = ""
    kind: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "QueueFilter":
        """From the query of an address."""
        return cls(
            state=_known(asked.get("state", ""), FILTERS, "open"),
            level=_known(asked.get("level", ""), LEVELS),
            kind=_known(asked.get("kind", ""), {kind.value for kind in ConflictKind}),
        )

    @property
    def query(self) -> str:
        """As the query of an address, only with what differs from the page without one."""
        asked = {"state": self.state if self.state != "open" else "", "level": self.level, "kind": self.kind}
        words = urlencode({name: value for name, value in asked.items() if value})
        return f"?{words}" if words else "?"


@dataclass(frozen=True, slots=True)
class FilterLink:
    """One choice of a filter."""

    label: str
    number: int
    query: str
    current: bool


def links(now: QueueFilter, counts: Counts, kinds: Iterable[tuple[str, str, int]]) -> dict[str, list[FilterLink]]:
    """The choices of the three filters, each with the number of cards behind it: a kind or a level, not both."""
    every = counts.of(now.state)
    shown = {**STATES, **(WITHDRAWN if now.state in WITHDRAWN or counts.of("withdrawn") else {})}
    states = [FilterLink(shown[key], counts.of(key), QueueFilter(key).query, now.state == key) for key in shown]
    levels = [_link(label, counts.of(now.state, key), now, level=key) for key, label in LEVELS.items()]
    found = [_link(label, number, now, kind=key) for key, label, number in kinds]
    return {
        "states": states,
        "levels": [_link("Any level", every, now), *(link for link in levels if link.number or link.current)],
        "kinds": [_link("Any kind", every, now), *found],
    }


def _link(label: str, number: int, now: QueueFilter, *, level: str = "", kind: str = "") -> FilterLink:
    current = (level, kind) == (now.level, now.kind) if level or kind else not (now.level or now.kind)
    return FilterLink(label, number, QueueFilter(now.state, level, kind).query, current)


def _known(value: str, values: Iterable[str], default: str = "") -> str:
    return value if value in values else default
