import pytest

from factcheck.extraction.encoder.viterbi import Tagged
from factcheck.extraction.encoder.votes import voted


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Oska/PERSON Oska/PERSON Oska/PERSON Oska/ORG", "PERSON PERSON PERSON PERSON"),
        ("Oska/PERSON Oska/PERSON Oska/ORG", "PERSON PERSON ORG"),
        ("Oska/GPE Oska/GPE Oska/ORG Oska/ORG", "GPE GPE ORG ORG"),
        ("Mara_Lund/PERSON Lund/ORG", "PERSON PERSON"),
        ("Mara_Lund/PERSON Lund/ORG Lund/ORG", "PERSON PERSON PERSON"),
        ("Mara_Lund/PERSON Lund/GPE", "PERSON GPE"),
        ("Lund/PERSON Lund/ORG", "PERSON ORG"),
        ("Mara_Lund/ORG Lund/ORG", "ORG ORG"),
        ("the_Fleet/ORG Fleet/ORG Fleet/ORG Fleet/EVENT", "ORG ORG ORG ORG"),
        ("two/CARDINAL two/CARDINAL two/CARDINAL two/DATE", "CARDINAL CARDINAL CARDINAL DATE"),
        ("", ""),
    ],
)
def test_votes(names: str, expected: str) -> None:
    words: list[str] = []
    found = []
    for name in names.split():
        surface, label = name.split("/")
        start = len(words)
        words += surface.split("_")
        found.append(Tagged(start, len(words), label))
    kept = voted(words, found)
    assert " ".join(one.label for one in kept) == expected
    assert [(one.start, one.end) for one in kept] == [(one.start, one.end) for one in found]


def test_an_article_alone_is_no_name() -> None:
    words = ["the", "Fleet", "left", "the"]
    found = [Tagged(0, 1, "GPE"), Tagged(1, 2, "GPE"), Tagged(3, 4, "DATE")]
    assert voted(words, found) == found[1:]
