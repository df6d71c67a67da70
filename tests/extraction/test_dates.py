from datetime import date

import pytest

from factcheck.types import ClaimKind
from tests.extraction.reading import TUESDAY, claims_of

MONDAY = date(2023, 9, 18)


def dated(text: str, filed_on: date | None) -> list[tuple[str, str, str]]:
    """The dates of a text: words, value, type."""
    return [(c.text, c.value["timex"], c.value["type"]) for c in claims_of(text, ClaimKind.DATE, filed_on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", [("Monday", "2023-09-18", "DATE")]),
        ("They met on Tuesday.", [("Tuesday", "2023-09-19", "DATE")]),
        ("They met last Tuesday.", [("last Tuesday", "2023-09-12", "DATE")]),
        ("They will meet on Monday.", [("Monday", "2023-09-25", "DATE")]),
        ("They meet next Monday.", [("next Monday", "2023-09-25", "DATE")]),
        ("It rained on Sunday evening.", [("Sunday evening", "2023-09-17TEV", "TIME")]),
        ("It fell on Sept. 18.", [("Sept. 18", "2023-09-18", "DATE")]),
        ("It fell on 18 September 2021.", [("18 September 2021", "2021-09-18", "DATE")]),
        ("It is on November 3.", [("November 3", "2023-11-03", "DATE")]),
        ("The trip on Dec. 12 is long.", [("Dec. 12", "2023-12-12", "DATE")]),
        ("It fell on February 3.", [("February 3", "2023-02-03", "DATE")]),
        ("It will fall on February 3.", [("February 3", "2024-02-03", "DATE")]),
        ("It is scheduled for November.", [("November", "2023-11", "DATE")]),
        ("They met last June.", [("last June", "2023-06", "DATE")]),
        ("They meet next November.", [("next November", "2023-11", "DATE")]),
        ("It broke in December 2020.", [("December 2020", "2020-12", "DATE")]),
        ("It broke in 1983.", [("1983", "1983", "DATE")]),
        ("Earlier this month it rained.", [("Earlier this month", "2023-09", "DATE")]),
        ("They meet later this year.", [("later this year", "2023", "DATE")]),
        ("It broke last week.", [("last week", "2023-W37", "DATE")]),
        ("They met over the weekend.", [("over the weekend", "2023-W37-WE", "DATE")]),
        ("It broke three days ago.", [("three days ago", "2023-09-16", "DATE")]),
        ("It rained yesterday.", [("yesterday", "2023-09-18", "DATE")]),
        ("They talked for two days.", [("two days", "P2D", "DURATION")]),
        (
            "A four-day trip of about 12 hours a day.",
            [("four-day", "P4D", "DURATION"), ("12 hours", "PT12H", "DURATION")],
        ),
        ("It took several months.", [("several months", "PXM", "DURATION")]),
        ("It fell at 6:40 p.m.", [("6:40 p.m.", "T18:40", "TIME")]),
        ("It rains every week.", [("every week", "P1W", "SET")]),
        ("In the 1990s it rained.", [("1990s", "199", "DATE")]),
        ("Nora May may march in May.", [("May", "2023-05", "DATE")]),
        ("It was the 78th day of Feb. 31.", []),
    ],
)
def test_dates_by_a_tuesday(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated(text, TUESDAY) == expected


def test_the_day_of_filing_itself() -> None:
    assert dated("They met on Monday.", MONDAY) == [("Monday", "2023-09-18", "DATE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met in June.", "XXXX-06"),
        ("They met on Sept. 18.", "XXXX-09-18"),
        ("They met last year.", "XXXX"),
        ("They met yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_a_day_of_filing_the_form_stays(text: str, expected: str) -> None:
    (claim,) = claims_of(text, ClaimKind.DATE)
    assert (claim.value["timex"], claim.value["relative"]) == (expected, True)
