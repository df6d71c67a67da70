"""Places that exclude each other, and places that only stand side by side."""

from dataclasses import replace

import pytest

from factcheck.collation.event import Event
from factcheck.collation.place import compare
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle
from tests.collation.copies import event, told
from tests.collation.reports import report

RALLY = "Thousands of dockers marched through {} after the harbour company announced layoffs."
MORE = " Dockers in Oslo have been on strike since May. The company moved to Oslo in 2010."


def test_another_city_in_one_report() -> None:
    texts = [RALLY.format("Lisbon"), RALLY.format("Oslo") + MORE, RALLY.format("Oslo")]
    assert told(list(compare(event(*texts)))) == [("discrepancy", "Lisbon | Oslo", "Oslo")]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([RALLY.format("Norway"), RALLY.format("Oslo") + MORE], id="a city and its country"),
        pytest.param([RALLY.format("Oslo"), RALLY.format("Oslo") + MORE + " Lisbon is calm."], id="another fact"),
        pytest.param([RALLY.format("Lisbon") + " Lisbon is calm.", RALLY.format("Oslo") + MORE], id="named twice"),
    ],
)
def test_places_that_agree(texts: list[str]) -> None:
    assert told(list(compare(event(*texts)))) == []


FERRIES = "Ferries to Oslo, {} and Lisbon were late on Monday, the harbour company said."
MAYORS = "It was backed by the mayors of {} when the layoffs were announced."
CALLS = "The ferry calls at {} in the summer."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [
                FERRIES.format("Paris"),
                FERRIES.format("Berlin"),
                "The harbour company runs late ferries to Lisbon, Paris and Oslo.",
            ],
            [("discrepancy", "Berlin | Paris", "Paris")],
            id="two of three are the same",
        ),
        pytest.param(
            [MAYORS.format("Oslo and Paris"), MAYORS.format("Berlin and Oslo")],
            [("discrepancy", "Berlin | Paris", None)],
            id="one of two, behind the same words",
        ),
        pytest.param([MAYORS.format("Oslo and Paris"), CALLS.format("Oslo and Berlin")], [], id="other words before"),
        pytest.param([FERRIES.format("Paris"), CALLS.format("Oslo and Lisbon")], [], id="a shorter list"),
        pytest.param(
            ["The party lost seats in Oslo and Paris.", "The dockers won seats in Oslo and Berlin."],
            [],
            id="one of two, behind other verbs",
        ),
        pytest.param(
            [
                "Leaders of Oslo, Paris and Lisbon signed the pact on Monday.",
                "Farmers from Oslo, Paris and Berlin marched through the capital.",
            ],
            [],
            id="other people",
        ),
        pytest.param(
            [MAYORS.format("Oslo and Paris"), MAYORS.format("Berlin and Oslo") + " Berlin and Paris are calm."],
            [],
            id="both are named elsewhere",
        ),
        pytest.param([FERRIES.format("Paris") + " " + FERRIES.format("Berlin")], [], id="one report"),
    ],
)
def test_lists_that_differ_by_one(texts: list[str], expected: list[tuple[str, str, str | None]]) -> None:
    assert told(list(compare(event(*texts)))) == expected


def placed(name: str, text: str, *places: str) -> ExtractedArticle:
    """A report with these places, each a claim as the language pipeline cuts it."""
    read = report(name, text)
    at = [text.index(place) for place in places]
    claims = (
        ClaimDraft(ClaimKind.PLACE, start, start + len(place), place, value={"entity": place, "kind": "place"})
        for place, start in zip(places, at, strict=True)
    )
    return replace(read, claims=tuple(claims))


def test_a_name_in_short_is_the_same_place() -> None:
    short = placed(
        "a", "Harbour ferries serve Ft. Lauren, Oslo and Paris all winter.", "Ft.", "Lauren", "Oslo", "Paris"
    )
    long = placed("b", "Harbour ferries serve Fort Lauren, Oslo and Berlin in winter.", "Fort Lauren", "Oslo", "Berlin")
    (found,) = compare(Event(0, (short, long)))
    assert told([found]) == [("discrepancy", "Berlin | Paris", None)]


TREATY = "Ministers of nine fishing nations signed the cod treaty in {} before the weekend."


def test_a_place_keeps_its_card_when_another_report_joins() -> None:
    texts = [RALLY.format("Lisbon"), RALLY.format("Oslo") + MORE, TREATY.format("Oslo")]
    (alone,) = compare(event(*texts))
    (joined,) = compare(event(*texts, RALLY.format("Oslo")))
    assert alone.key == joined.key
    (treaty,) = compare(event(TREATY.format("Lisbon"), TREATY.format("Oslo") + MORE, RALLY.format("Oslo")))
    assert treaty.key != alone.key
