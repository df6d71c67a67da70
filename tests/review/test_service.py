"""Recording decisions: what is refused, what two editors see of each other, and that no act is lost."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from factcheck.models import Conflict, Decision
from factcheck.review.service import Act, CannotDecide, Stale, decide, undo
from factcheck.types import Verdict
from tests.review.conftest import Desk, a_desk
from tests.review.stories import NOW, a_conflict


def state(desk: Desk) -> str:
    return Conflict.objects.get(pk=desk.conflict.pk).state


def test_an_act_is_kept_with_author_and_time_and_settles(desk: Desk) -> None:
    act = decide(
        desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, note=" Checked.\r\n", now=NOW
    )
    stored = Decision.objects.get()
    assert (stored.verdict, stored.reading, stored.editor, stored.made_at, stored.note) == (
        "approve", desk.right, desk.ada, NOW, "Checked.",
    )  # fmt: skip
    assert (act.decision, act.missed) == (stored, ())
    assert (state(desk), desk.conflict.state, desk.conflict.changed_at) == ("settled", "settled", NOW)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"verdict": Verdict.APPROVE}, "Choose the reading that you mean."),
        ({"verdict": Verdict.REJECT}, "Choose the reading that you mean."),
        ({"verdict": Verdict.REPLACE}, "Type the words that should stand."),
        ({"verdict": Verdict.REPLACE, "replacement": " \x00\u202e "}, "Type the words that should stand."),
        (
            {"verdict": Verdict.REPLACE, "replacement": "x" * 2001},
            "Your own value is too long: at most 2,000 characters.",
        ),
        ({"verdict": Verdict.ANNOTATE}, "Write the note first."),
        ({"verdict": Verdict.UNSURE, "note": "x" * 4001}, "The note is too long: at most 4,000 characters."),
        ({"verdict": Verdict.UNDO}, "Use undo to take a decision back."),
    ],
)
def test_what_cannot_be_recorded(desk: Desk, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CannotDecide) as refusal:
        decide(desk.conflict, editor=desk.ada, now=NOW, **fields)
    assert (str(refusal.value), Decision.objects.count(), state(desk)) == (sentence, 0, "open")


def test_a_reading_of_another_conflict_is_refused(desk: Desk) -> None:
    other = a_conflict(desk.story, {"met": desk.articles}, key="other").readings.get()
    with pytest.raises(CannotDecide, match=r"^That reading belongs to another conflict\.$"):
        decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=other, now=NOW)


@pytest.mark.parametrize("act", [decide, undo])
def test_a_withdrawn_conflict_is_closed(desk: Desk, act: Callable) -> None:
    fields = {"verdict": Verdict.UNSURE} if act is decide else {}
    Conflict.objects.update(state="withdrawn")
    with pytest.raises(CannotDecide, match=r"^This point is no longer found in the copy"):
        act(desk.conflict, editor=desk.ada, now=NOW, **fields)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Orbán Velt ", "Orbán Velt"),
        ("a\x00b\x1b\u202ec\ufeff", "abc"),
        ("two\r\nlines\rhere", "two\nlines\nhere"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("x" * 2000, "x" * 2000),
    ],
)
def test_own_values_are_cleaned(desk: Desk, typed: str, stored: str) -> None:
    act = decide(desk.conflict, editor=desk.ada, verdict=Verdict.REPLACE, replacement=typed, now=NOW)
    assert act.decision.replacement == stored


def test_words_may_go_only_where_that_is_suggested(desk: Desk) -> None:
    conflict = a_conflict(desk.story, {"met": desk.articles[:1]}, suggested="", key="gone")
    act = decide(conflict, editor=desk.ada, verdict=Verdict.REPLACE, replacement="", now=NOW)
    assert (act.decision.replacement, conflict.state) == ("", "settled")


def test_the_second_editor_sees_what_the_first_recorded(desk: Desk) -> None:
    first = decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    with pytest.raises(Stale, match=r"^Not recorded: this card was decided meanwhile") as refusal:
        decide(desk.conflict, editor=desk.ben, verdict=Verdict.APPROVE, reading=desk.wrong, seen=0, now=NOW)
    assert (refusal.value.missed, Decision.objects.count(), state(desk)) == ((first.decision,), 1, "settled")
    seen = first.decision.pk
    second = decide(desk.conflict, editor=desk.ben, verdict=Verdict.UNSURE, seen=seen, now=NOW)
    third = decide(desk.conflict, editor=desk.ada, verdict=Verdict.ANNOTATE, note="Ask.", seen=seen, now=NOW)
    fourth = decide(desk.conflict, editor=desk.ben, verdict=Verdict.DISMISS, seen=second.decision.pk, now=NOW)
    assert [act.missed for act in (second, third, fourth)] == [(), (second.decision,), (third.decision,)]
    assert (Decision.objects.count(), state(desk)) == (4, "dismissed")


def test_a_double_click_records_once(desk: Desk) -> None:
    acts = [
        decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW) for _ in range(2)
    ]
    assert (acts[0].decision, acts[1].missed, Decision.objects.count()) == (acts[1].decision, (), 1)
    assert undo(desk.conflict, editor=desk.ada, now=NOW) is not None
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    assert (Decision.objects.count(), state(desk)) == (3, "settled")


def test_undo_takes_back_one_after_the_other(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.wrong, now=NOW)
    states = []
    for _ in range(3):
        act = undo(desk.conflict, editor=desk.ben, now=NOW)
        states.append((state(desk), act is not None))
    assert states == [("settled", True), ("open", True), ("open", False)]
    assert Decision.objects.count() == 4


def test_a_stale_undo_takes_back_what_its_page_showed(desk: Desk) -> None:
    shown = decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.wrong, now=NOW).decision
    later = decide(desk.conflict, editor=desk.ben, verdict=Verdict.APPROVE, reading=desk.right, now=NOW).decision
    act = undo(desk.conflict, editor=desk.ada, seen=shown.pk, now=NOW)
    assert act is not None
    assert (act.decision.undoes, act.missed, state(desk)) == (shown, (later,), "settled")


def test_undoing_twice_from_one_page_takes_back_once(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.REJECT, reading=desk.wrong, now=NOW)
    shown = decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW).decision
    first = undo(desk.conflict, editor=desk.ada, seen=shown.pk, now=NOW)
    second = undo(desk.conflict, editor=desk.ben, seen=shown.pk, now=NOW)
    assert first is not None
    assert second == Act(first.decision, (first.decision,))
    assert Decision.objects.count() == 3


def together(*acts: Callable[[], Act | None]) -> list[Any]:
    """What became of the acts at one moment, each on its own connection; a fault of any of them fails the test."""
    barrier = threading.Barrier(len(acts))
    done: list[Any] = []

    def press(act: Callable[[], Act | None]) -> None:
        try:
            barrier.wait()
            done.append(act())
        except Exception as fault:
            done.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [act for act in done if not isinstance(act, Act | Stale)] == []
    return done


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_the_same_moment_the_second_is_told() -> None:
    cast = a_desk()
    done = together(
        lambda: decide(cast.conflict, editor=cast.ada, verdict=Verdict.APPROVE, reading=cast.right, seen=0, now=NOW),
        lambda: decide(cast.conflict, editor=cast.ben, verdict=Verdict.DISMISS, seen=0, now=NOW),
    )
    [act] = [one for one in done if isinstance(one, Act)]
    [refusal] = [one for one in done if isinstance(one, Stale)]
    assert refusal.missed == (act.decision,)
    expected = {"approve": "settled", "dismiss": "dismissed"}[act.decision.verdict]
    assert (Decision.objects.count(), state(cast)) == (1, expected)


@pytest.mark.django_db(transaction=True)
def test_four_undos_at_the_same_moment_take_back_one_decision() -> None:
    cast = a_desk()
    shown = decide(cast.conflict, editor=cast.ada, verdict=Verdict.APPROVE, reading=cast.right, now=NOW).decision
    acts = together(*[lambda: undo(cast.conflict, editor=cast.ben, seen=shown.pk, now=NOW)] * 4)
    assert len({act.decision.pk for act in acts}) == 1
    assert (Decision.objects.count(), state(cast)) == (2, "open")
