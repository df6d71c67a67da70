"""Figures and days that differ about one fact, and those that only look so."""

from collections.abc import Callable, Iterator
from time import process_time

import pytest

from factcheck.collation.date import compare as days
from factcheck.collation.event import Event
from factcheck.collation.figure import compare
from factcheck.types import ConflictDraft
from tests.collation.copies import event, told

Row = tuple[str, ...]
SECONDS = 20

FLOOD = "The flooded Tarn valley lost {} people when the Aldby reservoir burst its concrete wall, rescuers said."
FUND = "The Aldby relief fund pledged {} to farmers in the flooded Tarn valley, its treasurer said."

CUP = "Striker Tom Ashby scored twice as Ravensby rallied to beat Thornleigh {} in the cup final at Mill Lane."
TOLL = "The Aldby flood killed nineteen people in the Tarn valley."

TAXES = "Mayor Ada Voss published {} of tax returns on Friday, her campaign office in Ravensby said."
RATE = "Mayor Ada Voss paid an effective federal tax rate of {} percent last year, the returns show."
WOMEN = "The lawsuit against the Brightwater stores covers as many as {} women who seek back pay from the company."
PROFIT = "Brightwater made a net profit of $447 million. Its chairman, Ada Voss, was paid a bonus of $447 thousand."
POWER = "The storm cut power to 5 million customers in the state. Crews went to 5 thousand customers in the state."

FOUND = [
    pytest.param([FLOOD.format("12"), FLOOD.format("14")], "12 | 14", id="one against one"),
    pytest.param([FLOOD.format("at least 12"), FLOOD.format("14"), FLOOD.format("14")], "12 | 14", id="a hedge"),
    pytest.param([FUND.format("$3 million"), FUND.format("$3 billion")], "$3 billion | $3 million", id="magnitude"),
    pytest.param([CUP.format("3-2"), CUP.format("3-1")], "3-1 | 3-2", id="a score"),
    pytest.param([CUP.format("3-2"), CUP.format("2-3")], "2-3 | 3-2", id="a score the wrong way round"),
    pytest.param(
        ["Around 3,500 people had been moved to shelters.", "More than 5,300 people have been evacuated."],
        "3,500 | 5,300",
        id="a likely misprint of what became of people",
    ),
    pytest.param(
        [FLOOD.format("14"), FLOOD.format("fourteen"), FLOOD.format("41")], "14 | 41", id="one reading in two forms"
    ),
    pytest.param(
        ["The 102 pages of e-mails showed a quarrel of aides.", "Aides read from the 117 pages of emails at noon."],
        "102 | 117",
        id="a known thing that goes by the same words",
    ),
    pytest.param(
        [
            "In the Ravensby poll Ada Voss leads her rivals with 25 percent.",
            "Tom Ashby trails in Ravensby (Voss leads at 41 percent).",
        ],
        "25 percent | 41 percent",
        id="one person's share and the same verb",
    ),
    pytest.param([TAXES.format("eight years"), TAXES.format("six years")], "eight years | six years", id="a duration"),
    pytest.param([TAXES.format("ten minutes"), TAXES.format("six minutes")], "six minutes | ten minutes", id="minutes"),
    pytest.param(
        [RATE.format("36.7"), RATE.format("35.7") + " Her own office puts the tax rate at roughly 36 percent."],
        "35.7 percent | 36.7 percent",
        id="a rounding fits both",
    ),
    pytest.param(
        [
            WOMEN.format("1.5 billion") + " It may cost billions.",
            WOMEN.format("1.5 million") + " It may cost billions.",
        ],
        "1.5 billion | 1.5 million",
        id="a scale, and the same word of money",
    ),
    pytest.param(
        [
            "The water board of Aldby released a 225-page report on the dam on Tuesday, its director said.",
            "A task force of engineers in Aldby published a 215-page report that calls for a higher wall.",
        ],
        "215 | 225",
        id="one thing named by two words",
    ),
    pytest.param(
        [
            "Brightwater will spend $447 billion on its new plant at Aldby, the chairman said.",
            "The chairman of Brightwater had told its owners as much: a $447 million plan was drawn up in May.",
        ],
        "$447 billion | $447 million",
        id="a million for a billion, in other words",
    ),
]
SILENT = [
    pytest.param([FLOOD.format("5,200"), FLOOD.format("about 5,000")], id="rounding"),
    pytest.param([FLOOD.format("12"), FLOOD.format("twelve")], id="digits and words"),
    pytest.param(
        ["Revenue at Tesmer rose 4 percent.", "Operating profit at Tesmer rose 12 percent in the quarter."],
        id="two figures of one firm",
    ),
    pytest.param(
        ["The 6 people injured in Selby left hospital.", "The 14 people injured in York are well."],
        id="two places",
    ),
    pytest.param(
        [FLOOD.format("12"), "Talks about fishing quotas lasted two days and drew 14 people to Oslo."],
        id="another fact",
    ),
    pytest.param([CUP.format("3-2"), CUP.format("3–2")], id="an equal score"),
    pytest.param([TOLL, "The Aldby flood left 206 people missing in the Tarn valley."], id="dead and missing"),
    pytest.param(
        [
            "Aldby lead the northern Tarn league with 58 points after 31 games.",
            "Aldby lead the northern Tarn league and have seven games left.",
        ],
        id="played and left",
    ),
    pytest.param(
        [
            "Vera Moss, director of the Tarn Basin group, said the mine needs as much water as 200,000 people.",
            "The Tarn Basin group and its director, Vera Moss, said they expected 5,000 people at the protest.",
        ],
        id="one speaker, two facts",
    ),
    pytest.param([PROFIT, PROFIT], id="a profit and a bonus of the same digits"),
    pytest.param([POWER, POWER], id="customers in the state and in a town"),
    pytest.param(
        [
            "The 12-page report on hunger in Yemen was published by the council on food.",
            "A 14-page report on hunger in Sudan came from another council.",
        ],
        id="two reports",
    ),
    pytest.param([FLOOD.format("12"), FLOOD.format("12") + " The toll may rise to 14 people."], id="told there too"),
    pytest.param([TAXES.format("a year"), TAXES.format("six years")], id="a year is no count"),
    pytest.param([TAXES.format("six months"), TAXES.format("five minutes")], id="months and minutes"),
]


