import re
from typing import Any

import pytest

from factcheck.extraction import figures, numbers
from factcheck.extraction.sentences import sentences
from factcheck.extraction.sheet import lay_out
from factcheck.types import ClaimKind, WireCopy
from tests.extraction.reading import body, claims_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,300", 2300), ("3.5 million", 3_500_000), ("two", 2), ("twenty-one", 21), ("two hundred and five", 205),
        ("three thousand", 3000), ("half a million", 500_000), ("a dozen", 12), ("two dozen", 24), ("4.5bn", 4.5e9),
        ("one million two hundred thousand", 1_200_000), ("12 thousand", 12_000), ("two-dozen", 24), ("40 crore", 4e8),
        ("two and a half", 2.5), ("2 1/2", 2.5), ("4½", 4.5), ("two-thirds", 0.666667), ("a third", 0.333333),
        ("three quarters", 0.75), ("half", 0.5), ("1,00,000", 100_000), ("two and a half million", 2_500_000),
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
        ("The 1e999 votes and the " + "9" * 400 + "th vote.", []),
        ("Between 3 and " + "9" * 400 + " people.", [("3", 3)]),
        ("It took " + "9" * 400 + " years, " + "9" * 400 + " years ago.", []),
    ],
)
def test_odd_digits(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(claim.text, claim.value["value"]) for claim in claims_of(text, ClaimKind.FIGURE)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 14 people died.", [("At least 14", 14, "", "at least", False, "people")]),
        ("About 2,300 homes burned.", [("About 2,300", 2300, "", "about", True, "homes")]),
        ("Just over 2,300 homes burned.", [("Just over 2,300", 2300, "", "over", False, "homes")]),
        ("It cost $4.5 million.", [("$4.5 million", 4_500_000, "USD", "", False, "")]),
        ("It cost 3.2 million euros.", [("3.2 million euros", 3_200_000, "EUR", "", False, "")]),
        ("It fell by 2.5 percent of the vote.", [("2.5 percent", 2.5, "percent", "", False, "vote")]),
        ("It fell by 52%.", [("52%", 52, "percent", "", False, "")]),
        ("Between 500 and 600 people came.", [("Between 500 and 600", [500, 600], "", "", False, "people")]),
        ("Some 10 to 12 boats sank.", [("Some 10 to 12", [10, 12], "", "some", True, "boats")]),
        ("Rovers won 3-1 at home.", [("3-1", [3, 1], "score", "", False, "")]),
        ("It lies 12 km away.", [("12 km", 12, "km", "", False, "")]),
        ("A 61-year-old man drove.", [("61-year-old", 61, "year-old", "", False, "")]),
        ("Anna Petrov, 54, left.", [("54", 54, "year-old", "", False, "")]),
        ("Two countries signed.", [("Two", 2, "", "", False, "countries")]),
        ("The two met on Sept. 19, 2023 at 6:40 p.m. in the 1990s.", []),
        ("One of them saw no one on the G20 stage in 2014.", []),
        ("It rained for two days.", []),
        ("Two were killed.", [("Two", 2, "", "", False, "")]),
        ("The trade between the two countries grew.", []),
        ("The storm killed 14 Palestinians.", [("14", 14, "", "", False, "Palestinians")]),
        ("A hall of 12,000-seat size.", [("12,000", 12000, "", "", False, "seat size")]),
        ("Up to 5 or 600 boats.", [("Up to 5", 5, "", "up to", False, ""), ("600", 600, "", "", False, "boats")]),
        ("There were 500 or more boats.", [("500", 500, "", "at least", False, "boats")]),
        ("It was a 500-plus page book.", [("500", 500, "", "at least", False, "page book")]),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = claims_of(text, ClaimKind.FIGURE)
    keys = ("value", "unit", "hedge", "approximate", "of")
    assert [(claim.text, *(claim.value[key] for key in keys)) for claim in found] == expected


def measured(text: str) -> list[tuple[Any, ...]]:
    """The figures of a text: words, value, unit."""
    return [(c.text, c.value["value"], c.value["unit"]) for c in claims_of(text, ClaimKind.FIGURE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost US$ 40 billion.", ("US$ 40 billion", 4e10, "USD")),
        ("It cost $249 USD.", ("$249 USD", 249, "USD")),
        ("It cost A$5 million.", ("A$5 million", 5e6, "AUD")),
        ("It cost Rs 40 crore.", ("Rs 40 crore", 4e8, "INR")),
        ("It cost 2.3bn euros.", ("2.3bn euros", 2.3e9, "EUR")),
        ("It cost £1.2m.", ("£1.2m", 1.2e6, "GBP")),
        ("It cost #13 billion.", ("#13 billion", 1.3e10, "GBP")),
        ("It cost 13 million pounds.", ("13 million pounds", 1.3e7, "GBP")),
        ("It weighs 13 pounds.", ("13 pounds", 13, "pound")),
        ("It cost $2-3 billion.", ("$2-3 billion", [2e9, 3e9], "USD")),
        ("It cost $12 million to $20 million.", ("$12 million to $20 million", [1.2e7, 2e7], "USD")),
        ("It fell 10-15 percent.", ("10-15 percent", [10, 15], "percent")),
        ("It fell 3 percentage points.", ("3 percentage points", 3, "percentage-point")),
        ("It fell 25 basis points.", ("25 basis points", 25, "basis-point")),
        ("It was 30 degrees Celsius.", ("30 degrees Celsius", 30, "degree-C")),
        ("It was minus 5 degrees.", ("minus 5 degrees", -5, "degree")),
        ("It was 86F in the hall.", ("86F", 86, "degree-F")),
        ("It holds 160GB of songs.", ("160GB", 160, "GB")),
        ("A 7.1-magnitude quake.", ("7.1-magnitude", 7.1, "magnitude")),
        ("A quake of magnitude 7.1 hit.", ("7.1", 7.1, "magnitude")),
        ("A man aged 19 drove.", ("19", 19, "year-old")),
        ("He died at the age of 56.", ("56", 56, "year-old")),
        ("A six-month-old dog barked.", ("six-month-old", 6, "month-old")),
        ("The senate voted 52-48.", ("52-48", [52, 48], "score")),
        ("It passed by 52 votes to 48.", ("52 votes to 48", [52, 48], "score")),
        ("It beat Thornleigh 3-2.", ("3-2", [3, 2], "score")),
        ("It passed in a 396-9 vote.", ("396-9", [396, 9], "score")),
        ("It is the 78th session.", ("78th", 78, "ordinal")),
        ("It is a third straight win.", ("third", 3, "ordinal")),
        ("It has a 1-in-3 chance.", ("1-in-3", 0.333333, "share")),
        ("One in five voters came.", ("One in five", 0.2, "share")),
        ("Two out of 10 voters came.", ("Two out of 10", 0.2, "share")),
        ("Two-thirds of voters came.", ("Two-thirds", 0.666667, "")),
        ("Half of the voters came.", ("Half", 0.5, "")),
        ("It is a 320x240 screen.", ("320x240", [320, 240], "")),
        ("Dozens of voters came.", ("Dozens of", [24, 999], "")),
        ("It rained, and tens of thousands “left”.", ("tens of thousands", [10_000, 999_999], "")),
        ("Tens of thousands came.", ("Tens of thousands", [10_000, 999_999], "")),
    ],
)
def test_units_and_values(text: str, expected: tuple[Any, ...]) -> None:
    assert measured(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll rose to 19.", "deaths"),
        ("The number of injured reached 37.", "injured"),
        ("The storm raged, bringing the number of dead to 51.", "dead"),
        ("The total number of confirmed cases in the north rose to 2,300.", "cases"),
        ("About a third of voters came.", "voters"),
        ("Hundreds of thousands of homes burned.", "homes"),
        ("Nearly 2,000 police came.", "police"),
        ("It rose to 19.", ""),
        ("It has 23 currently.", ""),
        ("It has 23 family members.", "family members"),
    ],
)
def test_what_is_counted(text: str, expected: str) -> None:
    (claim,) = claims_of(text, ClaimKind.FIGURE)
    assert claim.value["of"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Flight 447 fell into the sea.",
        "It broke Article 5 again.",
        "It is No. 1 in Bern.",
        "The new Skylark 737 is late.",
        "The company has 777s. The 777 is late.",
        "They showed the 787 Meteor in Bern.",
        "He read page 12 of it.",
        "They reached the Final Four with a one-liner.",
        "The 3G phone, the '11 vintage, version 10.4 and 24/7.",
    ],
)
def test_labels_are_no_figures(text: str) -> None:
    assert measured(text) == []


