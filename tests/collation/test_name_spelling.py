"""Which spellings of a name are one name, and which are two."""

import pytest

from factcheck.collation.likeness import near_given, near_name, romanised
from factcheck.collation.name_spelling import compare
from tests.collation.copies import event, told

MET = "Foreign Minister Anna Lindqvist met Vice President Lan Zhong in Oslo on Monday."


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("Lan", "Land", 1),
        ("Lan", "Lindt", 0),
        ("Lindqvist", "Lindqvits", 1),
        ("Lindqvist", "Lindquist", 1),
        ("Carter", "Garter", 0),
        ("Brown", "Braun", 0),
        ("Müller", "Muller", 0),
    ],
)
def test_near_names(one: str, other: str, slips: int) -> None:
    assert near_name(one, other) == slips


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Antony", "Anthony", True),
        ("Hillary", "Hilary", True),
        ("Jim", "Tim", False),
        ("Mario", "Maria", False),
        ("Alex", "Alexander", False),
    ],
)
def test_near_given_names(one: str, other: str, near: bool) -> None:
    assert near_given(one, other) is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Zelensky", "Zelenskyy", True), ("Zelensky", "Zelenskiy", True), ("Lindqvist", "Lindquist", False)],
)
def test_romanisations(one: str, other: str, same: bool) -> None:
    assert romanised(one, other) is same


FOUND = [
    pytest.param(
        [f"{MET}\n\nThe meeting between Land and Lindqvist lasted two hours. Lan smiled.", f"{MET}\n\nLan left."],
        [("error", "Lan | Land", "Lan")],
        id="an everyday word between two persons",
    ),
    pytest.param(
        [f"{MET}\n\nLindqvits said the talks went well.", f"{MET}\n\nLindqvist was pleased."],
        [("error", "Lindqvist | Lindqvits", "Lindqvist")],
        id="letters swapped before a verb of saying",
    ),
    pytest.param(
        [
            "Anna Lindkvist won the seat on Monday. Lindkvist thanked voters.",
            "Anna Lindqvist won the seat on Monday. Lindqvist thanked voters.",
            "Anna Lindqvist won by 300 votes.",
        ],
        [("error", "Lindkvist | Lindqvist", "Lindqvist")],
        id="misspelt in the whole of one report",
    ),
    pytest.param(
        ["Antony Fairbrother resigned on Monday.", "Anthony Fairbrother resigned.", "Anthony Fairbrother stood down."],
        [("error", "Anthony | Antony", "Anthony")],
        id="the given name",
    ),
]
SILENT = [
    pytest.param(
        ["Prime Minister Lan Zhong met Foreign Minister Lun Yi. Lan and Lun spoke."], id="two introduced persons"
    ),
    pytest.param([f"{MET} Hand in hand, the Land Rovers left. Lan waved."], id="a capital at the start of a sentence"),
    pytest.param(["Mark Lindqvist spoke. Mr. Lindqvist and the Lindqvists left."], id="the family in the plural"),
    pytest.param(["José Núñez scored twice. Nunez was injured.", "Jose Nunez scored twice."], id="accents"),
    pytest.param(["President Moon Jae-in spoke. Moon left.", "President Moon Jae In spoke. Moon left."], id="hyphens"),
    pytest.param(["Mark Carter met Jane Garter. Carter spoke. Garter listened."], id="two families"),
    pytest.param(["Sarah Chadwick spoke in Chad. Chadwick said Chad was calm."], id="a country"),
]


@pytest.mark.parametrize(("texts", "expected"), FOUND)
def test_one_name_spelt_wrong(texts: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert told(list(compare(event(*texts)))) == expected


@pytest.mark.parametrize("texts", SILENT)
def test_two_names_stay_silent(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


def test_known_romanisations_are_style() -> None:
    drafts = list(compare(event("Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy spoke.")))
    assert [draft.level.value for draft in drafts] == ["style"]


def test_the_key_stays_when_a_report_joins() -> None:
    texts = [f"{MET}\n\nLindqvits said yes. Lindqvist left.", f"{MET}\n\nLan left."]
    keys = [[draft.key for draft in compare(event(*texts, *more))] for more in ([], [MET])]
    assert keys[0] == keys[1]


BREAKS = "“We were brave and we were lucky,” coach {} Ferrante said after the match on Saturday in Oslo."


@pytest.mark.parametrize(
    ("names", "summary"),
    [
        (("Paolo", "Paulo"), "The name is spelt “Paolo” and “Paulo”."),
        (("Paulo", "Paolo"), "The name is spelt “Paolo” and “Paulo”."),
        (("Paolo", "Paolo", "Paulo"), "“Paulo” stands where the name is “Paolo”."),
    ],
)
def test_nobody_is_called_wrong_where_the_reports_are_even(names: tuple[str, ...], summary: str) -> None:
    (draft,) = compare(event(*(BREAKS.format(name) for name in names)))
    assert draft.summary == summary
