"""The slips that are put into right text."""

import random

import pytest

from training.encoder.data import Tagging
from training.slips.misprints import RIGHT, WRONG, Chances, misprinted

TEXT = "The council of Aldby said the country lost 40 houses to USA storms because of it ."
WORDS = TEXT.split(" ")
ALWAYS = Chances(misprint=1.0)


def _misprinted(chances: Chances, seed: int = 1) -> Tagging:
    return misprinted(WORDS, chances, random.Random(seed))  # noqa: S311 - not secret, only the same each time


def test_without_chance_nothing_is_wrong() -> None:
    assert _misprinted(Chances(misprint=0.0)) == Tagging(WORDS, [RIGHT] * len(WORDS))


def test_a_word_is_wrong_where_another_is_printed() -> None:
    made = _misprinted(ALWAYS)
    assert [tag == WRONG for tag in made.tags] == [one != other for one, other in zip(WORDS, made.words, strict=True)]
    assert sum(made.tags) >= 9


@pytest.mark.parametrize("word", ["Aldby", "40", "USA", "."])
def test_what_is_no_plain_word_stays(word: str) -> None:
    at = WORDS.index(word)
    assert {_misprinted(ALWAYS, seed).words[at] for seed in range(20)} == {word}


def test_a_capital_stays_a_capital() -> None:
    assert all(_misprinted(ALWAYS, seed).words[0][0].isupper() for seed in range(20))


def test_the_same_seed_misprints_alike() -> None:
    assert _misprinted(ALWAYS) == _misprinted(ALWAYS)
    assert _misprinted(ALWAYS) != _misprinted(ALWAYS, seed=2)
