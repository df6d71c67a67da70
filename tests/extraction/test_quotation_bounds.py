from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.pipeline import READ_LIMIT, extract, load
from factcheck.types import ClaimDraft, ClaimKind, Segment, SegmentKind, WireCopy
from tests.extraction.reading import body, claims_of

SENTENCES = (
    "Foreign Minister Nora Lind said the dam was “very safe” for now.",
    "Per Holm told reporters on Monday that it would hold.",
    '"It held," she said, adding that it was old.',
    "According to a statement, 12 people were hurt.",
    "The dam, officials said, was safe.",
    "“We are ready,” Holm said. “We always were.”",
    "He denied the report and left.",
    "The mayor of Oslo was told that the ‘old’ dam burst.",
)
PIECES = (
    *("said", "told", "that", "according to", "Nora Lind", "he", "who", "and", "as", ",", ".", ":", ";", "—", "(", ")"),
    *('"', "“", "”", "‘", "’", "'", "``", "''", "'''", "\n", "\n\n", " ", "…", "the dam", "was", "adding", "point out"),
    *("\ud800", "é", "12", "on Monday", "in a statement", "Dr.", "a", "\u2028", "\x00"),
)


def quotations(text: str) -> list[ClaimDraft]:
    """The quotations of a text, each line a paragraph."""
    return claims_of(text, ClaimKind.QUOTE)


def spans(text: str) -> set[tuple[str, int, int]]:
    """Where the parts of the quotations stand, with the mode."""
    return {(claim.value["mode"], *part) for claim in quotations(text) for part in claim.value["parts"]}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_no_copy_raises_and_spans_stay_inside(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for claim in quotations(text):
        mentions = [mention for mention in (claim.speaker, claim.cue) if mention]
        assert all(text[m.start : m.end] == m.text for m in mentions)
        ranges = [*claim.value["parts"], *claim.value.get("clause", [])]
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert ranges[: len(claim.value["parts"])] == sorted(claim.value["parts"])
        assert (claim.start, claim.end) == (claim.value["parts"][0][0], claim.value["parts"][-1][1])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.booleans()), min_size=1, max_size=8))
def test_cutting_an_article_into_paragraphs_moves_no_span(pieces: list[tuple[str, bool]]) -> None:
    whole = " ".join(sentence for sentence, _ in pieces)
    cut = "".join(sentence + ("\n" if ends else " ") for sentence, ends in pieces).rstrip()
    assert spans(cut) == spans(whole)


@pytest.mark.parametrize("mark", ['"', "''"])
def test_nothing_but_marks_is_read_in_seconds(mark: str) -> None:
    text = mark * (READ_LIMIT // len(mark))
    began = process_time()
    assert extract(WireCopy("a", text, (Segment(SegmentKind.BODY, 0, len(text)),)), load()).claims == ()
    assert process_time() - began < 30


@pytest.mark.parametrize("text", ["“a ", "he said that ", "‘a’ ", '"It is," he said, and ', "“a “b ‘c’ d” "])
def test_the_time_grows_with_the_text_and_no_faster(text: str) -> None:
    taken = []
    for size in (4_000, 16_000):
        copy = text * (size // len(text))
        began = process_time()
        extract(WireCopy("a", copy, body(copy)), load())
        taken.append(process_time() - began)
    assert taken[1] < 12 * taken[0] + 1
