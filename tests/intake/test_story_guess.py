"""Which story an article belongs to, with our own copy of two events and one that is neither."""

from itertools import permutations

import pytest

from factcheck.intake.parse import parse_text
from factcheck.intake.story_guess import Candidate, Fingerprint, Guess, fingerprint, guess

FLOOD = (
    "River Tarn floods Halvern\n\nThe river Tarn broke its banks at Halvern and 1,200 people left their homes, Mayor "
    "Ada Quill said. Engineers will look at the old bridge.",
    "The mayor of Halvern, Ada Quill, told residents to keep away from the old bridge after the Tarn flooded the town "
    "and drove 1,200 people out.",
    "Flood in Halvern drives 1,200 from their homes\n\nEngineers went to the old bridge of Halvern on Tuesday after "
    "the river Tarn rose four metres in a night. “We have never seen such water,” said Mayor Quill.",
)
MATCH = (
    "Marlow Rovers win the cup\n\nMarlow Rovers beat Osterby United 3-1 in the final, with two goals by striker Ines "
    "Halloran, and lifted the cup for the first time.",
    "Striker Ines Halloran scored twice as Marlow Rovers beat Osterby United 3-1 in the cup final on Saturday.",
)
OTHER = "The central bank of Norland left its interest rate at 4.25 percent on Thursday, as economists had foretold."


def read(text: str) -> Fingerprint:
    copy = parse_text(text, name="a.txt")
    return fingerprint(copy.text, copy.segments)


def story(number: int, title: str, texts: tuple[str, ...]) -> list[Candidate]:
    return [Candidate(number, title, read(text)) for text in texts]


OPEN = [*story(1, "River floods Halvern", FLOOD[:2]), *story(2, "Rovers win", MATCH[:1])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            FLOOD[2],
            Guess(1, "Put with “River floods Halvern”: shares Halvern, Tarn, Mayor Quill with 2 of its 2 articles."),
        ),
        (
            MATCH[1],
            Guess(
                2,
                "Put with “Rovers win”: shares Ines Halloran, Marlow Rovers, Osterby United with its one article.",
            ),
        ),
        (OTHER, Guess(None, "No open story speaks of this: a new story was opened.")),
        ("1 2 3", Guess(None, "No open story speaks of this: a new story was opened.")),
    ],
)
def test_guess(text: str, expected: Guess) -> None:
    assert guess(read(text), OPEN) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council met on Monday.", "The boat sank on Monday."),
        ("The council met in September.", "The boat sank in September."),
        ("Voters chose on Tuesday, Sept. 5.", "A dam broke on Tuesday, Sept. 5."),
    ],
)
def test_a_day_is_no_event(one: str, other: str) -> None:
    assert guess(read(other), story(1, "A story", (one,))) == Guess(
        None, "No open story speaks of this: a new story was opened."
    )


def test_a_month_can_be_a_name() -> None:
    assert read("He met Theresa May in May.").names == {"theresa": "", "may": "Theresa May"}


def test_no_story_is_open() -> None:
    assert guess(read(OTHER), []) == Guess(None, "No open story speaks of this: a new story was opened.")


def test_the_average_decides_and_not_the_single_nearest() -> None:
    mixed = [*story(1, "A mixed bag", (FLOOD[0], OTHER, *MATCH)), *story(2, "The flood", FLOOD[1:2])]
    assert guess(read(FLOOD[2]), mixed).story == 2


@pytest.mark.parametrize("order", list(permutations((*FLOOD, *MATCH))))
def test_the_order_of_arrival_changes_nothing(order: tuple[str, ...]) -> None:
    opened: list[Candidate] = []
    for text in order:
        found = guess(read(text), opened).story
        opened.append(Candidate(found or len(opened) + 1, "A story", read(text)))
    stories = {text: candidate.story for text, candidate in zip(order, opened, strict=True)}
    assert len({stories[text] for text in FLOOD}) == len({stories[text] for text in MATCH}) == 1
    assert len(set(stories.values())) == 2
