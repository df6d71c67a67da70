"""Which part of a story's queue a page shows: read off the address, and written back as plain links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from factcheck.review.labels import LEVELS
from factcheck.review.queue import FILTERS, Counts
from factcheck.types import ConflictKind
from factcheck.web.saying import translated

STATES: Mapping[str, str | Promise] = {
    "open": gettext_lazy("Open"),
    "decided": gettext_lazy("Decided"),
    "all": gettext_lazy("All"),
}
# Shown only where there are any: what a rule silenced, and what was found once and is no longer in the copy.
SELDOM: Mapping[str, str | Promise] = {"silenced": gettext_lazy("Silenced"), "withdrawn": gettext_lazy("Withdrawn")}
WHOSE: Mapping[str, str | Promise] = {"mine": gettext_lazy("Mine"), "chief": gettext_lazy("For the chief")}


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the address asks for; anything that it cannot mean is left out."""

    state: str = "open"
    level: str = ""
    kind: str = ""
    whose: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "QueueFilter":
        """From the query of an address."""
        return cls(
            state=_known(asked.get("state", ""), FILTERS, "open"),
            level=_known(asked.get("level", ""), LEVELS),
            kind=_known(asked.get("kind", ""), {kind.value for kind in ConflictKind}),
            whose=_known(asked.get("whose", ""), WHOSE),
        )

    @property
    def query(self) -> str:
        """As the query of an address, only with what differs from the page without one."""
        asked = {"state": self.state if self.state != "open" else "", "level": self.level, "kind": self.kind}
        asked["whose"] = self.whose
        words = urlencode({name: value for name, value in asked.items() if value})
        return f"?{words}" if words else "?"


@dataclass(frozen=True, slots=True)
class FilterLink:
    """One choice of a filter."""

    label: str | Promise
    number: int
    query: str
    current: bool


def links(now: QueueFilter, counts: Counts, kinds: Iterable[tuple[str, str, int]]) -> dict[str, list[FilterLink]]:
    """The choices of the three filters, each with the number of cards behind it: a kind or a level, not both."""
    every = counts.of(now.state)
    seldom = {key: label for key, label in SELDOM.items() if now.state == key or counts.of(key)}
    shown = {**STATES, **seldom}
    states = [FilterLink(shown[key], counts.of(key), QueueFilter(key).query, now.state == key) for key in shown]
    levels = [_link(translated(label), counts.of(now.state, key), now, level=key) for key, label in LEVELS.items()]
    found = [_link(translated(label), number, now, kind=key) for key, label, number in kinds]
    return {
        "states": states,
        "levels": [_link(gettext("Any level"), every, now), *(link for link in levels if link.number or link.current)],
        "kinds": [_link(gettext("Any kind"), every, now), *found],
    }


def whose_links(now: QueueFilter, numbers: Mapping[str, int]) -> list[FilterLink]:
    """The cards that were handed on, where there are any."""
    return [
        FilterLink(label, numbers[key], QueueFilter(now.state, whose=key).query, now.whose == key)
        for key, label in WHOSE.items()
        if numbers[key] or now.whose == key
    ]


def _link(label: str, number: int, now: QueueFilter, *, level: str = "", kind: str = "") -> FilterLink:
    asked = (now.level, now.kind)
    current = (level, kind) == asked if level or kind else not (now.whose or any(asked))
    return FilterLink(label, number, QueueFilter(now.state, level, kind).query, current)


def _known(value: str, values: Iterable[str], default: str = "") -> str:
    return value if value in values else default
