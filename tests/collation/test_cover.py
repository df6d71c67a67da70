"""What stretches of a text hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.collation.cover import Cover
from factcheck.types import Segment, SegmentKind

stretches = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=8)


def cover(*spans: tuple[int, int]) -> Cover:
    return Cover(Segment(SegmentKind.BODY, start, end) for start, end in spans)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(2, 4)], [2, 3]),
        ([(6, 8), (1, 3)], [1, 2, 6, 7]),
        ([(0, 6), (1, 2)], [0, 1, 2, 3, 4, 5]),
    ],
    ids=["nothing", "one", "two", "one within another"],
)
def test_what_is_held(spans: list[tuple[int, int]], expected: list[int]) -> None:
    assert [at for at in range(10) if cover(*spans).holds(at)] == expected


@given(stretches, st.integers(0, 45), st.integers(1, 10))
def test_meeting_is_meeting_any(spans: list[tuple[int, int]], start: int, size: int) -> None:
    end = start + size
    assert cover(*spans).meets(start, end) == any(low < end and start < high for low, high in spans)
