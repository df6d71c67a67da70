"""Copies of one origin."""

from dataclasses import replace

import pytest

from factcheck.collation.origins import origins
from factcheck.types import ExtractedArticle
from tests.collation.reports import report

OWN = "The water rose by two metres within an hour and swept away the old wooden bridge near the market square."
OTHER = "A dam above the town gave way shortly before dawn, and the river took the bridge that had stood for a century."
QUOTE = "“We will rebuild every house along the southern bank before the winter storms arrive,” the mayor said."
SECOND = "“Nobody who slept in the market hall has gone without a blanket since Monday,” the mayor added."
PART = "Nobody was hurt, though the river swept away the old wooden bridge near the market hall."
LONG = "Farmers moved their herds to the hills on Sunday, when the first warnings went out by radio and by telephone."
LONG_OTHER = "Trains stood still for two days, and the road to the capital was closed to all but lorries carrying food."
SLIP = "The goverment sent boats to the lower town."
OTHER_SLIP = "Boats came, and with them a minister of the goverment in the capital."
CREDIT = "The rain stopped, Northgate reported."


def grouped(*articles: ExtractedArticle) -> list[int]:
    found = origins(articles)
    return [found[article.name] for article in articles]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ((report("1", OWN), report("2", OWN)), [0, 0]),
        ((report("1", OWN), report("2", OTHER)), [0, 1]),
        ((report("1", OWN, QUOTE), report("2", OTHER, QUOTE)), [0, 1]),
        ((report("1", OWN, source="northgate"), report("2", OTHER, source="northgate")), [0, 0]),
        ((report("1", OWN, source="northgate-wire"), report("2", OTHER, source="northgatewire-example")), [0, 0]),
        ((report("1", OWN, QUOTE, source="Northgate"), report("2", OTHER, QUOTE, CREDIT)), [0, 1]),
        ((report("1", OWN, QUOTE, SECOND, source="Northgate"), report("2", OTHER, QUOTE, SECOND, CREDIT)), [0, 0]),
        ((report("1", OWN, LONG, source="Northgate"), report("2", PART, LONG_OTHER, CREDIT)), [0, 0]),
        ((report("1", OWN, LONG), report("2", PART, LONG_OTHER)), [0, 1]),
        ((report("1", SLIP, source="Northgate"), report("2", OTHER_SLIP, CREDIT)), [0, 0]),
        ((report("1", OWN, source="Northgate"), report("2", OTHER, CREDIT)), [0, 1]),
    ],
    ids=[
        "copies",
        "own words",
        "a shared quotation",
        "one agency",
        "an address",
        "credited and one public remark",
        "credited and two quotations",
        "credited and a few own words",
        "a few own words",
        "credited and one slip",
        "only credited",
    ],
)
def test_origins(articles: tuple[ExtractedArticle, ...], expected: list[int]) -> None:
    assert grouped(*articles) == expected


def test_furniture_is_no_shared_wording() -> None:
    furniture = replace(report("1", OTHER, OWN).copy.segments[1], kind="furniture")
    articles = []
    for name, first in (("1", OTHER), ("2", QUOTE)):
        read = report(name, first, OWN)
        start = len(first) + 2
        segments = (read.copy.segments[0], replace(furniture, start=start, end=start + len(OWN)))
        articles.append(replace(read, copy=replace(read.copy, segments=segments)))
    assert grouped(*articles) == [0, 1]
