from typing import Any

import pytest

from factcheck.extraction import numbers
from factcheck.types import ClaimKind
from tests.extraction.reading import claims_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,300", 2300), ("3.5 million", 3_500_000), ("two", 2), ("twenty-one", 21), ("two hundred and five", 205),
        ("three thousand", 3000), ("half a million", 500_000), ("a dozen", 12), ("two dozen", 24), ("4.5bn", 4.5e9),
        ("one million two hundred thousand", 1_200_000), ("12 thousand", 12_000),
    ],
)  # fmt: skip
def test_the_value_of_a_number(text: str, expected: float) -> None:
    assert numbers.value(text) == expected


@pytest.mark.parametrize(
    "text", ["9" * 16, "9" * 400, "9" * 400 + ".5 million", "nine" + " hundred" * 3000, "99999999999 trillion"]
)
def test_what_is_too_large_to_count_has_no_value(text: str) -> None:
    assert numbers.value(text) is None
    assert claims_of(f"They counted {text} votes and ${text}.", ClaimKind.FIGURE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has ²½ people.", []),
        ("It has ٣ people.", [("٣", 3)]),
        ("The 1e999 votes and the " + "9" * 400 + "th vote.", [("1", 1)]),
        ("Between 3 and " + "9" * 400 + " people.", []),
        ("It took " + "9" * 400 + " years, " + "9" * 400 + " years ago.", []),
    ],
)
def test_odd_digits(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(claim.text, claim.value["value"]) for claim in claims_of(text, ClaimKind.FIGURE)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 14 people died.", [("14", 14, "", "at least", False, "people")]),
        ("About 2,300 homes burned.", [("2,300", 2300, "", "about", True, "homes")]),
        ("It cost $4.5 million.", [("$4.5 million", 4_500_000, "USD", "", False, "")]),
        ("It cost 3.2 million euros.", [("3.2 million euros", 3_200_000, "EUR", "", False, "")]),
        ("It fell by 2.5 percent of the vote.", [("2.5 percent", 2.5, "percent", "", False, "vote")]),
        ("It fell by 52%.", [("52%", 52, "percent", "", False, "")]),
        ("Between 500 and 600 people came.", [("500 and 600", [500, 600], "", "", False, "people")]),
        ("Some 10 to 12 boats sank.", [("10 to 12", [10, 12], "", "some", True, "boats")]),
        ("Rovers won 3-1 at home.", [("3-1", [3, 1], "score", "", False, "")]),
        ("It lies 12 km away.", [("12 km", 12, "km", "", False, "")]),
        ("A 61-year-old man drove.", [("61-year-old", 61, "year-old", "", False, "")]),
        ("Anna Petrov, 54, left.", [("54", 54, "year-old", "", False, "")]),
        ("Two countries signed.", [("Two", 2, "", "", False, "countries")]),
        ("The two met on Sept. 19, 2023 at 6:40 p.m. for the 78th time in the 1990s.", []),
        ("One of them saw no one on the G20 stage in 2014.", []),
        ("It rained for two days.", []),
    ],
)
def test_figures(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = claims_of(text, ClaimKind.FIGURE)
    keys = ("value", "unit", "hedge", "approximate", "of")
    assert [(claim.text, *(claim.value[key] for key in keys)) for claim in found] == expected
