import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.encoder.wordpiece import WordPieces

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "os",
    "oska",
    "##ka",
    "##s",
    "lund",
    "u",
    ".",
    "s",
    "日",
    "cafe",
    "’",
    "-",
]
CUT = WordPieces(PIECES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Oska", ["oska"]),
        ("OSKAS", ["oska", "##s"]),
        ("Oss", ["os", "##s"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("Café", ["cafe"]),
        ("Cafe\u0301", ["cafe"]),
        ("Lund’s", ["lund", "’", "s"]),
        ("os-lund", ["os", "-", "lund"]),
        ("日日", ["日", "日"]),
        ("Oslo", ["[UNK]"]),
        ("lund Oslo", ["lund", "[UNK]"]),
        ("lu\u00adnd", ["lund"]),
        ("os" * 51, ["[UNK]"]),
        (" \n\t", []),
        ("\ufeff", []),
        ("", []),
    ],
)
def test_pieces(word: str, expected: list[str]) -> None:
    assert [PIECES[number] for number in CUT(word)] == expected


def test_own_signs_are_known() -> None:
    assert (CUT.unknown, CUT.first, CUT.last) == (1, 2, 3)


@given(st.text())
def test_any_text_has_known_numbers(text: str) -> None:
    assert set(CUT(text)) <= set(range(len(PIECES)))


@given(st.lists(st.text()))
def test_words_are_cut_alone_as_in_a_text(words: list[str]) -> None:
    assert CUT(" ".join(words)) == tuple(number for word in words for number in CUT(word))
