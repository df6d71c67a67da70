"""A witness's words in their sentence, and the words in which readings differ."""

import pytest

from factcheck.review.context import AROUND, context
from factcheck.review.differing import differing
from factcheck.review.labels import kind_label, where

TEXT = "Head\nIt rained. Velt met the envoy. They left."
SENTENCES = [[0, 4], [5, 15], [16, 35], [36, 46]]


@pytest.mark.parametrize(
    ("sentences", "start", "end", "expected"),
    [
        (SENTENCES, 16, 20, ("", "Velt", " met the envoy.")),
        (SENTENCES, 29, 34, ("Velt met the ", "envoy", ".")),
        (SENTENCES, 20, 20, ("Velt", "", " met the envoy.")),
        (SENTENCES, 29, 40, ("Velt met the ", "envoy. They", " left.")),
        (SENTENCES, 46, 46, ("They left.", "", "")),
        (SENTENCES, 0, 4, ("", "Head", "")),
        ([], 16, 20, ("It rained. ", "Velt", " met the envoy. They left.")),
        ([[16, 35]], 5, 7, ("", "It", " rained. Velt met the envoy. They left.")),
    ],
)
def test_words_stand_in_their_sentence(sentences: list, start: int, end: int, expected: tuple) -> None:
    assert tuple(context(TEXT, sentences, start, end)) == expected


def test_what_is_long_is_cut_at_a_space() -> None:
    text = "word " * 200 + "needle" + " word" * 200
    around = context(text, [[0, len(text)]], 1000, 1006)
    assert (around.before[:6], around.words, around.after[-6:]) == ("…word ", "needle", " word…")
    assert max(len(around.before), len(around.after)) <= AROUND + 1
    unbroken = context("x" * 1000, [[0, 1000]], 400, 900)
    assert (len(unbroken.before), len(unbroken.words), len(unbroken.after)) == (AROUND + 1, 301, 100)


@pytest.mark.parametrize(
    ("reading", "base", "expected"),
    [
        ("Han", "Hand", [("Han", True)]),
        ("a candid talk", "a candid talk", [("a candid talk", False)]),
        ("areas of cooperation", "areas of potential cooperation", [("areas of cooperation", False)]),
        ("areas of new work", "areas of work", [("areas of ", False), ("new ", True), ("work", False)]),
        ("steady and sound", "stable and healthy", [("steady", True), (" and ", False), ("sound", True)]),
        ("Velt’s boat", "Velt's boat", [("Velt’s boat", False)]),
        ("words", "", [("words", False)]),
        ("", "words", []),
        ("x " * 2000, "y", [("x " * 2000, False)]),
    ],
)  # fmt: skip
def test_differing_words_are_marked(reading: str, base: str, expected: list) -> None:
    assert [tuple(stretch) for stretch in differing(reading, base)] == expected


@pytest.mark.parametrize(
    ("at", "words"), [(0, "headline"), (4, "copy"), (5, "paragraph 1"), (12, "caption"), (20, "paragraph 2")]
)
def test_where_something_stands(at: int, words: str) -> None:
    segments = [["headline", 0, 4], ["body", 5, 11], ["caption", 12, 15], ["body", 16, 25]]
    assert where(segments, at) == words


def test_a_kind_that_is_switched_off_keeps_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.review.labels.RULES", {})
    assert kind_label("second-reference") == "Second reference"
