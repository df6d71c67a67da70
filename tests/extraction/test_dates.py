from datetime import date

import pytest

from factcheck.extraction.pipeline import extract, load
from factcheck.extraction.timex import granularity
from factcheck.types import ClaimKind, Segment, SegmentKind, WireCopy
from tests.extraction.reading import TUESDAY, claims_of

MONDAY = date(2023, 9, 18)


def dated(text: str, filed_on: date | None) -> list[tuple[str, str, str]]:
    """The dates of a text: words, value, type."""
    return [(c.text, c.value["timex"], c.value["type"]) for c in claims_of(text, ClaimKind.DATE, filed_on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", [("Monday", "2023-09-18", "DATE")]),
        ("They will see the flooded valley on Monday.", [("Monday", "2023-09-25", "DATE")]),
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
        ("It broke almost a year ago.", [("almost a year ago", "2022", "DATE")]),
        ("It rained yesterday.", [("yesterday", "2023-09-18", "DATE")]),
        ("In the 1990s it rained.", [("the 1990s", "199", "DATE")]),
        ("Nora May may march in May.", [("May", "2024-05", "DATE")]),
        ("It was the 78th day of Feb. 31.", []),
        ("On Monday, Aug. 21, 2023.", [("Monday", "2023-08-21", "DATE"), ("Aug. 21, 2023", "2023-08-21", "DATE")]),
        ("It was on the 18th of September.", [("the 18th of September", "2023-09-18", "DATE")]),
        ("It opened on 9/18/23.", [("9/18/23", "2023-09-18", "DATE")]),
        ("It opened on 10/9/23.", [("10/9/23", "2023-09-10", "DATE")]),
        ("The mayor spoke on “Today” on Monday.", [("Monday", "2023-09-18", "DATE")]),
        ("It recalled Sept. 11, 2001, and the Sept. 11 attacks.",
         [("Sept. 11, 2001", "2001-09-11", "DATE"), ("Sept. 11", "2001-09-11", "DATE")]),
        ("It opened on 2٠1٠-12-25.", [("2٠1٠-12-25", "2010-12-25", "DATE")]),
        ("It opened on 25.12.2010.", [("25.12.2010", "2010-12-25", "DATE")]),
        ("He recalled the deadly 2012 floods.", [("2012", "2012", "DATE")]),
        ("A 2003 study of 2000 homes.", [("2003", "2003", "DATE")]),
        ("It broke at noon Monday.", [("noon", "2023-09-18T12:00", "TIME"), ("Monday", "2023-09-18", "DATE")]),
    ],
)  # fmt: skip
def test_dates_by_a_tuesday(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated(text, TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "mod"),
    [
        ("It broke in early 2009.", "early 2009", "2009", "START"),
        ("It opens in mid-October.", "mid-October", "2023-10", "MID"),
        ("It broke late last year.", "late last year", "2022", "END"),
        ("It will run until the end of May.", "the end of May", "2024-05", "END"),
        ("It rose at the beginning of the year.", "the beginning of the year", "2023", "START"),
        ("It fell early on Monday.", "early on Monday", "2023-09-18", "START"),
        ("Sales fell in the first quarter.", "the first quarter", "2023-Q1", ""),
        ("Sales fell in the fourth quarter.", "the fourth quarter", "2022-Q4", ""),
        ("Sales fell in the second half of 2010.", "the second half of 2010", "2010-H2", ""),
        ("Sales fell in Q3 of last year.", "Q3 of last year", "2022-Q3", ""),
        ("It is the budget for fiscal 2024.", "fiscal 2024", "FY2024", ""),
        ("It was the last financial year.", "the last financial year", "FY2022", ""),
        ("It was built in the 19th century.", "the 19th century", "18", ""),
        ("It was built in the late '90s.", "the late '90s", "199", "END"),
        ("It burned last summer.", "last summer", "2022-SU", ""),
        ("It burned in the winter of 2010.", "the winter of 2010", "2010-WI", ""),
        ("It will open by Christmas.", "Christmas", "2023-12-25", ""),
        ("It opened at Easter 2010.", "Easter 2010", "2010-04-04", ""),
        ("It opens on Thanksgiving.", "Thanksgiving", "2023-11-23", ""),
        ("The dam now leaks.", "now", "PRESENT_REF", ""),
        ("The dam leaked recently.", "recently", "PAST_REF", ""),
        ("The dam has leaked in recent weeks.", "in recent weeks", "PAST_REF", ""),
        ("The dam will open soon.", "soon", "FUTURE_REF", ""),
        ("It leaked hours ago.", "hours ago", "PAST_REF", ""),
    ],
)
def test_parts_of_the_year_and_what_is_near(text: str, words: str, value: str, mod: str) -> None:
    (claim,) = claims_of(text, ClaimKind.DATE, TUESDAY)
    assert (claim.text, claim.value["timex"], claim.value["mod"]) == (words, value, mod)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They talked for two days.", [("two days", "P2D", "DURATION")]),
        (
            "A four-day trip of about 12 hours a day.",
            [("four-day", "P4D", "DURATION"), ("about 12 hours", "PT12H", "DURATION"), ("a day", "P1D", "SET")],
        ),
        ("It took several months.", [("several months", "PXM", "DURATION")]),
        ("It took almost two and a half years.", [("almost two and a half years", "P2.5Y", "DURATION")]),
        ("It took half an hour.", [("half an hour", "PT30M", "DURATION")]),
        ("It took a year and a half.", [("a year and a half", "P1.5Y", "DURATION")]),
        ("It was a 40- to 60-hour trip.", [("40- to 60-hour", "PT40H", "DURATION")]),
        ("It leaked in the last year.", [("the last year", "P1Y", "DURATION")]),
        ("It took two decades.", [("two decades", "P20Y", "DURATION")]),
        ("It leaked for years.", [("years", "PXY", "DURATION")]),
        ("It leaked over the years.", [("over the years", "PXY", "DURATION")]),
        ("A months-long drought ended.", [("months-long", "PXM", "DURATION")]),
        ("It leaked in the past three months.", [("the past three months", "P3M", "DURATION")]),
        ("It will leak over the next decade.", [("the next decade", "P10Y", "DURATION")]),
        ("The man is 19 years old, the dog two.", []),
        ("The rain fell on a day of mourning.", [("a day", "P1D", "DURATION")]),
        ("He saw the day.", []),
        ("It rains every week.", [("every week", "P1W", "SET")]),
        ("It rains every two years.", [("every two years", "P2Y", "SET")]),
        ("It rains every Friday.", [("every Friday", "XXXX-WXX-5", "SET")]),
        ("It rains on Sundays.", [("Sundays", "XXXX-WXX-7", "SET")]),
        ("The dam loses 15 boats a year.", [("a year", "P1Y", "SET")]),
    ],
)
def test_durations_and_what_comes_again(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated(text, TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell at 6:40 p.m.", ("6:40 p.m.", "2023-09-19T18:40")),
        ("It fell at 6:40 p.m. (GMT +8).", ("6:40 p.m. (GMT +8)", "2023-09-19T18:40+08:00")),
        ("It fell at 10 a.m. GMT.", ("10 a.m. GMT", "2023-09-19T10:00Z")),
        ("It fell at 0745 GMT.", ("0745 GMT", "2023-09-19T07:45Z")),
        ("It fell at 5 p.m. EDT.", ("5 p.m. EDT", "2023-09-19T17:00-04:00")),
        ("It fell at 18:00 local time.", ("18:00 local time", "2023-09-19T18:00")),
        ("It fell at 8 o'clock.", ("8 o'clock", "2023-09-19T08:00")),
        ("It fell overnight.", ("overnight", "2023-09-19TNI")),
        ("It fell last night.", ("last night", "2023-09-18TNI")),
        ("It fell this morning.", ("this morning", "2023-09-19TMO")),
    ],
)
def test_times_of_day(text: str, expected: tuple[str, str]) -> None:
    (claim,) = claims_of(text, ClaimKind.DATE, TUESDAY)
    assert (claim.text, claim.value["timex"], claim.value["type"]) == (*expected, "TIME")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The wall fell on Sept. 4. The next day it rained.", "2023-09-05"),
        ("The wall fell on Sept. 4. It rained the day before.", "2023-09-03"),
        ("The wall fell on Sept. 4. It rained three days later.", "2023-09-07"),
        ("The wall fell on Sept. 4. It rained a week earlier.", "2023-W35"),
        ("The wall fell on Sept. 4. It rained three days ago.", "2023-09-16"),
        ("The wall fell on Sept. 4.\nIt rained a day earlier.", "2023-09-18"),
    ],
)
def test_a_day_hangs_from_the_one_told_before_in_its_paragraph(text: str, value: str) -> None:
    claim = claims_of(text, ClaimKind.DATE, TUESDAY)[-1]
    assert (claim.value["timex"], claim.value["relative"]) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The walls were checked by the mayor on Friday.", "2023-09-15"),
        ("The walls will be checked by the mayor on Friday.", "2023-09-22"),
        ("On Friday, the court will hear the mayor.", "2023-09-22"),
        ("On Friday, the court heard the mayor.", "2023-09-15"),
        ("Friday's storm will cost millions of votes.", "2023-09-15"),
        ("The mayor said the dam would open Friday.", "2023-09-22"),
        ("The mayor said Friday that the dam would open.", "2023-09-15"),
        ("The dam could break, the mayor said in a statement Friday.", "2023-09-15"),
        ("The dam could break, the mayor warned in an interview on Friday.", "2023-09-15"),
        ("The trial is set for Friday.", "2023-09-22"),
        ("The mayor later met them on Friday.", "2023-09-15"),
        ("The walls must stand until Friday.", "2023-09-22"),
        ("The vote, to be held Friday, is open.", "2023-09-22"),
    ],
)
def test_the_tense_tells_which_friday(text: str, value: str) -> None:
    assert claims_of(text, ClaimKind.DATE, TUESDAY)[0].value["timex"] == value


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
        ("They met at 6:40 p.m. on Monday.", "T18:40"),
        ("They met in the first quarter.", "XXXX-Q1"),
    ],
)
def test_without_a_day_of_filing_the_form_stays(text: str, expected: str) -> None:
    assert claims_of(text, ClaimKind.DATE)[0].value["timex"] == expected


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("2023-09-18", "day"), ("2023-09", "month"), ("2023", "year"), ("FY2023", "year"), ("199", "decade"),
        ("19", "century"), ("2023-W37", "week"), ("2023-W37-WE", "weekend"), ("2023-Q1", "quarter"),
        ("2023-H1", "half"),
        ("2023-SU", "season"), ("2023-09-18TMO", "part of day"), ("2023-09-18T18:40Z", "minute"), ("P2.5Y", "year"),
        ("PT12H", "hour"), ("PXD", "day"), ("XXXX-WXX-5", "day"), ("PRESENT_REF", "vague"),
    ],
)  # fmt: skip
def test_granularity(value: str, grain: str) -> None:
    assert granularity(value) == grain


def test_the_line_with_the_day_of_filing_is_a_date_and_other_furniture_is_none() -> None:
    lines = ["March 1, 2008", "Read more: storm of March 2, 2008", "BERN, March 3 (Alpine Wire) --"]
    text, segments = "", []
    for line, kind in zip(lines, [SegmentKind.FURNITURE, SegmentKind.FURNITURE, SegmentKind.DATELINE], strict=True):
        segments.append(Segment(kind, len(text), len(text) + len(line)))
        text += line + "\n"
    read = extract(WireCopy("test.txt", text, tuple(segments), filed_on=date(2008, 3, 1)), load())
    assert [(c.text, c.value["timex"]) for c in read.claims if c.kind is ClaimKind.DATE] == [
        ("March 1, 2008", "2008-03-01"),
        ("March 3", "2008-03-03"),
    ]
