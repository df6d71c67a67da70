"""Small words that break a sentence, and the same words where they are right."""

from dataclasses import replace

import pytest

from factcheck.collation.event import Event
from factcheck.collation.grammar import compare
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse_text
from factcheck.types import Doubt, ExtractedArticle
from tests.collation.copies import article, event

FOUND = [
    ("Rescuers moved people out of they valley.", "they", "the"),
    ("The dam would of held for a day longer.", "of", "have"),
    ("More then 40 houses were lost.", "then", "than"),
    ("The club won in it's own stadium.", "it's", "its"),
    ("The road was shut because off the flood.", "off", "of"),
    ("The mayor wants too help the farmers.", "too", "to"),
    ("They where killed at sea.", "where", "were"),
    ("Farmers hid it in there own barns.", "there", "their"),
    ("They met for an poll in Tessel.", "an", "a"),
    ("It was a ill-conceived plan.", "a", "an"),
    ("He bought a 8-year-old boat.", "a", "an"),
    ("An witness ran.", "An", "A"),
]
SILENT = [
    "A unanimous jury gave a one-year term and an honest answer in an hour at a university.",
    "The plan a and b, an and the.",
    "The Serie A opener drew 12 million Class A ordinary shares and a hepatitis A outbreak.",
    "An 18-year-old and a 16-year-old saw an 80-foot wave, a 100-foot one and an x-ray.",
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
]


@pytest.mark.parametrize(("text", "word", "right"), FOUND)
def test_slips(text: str, word: str, right: str) -> None:
    assert [(d.readings[0].text, d.suggested) for d in compare(event(text))] == [(word, right)]


@pytest.mark.parametrize("text", SILENT)
def test_right_words(text: str) -> None:
    assert [d.readings[0].text for d in compare(event(text))] == []


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
        ([OFF, ABOUT], "off", 0.999, [("discrepancy", "off", "of")]),
        ([OFF], "off", 0.99, []),
        ([OFF], "coast", 0.999, []),
        ([OFF.replace("coast off", "coast, off")], "off", 0.999, []),
        (["Then mayor Orla Brandt spoke."], "Then", 0.999, []),
        ([OFF, OFF.replace("Monday", "Tuesday")], "off", 0.999, []),
        (["“The storm reached the coast off Spain,” she said."], "off", 0.999, []),
    ],
    ids=[
        "doubted",
        "others do not",
        "not sure enough",
        "no small word",
        "after a pause",
        "a first word",
        "printed by two",
        "a speaker's words",
    ],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Oslo to speak about it Norway situation and the flood.", [("it", "the")]),
        ("The majority off the council voted no.", [("off", "of")]),
        ("The council voted too raise the water tax by a tenth.", [("too", "to")]),
        ("They are two points off the top, and the mayor was then a clerk.", []),
        ("In the final minute Haug passed to Lind, who scored her third goal of the season.", []),
        ("The company said that its net profit rose to $4 million, from $3 million a year before.", []),
        ("With most of the votes counted, the party had 48 of the 120 seats, two more than in May.", []),
    ],
)
def test_small_words_as_the_shipped_pipeline_doubts_them(text: str, expected: list[tuple[str, str]]) -> None:
    read = extract(parse_text(text, name="a.txt"), load("en_wire"))
    assert [(draft.readings[0].text, draft.suggested) for draft in compare(Event(0, (read,)))] == expected
