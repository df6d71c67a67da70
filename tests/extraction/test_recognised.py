"""What a language pipeline recognises decides what is a name and where it ends, but for what the rules know better."""

from itertools import accumulate
from time import process_time

import pytest

from factcheck.extraction import names
from factcheck.extraction.sentences import sentences
from factcheck.extraction.sheet import Entity, Sheet, lay_out
from factcheck.types import Segment, SegmentKind, WireCopy
from tests.extraction.reading import body


def named(text: str, seen: dict[str, str]) -> list[tuple[str, str, str]]:
    """The names of a text in which these words are recognised: words, entity, type."""
    copy = WireCopy("test.txt", text, body(text))
    entities = sorted(
        Entity(at, at + len(words), label) for words, label in seen.items() for at in places_of(words, text)
    )
    return _named(lay_out(copy, text, sentences(text, copy.segments), entities))


def unlabelled(text: str, *, recogniser: bool) -> list[tuple[str, str, str]]:
    """The names of a text in which a recogniser saw nothing, or in which there was none."""
    copy = WireCopy("test.txt", text, body(text))
    return _named(lay_out(copy, text, sentences(text, copy.segments), () if recogniser else None))


def _named(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(sheet.text[n.start : n.end], n.entity, n.type) for n in names.find(sheet).found]


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
        ("They met the Quorby Mission to Lisbon.", {"Lisbon": "GPE"}, [("Quorby Mission to Lisbon",) * 2 + ("ORG",)]),
        ("It cost US$20.", {"US": "GPE"}, [("US", "US", "GPE")]),
        # A body in the place of a person: it reaches back over the words that looked like a title.
        (
            "She was chief executive of Quorvex Deluxe Ferries.",
            {"Quorvex Deluxe Ferries": "ORG"},
            [("Quorvex Deluxe Ferries", "Quorvex Deluxe Ferries", "ORG")],
        ),
        (
            "They saw the Vorne administration.",
            {"Vorne": "ORG"},
            [("Vorne administration", "Vorne administration", "ORG")],
        ),
        (
            "They met the Osk Tern Board OTB.",
            {"Osk Tern Board OTB": "ORG"},
            [("Osk Tern Board", "Osk Tern Board", "ORG"), ("OTB", "Osk Tern Board", "ORG")],
        ),
        # A body of one word that was seen stands, whatever the rules think of it.
        ("Parliament voted on Monday.", {"Parliament": "ORG"}, [("Parliament", "Parliament", "ORG")]),
        # A name with its head, and a person by title in full, outweigh what is shorter.
        ("They won the Osk Cup.", {"Osk": "GPE"}, [("Osk Cup", "Osk Cup", "EVENT")]),
        ("They crossed the Lund River.", {"Lund": "PERSON"}, [("Lund River", "Lund River", "LOC")]),
        ("Prime Minister Li Daoming left.", {"Li": "PERSON"}, [("Li Daoming", "Li Daoming", "PERSON")]),
        ("The striker Holm scored.", {"Holm": "ORG"}, [("Holm", "Holm", "PERSON")]),
        # Titles are cut off a person, and a given name right before a surname is taken in.
        ("They met Mr. Vorne.", {"Mr. Vorne": "PERSON"}, [("Vorne", "Vorne", "PERSON")]),
        ("There Per Vorne left.", {"Vorne": "PERSON"}, [("Per Vorne", "Per Vorne", "PERSON")]),
        # Capitals and figures inside a word make a name too; an article alone makes none.
        ("They saw the iPhone Max.", {"iPhone Max": "PRODUCT"}, [("iPhone Max", "iPhone Max", "PRODUCT")]),
        ("They saw 20th Quorvex Studios.", {"20th Quorvex Studios": "ORG"}, [("20th Quorvex Studios",) * 2 + ("ORG",)]),
        ("They saw the sea.", {"the": "GPE"}, []),
        # Products and works are names too.
        ("They saw Quorvex and left.", {"Quorvex": "WORK_OF_ART"}, [("Quorvex", "Quorvex", "WORK_OF_ART")]),
        # Labels that are no names, and marks that start or end inside a word, are passed over.
        ("They saw Quorvex and left.", {"Quorvex": "DATE"}, []),
        ("They saw Quorvex and left.", {"Quor": "ORG", "vex": "ORG"}, []),
        # A sign or a common noun at the end is no part of a name; a name without any capital is taken as it is.
        ("They saw Quorvex/Reuben and left.", {"Quorvex/": "ORG"}, [("Quorvex", "Quorvex", "ORG")]),
        ("They saw Quorby city and left.", {"Quorby city": "GPE"}, [("Quorby", "Quorby", "GPE")]),
        ("they drove to quorby.", {"quorby": "GPE"}, [("quorby", "quorby", "GPE")]),
        # An article or an ending in the span is no part of the name.
        ("They saw the Quorvex's ship.", {"the Quorvex's": "ORG"}, [("Quorvex", "Quorvex", "ORG")]),
    ],
)
def test_names_are_decided(text: str, seen: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert named(text, seen) == expected


@pytest.mark.parametrize(
    ("text", "alone", "passed_over"),
    [
        # Shouted words and models are no bodies.
        ("They did NOT buy the QX20.", [("NOT", "NOT", "ORG"), ("QX20", "QX20", "ORG")], []),
        # A head alone means a body that the article names.
        ("The Office opened.", [("Office", "Office", "ORG")], []),
        (
            "The Harbour Office (HO) opened. The HO, an Office, closed.",
            [(text, "Harbour Office", "ORG") for text in ("Harbour Office", "HO", "HO", "Office")],
            [(text, "Harbour Office", "ORG") for text in ("Harbour Office", "HO", "HO", "Office")],
        ),
        # What a title names is a person, unless it is an everyday word.
        (
            "She is Director of National Nutrition.",
            [("Nutrition", "Nutrition", "PERSON")],
            [],
        ),
        ("Foreign Minister Per Holm left.", [("Per Holm", "Per Holm", "PERSON")], [("Per Holm", "Per Holm", "PERSON")]),
        ("Mr. Long left. Long wept.", [("Long", "Long", "PERSON")] * 2, [("Long", "Long", "PERSON")] * 2),
        ("Mayor Field left. Field wept.", [("Field", "Field", "PERSON")] * 2, [("Field", "Field", "PERSON")] * 2),
    ],
)
def test_what_a_recogniser_passes_over_needs_evidence(
    text: str, alone: list[tuple[str, str, str]], passed_over: list[tuple[str, str, str]]
) -> None:
    assert unlabelled(text, recogniser=False) == alone
    assert unlabelled(text, recogniser=True) == passed_over


def test_a_headline_has_the_names_that_are_recognised_or_known() -> None:
    text = "Quorvex to buy Lisbon Quorby Ferries, Vorne says; Vorne Shipping, Ola Brisk gain\nQuilla Vorne spoke."
    first, second = body(text)
    segments = (Segment(SegmentKind.HEADLINE, first.start, first.end), second)
    copy = WireCopy("test.txt", text, segments)
    seen = {
        "Quorvex": "ORG",
        "Lisbon Quorby Ferries": "ORG",
        "Vorne Shipping": "ORG",
        "Ola Brisk": "PERSON",
        "Quilla Vorne": "PERSON",
    }
    entities = sorted(Entity(text.index(words), text.index(words) + len(words), label) for words, label in seen.items())
    assert _named(lay_out(copy, text, sentences(text, segments), entities)) == [
        ("Quorvex", "Quorvex", "ORG"),
        ("Lisbon Quorby Ferries", "Lisbon Quorby Ferries", "ORG"),
        ("Vorne", "Quilla Vorne", "PERSON"),
        ("Vorne Shipping", "Vorne Shipping", "ORG"),
        ("Ola Brisk", "Ola Brisk", "PERSON"),
        ("Quilla Vorne", "Quilla Vorne", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("piece", "label"),
    [("Quorvex Deluxe, Lisbon Tern and ", "ORG"), ("{0} x {1} and ", "PERSON"), ("{0} Deluxe Board QXB and ", "ORG")],
)
def test_one_endless_sentence_is_settled_in_linear_time(piece: str, label: str) -> None:
    def seconds(times: int) -> float:
        pieces = [piece.format(f"Qu{_letters(number)}", f"Qo{_letters(number)}") for number in range(times)]
        text = "".join(pieces)
        starts = accumulate([0, *(len(one) for one in pieces[:-1])])
        entities = [Entity(at, text.index(" ", at), label) for at in starts]
        copy = WireCopy("test.txt", text, body(text))
        sheet = lay_out(copy, text, sentences(text, copy.segments), entities)
        began = process_time()
        names.find(sheet)
        return process_time() - began

    # The quickest of several: whatever else the process tidies up meanwhile is not the work.
    long, short = (min(seconds(times) for _ in range(4)) for times in (2000, 500))
    assert long < 8 * short + 0.2


def _letters(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
