"""Doubled words and words that are no words."""

from dataclasses import replace

import pytest

from factcheck.collation.event import Event
from factcheck.collation.spelling import compare, correction
from factcheck.types import Doubt
from tests.collation.copies import article, event

FOUND = [
    ("Water reached the the second floor.", "the the", "the"),
    ("The goverment sent boats.", "goverment", "government"),
    ("The river keeps risign.", "risign", "rising"),
]
SILENT = [
    "He said that that was all he had had to say.",
    "Duran Duran played in Walla Walla, and it was a very very long night.",
    "The healthcare worker unfollowed the account.",
    "Visit www.floodwatch.example for more.",
    "The re-elected co-chair spoke.",
]


@pytest.mark.parametrize(("text", "words", "right"), FOUND)
def test_slips(text: str, words: str, right: str) -> None:
    assert [(d.readings[0].text, d.suggested) for d in compare(event(text))] == [(words, right)]


@pytest.mark.parametrize("text", SILENT)
def test_right_words(text: str) -> None:
    assert [d.readings[0].text for d in compare(event(text))] == []


def test_a_word_that_another_report_prints_too_is_a_word() -> None:
    assert [d.kind for d in compare(event("The qwendle rose.", "A qwendle fell."))] == []


@pytest.mark.parametrize("word", ["shying", "ailed", "mire", "singeing", "organise", "unbeatable"])
def test_rare_words_stand(word: str) -> None:
    assert correction(word) is None


SLIP = "The goverment sent boats."


@pytest.mark.parametrize(
    ("origins", "texts", "expected"),
    [
        ({"a.txt": 0, "b.txt": 0}, (SLIP, SLIP), ["goverment", "goverment"]),
        ({"a.txt": 0, "b.txt": 1}, (SLIP, SLIP), []),
        ({}, (f"{SLIP} Later the goverment sent food.",), ["goverment", "goverment"]),
        ({}, (f"{SLIP} Later the Goverment sent food.",), []),
        ({}, (f"{SLIP} The goverment (a council of elders) sent food.",), []),
        ({}, (f"{SLIP} Villagers elect what is called a “goverment” by hand.",), []),
    ],
    ids=["copies", "two origins", "twice in one report", "a name", "explained", "called so"],
)
def test_when_a_form_is_a_word(origins: dict[str, int], texts: tuple[str, ...], expected: list[str]) -> None:
    found = compare(replace(event(*texts), origin_of=origins))
    assert [draft.readings[0].text for draft in found] == expected


FRIST = "The council took the frist vote on the dam."


@pytest.mark.parametrize(
    ("text", "word", "sure", "expected"),
    [
        (FRIST, "frist", 0.999, [("frist", "first")]),
        (FRIST, "frist", 0.99, []),
        (FRIST, "council", 0.999, []),
        (FRIST + " A frist, or a stay of payment, was refused.", "frist", 0.999, []),
    ],
    ids=["doubted", "not sure enough", "a common word", "explained"],
)
def test_a_rare_word_that_the_pipeline_doubts(
    text: str, word: str, sure: float, expected: list[tuple[str, str]]
) -> None:
    at = text.index(word)
    read = replace(article(text), doubts=(Doubt(at, at + len(word), "first", sure),))
    assert [(d.readings[0].text, d.suggested) for d in compare(Event(0, (read,)))] == expected
