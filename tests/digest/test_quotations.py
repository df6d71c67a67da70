"""Quotations: one row for what was said once, whoever carries it."""

from dataclasses import replace

import pytest

from factcheck.digest.compose import compose
from factcheck.digest.material import CarriedQuote, MaterialArticle, MaterialWitness, Named
from factcheck.types import Verdict
from tests.digest.materials import article, conflict, material

WORDS = "We will build the bridge by spring"


def carrying(pk: int, words: str = WORDS, speaker: str = "Ines Moreau", source: str = "") -> MaterialArticle:
    return article(pk, source or f"Wire {pk}", f"Head {pk}\nShe said: “{words}.”", quotes={words: speaker})


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        (carrying(2), [("Ines Moreau", 2, [False, False])]),
        (carrying(2, "we will build the bridge by spring"), [("Ines Moreau", 2, [False, False])]),
        (carrying(2, "build the bridge by spring"), [("Ines Moreau", 2, [False, True])]),
        (carrying(2, "build the bridge by spring", ""), [("Ines Moreau", 2, [False, True])]),
        (carrying(2, speaker="Orban Velt"), [("Ines Moreau", 1, [False]), ("Orban Velt", 1, [False])]),
        (carrying(2, "the bridge"), [("Ines Moreau", 1, [False])]),
        (carrying(2, "build the bridge by summer"), [("Ines Moreau", 1, [False]), ("Ines Moreau", 1, [False])]),
    ],
)
def test_copies_of_one_quotation_are_one_row(other: MaterialArticle, rows: list) -> None:
    found = compose(material([carrying(1), other]))["quotations"]
    assert [(row["speaker"], row["reports"], [one["part"] for one in row["witnesses"]]) for row in found] == rows


@pytest.mark.parametrize(
    ("kind", "mentioned", "speakers"),
    [
        ("name-spelling", "Ines Moro", [("Ines Moreau", 2)]),
        # Somebody else's name was corrected: this one the copy keeps.
        ("name-spelling", "Marco Moro", [("Ines Moreau", 1), ("Ines Moro", 1)]),
        # Which part people are called by is no spelling of their full name.
        ("second-reference", "Ines Moro", [("Ines Moreau", 1), ("Ines Moro", 1)]),
        ("figure", "Ines Moro", [("Ines Moreau", 1), ("Ines Moro", 1)]),
    ],
)
def test_a_corrected_name_is_the_speakers_too(kind: str, mentioned: str, speakers: list) -> None:
    wrong = article(1, "Meridian Press", f"Head\nMoro said: “{WORDS}.”", quotes={WORDS: "Ines Moro"})
    wrong = replace(wrong, people=(Named(5, 9, mentioned),))
    right = article(2, "Northgate Wire", f"Head\nMoreau said: “{WORDS}.”", quotes={WORDS: "Ines Moreau"})
    name = conflict(1, {"Moro": [wrong], "Moreau": [right]}, approve="Moreau", kind=kind)
    found = compose(material([wrong, right], name))["quotations"]
    assert sorted((row["speaker"], row["reports"]) for row in found) == speakers


@pytest.mark.parametrize(
    ("kind", "old", "speaker", "expected"),
    [
        ("second-reference", "Wenhao", "Li Wenhao", "Li Wenhao"),
        ("second-reference", "Wenhao", "Wenhao", "Li"),
        ("name-spelling", "Wenhao", "Wenhao", "Li"),
        ("figure", "Wenhao", "Wenhao", "Wenhao"),
    ],
)
def test_a_name_that_is_the_whole_of_it_is_changed(kind: str, old: str, speaker: str, expected: str) -> None:
    text = f"Head\nLi Wenhao came. Later {old} said: “{WORDS}.”"
    start = text.index(old, text.index("Later"))
    one = replace(
        article(1, "Meridian Press", text, quotes={WORDS: speaker}),
        people=(Named(5, 14, "Li Wenhao"), Named(start, start + len(old), "Li Wenhao")),
    )
    made = conflict(1, {old: [one], "Li": [one]}, approve="Li", kind=kind)
    later = replace(made.readings[0], witnesses=(MaterialWitness(1, start, start + len(old)),))
    second = replace(made, readings=(later, made.readings[1]))
    assert [row["speaker"] for row in compose(material([one], second))["quotations"]] == [expected]


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        ((None, None, None), "carried by 3 reports"),
        ((1, 1, 2), "carried by 3 reports of 2 origins"),
        ((1, 1, 1), "carried by 3 reports of 1 origin"),
    ],
)
def test_copies_of_one_origin_are_told(origins: tuple, words: str) -> None:
    articles = [replace(carrying(pk), origin=origin) for pk, origin in enumerate(origins, start=1)]
    assert [row["carried_by"] for row in compose(material(articles))["quotations"]] == [words]


def test_an_interrupted_quotation_keeps_its_parts_apart() -> None:
    text = "Head\n“We will build the bridge,” she said. “By spring.”"
    parts = ((text.index("We"), text.index("” she")), (text.index("By"), text.index(".”") + 1))
    quote = CarriedQuote(parts[0][0], parts[1][1], "Ines Moreau", parts=parts)
    one = replace(article(1, "Meridian Press", text), quotes=(quote,))
    assert [row["text"] for row in compose(material([one]))["quotations"]] == ["We will build the bridge,” “By spring."]


def test_a_quotation_whose_words_are_open_says_so() -> None:
    articles = [
        carrying(1),
        carrying(2, "We will build the bridge by summer"),
        carrying(3, "Nobody asked us before now"),
    ]
    readings = {"spring": articles[:1], "summer": articles[1:2]}
    found = compose(material(articles, conflict(1, readings)))["quotations"]
    assert [(row["text"][-6:], row["disputed"]) for row in found] == [
        ("re now", False),
        ("spring", True),
        ("summer", True),
    ]
    settled = compose(material(articles, conflict(1, readings, verdict=Verdict.DISMISS)))["quotations"]
    assert [row["disputed"] for row in settled] == [False, False, False]


def test_reports_of_one_source_go_by_their_headlines_too() -> None:
    articles = [carrying(1, source="Meridian Press"), carrying(2, source="Meridian Press"), carrying(3)]
    content = compose(material(articles, conflict(1, {"spring": articles}, approve="spring")))
    assert [one["source"] for one in content["quotations"][0]["witnesses"]] == [
        "Meridian Press (“Head 1”)",
        "Meridian Press (“Head 2”)",
        "Wire 3",
    ]


def test_a_report_that_has_both_readings_says_so() -> None:
    both = article(1, "Meridian Press", "Head\nVelt came. Felt left.")
    other = article(2, "Northgate Wire", "Head\nVelt came.")
    content = compose(material([both, other], conflict(1, {"Felt": [both], "Velt": [both, other]}, approve="Velt")))
    assert content["articles"][0]["text"] == "Head\nVelt came. Velt left."
    assert [row["words"] for row in content["corrections"]] == [
        "“Felt” corrected to “Velt” in Meridian Press, paragraph 1 — approved by Ada, 12:40;"
        " 2 of 2 reports have it, this one elsewhere"
    ]
