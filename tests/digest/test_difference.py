"""What one number prints otherwise than the one before, what kind of number that makes it, and the proposed note."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.difference import Difference, Sort, differences, proposed_note, signal
from factcheck.digest.framing import MaterialComposition
from factcheck.digest.renderers import RENDERERS
from factcheck.digest.withdrawal import withdrawn
from factcheck.types import Verdict
from tests.digest.materials import article, conflict, material

MERIDIAN = article(
    1,
    "Meridian Press",
    "Talks held\nMinister Orban Felt met the envoy.\n“We had a constrictive talk today,” he said.",
    quotes={"We had a constrictive talk today,": "Orban Velt"},
)
NORTHGATE = article(2, "Northgate Wire", "Envoy in port\nThe envoy met Orban Velt. Some 40 people came.")
NAME = {"Orban Felt": [MERIDIAN], "Orban Velt": [NORTHGATE]}
SAID = {"constrictive": [MERIDIAN]}


def content(*rows: Any, articles: Any = (MERIDIAN, NORTHGATE)) -> dict[str, Any]:
    own_words = MaterialComposition(headline="Talks", summary="")
    return compose(replace(material(articles, *rows), composition=own_words))


OPEN = content(conflict(1, NAME))
CORRECTED = content(conflict(1, NAME, approve="Orban Velt"))
ALONE = content(conflict(1, NAME), articles=(MERIDIAN,))
OTHER = content(replace(conflict(1, NAME, approve="Orban Felt"), edits=False))
STANDING = content(replace(conflict(1, NAME, approve="Orban Velt"), edits=False))
DISMISSED = content(conflict(1, NAME, verdict=Verdict.DISMISS))


@pytest.mark.parametrize(
    ("before", "after", "expected", "kind"),
    [
        (OPEN, OPEN, [], "update"),
        (
            OPEN,
            CORRECTED,
            [("corrected", "“Orban Felt” to “Orban Velt” in Meridian Press")],
            "correction",
        ),
        (
            CORRECTED,
            OPEN,
            [
                ("corrected", "“Orban Felt” to “Orban Velt” in Meridian Press, taken back"),
                ("added", "the open point “Two spellings of one name.”"),
            ],
            "correction",
        ),
        (OTHER, STANDING, [("corrected", "“Orban Felt” to “Orban Velt”")], "correction"),
        (
            STANDING,
            DISMISSED,
            [
                ("corrected", "the fact “Orban Velt”, which stands no longer"),
                ("added", "the point “Two spellings of one name.”, of which several readings stand"),
            ],
            "correction",
        ),
        (OPEN, STANDING, [("added", "the fact “Orban Velt”")], "update"),
        (
            OPEN,
            DISMISSED,
            [("added", "the point “Two spellings of one name.”, of which several readings stand")],
            "update",
        ),
        (ALONE, OPEN, [("added", "the report of Northgate Wire")], "update"),
        (OPEN, ALONE, [("dropped", "the report of Northgate Wire")], "update"),
        (OPEN, OPEN | {"headline": "Other"}, [("edited", "the headline")], "update"),
        (OPEN, OPEN | {"order": ["facts"]}, [("edited", "the order of the parts")], "update"),
        (OPEN, OPEN | {"quotations": []}, [("dropped", "the quotation “We had a constrictive talk today,”")], "update"),
    ],
)  # fmt: skip
def test_differences(before: dict, after: dict, expected: list[tuple[str, str]], kind: str) -> None:
    assert differences(before, after) == [Difference(Sort(sort), words) for sort, words in expected]
    assert signal(before, after) == kind


LISTED = content(
    conflict(1, NAME, approve="Orban Velt"), conflict(2, SAID, replace="constructive", suggested="constructive")
)
TOGETHER = content(conflict(1, NAME, verdict=Verdict.DISMISS))


def arranged(of: dict[str, Any], **put: Any) -> dict[str, Any]:
    """The content with one of its parts put together otherwise; the copy stays as it is."""
    return {**of, **put}


def edited(row: dict[str, Any], field: str, words: str) -> dict[str, Any]:
    return row | {field: words, "composed": row[field]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            LISTED,
            arranged(LISTED, corrections=LISTED["corrections"][:1]),
            [("dropped", "the line on “constrictive” to “constructive” in Meridian Press")],
        ),
        (
            arranged(LISTED, corrections=[]),
            LISTED,
            [
                ("added", "the line on “Orban Felt” to “Orban Velt” in Meridian Press"),
                ("added", "the line on “constrictive” to “constructive” in Meridian Press"),
            ],
        ),
        (LISTED, arranged(LISTED, facts=LISTED["facts"][1:]), [("dropped", "the fact “Orban Velt”")]),
        (STANDING, arranged(STANDING, facts=[]), [("dropped", "the fact “Orban Velt”")]),
        (STANDING, withdrawn(STANDING, "It never met."), [
            ("dropped", "the fact “Orban Velt”"),
            ("dropped", "the quotation “We had a constrictive talk today,”"),
            ("dropped", "the report of Meridian Press"),
            ("dropped", "the report of Northgate Wire"),
            ("edited", "the order of the parts"),
            ("edited", "the status"),
        ]),
        (
            TOGETHER,
            arranged(TOGETHER, standing_together=[]),
            [("dropped", "the point “Two spellings of one name.”, of which several readings stand")],
        ),
        (
            arranged(TOGETHER, standing_together=[TOGETHER["standing_together"][0] | {"stands": ["Orban Felt"]}]),
            TOGETHER,
            [("corrected", "which readings stand, “Two spellings of one name.”")],
        ),
        (
            arranged(OPEN, agreed=[{"kind": "Figure", "before": "some ", "text": "40 people", "after": " came"}]),
            arranged(OPEN, agreed=[{"kind": "Figure", "before": "some ", "text": "60 people", "after": " came"}]),
            [
                ("added", "what reports tell alike, “60 people”"),
                ("dropped", "what reports tell alike, “40 people”"),
            ],
        ),
        (
            OPEN,
            arranged(OPEN, open_points=[edited(OPEN["open_points"][0], "summary", "Felt, or Velt?")]),
            [("edited", "the line “Two spellings of one name.” to “Felt, or Velt?”")],
        ),
        # Edited and then left out: it is the point that goes, in the words that it was composed in.
        (
            arranged(OPEN, open_points=[edited(OPEN["open_points"][0], "summary", "Felt, or Velt?")]),
            arranged(OPEN, open_points=[]),
            [("dropped", "the open point “Two spellings of one name.”")],
        ),
        # Another hour of the day in a composed line is no difference.
        (
            STANDING,
            arranged(STANDING, facts=[STANDING["facts"][0] | {"words": "Decided the day before."}]),
            [],
        ),
    ],
)  # fmt: skip
def test_what_an_editor_leaves_out_or_rewords_corrects_nothing(
    before: dict, after: dict, expected: list[tuple[str, str]]
) -> None:
    assert differences(before, after) == [Difference(Sort(sort), words) for sort, words in expected]
    corrects = any(sort == "corrected" for sort, _ in expected)
    assert signal(before, after) == ("correction" if corrects else "update")


@pytest.mark.parametrize("format", ["html", "markdown", "text", "evidence"])
def test_corrections_that_are_left_out_are_not_said_to_be_none(format: str) -> None:
    """The copy is changed, whatever the list has."""
    number = {"number": 1, "issued_by": "Ada", "issued_at": CORRECTED["composed_at"], "sha256": "0" * 64}
    shown = [_printed(format, {**of, "corrections": [], **number}) for of in (OPEN, CORRECTED)]
    assert ["No words were changed." in page for page in shown] == [True, False]


def _printed(format: str, of: dict[str, Any]) -> str:
    made = RENDERERS[format].render(of)
    if format == "evidence":
        with ZipFile(BytesIO(made)) as pack:
            return pack.read("corrections.md").decode()
    return made.decode()


def test_other_words_of_one_quotation_correct_it() -> None:
    told = OPEN["quotations"][0] | {"text": "We had a constructive talk today,"}
    assert differences(OPEN, OPEN | {"quotations": [told]}) == [
        Difference(
            Sort.CORRECTED,
            "the quotation “We had a constrictive talk today,” to “We had a constructive talk today,”",
        )
    ]
    elsewhere = told | {"witnesses": [{"article": 2, "where": "paragraph 1"}]}
    assert [line.sort for line in differences(OPEN, OPEN | {"quotations": [elsewhere]})] == [Sort.ADDED, Sort.DROPPED]


def test_the_first_number_has_neither_note_nor_signal_of_change() -> None:
    assert (signal(None, OPEN), proposed_note(None, OPEN)) == ("first", "")


def test_the_proposed_note_names_a_few_and_counts_the_rest() -> None:
    many = [replace(article(pk, f"Wire {pk}", "Head\nBody.")) for pk in range(3, 10)]
    after = content(conflict(1, NAME, approve="Orban Velt"), articles=(MERIDIAN, NORTHGATE, *many))
    assert proposed_note(OPEN, after) == (
        "Corrected: “Orban Felt” to “Orban Velt” in Meridian Press. Added: the report of Wire 3, the report of Wire 4,"
        " the report of Wire 5, the report of Wire 6 and 3 more."
    )


def test_the_first_form_of_contents_can_be_compared() -> None:
    new = {"headline", "summary", "order", "embargo_until", "status", "agreed", "apparatus"}
    first_form = {name: value for name, value in OPEN.items() if name not in new}
    assert (differences(first_form, OPEN), differences(OPEN, first_form)) == ([], [])


def test_a_withdrawal_is_no_correction() -> None:
    killed = withdrawn(CORRECTED, "The agency took it back.")
    assert (killed["signal"], signal(CORRECTED, killed)) == ("update", "update")
    assert {name for name, value in killed.items() if value == []} == {
        "corrections", "facts", "agreed", "quotations", "standing_together", "open_points", "articles", "left_out",
        "witnesses", "apparatus", "orphans", "accused", "order", "earlier",
    }  # fmt: skip
