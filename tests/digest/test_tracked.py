"""The received copy with its changes in it, line by line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.renderers.tracked import Fate, Line, tracked
from tests.review.stories import segmented

TEXT = "Big news\nAda Osai spoke. She left."
SIGNS = {Fate.STAYED: "{}", Fate.WENT: "[-{}-]", Fate.CAME: "[+{}+]"}
Edits = list[tuple[int, int, str]]


def article(text: str, edits: Edits) -> dict[str, Any]:
    changes = [{"start": start, "end": end, "old": text[start:end], "new": new} for start, end, new in edits]
    return {"received_text": text, "received_segments": segmented(text), "changes": changes}


def told(line: Line) -> str:
    return "".join(SIGNS[run.fate].format(run.words) for run in line.runs)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], ["Big news", "Ada Osai spoke. She left."]),
        ([(13, 17, "Osei")], ["Big news", "Ada [-Osai-][+Osei+] spoke. She left."]),
        ([(0, 3, "Large")], ["[-Big-][+Large+] news", "Ada Osai spoke. She left."]),
        ([(13, 18, "")], ["Big news", "Ada [-Osai -]spoke. She left."]),
        ([(12, 12, " Ms")], ["Big news", "Ada[+ Ms+] Osai spoke. She left."]),
        ([(8, 8, "!")], ["Big news[+!+]", "Ada Osai spoke. She left."]),
        ([(9, 9, "Ms ")], ["Big news", "[+Ms +]Ada Osai spoke. She left."]),
        ([(34, 34, " Alone.")], ["Big news", "Ada Osai spoke. She left.[+ Alone.+]"]),
        ([(9, 12, "Bo"), (12, 12, "!")], ["Big news", "[-Ada-][+Bo+][+!+] Osai spoke. She left."]),
        # A change over the end of a line: the words go from both, and the new ones stand where it began.
        ([(4, 12, "deals")], ["Big [-news-][+deals+]", "[-Ada-] Osai spoke. She left."]),
    ],
)
def test_lines(edits: Edits, expected: list[str]) -> None:
    assert [told(line) for line in tracked(article(TEXT, edits))] == expected


def test_cuts_part_what_stayed() -> None:
    lines = list(tracked(article(TEXT, [(13, 17, "Osei")]), [18, 23, 15]))
    assert [run.words for run in lines[1].runs] == ["Ada ", "Os", "ai", "Osei", " ", "spoke", ". She left."]


def test_a_text_without_words_has_no_lines() -> None:
    assert list(tracked({"received_text": "", "received_segments": [], "changes": []})) == []


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Edits]:
    """A text of lines, and changes within single lines that do not meet."""
    text = "\n".join(
        draw(st.lists(st.text("ab 🙂", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=4))
    )
    edits: Edits = []
    for _, start, end in segmented(text):
        first, last = sorted((draw(st.integers(start, end)), draw(st.integers(start, end))))
        if draw(st.booleans()):
            edits.append((first, last, draw(st.text("xy ", max_size=3))))
    return text, edits


@given(changed())
def test_what_stayed_and_came_is_the_corrected_text(case: tuple[str, Edits]) -> None:
    text, edits = case
    corrected, received = text, text.split("\n")
    for start, end, new in sorted(edits, reverse=True):
        corrected = corrected[:start] + new + corrected[end:]
    lines = list(tracked(article(text, edits)))
    now = ["".join(run.words for run in line.runs if run.fate is not Fate.WENT) for line in lines]
    before = ["".join(run.words for run in line.runs if run.fate is not Fate.CAME) for line in lines]
    assert (now, before) == (corrected.split("\n"), received)
