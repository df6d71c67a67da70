"""What one number prints otherwise than the one before, what kind of number that makes it, and the proposed note."""

from dataclasses import replace
from typing import Any

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.difference import Difference, Sort, differences, proposed_note, signal
from factcheck.digest.framing import MaterialComposition
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
SAID = {"constrictive": [MERIDIAN], "constructive": [MERIDIAN]}


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
            [("Corrected", "“Orban Felt” to “Orban Velt” in Meridian Press")],
            "correction",
        ),
        (
            CORRECTED,
            OPEN,
            [
                ("Corrected", "“Orban Felt” to “Orban Velt” in Meridian Press, taken back"),
                ("Added", "the open point “Two spellings of one name.”"),
            ],
            "correction",
        ),
        (OTHER, STANDING, [("Corrected", "“Orban Felt” to “Orban Velt”")], "correction"),
        (STANDING, DISMISSED, [("Corrected", "the fact “Orban Velt”, which stands no longer")], "correction"),
        (OPEN, STANDING, [("Added", "the fact “Orban Velt”")], "update"),
        (OPEN, DISMISSED, [], "update"),
        (ALONE, OPEN, [("Added", "the report of Northgate Wire")], "update"),
        (OPEN, ALONE, [("Dropped", "the report of Northgate Wire")], "update"),
        (OPEN, OPEN | {"headline": "Other"}, [("Edited", "the headline")], "update"),
        (OPEN, OPEN | {"order": ["facts"]}, [("Edited", "the order of the parts")], "update"),
        (OPEN, OPEN | {"quotations": []}, [("Dropped", "the quotation “We had a constrictive talk today,”")], "update"),
    ],
)  # fmt: skip
def test_differences(before: dict, after: dict, expected: list[tuple[str, str]], kind: str) -> None:
    assert differences(before, after) == [Difference(Sort(sort), words) for sort, words in expected]
    assert signal(before, after) == kind


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


def test_long_quotations_are_told_from_where_they_part() -> None:
    words = "We have come a long way and shall go on with it until the last lamp of the harbour is {}."
    before, after = (
        OPEN | {"quotations": [OPEN["quotations"][0] | {"text": words.format(word)}]} for word in ("dark", "lit")
    )
    assert differences(before, after) == [
        Difference(
            Sort.CORRECTED,
            "the quotation “…last lamp of the harbour is dark.” to “…last lamp of the harbour is lit.”",
        )
    ]


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
    assert differences(first_form, OPEN) == []


def test_a_withdrawal_is_no_correction() -> None:
    killed = withdrawn(CORRECTED, "The agency took it back.")
    assert (killed["signal"], signal(CORRECTED, killed)) == ("update", "update")
    assert {name for name, value in killed.items() if value == []} == {
        "corrections", "facts", "agreed", "quotations", "standing_together", "open_points", "articles", "left_out",
        "apparatus", "orphans", "accused", "order", "earlier",
    }  # fmt: skip
