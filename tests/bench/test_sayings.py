"""The quotations that the archive is measured with: the same for one seed, and changed by as many edits as asked."""

import pytest

from factcheck.collation.quotation_keys import keys
from factcheck.collation.words import normal
from tests.bench.sayings import LONGEST, STANDING_SHARE, edited, person, quotation, seeded


def test_a_seed_gives_the_same_quotations_and_people() -> None:
    one, same, other = ([(quotation(draw), person(draw)) for _ in range(50)] for draw in map(seeded, (1, 1, 2)))
    assert one == same
    assert one != other


def test_hardly_two_quotations_are_alike_and_most_can_be_found_again() -> None:
    draw = seeded()
    made = [quotation(draw) for _ in range(1000)]
    assert len(set(made)) > 1000 * (1 - 2 * STANDING_SHARE)
    assert sum(bool(keys(normal(one))) for one in made) > 800
    assert max(len(one.split()) for one in made) == LONGEST


@pytest.mark.parametrize("edits", [0, 1, 3])
def test_so_many_edits_change_no_more_words(edits: int) -> None:
    draw = seeded()
    for _ in range(100):
        text = quotation(draw)
        before, after = text.split(), edited(text, edits, draw).split()
        assert abs(len(before) - len(after)) <= edits
        assert len(set(before) - set(after)) <= edits
        assert edits or after == before
