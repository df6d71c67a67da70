"""The rules of the memory as its page lists them: one query for the rows, none that grows with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from factcheck.models import Silence
from factcheck.review.labels import kind_label
from factcheck.review.scopes import SCOPES
from factcheck.types import ConflictKind, Scope
from factcheck.web.saying import translated

STATES: Mapping[str, str | Promise] = {
    "force": gettext_lazy("In force"),
    "over": gettext_lazy("Restored or over"),
    "all": gettext_lazy("All"),
}
WHERE: Mapping[str, Callable[[date], Q]] = {
    "force": lambda today: Q(lifted=None) & (Q(expires_on=None) | Q(expires_on__gte=today)),
    "over": lambda today: ~Q(lifted=None) | Q(expires_on__lt=today),
    "all": lambda today: Q(),
}


@dataclass(frozen=True, slots=True)
class MemoryFilter:
    """What the address asks for; anything that it cannot mean is left out."""

    state: str = "force"
    scope: str = ""
    kind: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "MemoryFilter":
        """From the query of an address."""
        state, scope, kind = (asked.get(name, "") for name in ("state", "scope", "kind"))
        return cls(
            state=state if state in STATES else "force",
            scope=scope if scope in set(Scope) else "",
            kind=kind if kind in set(ConflictKind) else "",
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filter of the page offers, as (value, words)."""

    states: list[tuple[str, str]]
    scopes: list[tuple[str, str]]
    kinds: list[tuple[str, str]]


def rules(asked: MemoryFilter, today: date) -> QuerySet[Silence]:
    """The rules of that filter, newest first, each with ``hits``, the cards that it silences now."""
    exact = {name: value for name, value in (("scope", asked.scope), ("kind", asked.kind)) if value}
    found = Silence.objects.filter(WHERE[asked.state](today), **exact)
    shown = found.select_related("conflict__story", "entry__editor", "lifted__editor", "lifted__answered_by")
    return shown.annotate(hits=Count("silenced")).order_by("-pk")


def choices() -> Choices:
    """Every scope, and the kinds that the memory has rules of."""
    kinds = Silence.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return Choices(
        states=[(state, str(words)) for state, words in STATES.items()],
        scopes=[(scope.value, translated(words)) for scope, words in SCOPES.items()],
        kinds=[(kind, translated(kind_label(kind))) for kind in kinds],
    )
