"""Dates and figures in any mixture: nothing raises, spans are exact and apart, and the time grows with the text."""

import gc
from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction import dates, figures, roles
from factcheck.extraction.names import find
from factcheck.types import ClaimDraft, Span
from tests.extraction.reading import sheet_of

PIECES = [
    "the", "a", "an", "half", "and", "of", "in", "to", "-", "–", "/", ".", ",", ":", "'", "’", "$", "US$", "Rs",
    "#", "%", "early", "mid", "late", "end of", "last", "next", "past", "following", "ago", "later", "from now",
    "every", "per", "Monday", "Sundays", "May", "Sept. 31", "Feb. 29", "31/31/99", "0/0/0000", "1e999",
    "9" * 20, "0", "1", "25", "2024", "9999", "1500", "0000-00-00", "2023-02-29", "٣", "²", "½", "1/0", "2 1/2",
    "12:60", "24:00", "25 p.m.", "GMT +99", "years", "day", "decade", "century", "99th", "0th", "21st century",
    "quarter", "first", "fiscal", "weekend", "summer", "Easter", "Christmas", "2 million", "crore", "dozens of",
    "hundred", "third", "nearly", "at least", "between", "or more", "3-1", "10-15", "52 votes to 48", "1 in 5",
    "percent", "degrees", "C", "km", "Flight", "the number of dead rose to", "that day", "overnight", "now",
    "years old", "-year-old", "İ", "\u2028", "\n", "  ", "99999999999 years ago",
]  # fmt: skip


def claims(text: str, filed_on: date | None) -> list[ClaimDraft]:
    """The dates and figures of a text."""
    sheet = sheet_of(text, filed_on)
    dated = list(dates.claims(sheet))
    return [*dated, *figures.claims(sheet, find(sheet).found, [Span(claim.start, claim.end) for claim in dated])]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from(["", " "]),
    st.sampled_from([None, date.min, date(2024, 2, 29), date.max]),
)
def test_any_mixture_is_read(pieces: list[str], glue: str, filed_on: date | None) -> None:
    text = glue.join(pieces)
    found = claims(text, filed_on)
    assert all(claim.text == text[claim.start : claim.end] and claim.text for claim in found)
    for kind in {claim.kind for claim in found}:
        of_kind = sorted((claim.start, claim.end) for claim in found if claim.kind is kind)
        assert all(left[1] <= right[0] for left, right in pairwise(of_kind))


@pytest.mark.parametrize(
    "piece",
    ["two hundred and ", "nearly 12 ", "the first ", "in the past ", "12-13-14 ", "$ ", "from 5 to ", "number of ",
     "Nora Lind, Per Holm of Norway, the Tarn Council, ", "1,000,", "Monday "],
)  # fmt: skip
def test_one_endless_sentence_is_read_in_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        sheet = sheet_of(piece * (length // len(piece)), date(2024, 2, 29))
        named = find(sheet)
        # A collection of all that the suite has left behind would count here as well.
        gc.collect()
        gc.disable()
        try:
            began = process_time()
            list(dates.claims(sheet))
            list(figures.claims(sheet, named.found, []))
            list(roles.find(named))
            return process_time() - began
        finally:
            gc.enable()

    assert seconds(40_000) < 8 * seconds(10_000) + 0.2