@pytest.mark.parametrize(("texts", "expected"), FOUND)
def test_figures_that_differ(texts: list[str], expected: str) -> None:
    assert [words for _, words, _ in told(list(compare(event(*texts))))] == [expected]


@pytest.mark.parametrize("texts", SILENT)
def test_figures_that_agree(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


OPENED = "OSLO, {} (Northgate Wire) -- The Aldby reservoir in the flooded Tarn valley burst its concrete wall on {}."


def test_figures_that_keep_coming_are_one_card_and_no_burden() -> None:
    votes = "The party won {} votes in the town of Aldby on Sunday."
    began = process_time()
    drafts = list(compare(event(*(" ".join([votes.format(n)] * 300) for n in ("2 million", "2 billion")))))
    assert [words for _, words, _ in told(drafts)] == ["2 billion | 2 million"]
    assert process_time() - began < SECONDS


def test_days_that_differ() -> None:
    texts = [OPENED.format("Sept. 19, 2023", "Monday"), OPENED.format("Sept. 19, 2023", "Sunday")]
    assert [words for _, words, _ in told(list(days(event(*texts))))] == ["Monday | Sunday"]


@pytest.mark.parametrize(
    ("filed", "other"),
    [
        (("Sept. 19, 2023", "Monday"), ("Sept. 20, 2023", "Monday")),
        (("Sept. 19, 2023", "Monday"), ("Sept. 19, 2023", "Sept. 18")),
    ],
)
def test_days_that_agree(filed: tuple[str, str], other: tuple[str, str]) -> None:
    assert list(days(event(OPENED.format(*filed), OPENED.format(*other)))) == []


ARRIVES = "The prime minister, Helen Osgood, will visit the flooded Tarn valley {}."
VOTE = "The pick should not run in the {} election slated for {} to succeed Vera Moss."
LAID = "ALDBY, Oct. 14, 2025 (Northgate Wire) -- "
BARE = "ALDBY (Northgate Wire) -- "


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [LAID + ARRIVES.format(day) for day in ("on Wednesday", "tomorrow", "on October 16")],
            [("October 16 | Wednesday", "Wednesday")],
            id="one day in two forms",
        ),
        pytest.param([LAID + ARRIVES.format(day) for day in ("on Thursday", "tomorrow")], [], id="filed a day later"),
        pytest.param(
            [BARE + ARRIVES.format(day) for day in ("on Nov. 3", "on November 13")],
            [("Nov. 3 | November 13", None)],
            id="no year anywhere",
        ),
        pytest.param(
            [BARE + ARRIVES.format(day) for day in ("on Tuesday", "on Wednesday")],
            [("Tuesday | Wednesday", None)],
            id="weekdays alone",
        ),
        pytest.param([BARE + ARRIVES.format(day) for day in ("on Nov. 3", "on Monday")], [], id="not to be compared"),
        pytest.param([LAID + ARRIVES.format(day) for day in ("now", "on Monday")], [], id="a vague day"),
        pytest.param([LAID + ARRIVES.format(day) for day in ("at 10 a.m.", "on Monday")], [], id="a time of day"),
        pytest.param([LAID + ARRIVES.format(day) for day in ("the next day", "on Monday")], [], id="a day told before"),
        pytest.param(
            [BARE + VOTE.format("general", "June 23"), BARE + VOTE.format("special", "June 25")],
            [("June 23 | June 25", None)],
            id="two days of one month",
        ),
    ],
)
def test_days_by_value(texts: list[str], expected: list[tuple[str, str | None]]) -> None:
    assert [(words, suggested) for _, words, suggested in told(list(days(event(*texts))))] == expected


