import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.encoder.chunks import cut


@pytest.mark.parametrize(
    ("lengths", "ends", "expected"),
    [
        ([], "", []),
        ([1, 1, 1], "--.", [(0, 3)]),
        ([1, 1, 1, 1, 1], "-.--.", [(0, 2), (2, 5)]),
        ([1, 1, 1, 1, 1, 1], "------", [(0, 4), (4, 6)]),
        ([1, 1, 1, 3, 1], ".--- ", [(0, 1), (1, 3), (3, 5)]),
        ([9, 1], "--", [(0, 1), (1, 2)]),
        ([0, 0, 4, 0], "----", [(0, 4)]),
    ],
)
def test_chunks_of_four_pieces(lengths: list[int], ends: str, expected: list[tuple[int, int]]) -> None:
    assert cut(lengths, [mark == "." for mark in ends], limit=4) == expected


@given(st.lists(st.tuples(st.integers(0, 16), st.booleans()), max_size=80))
def test_chunks_hold_every_word_once_and_fit(words: list[tuple[int, bool]]) -> None:
    ranges = cut([length for length, _ in words], [end for _, end in words], limit=20)
    assert [word for start, end in ranges for word in range(start, end)] == list(range(len(words)))
    assert all(sum(length for length, _ in words[start:end]) <= 20 for start, end in ranges)
