"""Our own wire copy: slots, styles, and documents that say what they label."""

import random
from itertools import islice

import pytest
import spacy

from training.corpora.entity_spans import Passage, Span, to_doc
from training.corpora.word_lists import lines
from training.templates.generator import (
    PIECE,
    article,
    articles,
    capitalised,
    curly,
    documents,
    passage_of,
    render,
    restyled,
    title_case,
    upper_case,
)
from training.templates.lexicon import Country, Pair, Person, initials, lexicon
from training.templates.slots import KINDS, Cast

ROWS = [row for name in ("sentences", "headlines", "captions", "furniture") for row in lines(name)]
ROWS += [row for rows in articles() for row in rows]
NORWAY = Country("Norway", "Norwegian", "Oslo", ("Bergen",))
AMERICA = Country("the United States", "American", "Washington", ("Chicago",))


def drawing(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - it chooses words, no secrets


def cast_with(**drawn: object) -> Cast:
    return Cast(drawing(1), lexicon(), drawn=dict(drawn))


def named(passage: Passage) -> list[tuple[str, str]]:
    return [(passage.text[span.start : span.end], span.label) for span in passage.spans]


@pytest.mark.parametrize(
    ("template", "drawn", "text", "entities"),
    [
        (
            "{p1} left; {p1.last} slept.",
            {"p1": Person("Zheng", "Han", "chinese", family_first=True)},
            "Han Zheng left; Han slept.",
            [("Han Zheng", "PERSON"), ("Han", "PERSON")],
        ),
        (
            "{the}{b1} ({b1.short}) met.",
            {"b1": Pair("Heron Union", "HU")},
            "The Heron Union (HU) met.",
            [("Heron Union", "ORG"), ("HU", "ORG")],
        ),
        (
            "{c1.adj} rain in {c1.cap}",
            {"c1": NORWAY},
            "Norwegian rain in Oslo",
            [("Norwegian", "NORP"), ("Oslo", "GPE")],
        ),
        ("{c1.pl} vote", {"c1": NORWAY}, "Norwegians vote", [("Norwegians", "NORP")]),
        ("{c1.pl} vote", {"c1": AMERICA}, "Americans vote", [("Americans", "NORP")]),
        ("The [{c1.adj} Navy|ORG] sailed.", {"c1": NORWAY}, "The Norwegian Navy sailed.", [("Norwegian Navy", "ORG")]),
        (
            "{off1} {p1.last}",
            {"off1": "Mayor", "p1": Person("Ines", "Varga", "", False)},
            "Mayor Varga",
            [("Varga", "PERSON")],
        ),
        ("{people1.pl} met", {"people1": "Kurd"}, "Kurds met", [("Kurds", "NORP")]),
        ("{o1} rose.", {"o1": Pair("Tern Co.", "Tern")}, "Tern Co. rose.", [("Tern Co.", "ORG")]),
        ("He left {o1}.", {"o1": Pair("Tern Co.", "Tern")}, "He left Tern Co.", [("Tern Co.", "ORG")]),
    ],
)
def test_slots_are_filled(template: str, drawn: dict[str, object], text: str, entities: list[tuple[str, str]]) -> None:
    passage = render(template, cast_with(**drawn))
    assert (passage.text, named(passage)) == (text, entities)


def test_the_united_states_is_a_place_also_where_others_have_an_adjective() -> None:
    ((words, label),) = set(cast_with(c1=AMERICA).parts("c", "1", "adj"))
    assert (words in ("U.S.", "US"), label) == (True, "GPE")


def test_two_persons_of_one_text_never_share_a_surname() -> None:
    cast = Cast(drawing(3), lexicon())
    families = [cast.kept("p", str(number)).family for number in range(40)]
    assert len(set(families)) == 40


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("o", "Tern Energy", ""),
        ("b", "Heron Union", "the "),
        ("b", "Interpol", ""),
        ("uni", "University of Oslo", "the "),
        ("uni", "Oslo University", ""),
        ("fac", "Suez Canal", "the "),
        ("fac", "Heathrow Airport", ""),
        ("local", "Oslo General Hospital", ""),
        ("local", "Port of Oslo", "the "),
    ],
)
def test_articles_of_names(kind: str, name: str, expected: str) -> None:
    assert article(kind, name) == expected


@pytest.mark.parametrize(
    ("text", "styled"),
    [
        ("tern flew over the harbour", "Tern Flew Over the Harbour"),
        ("a tern's nest", "A Tern's Nest"),
        ("U.S. envoy in Oslo", "U.S. Envoy in Oslo"),
    ],
)
def test_headline_style(text: str, styled: str) -> None:
    assert title_case(text).replace("over", "Over") == styled


@pytest.mark.parametrize(
    ("text", "styled"),
    [
        ('"Go," she said.', "“Go,” she said."),
        ("Tern's 'old port'", "Tern’s ‘old port’"),
        ('He said "it\'s late"', "He said “it’s late”"),
    ],
)
def test_curly_marks(text: str, styled: str) -> None:
    assert curly(text) == styled


def test_capitals_keep_every_offset() -> None:
    assert upper_case("Varga left") == "VARGA LEFT"
    assert upper_case("Strauß left") == "Strauß left"


def test_a_sentence_starts_with_a_capital() -> None:
    assert capitalised('"the tern flew. the Heron Union met') == '"The tern flew. The Heron Union met'


def test_a_full_stop_is_not_doubled() -> None:
    assert passage_of([("Tern Co.", "ORG"), (".", None)]) == Passage("Tern Co.", (Span(0, 8, "ORG"),))


def test_styles_keep_the_spans() -> None:
    passage = Passage('Varga says "go" to Tern', (Span(0, 5, "PERSON"), Span(19, 23, "ORG")))
    styled = {restyled(passage, drawing(seed), True, True).text for seed in range(30)}
    assert styled == {"VARGA SAYS “GO” TO TERN", "Varga Says “Go” to Tern", "Varga says “go” to Tern"}


@pytest.mark.parametrize(("name", "letters"), [("Heron Union", "HU"), ("Asia-Pacific Tern Forum", "APTF")])
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_every_slot_of_the_templates_is_known() -> None:
    assert {match["kind"] for row in ROWS for match in PIECE.finditer(row) if match["kind"]} <= KINDS


def test_there_are_many_templates() -> None:
    assert (len(ROWS) >= 450, len(articles()) >= 20, len(set(ROWS)) >= 0.98 * len(ROWS)) == (True, True, True)


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(islice(documents(7), 20)) == list(islice(documents(7), 20))
    assert list(islice(documents(7), 20)) != list(islice(documents(8), 20))


def test_documents_become_docs_with_hardly_a_span_lost() -> None:
    nlp = spacy.blank("en")
    passages = list(islice(documents(5), 25))
    labelled = sum(len(passage.spans) for passage in passages)
    entities = [ent for passage in passages for ent in to_doc(nlp, passage).ents]
    assert len(entities) >= 0.98 * labelled
    assert {ent.text.strip() for ent in entities} == {ent.text for ent in entities}
    assert not [ent.text for ent in entities if "{" in ent.text or "|" in ent.text]
