"""Titles: lost, excluded by another, the same in other words, and changed with time."""

import pytest

from factcheck.collation.event import Event
from factcheck.collation.offices import office
from factcheck.collation.role import compare
from factcheck.collation.temporal_change import compare as changes
from tests.collation.copies import event, told


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("Sen.", "Rep.", True),
        ("President", "Vice President", True),
        ("Secretary of State", "Treasury Secretary", True),
        ("House Majority Leader", "House Minority Leader", True),
        ("deputy mayor", "mayor", True),
        ("Lt. Gov.", "Governor", True),
        ("Secretary of Defense", "Defence Secretary", False),
        ("Senator", "Senate Majority Leader", False),
        ("national security adviser", "National Security Advisor", False),
        ("press secretary", "spokesman", False),
        ("top diplomat", "Foreign Minister", False),
        ("Secretary", "Secretary of State", False),
    ],
)
def test_offices_that_exclude_each_other(one: str, other: str, excluded: bool) -> None:
    assert office(one).excludes(office(other)) is excluded


@pytest.mark.parametrize(
    ("one", "other", "confused"),
    [
        ("Sen.", "Rep.", True),
        ("Gov.", "Senator", True),
        ("Foreign Minister", "Prime Minister", True),
        ("Secretary of State", "Treasury Secretary", True),
        ("Gen.", "Adm.", True),
        ("Judge", "Justice", True),
        ("Senator", "Secretary of State", False),
        ("deputy foreign minister", "foreign minister", False),
        ("party chairman", "chairman of the Tarn Basin group", False),
        ("Women President", "president of the Tarn group", False),
        ("Sen.", "Senator", False),
    ],
)
def test_offices_that_are_taken_for_each_other(one: str, other: str, confused: bool) -> None:
    assert office(one).confused(office(other)) is office(other).confused(office(one)) is confused


FOUND = [
    pytest.param(
        [
            "Officials from Oslo and the Coastal Security Council, Anna Lindqvist, met on Monday.",
            "National Security Adviser Anna Lindqvist met officials on Monday.",
        ],
        [("error", "Coastal Security Council | National Security Adviser", "National Security Adviser")],
        id="an organisation instead of the title",
    ),
    pytest.param(
        [
            "Sen. Mark Fairbrother opposed the bill.",
            "Rep. Mark Fairbrother opposed the bill.",
            "Senator Mark Fairbrother opposed it.",
        ],
        [("discrepancy", "Rep. | Sen.", "Sen.")],
        id="two chambers",
    ),
    pytest.param(
        ["Gov. Mark Fairbrother opposed the bill.", "Sen. Mark Fairbrother opposed the bill."],
        [("discrepancy", "Gov. | Sen.", None)],
        id="one against one, of one tier",
    ),
]
SILENT = [
    pytest.param(
        ["Foreign Minister Anna Lindqvist spoke.", "Norway's top diplomat, Anna Lindqvist, spoke."], id="a description"
    ),
    pytest.param(
        ["National Security Adviser Anna Lindqvist spoke.", "national security advisor Anna Lindqvist spoke."],
        id="house style",
    ),
    pytest.param(
        ["Gov. Mark Fairbrother argued in 2015 for a toll.", "Sen. Mark Fairbrother spoke on Monday."], id="years ago"
    ),
    pytest.param(["Capt. Anna Lindqvist spoke.", "Maj. Anna Lindqvist spoke."], id="a promotion"),
    pytest.param(
        ["Interior Minister Anna Lindqvist spoke.", "Home Minister Anna Lindqvist spoke."], id="two names of one post"
    ),
    pytest.param(
        ["Secretary of State Mark Fairbrother spoke.", "Sen. Mark Fairbrother spoke."], id="a career, one against one"
    ),
    pytest.param(
        ["Governor Seeks Aide to Fill Fairbrother's Seat\n\nMark Fairbrother left.", "Sen. Mark Fairbrother left."],
        id="a headline",
    ),
    pytest.param(["Former President Mark Fairbrother spoke.", "Senator Mark Fairbrother spoke."], id="a former office"),
    pytest.param(
        ["The head of the State Department, Anna Lindqvist, spoke.", "Secretary of State Anna Lindqvist spoke."],
        id="an organisation that a title governs",
    ),
    pytest.param(
        ["In the Senate, Anna Lindqvist, spoke. Sen. Anna Lindqvist left.", "Sen. Anna Lindqvist spoke."],
        id="a setting",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), FOUND)
def test_titles_that_are_wrong(texts: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert told(list(compare(event(*texts)))) == expected


@pytest.mark.parametrize("texts", SILENT)
def test_titles_that_agree(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


def test_the_title_can_take_the_place_of_the_organisation() -> None:
    texts = [
        "Officials from Oslo and the Coastal Security Council, Anna Lindqvist, met on Monday.",
        "National Security Adviser Anna Lindqvist met officials on Monday.",
    ]
    (draft,) = compare(event(*texts))
    wrong = next(r for r in draft.readings if not r.suggested).witnesses[0]
    assert (
        texts[0][: wrong.start] + str(draft.suggested) + texts[0][wrong.end :]
        == "Officials from Oslo and the National Security Adviser, Anna Lindqvist, met on Monday."
    )


def test_two_holders_in_two_events_are_a_note() -> None:
    own = event("Norwegian Foreign Minister Anna Lindqvist spoke in Oslo.")
    other = event("Norwegian Foreign Minister Mark Fairbrother spoke in Bergen.")
    late = Event(1, other.articles, other.origin_of, own)
    assert told(list(changes(late))) == [("info", "Anna Lindqvist | Mark Fairbrother", None)]
    assert told(list(changes(own))) == []
