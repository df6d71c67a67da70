"""Foreign words left in English copy, and those that are at home there."""

from dataclasses import replace

import pytest

from factcheck.collation.foreign_residue import compare
from tests.collation.copies import event

FOUND = [
    ("The U.S. team trained in Oregon (EE.UU.) on Monday.", "EE.UU.", "U.S."),
    ("Delegates from Estados Unidos voted; the United States abstained.", "Estados Unidos", "United States"),
    ("The ONU sent helpers. The United Nations thanked them.", "ONU", "U.N."),
    ("The river rose, sin embargo nobody was hurt.", "sin embargo", "however"),
    ("Rescuers walked avec dogs through the village.", "avec", "with"),
    ("The gobierno promised aid to the farmers.", "gobierno", "government"),
    ("The dam broke porque nadie había the key.", "porque nadie había", None),
]
SILENT = [
    "The two towns voted en masse for the de facto mayor.",
    "He played for Real Madrid before he moved to Rio de Janeiro.",
    "She reads El País and Le Monde every day.",
    "“El gobierno no ha hecho nada,” she said in Spanish.",
    "The barrio (a quarter of the city) was flooded.",
    "The coup d'état failed, a communiqué said.",
    "Farmers use the ejido (common land) system; each ejido votes, and an ejido may sell.",
]


@pytest.mark.parametrize(("text", "words", "english"), FOUND)
def test_residue(text: str, words: str, english: str | None) -> None:
    assert [(d.readings[0].text, d.suggested) for d in compare(event(text))] == [(words, english)]


@pytest.mark.parametrize("text", SILENT)
def test_words_at_home(text: str) -> None:
    assert [d.readings[0].text for d in compare(event(text))] == []


RESIDUE = "The gobierno promised aid to the farmers."


@pytest.mark.parametrize(
    ("origins", "texts", "expected"),
    [
        ({"a.txt": 0, "b.txt": 0, "c.txt": 0}, (RESIDUE, RESIDUE, RESIDUE), 3),
        ({"a.txt": 0, "b.txt": 1}, (RESIDUE, RESIDUE), 0),
        ({}, (f"{RESIDUE} The gobierno met. Farmers asked the gobierno for more.",), 3),
        ({}, (f"{RESIDUE} Farmers asked the gobierno (the council) for more.",), 0),
    ],
    ids=["copies", "two origins", "again and again", "explained"],
)
def test_when_a_foreign_word_is_meant(origins: dict[str, int], texts: tuple[str, ...], expected: int) -> None:
    assert len(list(compare(replace(event(*texts), origin_of=origins)))) == expected
