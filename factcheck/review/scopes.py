"""How far a rule of "never again" may reach, and the sentences that refuse one. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.phrase import Phrase
from factcheck.review.wording import NOTE_LIMIT, CannotDecide
from factcheck.types import ConflictKind, Level, Scope

SCOPES: Mapping[Scope, Phrase] = {
    Scope.CARD: Phrase("this card"),
    Scope.STORY: Phrase("this story"),
    Scope.ALWAYS: Phrase("every story, always"),
}
# What these say means something only within its story: "five" and "six" are not two ways to write one thing.
KNOWN_BY_STORY = frozenset({
    ConflictKind.FIGURE, ConflictKind.DATE, ConflictKind.PLACE, ConflictKind.ATTRIBUTION, ConflictKind.SETTING,
    ConflictKind.INCONSISTENCY, ConflictKind.OTHER_EVENT, ConflictKind.PROVENANCE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule as an editor asks for it, with what is known about the card."""

    scope: Scope
    kind: str
    level: str
    open: bool = True
    reason: str = ""
    expires_on: date | None = None


def everywhere(kind: str, level: str) -> bool:
    """Whether a difference of this kind and level may be silenced in every story."""
    return level != Level.ERROR and kind not in KNOWN_BY_STORY


def scopes(kind: str, level: str) -> list[tuple[Scope, Phrase]]:
    """The scopes that a card offers, with their words."""
    return [(scope, words) for scope, words in SCOPES.items() if scope is not Scope.ALWAYS or everywhere(kind, level)]


CHECKS: tuple[tuple[Callable[[Asked, date], bool], Phrase], ...] = (
    (
        lambda asked, _: not asked.open,
        Phrase("Only an open card can be silenced, and this one was decided or silenced meanwhile."),
    ),
    (
        lambda asked, _: asked.scope is Scope.ALWAYS and asked.level == Level.ERROR,
        Phrase("An error can be silenced on its card or in its story, but not always."),
    ),
    (
        lambda asked, _: asked.scope is Scope.ALWAYS and not everywhere(asked.kind, asked.level),
        Phrase("What this says is known only within its story: silence it on its card or in its story."),
    ),
    (
        lambda asked, _: asked.scope is not Scope.CARD and not asked.reason,
        Phrase("Say why: others will find this rule in the desk’s memory."),
    ),
    (
        lambda asked, _: len(asked.reason) > NOTE_LIMIT,
        Phrase("The reason is too long: at most {number:,} characters.", number=NOTE_LIMIT),
    ),
    (
        lambda asked, today: asked.expires_on is not None and asked.expires_on < today,
        Phrase("The last day of the rule is over already. Choose today or a later day."),
    ),
)


def check(asked: Asked, today: date) -> None:
    """Raise ``CannotDecide`` with the first sentence that applies."""
    for fails, sentence in CHECKS:
        if fails(asked, today):
            raise CannotDecide(sentence)
