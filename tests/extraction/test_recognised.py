"""What a language pipeline recognises decides the capitalised words that the rules leave open, and no others."""

import pytest

from factcheck.extraction import names
from factcheck.extraction.sentences import sentences
from factcheck.extraction.sheet import Entity, lay_out
from factcheck.types import WireCopy
from tests.extraction.reading import body


def named(text: str, seen: dict[str, str]) -> list[tuple[str, str, str]]:
    """The names of a text in which these words are recognised: words, entity, type."""
    copy = WireCopy("test.txt", text, body(text))
    entities = sorted(
        Entity(at, at + len(words), label) for words, label in seen.items() for at in places_of(words, text)
    )
    sheet = lay_out(copy, text, sentences(text, copy.segments), entities)
    return [(text[n.start : n.end], n.entity, n.type) for n in names.find(sheet).found]


def places_of(words: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        # Nothing seen, nothing known: no name.
        ("They saw Quorvex and left.", {}, []),
        # An open word takes the label.
        ("They saw Quorvex and left.", {"Quorvex": "ORG"}, [("Quorvex", "Quorvex", "ORG")]),
        ("They drove to Quorby and left.", {"Quorby": "GPE"}, [("Quorby", "Quorby", "GPE")]),
        ("They crossed the Quorby Heights.", {"Quorby Heights": "LOC"}, [("Quorby Heights", "Quorby Heights", "LOC")]),
        # A person seen once in full is known by the surname afterwards.
        (
            "They saw Quilla Vorne. Later Vorne left.",
            {"Quilla Vorne": "PERSON"},
            [("Quilla Vorne", "Quilla Vorne", "PERSON"), ("Vorne", "Quilla Vorne", "PERSON")],
        ),
        # The rest of a run stays open: it is no name.
        ("They saw Quorvex Deluxe and left.", {"Quorvex": "ORG"}, [("Quorvex", "Quorvex", "ORG")]),
        # A longer name takes a listed place in.
        ("They saw Lisbon Quorvex and left.", {"Lisbon Quorvex": "ORG"}, [("Lisbon Quorvex", "Lisbon Quorvex", "ORG")]),
        # What the rules know stays: a listed place, a person by title.
        ("They drove to Lisbon.", {"Lisbon": "PERSON"}, [("Lisbon", "Lisbon", "GPE")]),
        (
            "Foreign Minister Per Holm left.",
            {"Per Holm": "ORG"},
            [("Per Holm", "Per Holm", "PERSON")],
        ),
        # Labels that are no names for the desk, and marks that end inside a word, are passed over.
        ("They saw Quorvex and left.", {"Quorvex": "WORK_OF_ART"}, []),
        ("They saw Quorvex and left.", {"Quor": "ORG"}, []),
        # An article or an ending in the span is no part of the name.
        ("They saw the Quorvex's ship.", {"the Quorvex's": "ORG"}, [("Quorvex", "Quorvex", "ORG")]),
    ],
)
def test_open_words_are_decided(text: str, seen: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert named(text, seen) == expected
