"""Approving several readings of one conflict: one act, that is told, taken back and done again as one."""

import pytest
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Conflict, Decision, Entry
from factcheck.review.bulk import Asked, Way, carry_out, plan
from factcheck.review.history import redo_last, undo_last
from factcheck.review.queue import card, queue
from factcheck.review.service import CannotDecide, Stale, decide, undo
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict, an_article

WORDS = ("a useful talk", "a helpful talk", "a fruitful talk")


def three(desk: Desk, key: str = "talk", **fields: object) -> Conflict:
    """A conflict of three readings, each in a report of its own."""
    readings = {
        words: [an_article(desk.story, f"Agency {key} {number}", f"Talks\nHe called it {words}.")]
        for number, words in enumerate(WORDS)
    }
    return a_conflict(desk.story, readings, suggested=WORDS[0], key=key, kind="translation", **fields)


def approve(desk: Desk, conflict: Conflict, *places: int, **fields: object) -> Decision:
    """Ada lets the readings at these places stand."""
    readings = list(conflict.readings.all())
    first, *others = [readings[place] for place in places]
    acted = {"editor": desk.ada, "verdict": Verdict.APPROVE, "reading": first, "now": NOW, **fields}
    return decide(conflict, also=[reading.pk for reading in others], **acted).decision  # type: ignore[arg-type]


def stands(conflict: Conflict) -> tuple[str, str, list[int], list[int]]:
    """What the card says: its state, who settled it how, and the keys of the readings approved and rejected."""
    shown = card(conflict.pk)
    approved = [reading.number for reading in shown.readings if reading.approved]
    rejected = [reading.number for reading in shown.readings if reading.rejected]
    return shown.state, f"{shown.settled_by} {shown.settled_words}".strip(), approved, rejected


def test_one_act_is_kept_and_told_as_one(desk: Desk) -> None:
    conflict = three(desk)
    first, _, third = conflict.readings.all()
    act = approve(desk, conflict, 0, 2)
    assert list(Decision.objects.values_list("verdict", "reading", "also")) == [("approve", first.pk, [third.pk])]
    told = "approved “a useful talk” and “a fruitful talk”"
    assert (act.entry, Entry.objects.get().told) == (Entry.objects.get(), told)
    assert stands(conflict) == ("settled", f"Ada {told}", [1, 3], [])


def test_a_reading_that_is_named_twice_counts_once(desk: Desk) -> None:
    conflict = three(desk)
    approve(desk, conflict, 0, 0, 1, 1)
    assert Decision.objects.get().also == [conflict.readings.all()[1].pk]


def test_a_double_click_records_once_and_other_readings_are_another_act(desk: Desk) -> None:
    conflict = three(desk)
    assert approve(desk, conflict, 0, 1) == approve(desk, conflict, 0, 1)
    assert approve(desk, conflict, 0, 2) != approve(desk, conflict, 0)
    assert Decision.objects.count() == 3


def test_only_an_approval_names_several(desk: Desk) -> None:
    conflict = three(desk)
    approve(desk, conflict, 0, 1, verdict=Verdict.REJECT)
    assert (Decision.objects.get().also, stands(conflict)) == ([], ("open", "", [], [1]))


@pytest.mark.parametrize("also", ["other", "unknown"])
def test_readings_of_another_conflict_are_refused(desk: Desk, also: str) -> None:
    conflict = three(desk)
    pk = {"other": desk.right.pk, "unknown": 10**6}[also]
    with pytest.raises(CannotDecide, match=r"^That reading belongs to another conflict\.$"):
        decide(
            conflict,
            editor=desk.ada,
            verdict=Verdict.APPROVE,
            reading=conflict.readings.all()[0],
            also=[pk],
            now=NOW,
        )
    assert not Decision.objects.exists()


def test_what_others_decided_meanwhile_refuses_it(desk: Desk) -> None:
    conflict = three(desk)
    theirs = approve(desk, conflict, 1, editor=desk.ben)
    with pytest.raises(Stale) as refusal:
        approve(desk, conflict, 0, 1, seen=0)
    assert (refusal.value.missed, stands(conflict)[2]) == ((theirs,), [2])
    approve(desk, conflict, 0, 1, seen=theirs.pk)
    assert stands(conflict)[2] == [1, 2]


def test_rejecting_takes_one_out_and_rejecting_the_last_opens_the_card(desk: Desk) -> None:
    conflict = three(desk)
    first, second, _ = conflict.readings.all()
    approve(desk, conflict, 0, 1)
    seen = []
    for reading in (first, second):
        decide(conflict, editor=desk.ben, verdict=Verdict.REJECT, reading=reading, now=NOW)
        seen.append(stands(conflict))
    assert seen == [
        ("settled", "Ada approved “a helpful talk”", [2], [1]),
        ("open", "", [], [1, 2]),
    ]
    undo(conflict, editor=desk.ben, now=NOW)
    undo(conflict, editor=desk.ben, now=NOW)
    told = "Ada approved “a useful talk” and “a helpful talk”"
    assert stands(conflict) == ("settled", told, [1, 2], [])


def test_it_is_taken_back_and_done_again_as_one(desk: Desk) -> None:
    conflict = three(desk)
    approve(desk, conflict, 0, 2)
    told = "approved “a useful talk” and “a fruitful talk”"
    for _ in range(2):
        assert undo_last(desk.story, editor=desk.ada, now=NOW).told == f"took back: {told}"
        assert stands(conflict) == ("open", "", [], [])
        assert redo_last(desk.story, editor=desk.ada, now=NOW).told == f"did again: {told}"
        assert stands(conflict) == ("settled", f"Ada {told}", [1, 3], [])


def test_a_batch_approves_the_suggestion_alone(desk: Desk) -> None:
    conflict = three(desk)
    asked = Asked(Way.APPROVE, kind="translation")
    carry_out(desk.story, asked, [one.token for one in plan(desk.story, asked)], editor=desk.ada, now=NOW)
    assert stands(conflict) == ("settled", "Ada approved “a useful talk”", [1], [])
    undo_last(desk.story, editor=desk.ada, now=NOW)
    [all_of_them] = plan(desk.story, Asked(Way.DISMISS, kind="translation"))
    assert all_of_them.words == "let “a useful talk”, “a helpful talk” and “a fruitful talk” stand"


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    desk: Desk, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        approve(desk, three(desk, f"talk-{place}"), 0, 1, 2)
    with django_assert_num_queries(5):
        shown = queue(desk.story, state="decided")
    assert [len([one for one in row.readings if one.approved]) for row in shown] == [3] * number


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("translation", 1, False),
        ("translation", 2, False),
        ("translation", 3, True),
        ("figure", 4, True),
        # There a reading that is approved is a report that is left out.
        ("other-event", 3, False),
    ],
)
def test_where_several_may_be_ticked(desk: Desk, kind: str, number: int, expected: bool) -> None:
    conflict = a_conflict(desk.story, {f"word {place}": () for place in range(number)}, kind=kind)
    assert card(conflict.pk).several is expected
