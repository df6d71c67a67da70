"""Slips outside quotations: found between equal words of two reports, silent where the words are the reporter's own."""

import pytest

from factcheck.collation.event import Event
from factcheck.collation.real_word import compare
from tests.collation.copies import event, told

FOUND = [
    pytest.param(
        [
            "No letters were kept from her time as head of the water board of Aldby, the inquiry heard.",
            "The inquiry wants all that she wrote in her tie as head of the water board of the town to be shown.",
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
        [
            "At least ten people were killed by the flood in the upper valley, the brigade said on Monday.",
            "At least eleven people were killed by the flood in the lower town, its mayor told reporters.",
        ],
        id="numbers in words",
    ),
    pytest.param(
        [
            "A spokesman for the foreign ministry of Norway said that talks would go on through the night.",
            "A spokeswoman for the foreign ministry of Norway said that no talks were planned for the week.",
        ],
        id="a man and a woman",
    ),
    pytest.param(
        [
            "The winner in the second half came from the head of the captain, who had scored the first too.",
            "The winger in the second half was the best man of the side, and the winger was sent off late.",
            "It was the winner in the match that the winger had wanted to score, said the coach of Thornleigh.",
        ],
        id="words that the reports keep using",
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


def test_two_slips_for_one_word_are_not_held_against_each_other() -> None:
    texts = [
        f"The inquiry heard of her {word} as head of the water board of Aldby in the spring."
        for word in ("time", "tie", "tire")
    ]
    assert [words for _, words, _ in told(list(compare(event(*texts))))] == ["tie | time", "time | tire"]


def test_a_slip_that_copies_of_one_origin_repeat_is_one_slip() -> None:
    slip = "The company paid an effective tax rare of nine percent last year, according to its report."
    texts = [slip, f"{slip} Its shares fell.", slip.replace("rare", "rate").replace("company", "firm")]
    read = event(*texts)
    copies = Event(0, read.articles, {"a.txt": 0, "b.txt": 0, "c.txt": 1})
    assert [words for _, words, _ in told(list(compare(copies)))] == ["rare | rate"]


def test_much_copy_with_the_same_small_words_hides_no_slip() -> None:
    texts = [
        "The chairman spoke during the tern of the Aldby water board that ended in May, the inquiry heard.",
        "It was kept from the term of the Aldby water board that ended in May until now, the report says.",
    ]
    crowd = [" ".join(f"They walked along the edge of our old mill {n} in the rain that fell." for n in range(40))] * 3
    alone, amid = ([d.key for d in compare(event(*held))] for held in (texts, [*crowd, *texts]))
    assert alone == amid
    assert len(alone) == 1


def test_the_key_stays_when_a_report_joins() -> None:
    texts = [
        "Brightwater paid an effective tax rare of nine percent, it said on the day of its meeting.",
        "The company paid an effective tax rate of nine percent last year, according to its report.",
        "Its owners had asked why it had paid an effective tax rate of nine percent in a good year.",
    ]
    before, after = ({draft.key for draft in compare(event(*held))} for held in (texts[:2], texts))
    assert before == after
