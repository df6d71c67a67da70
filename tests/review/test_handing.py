"""Handing a card on: to a colleague, to the chief, back to everybody."""

import pytest

from factcheck.models import Conflict, Entry
from factcheck.review.card import CardHandover
from factcheck.review.handing import hand
from factcheck.review.queue import WHOSE, card, handed, queue
from factcheck.review.wording import CannotDecide
from tests.review.conftest import Desk
from tests.review.stories import NOW


def test_a_card_says_whose_it_is(desk: Desk) -> None:
    assert card(desk.conflict.pk).handover is None
    hand(desk.conflict, editor=desk.ada, to=desk.ben, note=" You know him. ", now=NOW)
    assert card(desk.conflict.pk).handover == CardHandover(desk.ben.pk, "Ben", False, "Ada", "You know him.")
    hand(desk.conflict, editor=desk.ben, escalated=True, now=NOW)
    assert card(desk.conflict.pk).handover == CardHandover(None, "", True, "Ben", "")
    hand(desk.conflict, editor=desk.ben, to=desk.ben, now=NOW)
    hand(desk.conflict, editor=desk.ben, now=NOW)
    assert card(desk.conflict.pk).handover is None
    assert [entry.told for entry in Entry.objects.order_by("pk")] == [
        "gave this card to Ben",
        "asked the chief to decide",
        "took this card",
        "gave this card back to everybody",
    ]


def test_the_queue_by_whose_it_is(desk: Desk) -> None:
    hand(desk.conflict, editor=desk.ada, to=desk.ben, now=NOW)
    for editor, mine in ((desk.ada, 0), (desk.ben, 1)):
        assert handed(desk.story, editor) == {"mine": mine, "chief": 0}
        assert len(queue(desk.story, whose=WHOSE["mine"](editor))) == mine
    hand(desk.conflict, editor=desk.ada, escalated=True, now=NOW)
    assert handed(desk.story, desk.ben) == {"mine": 0, "chief": 1}
    assert [one.pk for one in queue(desk.story, whose=WHOSE["chief"](desk.ben))] == [desk.conflict.pk]


@pytest.mark.parametrize(
    ("state", "note", "sentence"),
    [
        ("withdrawn", "", "This point is no longer found in the copy, so there is nothing to hand on."),
        ("open", "x" * 4001, "The note is too long: at most 4,000 characters."),
    ],
)
def test_what_is_refused(state: str, note: str, sentence: str, desk: Desk) -> None:
    Conflict.objects.update(state=state)
    with pytest.raises(CannotDecide) as refusal:
        hand(desk.conflict, editor=desk.ada, to=desk.ben, note=note, now=NOW)
    assert (str(refusal.value), Entry.objects.count()) == (sentence, 0)
