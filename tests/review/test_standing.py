"""What stands after a list of decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.standing import Recorded, standing
from factcheck.types import Verdict
from tests.review.stories import NOW

VERDICTS = {
    "approve": Verdict.APPROVE,
    "reject": Verdict.REJECT,
    "type": Verdict.REPLACE,
    "none": Verdict.NONE,
    "unsure": Verdict.UNSURE,
    "dismiss": Verdict.DISMISS,
    "note": Verdict.ANNOTATE,
    "undo": Verdict.UNDO,
}


def acts(line: str) -> list[Recorded]:
    """Decisions numbered from 1: readings follow approve, one follows reject and note, a decision follows undo."""
    made = []
    for pk, words in enumerate(filter(None, line.split(", ")), start=1):
        name, *numbers = words.split()
        verdict = VERDICTS[name]
        target, *also = [int(number) for number in numbers] or [None]
        undoes, reading = (target, None) if verdict is Verdict.UNDO else (None, target)
        note = "A note." if verdict is Verdict.ANNOTATE else ""
        made.append(
            Recorded(pk, verdict, NOW, reading, "own" if name == "type" else "", note, undoes=undoes, also=tuple(also))
        )
    return made


@pytest.mark.parametrize(
    ("line", "state", "settled", "approved", "rejected", "newest"),
    [
        ("", "open", None, (), (), None),
        ("approve 7", "settled", 1, (7,), (), 1),
        ("approve 7, approve 8", "settled", 2, (8,), (), 2),
        ("approve 7, undo 1", "open", None, (), (), None),
        ("approve 7, approve 8, undo 2", "settled", 1, (7,), (), 1),
        ("approve 7, approve 8, undo 2, undo 1", "open", None, (), (), None),
        ("approve 7, undo 1, undo 2", "settled", 1, (7,), (), 1),
        ("reject 7", "open", None, (), (7,), 1),
        ("reject 7, reject 8", "open", None, (), (7, 8), 2),
        ("reject 7, undo 1", "open", None, (), (), None),
        ("reject 7, approve 7", "settled", 2, (7,), (), 2),
        ("approve 7, reject 7", "open", None, (), (7,), 2),
        ("approve 7, reject 8", "settled", 1, (7,), (8,), 2),
        ("approve 7, reject 7, undo 2", "settled", 1, (7,), (), 1),
        ("approve 7, unsure", "unsure", 2, (), (), 2),
        ("unsure, approve 7", "settled", 2, (7,), (), 2),
        ("dismiss", "dismissed", 1, (), (), 1),
        ("none", "settled", 1, (), (), 1),
        ("type", "settled", 1, (), (), 1),
        ("type, note 7", "settled", 1, (), (), 2),
        ("note", "open", None, (), (), 1),
        ("approve 7, note 7, undo 2", "settled", 1, (7,), (), 1),
        ("approve 7 8", "settled", 1, (7, 8), (), 1),
        ("approve 7 8, undo 1", "open", None, (), (), None),
        ("approve 7 8, undo 1, undo 2", "settled", 1, (7, 8), (), 1),
        ("approve 7 8, approve 9", "settled", 2, (9,), (), 2),
        ("approve 9, approve 7 8, undo 2", "settled", 1, (9,), (), 1),
        ("approve 7 8, reject 8", "settled", 1, (7,), (8,), 2),
        ("approve 7 8, reject 7", "settled", 1, (8,), (7,), 2),
        ("approve 7 8 9, reject 8", "settled", 1, (7, 9), (8,), 2),
        ("approve 7 8, reject 9", "settled", 1, (7, 8), (9,), 2),
        ("approve 7 8, reject 8, undo 2", "settled", 1, (7, 8), (), 1),
        ("approve 7 8, reject 8, reject 7", "open", None, (), (8, 7), 3),
        ("approve 7 8, reject 8, reject 7, undo 3", "settled", 1, (7,), (8,), 2),
        ("reject 7, reject 8, reject 9, approve 7 8", "settled", 4, (7, 8), (9,), 4),
        ("approve 7 8, dismiss", "dismissed", 2, (), (), 2),
        ("approve 7 8, type", "settled", 2, (), (), 2),
    ],
)
def test_what_stands(
    line: str, state: str, settled: int | None, approved: tuple, rejected: tuple, newest: int | None
) -> None:
    result = standing(acts(line))
    found = (
        result.state,
        result.settled and result.settled.pk,
        result.approved,
        result.rejected,
        result.newest and result.newest.pk,
    )
    assert found == (state, settled, approved, rejected, newest)


def test_own_value_notes_and_the_newest_of_all() -> None:
    result = standing(acts("note 7, type, note, undo 3"))
    assert (result.replacement, [note.pk for note in result.notes], result.undone, result.last) == (
        "own", [1], frozenset({3}), 4,
    )  # fmt: skip
    assert standing([]).replacement is None


@given(st.permutations(acts("approve 7, reject 8, undo 2, note 7, approve 8 7, reject 7, undo 5, undo 7")))
def test_the_order_of_the_rows_changes_nothing(shuffled: list[Recorded]) -> None:
    assert standing(shuffled) == standing(sorted(shuffled, key=lambda act: act.pk))
