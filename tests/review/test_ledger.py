"""What editors made of each source's readings: from decisions that stand alone."""

import pytest

from factcheck.review.ledger import Decided, Tally, ledger
from factcheck.review.standing import Recorded, standing
from factcheck.types import Verdict
from tests.review.stories import NOW

# Reading 1 is that of sources 10 and 11, reading 2 that of source 12.
SOURCES = {1: frozenset({10, 11}), 2: frozenset({12})}


def act(pk: int, verdict: str, **more: object) -> Recorded:
    return Recorded(pk, Verdict(verdict), NOW, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([act(1, "approve", reading=1)], {10: (1, 0), 11: (1, 0), 12: (0, 1)}),
        ([act(1, "reject", reading=2)], {12: (0, 1)}),
        ([act(1, "none")], {10: (0, 1), 11: (0, 1), 12: (0, 1)}),
        ([act(1, "replace", replacement="Han")], {10: (0, 1), 11: (0, 1), 12: (0, 1)}),
        ([act(1, "dismiss")], {}),
        ([act(1, "unsure")], {}),
        ([act(1, "annotate", note="see", reading=2)], {}),
        ([act(1, "approve", reading=1), act(2, "undo", undoes=1)], {}),
        ([act(1, "approve", reading=1), act(2, "approve", reading=2)], {10: (0, 1), 11: (0, 1), 12: (1, 0)}),
        ([act(1, "approve", reading=1, also=(2,))], {10: (1, 0), 11: (1, 0), 12: (1, 0)}),
        (
            [act(1, "approve", reading=1, also=(2,)), act(2, "reject", reading=2)],
            {10: (1, 0), 11: (1, 0), 12: (0, 1)},
        ),
        ([], {}),
    ],
)
def test_one_point(acts: list[Recorded], expected: dict[int, tuple[int, int]]) -> None:
    found = ledger([Decided("figure", standing(acts), SOURCES)])
    assert found == {source: {"figure": Tally(*tally)} for source, tally in expected.items()}


def test_a_source_on_both_sides_was_right_once() -> None:
    both = {1: frozenset({10}), 2: frozenset({10})}
    assert ledger([Decided("date", standing([act(1, "approve", reading=1)]), both)]) == {10: {"date": Tally(1, 0)}}


def test_points_add_up_by_kind() -> None:
    points = [Decided(kind, standing([act(1, "approve", reading=1)]), SOURCES) for kind in ("figure", "figure", "date")]
    assert ledger(points)[12] == {"figure": Tally(0, 2), "date": Tally(0, 1)}
