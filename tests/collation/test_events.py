"""Which event each article reports."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from factcheck.collation.collate import collate
from factcheck.collation.events import events
from factcheck.types import ConflictKind, ExtractedArticle, Level
from tests.collation.reports import report

FLOOD = (
    report(
        "flood-1",
        "Mayor Orla Brandt of Tessel visited the flooded harbour on Monday after the Lorne dam broke.",
        "“We will rebuild every house along the southern bank,” Brandt said. Twelve boats were lost in the flood.",
        people=("Orla Brandt",),
    ),
    report(
        "flood-2",
        "The Lorne dam broke on Monday and left the harbour of Tessel under water, Mayor Orla Brandt said.",
        "Brandt told reporters: “We will rebuild every house along the southern bank.” The flood sank a dozen boats.",
        people=("Orla Brandt",),
    ),
    report(
        "flood-3",
        "Engineers at the broken Lorne dam said on Monday that the flood in Tessel had reached the harbour.",
        "Mayor Orla Brandt promised: “We will rebuild every house along the southern bank.”",
        people=("Orla Brandt",),
    ),
)
VOTE = report(
    "vote",
    "Orla Brandt won a third term as mayor of Tessel on Sunday, beating the teacher Piet Lammers by 200 votes.",
    "“The voters have asked for a new school and lower rents,” Brandt told supporters at the town hall.",
    people=("Orla Brandt", "Piet Lammers"),
)


def numbers(*articles: ExtractedArticle) -> dict[str, int]:
    return {article.name: event.number for event in events(articles) for article in event.articles}


def test_another_event_of_the_same_mayor_is_told_apart() -> None:
    assert numbers(*FLOOD, VOTE) == {"flood-1": 0, "flood-2": 0, "flood-3": 0, "vote": 1}


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_two_reports_of_one_event_stay_together(pair: tuple[int, int]) -> None:
    assert set(numbers(*(FLOOD[i] for i in pair)).values()) == {0}


@pytest.mark.parametrize(("days", "apart"), [(1, 0), (60, 1)])
def test_the_days_of_filing_count(days: int, apart: int) -> None:
    first = (
        "Ministers met in Tessel for talks on fishing rights. Nobody expected a treaty, and the rain kept crowds away."
    )
    second = (
        "Five hours of talks on fishing rights brought no result in Tessel, officials told the local radio station."
    )
    filed = date(2026, 3, 2)
    near = report("near", first, filed_on=filed)
    later = report("later", second, filed_on=filed + timedelta(days=days))
    assert sorted(numbers(near, later).values()) == [0, apart]


def test_no_articles_no_events() -> None:
    assert events([]) == ()


def test_the_note_on_another_event_cites_its_lead_and_its_own_people() -> None:
    (note,) = (d for d in collate([*FLOOD, VOTE]).conflicts if d.kind is ConflictKind.OTHER_EVENT)
    (reading,) = note.readings
    assert (note.level, note.suggested) == (Level.INFO, None)
    assert {w.article for w in reading.witnesses} == {"vote"}
    assert [w.text.split(" on Sunday")[0] for w in reading.witnesses] == [
        "Orla Brandt won a third term as mayor of Tessel",
        "Piet Lammers",
    ]


def test_the_note_keeps_its_key_when_another_report_joins() -> None:
    keys = [
        {d.key for d in collate([*some, VOTE]).conflicts if d.kind is ConflictKind.OTHER_EVENT}
        for some in (FLOOD[:2], FLOOD)
    ]
    assert keys[0] == keys[1] != set()


@pytest.mark.parametrize(("flood", "vote", "own"), [(7, 5, "vote"), (5, 7, "flood-1"), (None, 5, "vote")])
def test_of_two_events_told_as_often_the_one_reported_first_is_the_storys_own(
    flood: int | None, vote: int, own: str
) -> None:
    days = {"flood-1": flood and date(2024, flood, 1), "vote": date(2024, vote, 1)}
    articles = [
        replace(article, copy=replace(article.copy, filed_on=days[article.name])) for article in (FLOOD[0], VOTE)
    ]
    assert [article.name for article in events(articles)[0].articles] == [own]
