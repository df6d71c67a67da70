"""Which decision the formats of the record name for a point, and what they print by it."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.renderers.variants import ruling
from tests.digest.contents import issued
from tests.digest.test_wire_formats import found, loaded, rows
from tests.digest.wire_contents import content

# A decision of a point with the readings 41 and 42: verdict, readings, editor, whether it stands.
Act = tuple[str, list[int], str, bool]


def decided(*acts: Act) -> list[dict[str, Any]]:
    return [
        {
            "decision": number,
            "verdict": verdict,
            "readings": readings,
            "text": "15 people" if verdict == "replace" else "",
            "note": f"By {editor}.",
            "editor": editor,
            "made_at": f"2023-09-19T12:3{number}:00+00:00",
            "stands": stands,
        }
        for number, (verdict, readings, editor, stands) in enumerate(acts)
    ]


REPLACED: tuple[Act, ...] = (("replace", [], "Ada", True), ("reject", [41], "Ben", True))
APPROVED: Act = ("approve", [41], "Ada", True)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((), None),
        ((("annotate", [], "Cy", True),), None),
        ((("reject", [41], "Ben", True),), None),
        (REPLACED, 0),
        ((*REPLACED, ("annotate", [], "Cy", True)), 0),
        ((APPROVED, ("dismiss", [], "Ben", True)), 1),
        ((APPROVED, ("dismiss", [], "Ben", False), ("undo", [], "Ben", True)), 0),
        ((APPROVED, ("reject", [42], "Ben", True)), 0),
        ((APPROVED, ("reject", [41], "Ben", True)), None),
        ((("approve", [41, 42], "Ada", True), ("reject", [41], "Ben", True)), 0),
        ((APPROVED, ("unsure", [], "Ben", True)), 1),
        ((APPROVED, ("none", [], "Ben", True)), 1),
    ],
)
def test_the_newest_decision_that_settles_is_named(acts: tuple[Act, ...], expected: int | None) -> None:
    named = ruling({"decisions": decided(*acts)})
    assert (named["decision"] if named else None) == expected


def settled() -> dict[str, Any]:
    """A digest with one point: Ada typed what no report has, and then Ben rejected one of the readings."""
    point = content()["apparatus"][3] | {"level": "error", "state": "settled", "decisions": decided(*REPLACED)}
    point["readings"] = [reading | {"rejected": reading["text"] == "41 people"} for reading in point["readings"]]
    return content(apparatus=[point])


def test_a_rejection_takes_no_place_of_what_an_editor_typed() -> None:
    assert [(row["reading"], row["decision"], row["decided_by"]) for row in rows(settled())] == [
        ("41 people", "rejected", "Ada"),
        ("40 people", "settled", "Ada"),
        ("15 people", "approved", "Ada"),
    ]
    paths = ("//tei:app/tei:lem/text()", "//tei:note[@type='decision']/text()")
    assert found("tei", settled(), *paths) == [["15 people"], ["replace, Ada. By Ada. "]]
    reviews = loaded("claim-review", settled())["@graph"]
    assert [one["reviewRating"]["ratingExplanation"].partition(".")[0] for one in reviews] == [
        "It should read “15 people”"
    ] * 2


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        (REPLACED, ("Ada", "2023-09-19T12:30:00+00:00", "By Ada.")),
        ((("annotate", [], "Cy", True),), (None, None, None)),
    ],
)
def test_the_workbook_names_the_same_decision(acts: tuple[Act, ...], expected: tuple[str | None, ...]) -> None:
    made = issued()
    point = made["apparatus"][3] | {"decisions": decided(*acts)}
    book = load_workbook(io.BytesIO(RENDERERS["xlsx"].render(made | {"apparatus": [point]})))
    assert [*book["Points"].values][1][10:] == expected
