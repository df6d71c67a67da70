"""An editor's composition: what it changes, how it is kept, and what two versions differ in."""

from dataclasses import replace
from typing import Any

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.composition import changes, read, stored
from factcheck.digest.framing import ORDER, MaterialComposition
from factcheck.types import Verdict
from tests.digest.materials import article, conflict, material

MERIDIAN = article(1, "Meridian Press", "Talks held\nMinister Orban Felt met the envoy.\nFelt left.")
NORTHGATE = article(
    2,
    "Northgate Wire",
    "Envoy in port\nThe envoy met Orban Velt. “We had good talks today,” he said.",
    quotes={"We had good talks today,": "Orban Velt"},
)
ROWS = (
    conflict(1, {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE]}, approve="Orban Velt"),
    conflict(2, {"left": [MERIDIAN]}, replace="stayed", suggested="stayed"),
    conflict(3, {"port": [NORTHGATE]}, verdict=Verdict.UNSURE),
    conflict(4, {"met": [MERIDIAN], "envoy": [NORTHGATE]}, verdict=Verdict.DISMISS),
)


def content(**composition: Any) -> dict[str, Any]:
    made = material([MERIDIAN, NORTHGATE], *ROWS)
    return compose(replace(made, composition=MaterialComposition(**composition)))


COMPOSED = content()


def test_nothing_said_is_as_composed() -> None:
    assert content(order=ORDER, summary=None) == COMPOSED
    assert (COMPOSED["order"], COMPOSED["base"]) == (list(ORDER), None)


def test_the_editors_own_headline_and_summary() -> None:
    made = content(headline="Velt meets the envoy", summary="")
    assert (made["headline"], made["summary"]) == ("Velt meets the envoy", "")


def test_one_base_article_is_carried_and_the_corrections_of_all() -> None:
    made = content(base=2)
    assert ([row["article"] for row in made["articles"]], made["base"]) == ([2], 2)
    assert made["corrections"] == COMPOSED["corrections"]
    assert content(base=9) == COMPOSED


@pytest.mark.parametrize("part", ["facts", "quotations", "standing_together", "open_points", "corrections"])
def test_any_entry_can_be_left_out(part: str) -> None:
    name = COMPOSED[part][0]["item"]
    made = content(dropped=frozenset({name}))
    rest = [row for row in COMPOSED[part] if row["item"] != name]
    assert [row["item"] for row in made[part]] == [row["item"] for row in rest]
    assert made["articles"] == COMPOSED["articles"]


def test_corrections_are_numbered_anew() -> None:
    first, second = COMPOSED["corrections"]
    [left] = content(dropped=frozenset({first["item"]}))["corrections"]
    assert (left["number"], left["words"]) == (1, second["words"])


@pytest.mark.parametrize(
    ("part", "field"),
    [("facts", "words"), ("corrections", "words"), ("standing_together", "summary"), ("open_points", "summary")],
)
def test_items_can_be_put_in_other_words(part: str, field: str) -> None:
    row = COMPOSED[part][0]
    [made, *_] = content(edited={row["item"]: "In other words."})[part]
    assert made == row | {field: "In other words.", "composed": row[field]}


def test_no_quotation_is_put_in_other_words() -> None:
    name = COMPOSED["quotations"][0]["item"]
    assert content(edited={name: "We had bad talks,"}) == COMPOSED


def test_items_keep_their_names_while_they_say_the_same() -> None:
    again = compose(replace(material([NORTHGATE, MERIDIAN], *ROWS[::-1])))
    other = compose(material([MERIDIAN, NORTHGATE], replace(ROWS[0], summary="Put otherwise."), *ROWS[1:]))
    for made in (again, other):
        assert [row["item"] for row in made["facts"]] == [row["item"] for row in COMPOSED["facts"]]
    reversed_ruling = conflict(1, {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE]}, approve="Orban Felt")
    [changed] = compose(material([MERIDIAN, NORTHGATE], reversed_ruling))["facts"]
    assert changed["item"] != COMPOSED["facts"][0]["item"]


FULL = MaterialComposition(
    version=3,
    headline="Velt",
    summary="",
    base=2,
    order=("facts", "corrections"),
    dropped=frozenset({"facts-b", "facts-a"}),
    edited={"facts-c": "Words."},
)


def test_a_composition_is_kept_and_read_again() -> None:
    assert stored(FULL) == {
        "headline": "Velt",
        "summary": "",
        "base": 2,
        "order": ["facts", "corrections"],
        "dropped": ["facts-a", "facts-b"],
        "edited": {"facts-c": "Words."},
    }
    assert read(3, stored(FULL)) == FULL
    assert (stored(MaterialComposition()), read(0, {})) == ({}, MaterialComposition())
    assert read(1, {"order": ["facts", "gossip"]}).order == ("facts",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({}, {"headline": "Velt"}, ["The headline is “Velt”."]),
        ({"headline": "Velt"}, {}, ["The headline is the composed one."]),
        ({}, {"summary": ""}, ["There is no summary line."]),
        ({"summary": ""}, {"summary": "He came."}, ["The summary line is “He came.”."]),
        ({"summary": ""}, {}, ["The summary line is the composed one."]),
        ({}, {"base": 2}, ["The base article is another."]),
        ({"base": 2}, {}, ["Every report is printed."]),
        ({}, {"order": ("facts", "articles")}, ["The parts are: Facts that stand and Corrected copy."]),
        ({"dropped": frozenset("ab")}, {"dropped": frozenset("bcd")}, [
            "2 items were left out.", "One item was put in again.",
        ]),
        ({"edited": {"a": "x", "b": "y"}}, {"edited": {"a": "x", "b": "z"}}, ["One item was put in other words."]),
    ],
)  # fmt: skip
def test_what_a_later_version_has_otherwise(before: dict, after: dict, expected: list[str]) -> None:
    assert changes(MaterialComposition(**before), MaterialComposition(**after)) == expected
