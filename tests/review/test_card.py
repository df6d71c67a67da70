"""The words of a card: what its buttons say and what is told about acts."""

import pytest

from factcheck.models import Conflict
from factcheck.review.queue import card
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict


def slip(desk: Desk, **fields: object) -> Conflict:
    """A conflict with one reading: what one article prints."""
    return a_conflict(
        desk.story, {"the envoy": desk.articles[:1]}, **{"kind": "grammar", "suggested": "an envoy", **fields}
    )


@pytest.mark.parametrize(
    ("fields", "approve", "offer", "told"),
    [
        ({}, "Let it stand", "Approve “an envoy”", "let “the envoy” stand"),
        ({"suggested": ""}, "Let it stand", "Take out “the envoy”", "let “the envoy” stand"),
        ({"suggested": None}, "Let it stand", None, "let “the envoy” stand"),
        (
            {"kind": "other-event", "suggested": None, "level": "info"},
            "Leave this report out",
            None,
            "left this report out",
        ),
    ],
)
def test_approving_what_one_article_prints(
    desk: Desk, fields: dict[str, object], approve: str, offer: str | None, told: str
) -> None:
    conflict = slip(desk, **fields)
    decide(conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=conflict.readings.get(), now=NOW)
    shown = card(conflict.pk)
    assert (shown.approve_label, shown.offer and shown.offer.label, shown.settled_words) == (approve, offer, told)


@pytest.mark.parametrize(
    ("suggested", "value", "told"),
    [
        ("an envoy", "an envoy", "approved “an envoy”"),
        ("an envoy", "a diplomat", "typed “a diplomat”"),
        ("", "", "took the words out"),
    ],
)
def test_a_value_in_place_of_what_is_printed(desk: Desk, suggested: str, value: str, told: str) -> None:
    conflict = slip(desk, suggested=suggested)
    decide(conflict, editor=desk.ada, verdict=Verdict.REPLACE, replacement=value, now=NOW)
    assert (card(conflict.pk).settled_words, card(conflict.pk).own_value) == (told, value)


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict.NONE, "found no reading right"),
        (Verdict.UNSURE, "could not tell"),
        (Verdict.DISMISS, "found no conflict here"),
    ],
)
def test_decisions_without_a_reading(desk: Desk, verdict: Verdict, told: str) -> None:
    decide(desk.conflict, editor=desk.ben, verdict=verdict, note="Ask the ministry.", now=NOW)
    shown = card(desk.conflict.pk)
    assert (shown.settled_by, shown.settled_words, shown.notes[0].text) == ("Ben", told, "Ask the ministry.")


def test_a_long_reading_is_cut_on_the_buttons(desk: Desk) -> None:
    conflict = slip(desk, suggested="word " * 40)
    offer = card(conflict.pk).offer
    assert offer is not None
    assert (len(offer.label), offer.label[-2:], offer.replacement) == (
        len("Approve “") + 60 + len("”"),
        "…”",
        "word " * 40,
    )
