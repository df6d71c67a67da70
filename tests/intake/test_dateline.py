"""Datelines in the forms that the wires use, and sentences that only look like one."""

from datetime import date

import pytest

from factcheck.intake.dateline import Dateline, find_dateline
from factcheck.intake.dates import Day, days, filing_day


@pytest.mark.parametrize(
    ("opening", "text", "place", "agency", "day"),
    [
        ("ROSCOE, South Dakota (AP) _ ", "ROSCOE, South Dakota (AP)", "ROSCOE, South Dakota", "AP", None),
        ("NEW YORK (AP) — ", "NEW YORK (AP)", "NEW YORK", "AP", None),
        ("PARIS, Oct 22 (Reuters) - ", "PARIS, Oct 22 (Reuters)", "PARIS", "Reuters", Day(10, 22)),
        ("Jan 30 (Reuters) - ", "Jan 30 (Reuters)", "", "Reuters", Day(1, 30)),
        ("LONDON (Reuters) -", "LONDON (Reuters)", "LONDON", "Reuters", None),
        ("MOSCOW, Monday (Reuters) ", "MOSCOW, Monday (Reuters)", "MOSCOW", "Reuters", None),
        ("OSLO, Aug 29, 2014 (AFP) - ", "OSLO, Aug 29, 2014 (AFP)", "OSLO", "AFP", Day(8, 29, 2014)),
        ("Strasbourg, 10 juil 2024 (AFP) - ", "Strasbourg, 10 juil 2024 (AFP)", "Strasbourg", "AFP", Day(7, 10, 2024)),
        ("UNITED NATIONS, Sept 18: ", "UNITED NATIONS, Sept 18", "UNITED NATIONS", "", Day(9, 18)),
        ("Sept. 19 (UPI) -- ", "Sept. 19 (UPI)", "", "UPI", Day(9, 19)),
        ("TOKYO, Oct. 6 Kyodo - ", "TOKYO, Oct. 6 Kyodo", "TOKYO", "Kyodo", Day(10, 6)),
        ("MITO, Japan - ", "MITO, Japan", "MITO, Japan", "", None),
        ("Berlin (dpa) - ", "Berlin (dpa)", "Berlin", "dpa", None),
        ("MOSCOW, September 19. /TASS/. ", "MOSCOW, September 19. /TASS/", "MOSCOW", "TASS", Day(9, 19)),
        ("(ANSA) - ROME, SEP 19 - ", "(ANSA) - ROME, SEP 19", "ROME", "ANSA", Day(9, 19)),
        ("(Reuters) - ", "(Reuters)", "", "Reuters", None),
        ("MARLOW, D.C., Sept. 19 (AP) — ", "MARLOW, D.C., Sept. 19 (AP)", "MARLOW, D.C.", "AP", Day(9, 19)),
        ("LIMA/QUITO, July 3 (Reuters) - ", "LIMA/QUITO, July 3 (Reuters)", "LIMA/QUITO", "Reuters", Day(7, 3)),
        ("TARN, May 3 (Meridian Press) -- ", "TARN, May 3 (Meridian Press)", "TARN", "Meridian Press", Day(5, 3)),
        ("Marlow, 4 May (Northgate Wire) – ", "Marlow, 4 May (Northgate Wire)", "Marlow", "Northgate Wire", Day(5, 4)),
        ("HALVERN BAY — ", "HALVERN BAY", "HALVERN BAY", "", None),
    ],
)  # fmt: skip
def test_datelines(opening: str, text: str, place: str, agency: str, day: Day | None) -> None:
    end = len(opening.rstrip())
    assert find_dateline(opening + "The river rose overnight.") == Dateline(text, end, place, agency, day)


def test_a_reseller_header_goes_with_the_dateline() -> None:
    opening = "(MENAFN- Kuwait News Agency (KUNA)) WASHINGTON, Sept 19 (KUNA) --"
    expected = Dateline("WASHINGTON, Sept 19 (KUNA)", len(opening), "WASHINGTON", "KUNA", Day(9, 19))
    assert find_dateline(opening + " The talks ended.") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Halvern Rail (HLVR) shares fell.",
        "The FBI (Federal Bureau of Investigation) - The bureau said so.",
        "WHO (World Health Organization) said the virus had spread.",
        "BREAKING — The bridge is down.",
        "WATCH: The bridge falls.",
        "COVID-19 - The virus is back.",
        "Sen. Jane Doe (R) - The chair - said no.",
        "The minister said - The vote is off.",
        "May (Reuters) said it would.",
        "UPDATE: The vote is off.",
        "“MARLOW — The river rose.”",
        "",
    ],
)
def test_no_datelines(sentence: str) -> None:
    assert find_dateline(sentence) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 19", [Day(9, 19)]),
        ("19 September 2023", [Day(9, 19, 2023)]),
        ("2023-09-19", [Day(9, 19, 2023)]),
        ("19-09-2023 03:51 IST", [Day(9, 19, 2023)]),
        ("09/19/2023", [Day(9, 19, 2023)]),
        ("10/11/2023", []),
        ("Feb. 30", []),
        ("Feb. 29", [Day(2, 29)]),
        ("3 de marzo de 2021", [Day(3, 3, 2021)]),
        ("Maya 12 marched", []),
    ],
)
def test_days(text: str, expected: list[Day]) -> None:
    assert list(days(text)) == expected


@pytest.mark.parametrize(
    ("day", "nearby", "published", "received", "expected"),
    [
        (Day(9, 19, 2023), (), None, None, date(2023, 9, 19)),
        (Day(9, 19), (), None, None, None),
        (Day(9, 19), (), date(2023, 9, 20), None, date(2023, 9, 19)),
        (Day(12, 31), (), date(2024, 1, 1), None, date(2023, 12, 31)),
        (Day(9, 19), ("Updated: 19-09-2023 03:51 IST",), None, None, date(2023, 9, 19)),
        (Day(9, 19), ("© 2021 Meridian Press",), None, None, date(2021, 9, 19)),
        (Day(9, 19), (), None, date(2023, 9, 25), date(2023, 9, 19)),
        (Day(12, 30), (), None, date(2024, 1, 2), date(2023, 12, 30)),
        (Day(9, 19), (), None, date(2026, 11, 21), None),
        (Day(2, 29), (), None, date(2023, 3, 1), None),
        (None, (), None, date(2023, 9, 25), None),
        (None, (), date(2023, 9, 20), None, date(2023, 9, 20)),
        (None, ("Published 19 September 2023",), None, None, date(2023, 9, 19)),
    ],
)
def test_filing_day(
    day: Day | None, nearby: tuple[str, ...], published: date | None, received: date | None, expected: date | None
) -> None:
    assert filing_day(day, nearby, published, received) == expected
