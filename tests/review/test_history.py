"""Undo and redo of whole acts: across pages, of batches, of rules and of cards handed on."""

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.models import Conflict, Decision, Entry, Silence
from factcheck.review.bulk import Asked, Way, carry_out, plan
from factcheck.review.handing import hand
from factcheck.review.history import answer, history, redo_last, undo_last
from factcheck.review.memory import restore, silence
from factcheck.review.queue import card
from factcheck.review.service import Stale, decide, undo
from factcheck.review.wording import CannotDecide
from factcheck.types import Scope, Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict


def state(desk: Desk) -> tuple[object, ...]:
    """What an editor sees of the card: its state, the reading that stands, whose it is."""
    shown = card(desk.conflict.pk)
    approved = [reading.text for reading in shown.readings if reading.approved]
    return shown.state, approved, shown.own_value, shown.handover.to if shown.handover else ""


def approve(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, note="Checked.", now=NOW)


def replace(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.REPLACE, replacement="Orbán Velt", now=NOW)


def silenced(desk: Desk) -> None:
    silence(desk.conflict, editor=desk.ada, scope=Scope.STORY, reason="Both are used.", now=NOW)


def handed(desk: Desk) -> None:
    hand(desk.conflict, editor=desk.ada, to=desk.ben, note="You know him.", now=NOW)


def in_bulk(desk: Desk) -> None:
    asked = Asked(Way.APPROVE, level="error")
    tokens = [one.token for one in plan(desk.story, asked)]
    carry_out(desk.story, asked, tokens, editor=desk.ada, now=NOW)


@pytest.mark.parametrize(
    ("act", "after", "words"),
    [
        (approve, ("settled", ["Orban Velt"], None, ""), "approved “Orban Velt”"),
        (replace, ("settled", [], "Orbán Velt", ""), "typed “Orbán Velt”"),
        (silenced, ("silenced", [], None, ""), "silenced “Orban Felt” / “Orban Velt” for this story"),
        (handed, ("open", [], None, "Ben"), "gave this card to Ben"),
        (in_bulk, ("settled", ["Orban Velt"], None, ""), "approved the suggestions of 1 card (Error)"),
    ],
)
def test_every_act_is_taken_back_and_done_again(
    act: Callable[[Desk], None], after: tuple[object, ...], words: str, desk: Desk
) -> None:
    before = state(desk)
    act(desk)
    assert state(desk) == after
    for _ in range(2):
        assert undo_last(desk.story, editor=desk.ada, now=NOW).told == f"took back: {words}"
        assert state(desk) == before
        assert redo_last(desk.story, editor=desk.ada, now=NOW).told == f"did again: {words}"
        assert state(desk) == after


def test_a_batch_is_one_undo(desk: Desk) -> None:
    others = [
        a_conflict(desk.story, {"met": desk.articles, "Velt": desk.articles[:1]}, suggested="met", key=f"k{number}")
        for number in range(2)
    ]
    in_bulk(desk)
    assert set(Conflict.objects.values_list("state", flat=True)) == {"settled"}
    undo(others[0], editor=desk.ben, now=NOW)
    undo_last(desk.story, editor=desk.ada, now=NOW)
    assert set(Conflict.objects.values_list("state", flat=True)) == {"open"}
    redo_last(desk.story, editor=desk.ada, now=NOW)
    # What a colleague took back by itself is not done again over their head.
    assert [Conflict.objects.get(pk=row.pk).state for row in (*others, desk.conflict)] == ["open", "settled", "settled"]


def test_nobody_takes_back_what_others_did(desk: Desk) -> None:
    approve(desk)
    for step, sentence in (
        (undo_last, "You have nothing to take back in this story."),
        (redo_last, "There is nothing to do again."),
    ):
        with pytest.raises(CannotDecide) as refusal:
            step(desk.story, editor=desk.ben, now=NOW)
        assert str(refusal.value) == sentence
    assert (state(desk)[0], Entry.objects.count()) == ("settled", 1)


