import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.encoder.viterbi import Tagged, begin, decode, entities, inside

LABELS = ("ORG", "PERSON")
OUTSIDE, BEGIN_ORG, BEGIN_PERSON, INSIDE_ORG, INSIDE_PERSON = range(5)


def _allowed(tags: tuple[int, ...]) -> bool:
    return all(tag <= 2 or before in (tag, tag - 2) for before, tag in itertools.pairwise((OUTSIDE, *tags)))


def test_numbers_of_tags() -> None:
    assert [begin(0), begin(1), inside(0, 2), inside(1, 2)] == [BEGIN_ORG, BEGIN_PERSON, INSIDE_ORG, INSIDE_PERSON]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], []),
        ([[0, 0, 0, 9, 0]], [OUTSIDE]),
        ([[0, 1, 0, 9, 0]], [BEGIN_ORG]),
        ([[0, 5, 4, 0, 0], [0, 0, 0, 0, 9]], [BEGIN_PERSON, INSIDE_PERSON]),
        ([[0, 5, 0, 0, 0], [4, 0, 0, 0, 5]], [BEGIN_ORG, OUTSIDE]),
        ([[0, 5, 0, 0, 0], [0, 0, 0, 5, 0], [0, 0, 0, 5, 0]], [BEGIN_ORG, INSIDE_ORG, INSIDE_ORG]),
    ],
)
def test_inside_needs_its_begin(scores: list[list[float]], expected: list[int]) -> None:
    assert decode(np.array(scores, np.float32).reshape(-1, 5)) == expected


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_allowed_tags_score_higher(scores: list[list[int]]) -> None:
    def total(tags: tuple[int, ...]) -> int:
        return sum(row[tag] for row, tag in zip(scores, tags, strict=True))

    found = tuple(decode(np.array(scores, np.float32)))
    assert _allowed(found)
    assert total(found) == max(
        total(tags) for tags in itertools.product(range(5), repeat=len(scores)) if _allowed(tags)
    )


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([OUTSIDE, BEGIN_ORG, INSIDE_ORG, OUTSIDE], [Tagged(1, 3, "ORG")]),
        ([BEGIN_ORG, BEGIN_ORG], [Tagged(0, 1, "ORG"), Tagged(1, 2, "ORG")]),
        ([BEGIN_PERSON, INSIDE_PERSON], [Tagged(0, 2, "PERSON")]),
    ],
)
def test_entities_of_tags(tags: list[int], expected: list[Tagged]) -> None:
    assert entities(tags, LABELS) == expected
