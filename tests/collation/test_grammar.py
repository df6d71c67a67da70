"""Small words that break a sentence, and the same words where they are right."""

from dataclasses import replace

import pytest

from factcheck.collation.event import Event
from factcheck.collation.grammar import compare
from factcheck.types import Doubt, ExtractedArticle
from tests.collation.copies import article, event

FOUND = [
    ("They met in Oslo to speak about it Norway situation and the flood.", "it", "the"),
    ("Rescuers moved people out of they valley.", "they", "the"),
    ("The dam would of held for a day longer.", "of", "have"),
    ("More then 40 houses were lost.", "then", "than"),
    ("The club won in it's own stadium.", "it's", "its"),
    ("The road was shut because off the flood.", "off", "of"),
    ("The mayor wants too help the farmers.", "too", "to"),
    ("They where killed at sea.", "where", "were"),
    ("The town counted their losses. Farmers hid there losses.", "there", "their"),
]
SILENT = [
    "He asked about it Monday, and again on it Tuesday.",
    "“I would of gone,” she said.",
    "The report set off the alarm, part of the plan.",
    "It is too American, too, the critics said of it Lee said.",
    "There remains a doubt, and there needs to be an answer.",
    "Of course they would, of course.",
    "More, then, is needed; he was then mayor.",
    "They asked where the boats were and of whom.",
    "Tessel are four points off the top, and the points of the match were few.",
    "The store took ten percent off its prices, percent of its staff said.",
    "The fine wiped $85 billion off profit, a billion of profit that year.",
    "He bought the version off the shelf, a version of the map, and came inside off the street.",
    "The rate of growth fell. The rate off growth rose later.",
]


@pytest.mark.parametrize(("text", "word", "right"), FOUND)
def test_slips(text: str, word: str, right: str) -> None:
    assert [(d.readings[0].text, d.suggested) for d in compare(event(text))] == [(word, right)]


@pytest.mark.parametrize("text", SILENT)
def test_right_words(text: str) -> None:
    assert [d.readings[0].text for d in compare(event(text))] == []


PAIRS = [
    ("The majority off the council voted no.", "In the end the majority of the council voted no.", ["of"]),
    ("The rate off growth in Tessel rose.", "The rate of growth in Tessel rose again.", ["of"]),
    ("They are two points off the top.", "Two points of the top players were rested.", []),
    ("She took the lead off Brandt with a lap left.", "The lead of Brandt was lost.", []),
    ("The board cut the price off the tickets.", "The price of the ticket fell.", []),
]


@pytest.mark.parametrize(("text", "other", "expected"), PAIRS)
def test_off_needs_another_report_with_of(text: str, other: str, expected: list[str]) -> None:
    assert [draft.suggested for draft in compare(event(text, other))] == expected


IT = [
    (["They met to speak about it Norway situation and the flood."], [("discrepancy", "the")]),
    (["They met to speak about it Norway talks.", "They met to speak about the Norway talks."], [("error", "the")]),
    (["Rescuers walked into it flooded valley.", "They walked into the flooded valley."], [("error", "the")]),
    (["Rescuers walked into it flooded valley.", "The flooded valley was empty."], []),
    (["It keeps the port, and with it Russia gains access to the sea."], []),
    (["Because of it Norway exports less.", "The Norway exports fell."], []),
    (["They signed the treaty and with it Norway won."], []),
    (["The ship sank after they heard of it Norway cut ties."], []),
    (["When they heard of it people left.", "The people left in a hurry."], []),
]


@pytest.mark.parametrize(("texts", "expected"), IT)
def test_it_for_the(texts: list[str], expected: list[tuple[str, str]]) -> None:
    assert [(draft.level.value, draft.suggested) for draft in compare(event(*texts))] == expected


OFF = "The storm reached the coast off Spain on Monday."
ABOUT = "The storm reached the coast of Spain on Monday."


def _doubted(text: str, word: str, sure: float, name: str) -> ExtractedArticle:
    read = article(text, name)
    at = text.index(word)
    return replace(read, doubts=(Doubt(at, at + len(word), "of", sure),))


@pytest.mark.parametrize(
    ("texts", "word", "sure", "expected"),
    [
        ([OFF], "off", 0.999, [("discrepancy", "off", "of")]),
        ([OFF, ABOUT], "off", 0.999, [("error", "off", "of")]),
        ([OFF], "off", 0.98, []),
        ([OFF], "coast", 0.999, []),
        ([OFF, OFF.replace("Monday", "Tuesday")], "off", 0.999, []),
        (["“The storm reached the coast off Spain,” she said."], "off", 0.999, []),
    ],
    ids=["doubted", "others do not", "not sure enough", "no small word", "printed by two", "a speaker's words"],
)
def test_a_small_word_that_the_pipeline_doubts(
    texts: list[str], word: str, sure: float, expected: list[tuple[str, str, str]]
) -> None:
    read = [_doubted(texts[0], word, sure, "a.txt"), *(article(text, "b.txt") for text in texts[1:])]
    found = compare(Event(0, tuple(read), {"a.txt": 0, "b.txt": 1}))
    assert [(draft.level.value, draft.readings[0].text, draft.suggested) for draft in found] == expected


def test_one_slip_is_one_card() -> None:
    text = "They where killed at sea."
    found = list(compare(Event(0, (replace(article(text), doubts=(Doubt(5, 10, "were", 0.999),)),))))
    assert [(draft.level.value, draft.suggested) for draft in found] == [("error", "were")]


def test_the_sentence_of_a_doubted_word() -> None:
    (draft,) = compare(Event(0, (_doubted(OFF, "off", 0.999, "a.txt"),)))
    assert draft.summary == "“off” seems wrong at “reached the coast off Spain on”: “of” is meant?"