def test_a_change_is_no_range() -> None:
    assert measured("It rose from 5 to 7 percent.") == [("5", 5, "percent"), ("7 percent", 7, "percent")]
    assert measured("It ranged from 5 to 7 percent.") == [("5 to 7 percent", [5, 7], "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The index rose 4.5 percent to 212.", [("4.5 percent", 4.5, "percent"), ("212", 212, "")]),
        ("The index fell 12 points to 2,340.", [("12 points", 12, "point"), ("2,340", 2340, "")]),
        ("It was up 3 percent to 45.", [("3 percent", 3, "percent"), ("45", 45, "")]),
        ("Growth of 3 to 4 percent is seen.", [("3 to 4 percent", [3, 4], "percent")]),
        ("Growth of 3 percent to 4 percent is seen.", [("3 percent to 4 percent", [3, 4], "percent")]),
        (
            "Profit rose from $2 million in 2022 to $3 million.",
            [("$2 million", 2000000, "USD"), ("$3 million", 3000000, "USD")],
        ),
        ("It fell from 1,900 in 1998 to 5,400 now.", [("1,900", 1900, ""), ("5,400", 5400, "")]),
        ("About a quarter of the voters came.", [("About a quarter", 0.25, "")]),
    ],
)
def test_by_so_much_to_that(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "tags", "of"),
    [
        ("14 retail bankers every day", "CD JJ NNS DT NN", "retail bankers"),
        ("14 jobs depend on it", "CD NNS VBP IN PRP", "jobs"),
        ("half of the harbour jobs", "NN IN DT NN NNS", "harbour jobs"),
        ("14 well-known actors", "CD RB HYPH JJ NNS", "well-known actors"),
        ("14 very large ships", "CD RB JJ NNS", "very large ships"),
        ("14 no confidence votes", "CD DT NN NNS", "no confidence votes"),
        ("14 ferry passengers", "", "ferry passengers"),
    ],
)
def test_what_is_counted_ends_where_the_noun_phrase_does(text: str, tags: str, of: str) -> None:
    starts = [match.start() for match in re.finditer(r"[^\s-]+|-", text)]
    held = dict(zip(starts, tags.split(), strict=True)) if tags else {}
    copy = WireCopy("test.txt", text, body(text))
    sheet = lay_out(copy, text, sentences(text, copy.segments), tags=held)
    assert [claim.value["of"] for claim in figures.claims(sheet, [], [])] == [of]
