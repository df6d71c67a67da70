"""Slips outside quotations: found between equal words of two reports, silent where the words are the reporter's own."""

import pytest

from factcheck.collation.real_word import compare
from tests.collation.copies import event, told

FOUND = [
    pytest.param(
        [
            "No letters were kept from her time as head of the water board of Aldby, the inquiry heard.",
            "The inquiry wants all that she wrote during her tie as head of the Aldby water board to be shown.",
        ],
        [("error", "tie | time", "time")],
        id="a flood: one against one, by what is commoner",
    ),
    pytest.param(
        [
            "Ravensby signed the keeper on a free transfer from Thornleigh, and he made his debut on Saturday.",
            "The keeper, who came on a free transfer from Thornleigh in June, saved two shots in the first half.",
            "A keeper who joined on a fret transfer from Thornleigh kept the side of Ravensby in the match.",
        ],
        [("error", "free | fret", "free")],
        id="a match: two against one",
    ),
    pytest.param(
        [
            "The party wants to lower the voting age in local elections to sixteen, its new leader said.",
            "Its leader told supporters that the party would lower the voting ago in local elections next year.",
        ],
        [("error", "age | ago", None)],
        id="an election",
    ),
    pytest.param(
        [
            "The mayor said that the river would now be watched by night, and thanked the volunteers.",
            "The mayor said that the river would not be watched by night, and blamed the volunteers.",
        ],
        [("error", "not | now", "not")],
        id="now for not",
    ),
    pytest.param(
        [
            "Brightwater closed its oldest plant and paid an effective tax rare of nine percent, it said.",
            "The company paid an effective tax rate of nine percent last year, according to its report.",
        ],
        [("error", "rare | rate", None)],
        id="a company's results",
    ),
]
SILENT = [
    pytest.param(
        [
            "The committee heard that the dam was safe and that the tests had been done in good time.",
            "The committee heard that the dam was safer than the old one and that it had been tested.",
        ],
        id="a form of the word",
    ),
    pytest.param(
        [
            "The mayor said that the river ran over the wall by night, and thanked the volunteers.",
            "The mayor said that the river ran over its wall by night, and then out of the town.",
        ],
        id="one small word for another",
    ),
    pytest.param(
        [
            "The team took a shot at the goal of Thornleigh and missed it by the width of a hand.",
            "They deserve a spot at the table of the league, said the coach of the team from Thornleigh.",
        ],
        id="two plain words around it",
    ),
    pytest.param(
        [
            "Workers of the water board were sent to the dam as the rain fell on the hills of Aldby.",
            "Workers of the grain board were sent to the dam as the rain fell on the hills of Aldby.",
        ],
        id="no slip",
    ),
    pytest.param(
        ["During her tie as head of the water board and during her time as head of the water board she wrote."],
        id="one report",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), FOUND)
def test_slips_between_equal_words(texts: list[str], expected: list[tuple[str, str, str | None]]) -> None:
    assert told(list(compare(event(*texts)))) == expected


@pytest.mark.parametrize("texts", SILENT)
def test_words_of_their_own(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


def test_the_key_stays_when_a_report_joins() -> None:
    texts = [
        "Brightwater paid an effective tax rare of nine percent, it said on the day of its meeting.",
        "The company paid an effective tax rate of nine percent last year, according to its report.",
        "Its owners had asked why it had paid an effective tax rate of nine percent in a good year.",
    ]
    before, after = ({draft.key for draft in compare(event(*held))} for held in (texts[:2], texts))
    assert before == after
