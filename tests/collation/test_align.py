"""Rows of words side by side."""

import pytest

from factcheck.collation.align import Block, Change, drawn_out, forms, project, regions


def split(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("dam held all night", "dam held all night", [[]]),
        ("dam held all night", "dam failed all night", [[Change(1, 2, 1, 2)]]),
        ("dam held all night", "dam held nearly all night", [[Change(2, 2, 2, 3)]]),
        # The other begins later, with words that stand twice: no gap.
        ("I am sorry and I am not proud", "I am not proud", [[]]),
        # Short runs of function words amid other words tell nothing.
        ("dam held of the bank", "walls gave way of the town", []),
        ("", "dam", []),
    ],
)
def test_regions(left: str, right: str, expected: list[list[Change]]) -> None:
    assert [region.changes for region in regions(split(left), split(right))] == expected


def test_far_apart_runs_are_two_regions() -> None:
    left = split("boats left harbour one two three four five six seven eight nine storm came late")
    right = split("boats left harbour storm came late")
    assert [region.bounds for region in regions(left, right)] == [Change(0, 3, 0, 3), Change(12, 15, 3, 6)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "I believe the mayor knows it well",
            "with respect I think the mayor knows it well",
            [Change(1, 2, 3, 4)],
        ),
        ("would raise the risk of floods", "that would clearly raise the risk of floods", [Change(1, 1, 2, 3)]),
        ("the town is safe now not tonight", "the town is safe tonight and always", [Change(4, 6, 4, 4)]),
        ("the town is not safe", "the town is safe and dry for good", [Change(3, 4, 3, 3)]),
        # Nothing equal follows the change, or both rows go on.
        ("walls hold the river back", "they think dams hold the river back", []),
        ("dam held", "the dam held", []),
    ],
)
def test_a_row_that_is_soon_over_goes_on(left: str, right: str, expected: list[Change]) -> None:
    one, other = split(left), split(right)
    (region,) = regions(one, other)
    assert drawn_out(region, one, other).changes == expected


def test_a_run_is_found_in_the_other_row() -> None:
    (region,) = regions(split("the old dam held all night"), split("an old strong dam held the whole night"))
    assert region.blocks == (Block(1, 1, 1), Block(2, 3, 2), Block(5, 7, 1))
    assert project(region, 2, 4) == (3, 5)
    assert project(region, 4, 5) == (5, 7)
    assert project(region, 5, 7, back=True) == (4, 5)


def test_forms_of_the_same_words_are_no_other_words() -> None:
    left, right = split("we manage floods"), split("we managed floods")
    assert forms(left, right, Change(1, 2, 1, 2))
    assert not forms(left, right, Change(1, 1, 1, 2))