def test_a_redo_is_refused_when_others_decided_meanwhile(desk: Desk) -> None:
    approve(desk)
    undo_last(desk.story, editor=desk.ada, now=NOW)
    decide(desk.conflict, editor=desk.ben, verdict=Verdict.UNSURE, now=NOW)
    with pytest.raises(Stale):
        redo_last(desk.story, editor=desk.ada, now=NOW)
    assert (state(desk)[0], Decision.objects.count(), Entry.objects.count()) == ("unsure", 3, 3)


def test_a_card_that_was_handed_on_again_stays_where_it_is(desk: Desk) -> None:
    handed(desk)
    hand(desk.conflict, editor=desk.ben, escalated=True, now=NOW)
    with pytest.raises(CannotDecide, match=r"^You have nothing to take back in this story\.$"):
        undo_last(desk.story, editor=desk.ada, now=NOW)
    shown = card(desk.conflict.pk).handover
    assert shown is not None
    assert shown.escalated


def test_what_others_took_back_is_passed_over(desk: Desk) -> None:
    handed(desk)
    silenced(desk)
    restore(Silence.objects.get(), editor=desk.ben, now=NOW)
    assert undo_last(desk.story, editor=desk.ada, now=NOW).told == "took back: gave this card to Ben"


def test_a_rule_that_was_restored_and_put_back_is_taken_back_after_that(desk: Desk) -> None:
    silenced(desk)
    restore(Silence.objects.get(), editor=desk.ada, now=NOW)
    states = []
    for step in (undo_last, undo_last, redo_last, redo_last, undo_last, undo_last):
        step(desk.story, editor=desk.ada, now=NOW)
        states.append(state(desk)[0])
    assert states == ["silenced", "open", "silenced", "open", "silenced", "open"]
    with pytest.raises(CannotDecide, match="nothing to take back"):
        undo_last(desk.story, editor=desk.ada, now=NOW)


def test_a_restored_rule_can_be_put_back_and_the_log_keeps_both(desk: Desk) -> None:
    silenced(desk)
    restored = restore(Silence.objects.get(), editor=desk.ben, now=NOW)
    answer(restored, editor=desk.ada, now=NOW)
    assert state(desk)[0] == "silenced"
    words = "“Orban Felt” / “Orban Velt” for this story"
    assert [entry.told for entry in Entry.objects.order_by("pk")] == [
        f"silenced {words}",
        f"restored {words}",
        f"took back: Ben restored {words}",
    ]
    assert [(rule.lifted_id, rule.entry_id) for rule in Silence.objects.order_by("pk")] == [
        (restored.pk, Entry.objects.order_by("pk")[0].pk),
        (None, Entry.objects.order_by("pk")[2].pk),
    ]


def test_an_act_is_answered_once(desk: Desk) -> None:
    approve(desk)
    entry = Entry.objects.get()
    answer(entry, editor=desk.ben, now=NOW)
    with pytest.raises(CannotDecide, match=r"^Nothing of that stands any more"):
        answer(entry, editor=desk.ada, now=NOW)


def test_the_undo_on_a_card_is_in_the_log_too(desk: Desk) -> None:
    approve(desk)
    undo(desk.conflict, editor=desk.ben, now=NOW)
    taken = Entry.objects.order_by("-pk")[0]
    assert (taken.told, taken.answers) == ("took back: Ada approved “Orban Velt”", Entry.objects.order_by("pk")[0])
    assert history(desk.story, desk.ada).undo is None
    assert history(desk.story, desk.ben).redo == taken


def test_the_line_takes_two_queries(desk: Desk, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        decide(desk.conflict, editor=desk.ada, verdict=Verdict.ANNOTATE, note="Seen.", now=NOW)
    with django_assert_num_queries(2):
        history(desk.story, desk.ada)
