import pytest

from factcheck.extraction import names
from factcheck.extraction.sentences import sentences
from factcheck.extraction.sheet import lay_out
from factcheck.types import ClaimKind, Segment, SegmentKind, WireCopy
from tests.extraction.reading import body, claims_of, names_of


def people(text: str) -> list[tuple[str, str, str, str]]:
    """The persons named in a text: words, entity, form, slot."""
    found = names_of(text).found
    return [(text[n.start : n.end], n.entity, n.form, n.slot) for n in found if n.type == "PERSON"]


def others(text: str) -> list[tuple[str, str, str]]:
    """The other names of a text: words, entity, type."""
    found = names_of(text).found
    return [(text[n.start : n.end], n.entity, n.type) for n in found if n.type != "PERSON"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "US Secretary of Energy Nora Lind met Danish Foreign Minister Per Holm.",
            [("Nora Lind", "Nora Lind", "full", "title"), ("Per Holm", "Per Holm", "full", "title")],
        ),
        (
            "Striker Danny Okafor scored. Okafor left.",
            [("Danny Okafor", "Danny Okafor", "full", "title"), ("Okafor", "Danny Okafor", "surname", "")],
        ),
        (
            "Ambassador Lu Kun met reporters. Lu smiled. Kun smiled.",
            [
                ("Lu Kun", "Lu Kun", "full", "title"),
                ("Lu", "Lu Kun", "surname", ""),
                ("Kun", "Lu Kun", "given", ""),
            ],
        ),
        (
            "Prime Minister Erik van der Berg spoke. Mr. van der Berg left.",
            [
                ("Erik van der Berg", "Erik van der Berg", "full", "title"),
                ("van der Berg", "Erik van der Berg", "surname", "honorific"),
            ],
        ),
        (
            "Anna Petrov, 54, left. Mrs. Petrov had waited.",
            [("Anna Petrov", "Anna Petrov", "full", "apposition"), ("Petrov", "Anna Petrov", "surname", "honorific")],
        ),
        (
            "Nora Lind met Per Holm. The talks between Lint and Holm lasted.",
            [
                ("Nora Lind", "Nora Lind", "full", ""),
                ("Per Holm", "Per Holm", "full", ""),
                ("Lint", "Lint", "surname", "between"),
                ("Holm", "Per Holm", "surname", "between"),
            ],
        ),
        (
            "Ingrid Solberg came with her husband, Knut Solberg. Solberg spoke.",
            [
                ("Ingrid Solberg", "Ingrid Solberg", "full", ""),
                ("Knut Solberg", "Knut Solberg", "full", "apposition"),
                ("Solberg", "Knut Solberg", "surname", ""),
            ],
        ),
        (
            "President Raul Reyes Jr. met Sheikh Omar bin Said al-Tani. Reyes spoke to al-Tani.",
            [
                ("Raul Reyes Jr.", "Raul Reyes", "full", "title"),
                ("Omar bin Said al-Tani", "Omar bin Said al-Tani", "full", "title"),
                ("Reyes", "Raul Reyes", "surname", ""),
                ("al-Tani", "Omar bin Said al-Tani", "surname", ""),
            ],
        ),
        ("Police said Tensions rose. Over Monday, Hundreds left in May.", []),
        ("Manchester United beat Real Madrid.", []),
        ("President Joe Doe's aide left.", [("Joe Doe", "Joe Doe", "full", "title")]),
    ],
)
def test_persons(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The State Department spoke. The Department denied it.",
            [("State Department", "State Department", "ORG"), ("Department", "State Department", "ORG")],
        ),
        (
            "The Harbour Safety Board (HSB) met. HSB officials left.",
            [
                ("Harbour Safety Board", "Harbour Safety Board", "ORG"),
                ("HSB", "Harbour Safety Board", "ORG"),
                ("HSB", "Harbour Safety Board", "ORG"),
            ],
        ),
        (
            "He left the DPRK for the U.S. on Monday.",
            [("DPRK", "North Korea", "GPE"), ("U.S.", "United States", "GPE")],
        ),
        (
            "A Norwegian ship crossed the Ilse River.",
            [("Norwegian", "Norway", "NORP"), ("Ilse River", "Ilse River", "LOC")],
        ),
        ("They met at the Harbour Summit.", [("Harbour Summit", "Harbour Summit", "EVENT")]),
        (
            "The University of Texas and the Ministry of Foreign Affairs agreed.",
            [
                ("University of Texas", "University of Texas", "ORG"),
                ("Ministry of Foreign Affairs", "Ministry of Foreign Affairs", "ORG"),
            ],
        ),
        ("The Civic Union of Prime Minister Nora Lind lost.", [("Civic Union", "Civic Union", "ORG")]),
        ("The Office of the Prime Minister spoke.", [("Office of the Prime Minister",) * 2 + ("ORG",)]),
        (
            "President Joe Doe spoke. The Doe administration agreed.",
            [("Doe administration", "Doe administration", "ORG")],
        ),
    ],
)
def test_bodies_and_places(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert others(text) == expected


def test_possessors_are_marked() -> None:
    text = "President Joe Doe's aide met Nora Lind. The Doe administration agreed."
    assert [(n.entity, n.possessor) for n in names_of(text).found] == [
        ("Joe Doe", True),
        ("Nora Lind", False),
        ("Doe administration", True),
    ]


def test_a_family_name_that_stands_first_is_told() -> None:
    found = claims_of("Minister Li Daoming met Nora Lind. Li left; Lind stayed.", ClaimKind.NAME)
    assert [(claim.text, claim.value.get("family_first", False)) for claim in found] == [
        ("Li Daoming", True),
        ("Nora Lind", False),
        ("Li", True),
        ("Lind", False),
    ]


def test_a_headline_names_only_whom_the_body_knows() -> None:
    text = "Lind Hails Grand Bargain As Holm Leaves Oslo\nMinister Nora Lind met reporters."
    first, second = body(text)
    segments = (Segment(SegmentKind.HEADLINE, first.start, first.end), second)
    copy = WireCopy("test.txt", text, segments)
    found = names.find(lay_out(copy, text, sentences(text, segments))).found
    assert [(text[n.start : n.end], n.entity) for n in found] == [
        ("Lind", "Nora Lind"),
        ("Oslo", "Oslo"),
        ("Nora Lind", "Nora Lind"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han Zor Blef met Nora Lind.", ["Han Zor Blef", "Nora Lind"]),
        (f"{'Han ' * 400}\nNora Lind left. Lind smiled.", ["Nora Lind", "Lind"]),
        (f"{'Zorq Blef ' * 200}said\nNora Lind left.", ["Nora Lind"]),
    ],
    ids=["a short run", "one word again and again", "a line of capitals that speaks"],
)
def test_no_name_is_as_long_as_a_line(text: str, expected: list[str]) -> None:
    assert [words for words, *_ in people(text)] == expected
