"""Which paragraphs of two reports belong together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.beside import paired

FIRE = "The warehouse fire killed 14 people at Port Alder harbour."
BLAZE = "A fire in a warehouse at the harbour of Port Alder killed 41."
QUOTE = "“Nobody under the roof had a chance,” the fire chief said."
WEATHER = "Ferries ran late because of fog."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([FIRE, QUOTE], [BLAZE, WEATHER, QUOTE], [(0, 0), (1, 2)]),
        ([FIRE, QUOTE], [QUOTE, WEATHER], [(1, 0)]),
        ([WEATHER], [QUOTE], []),
        # A page scrolls one way: what stands in another order is paired as far as it goes on.
        ([FIRE, QUOTE, WEATHER], [QUOTE, WEATHER, BLAZE], [(1, 0), (2, 1)]),
        ([], [QUOTE], []),
        (["", FIRE], ["", FIRE], [(1, 1)]),
    ],
)
def test_pairs(left: list[str], right: list[str], expected: list[tuple[int, int]]) -> None:
    assert paired(left, right) == expected


PARAGRAPHS = st.lists(st.sampled_from([FIRE, BLAZE, QUOTE, WEATHER, ""]), max_size=8)


@given(PARAGRAPHS, PARAGRAPHS)
def test_pairs_rise_on_both_sides(left: list[str], right: list[str]) -> None:
    pairs = paired(left, right)
    assert pairs == sorted(pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
