import pytest

from factcheck.extraction.encoder.shapes import COUNT, Shape, shape_of, shapes


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fleet", Shape.LOWER),
        ("Fleet", Shape.TITLE),
        ("FLEET", Shape.UPPER),
        ("A", Shape.LETTER),
        ("J.", Shape.LETTER),
        ("U.S.", Shape.DOTTED),
        ("McCray", Shape.MIXED),
        ("eBay", Shape.MIXED),
        ("45", Shape.DIGITS),
        ("4,500.5", Shape.DIGITS),
        ("G20", Shape.ALPHANUMERIC),
        (".", Shape.MARK),
        ("%", Shape.MARK),
        ("“", Shape.BRACKET),
        ("--", Shape.BRACKET),
        ("東京", Shape.OTHER),
        ("\n\n", Shape.MARK),
        ("", Shape.MARK),
    ],
)
def test_shape_of_a_word(word: str, expected: Shape) -> None:
    assert shape_of(word) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lund left . Oska stayed", ["Lund", "Oska"]),
        ("Lund left ? “ Oska stayed", ["Lund", "“", "Oska"]),
        ("( Lund left", ["(", "Lund"]),
        ("Fleet sails \n\n OSKAVIL ( MNA )", ["Fleet", "OSKAVIL"]),
        ("U.S. ships sail", ["U.S."]),
        ("one : two ; three", ["one"]),
    ],
)
def test_words_at_the_start_of_a_sentence(text: str, first: list[str]) -> None:
    words = text.split(" ")
    assert [word for word, shape in zip(words, shapes(words), strict=True) if (shape - 1) % 2] == first


def test_numbers_of_shapes() -> None:
    assert shapes(["Lund", "left", "東京"]) == [4, 1, 21]
    assert COUNT == 23