FIRE = "The burning Ravensby warehouse killed {} people in the market quarter, doctors said."
RIOT = "Officers of the Aldby brigade arrested {} people at the harbour demonstration after bottles were thrown."
FUNERAL = "The funeral of the drowned fishermen in Aldby cathedral was held on {}."
BRIDGE = "Engineers reopened the damaged Ravensby bridge to lorries on {}."
FILED = "ALDBY, Oct. 14, 2025 (Northgate Wire) -- "
TWO_FACTS = [
    pytest.param(compare, f"{FIRE} {RIOT}", ("12", "15"), id="dead and arrested, equal figures"),
    pytest.param(days, f"{FILED}{FUNERAL} {BRIDGE}", ("Sunday", "Monday"), id="two acts, equal days"),
]


@pytest.mark.parametrize(("comparator", "text", "values"), TWO_FACTS)
def test_two_facts_are_two_cards(
    comparator: Callable[[Event], Iterator[ConflictDraft]], text: str, values: Row
) -> None:
    pair = [text.replace("{}", value) for value in values]
    assert _cards(comparator, pair) == [[1, 1], [1, 1]]
    assert _cards(comparator, [pair[0], *pair]) == [[1, 2], [1, 2]]
    first, second = (text.replace("{}", values[0], 1).format(value) for value in values)
    keys = {draft.key for draft in comparator(event(*pair))}
    assert {draft.key for draft in comparator(event(first, second))} < keys
    assert {draft.key for draft in comparator(event(*reversed([*pair, pair[0]])))} == keys


def _cards(comparator: Callable[[Event], Iterator[ConflictDraft]], texts: list[str]) -> list[list[int]]:
    """How many witnesses each reading of each card has."""
    return [sorted(len(reading.witnesses) for reading in draft.readings) for draft in comparator(event(*texts))]


CAMP = "Camp {} near the Tarn valley sheltered {} families from {} after the Aldby reservoir burst its concrete wall."
TOWNS = ("Ravensby", "Thornleigh", "Millbrook", "Harrowdale", "Eastwick")


def test_two_hundred_figures_in_one_report() -> None:
    rows = [CAMP.format(number, number * 7 + 3, TOWNS[number % len(TOWNS)]) for number in range(100)]
    assert list(compare(event(" ".join(rows), " ".join(rows)))) == []


def test_fifty_reports_are_one_card_in_seconds() -> None:
    texts = [f"{FLOOD.format(('14', '41')[number % 2])} {RIOT.format(9)} {TOLL} {number}." for number in range(50)]
    reports = event(*texts)
    started = process_time()
    (draft,) = compare(reports)
    assert process_time() - started < SECONDS
    assert [(reading.text, len(reading.witnesses)) for reading in draft.readings] == [("14", 25), ("41", 25)]
