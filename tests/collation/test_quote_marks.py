"""Faulty quotation marks, and marks that are right although nothing closes them."""

import pytest

from factcheck.collation.quote_marks import compare
from tests.collation.copies import event

FOUND = [
    pytest.param(
        "The mayor said: “We will rebuild.”The work starts now.", ".”The", None, id="nothing wrong but the gap"
    ),
    pytest.param("Towns praised the powers.”The world needs more,” he said.", ".”The", ". “The", id="turned"),
    pytest.param(
        'He said "we will rebuild," adding that "it takes time.\n\nWork has begun.', "time.", 'time."', id="lost"
    ),
]


@pytest.mark.parametrize(("text", "printed", "suggested"), FOUND)
def test_marks_at_fault(text: str, printed: str, suggested: str | None) -> None:
    found = [(d.readings[0].text, d.suggested) for d in compare(event(text))]
    assert found == ([] if suggested is None else [(printed, suggested)])


def test_the_suggestion_replaces_what_is_printed() -> None:
    text = "Towns praised the powers.”The world needs more,” he said."
    (draft,) = compare(event(text))
    witness = draft.readings[0].witnesses[0]
    assert text[: witness.start] + str(draft.suggested) + text[witness.end :] == (
        "Towns praised the powers. “The world needs more,” he said."
    )


def test_a_quotation_over_two_paragraphs_is_right() -> None:
    text = "“We will rebuild,” the mayor said. “It takes time.\n\n“But we will do it,” she added."
    assert list(compare(event(text))) == []


def test_a_block_without_new_marks_is_one_doubtful_fault() -> None:
    text = "The letter read:\n\n“We will rebuild.\n\nIt takes time, and it takes money.”\n\nWork has begun."
    drafts = list(compare(event(text)))
    assert [(d.readings[0].text, d.score) for d in drafts] == [("It", 0.4)]
