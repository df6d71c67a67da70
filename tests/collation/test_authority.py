"""Whose reading is suggested where some have it first hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from factcheck.collation.collate import collate
from factcheck.types import ExtractedArticle
from tests.collation.copies import article

HEAD = "Talks end in Oslo\n\n"
SAID = "“We had a candid and {} discussion on the harbour with our partners,” Mayor Orla Brandt said{}."
CANDID = ("constructive", "constructive", "constrictive")


def report(name: str, word: str, way: str = "", *, primary: bool = False) -> ExtractedArticle:
    read = article(HEAD + SAID.format(word, way) + f"\n\nReporters of {name} saw the ships leave.", f"{name}.txt")
    return replace(read, copy=replace(read.copy, primary=primary, source_name=name))


def suggested(*articles: ExtractedArticle) -> Mapping[str, str]:
    """The suggestion of each conflict about the word, with its reason; the suggested reading stands first."""
    found = collate(articles).conflicts
    assert all(draft.readings[0].suggested == bool(draft.suggested) for draft in found)
    assert all(reading.suggested == (reading.text == draft.suggested) for draft in found for reading in draft.readings)
    return {str(draft.suggested): draft.reason for draft in found}


def three(ways: tuple[str, str, str] = ("", "", ""), primary: str = "") -> list[ExtractedArticle]:
    names = ("Meridian", "Northgate", "City Council")
    return [
        report(name, word, way, primary=name == primary) for name, word, way in zip(names, CANDID, ways, strict=True)
    ]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            three(primary="City Council"),
            {"constrictive": "It stands in the primary source, City Council."},
            id="a primary source outranks two reports",
        ),
        pytest.param(
            three(ways=("", "", ", according to a transcript")),
            {"constrictive": "City Council quotes it from a transcript."},
            id="a transcript outranks two reports",
        ),
        pytest.param(
            three(ways=("", "", ", according to a transcript"), primary="Meridian"),
            {"constructive": "It stands in the primary source, Meridian."},
            id="a primary source outranks a transcript",
        ),
        pytest.param(
            three(ways=(" through an interpreter", " through an interpreter", ", speaking in English")),
            {"constrictive": "City Council has it in the language that it was said in; elsewhere it is translated."},
            id="the language that it was said in",
        ),
    ],
)
def test_authority_outranks_numbers(articles: list[ExtractedArticle], expected: Mapping[str, str]) -> None:
    assert suggested(*articles) == expected


@pytest.mark.parametrize("way", [" in English", ", speaking in English"])
def test_who_says_the_language_alone_outranks_nobody(way: str) -> None:
    ways = ("", "", way)
    assert list(suggested(*three(ways=ways))) == ["constructive"]


CHARGE = "The {}robber of the harbour bank was held in Oslo on Monday after a long chase."


def test_an_accuser_does_not_settle_an_accusation() -> None:
    texts = (CHARGE.format("alleged "), CHARGE.format("alleged "), CHARGE.format(""))
    read = [article(f"{HEAD}{text}\n\nNote {number}.", f"{number}.txt") for number, text in enumerate(texts)]
    police = replace(read[2], copy=replace(read[2].copy, primary=True, source_name="Police"))
    (found,) = [draft for draft in collate([*read[:2], police]).conflicts if draft.kind == "hedging"]
    assert (found.suggested, found.reason) == (None, "")


def test_two_primary_sources_that_differ_settle_nothing() -> None:
    plain = suggested(*three())
    both = [replace(one, copy=replace(one.copy, primary=True)) for one in three()]
    assert list(suggested(*both)) == list(plain) == ["constructive"]
