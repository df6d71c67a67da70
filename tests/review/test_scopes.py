"""How far "never again" may reach."""

from dataclasses import replace
from datetime import date

import pytest

from factcheck.review.scopes import Asked, check, scopes
from factcheck.review.wording import CannotDecide
from factcheck.types import Scope

TODAY = date(2023, 9, 19)
STYLE = Asked(Scope.ALWAYS, kind="quote-marks", level="style", reason="House style.")


@pytest.mark.parametrize(
    ("kind", "level", "offered"),
    [
        ("quote-marks", "style", ["this card", "this story", "every story, always"]),
        ("translation", "discrepancy", ["this card", "this story", "every story, always"]),
        ("figure", "discrepancy", ["this card", "this story"]),
        ("name-spelling", "error", ["this card", "this story"]),
    ],
)
def test_what_a_card_offers(kind: str, level: str, offered: list[str]) -> None:
    assert [words for _, words in scopes(kind, level)] == offered


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            replace(STYLE, open=False),
            "Only an open card can be silenced, and this one was decided or silenced meanwhile.",
        ),
        (replace(STYLE, level="error"), "An error can be silenced on its card or in its story, but not always."),
        (
            replace(STYLE, kind="figure", level="discrepancy"),
            "What this says is known only within its story: silence it on its card or in its story.",
        ),
        (replace(STYLE, reason=""), "Say why: others will find this rule in the desk’s memory."),
        (replace(STYLE, scope=Scope.STORY, reason=""), "Say why: others will find this rule in the desk’s memory."),
        (replace(STYLE, reason="x" * 4001), "The reason is too long: at most 4,000 characters."),
        (
            replace(STYLE, expires_on=date(2023, 9, 18)),
            "The last day of the rule is over already. Choose today or a later day.",
        ),
    ],
)
def test_what_is_refused(asked: Asked, sentence: str) -> None:
    with pytest.raises(CannotDecide) as refusal:
        check(asked, TODAY)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    "asked",
    [
        STYLE,
        replace(STYLE, expires_on=TODAY),
        replace(STYLE, scope=Scope.CARD, reason=""),
        replace(STYLE, scope=Scope.STORY, level="error"),
        replace(STYLE, scope=Scope.STORY, kind="figure"),
    ],
)
def test_what_is_taken(asked: Asked) -> None:
    check(asked, TODAY)
