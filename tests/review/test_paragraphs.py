"""The reader's runs: nested and overlapping marks, lost words, hidden characters, the corrected view."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.controls import control_name, revealed
from factcheck.review.paragraphs import Edited, Marked, paragraphs

TEXT = "Head\nPORT, Sept 1 — Velt said so.\n\nHe left."
SEGMENTS = [["headline", 0, 4], ["dateline", 5, 17], ["body", 20, 33], ["body", 35, 43]]


def shown(*arguments: Any, **marks: Any) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """The paragraphs in short: kind, and for each run its text with what is set."""
    return [
        (
            one.kind,
            [(run.text, *run.claims, *run.conflicts, *filter(None, [run.control, run.change])) for run in one.runs],
        )
        for one in paragraphs(*arguments, **marks)
    ]


def test_paragraphs_follow_the_segments_and_hide_nothing() -> None:
    found = paragraphs(TEXT, SEGMENTS)
    assert [(one.kind, one.runs[0].text, one.number, one.joined) for one in found] == [
        ("headline", "Head", None, False),
        ("dateline", "PORT, Sept 1", None, False),
        ("", " — ", None, True),
        ("body", "Velt said so.", 1, True),
        ("body", "He left.", 2, False),
    ]


def test_text_without_segments_is_one_paragraph() -> None:
    assert shown("Just words.", []) == [("", [("Just words.",)])]


@pytest.mark.parametrize(
    ("claims", "conflicts", "expected"),
    [
        ([(0, 4, "name")], [], [("Velt", "name"), (" said so.",)]),
        ([(0, 4, "name"), (0, 9, "role")], [], [("Velt", "name", "role"), (" said", "role"), (" so.",)]),
        ([(0, 7, "quote")], [(5, 12, 8)], [("Velt ", "quote"), ("sa", "quote", 8), ("id so", 8), (".",)]),
        ([], [(0, 4, 1), (0, 4, 2)], [("Velt", 1, 2), (" said so.",)]),
        ([], [(4, 4, 3)], [("Velt",), ("", 3), (" said so.",)]),
        ([], [(13, 13, 3)], [("Velt said so.",), ("", 3)]),
        ([(0, 4, "name"), (0, 4, "name")], [], [("Velt", "name"), (" said so.",)]),
    ],
)
def test_overlapping_marks_become_runs(claims: list, conflicts: list, expected: list) -> None:
    claimed = [Marked(start, end, label) for start, end, label in claims]
    disputed = [Marked(start, end, pk=pk) for start, end, pk in conflicts]
    assert shown("Velt said so.", [["body", 0, 13]], claimed, disputed) == [("body", expected)]


def test_each_conflict_has_one_place_to_jump_to() -> None:
    disputed = [Marked(0, 4, pk=7), Marked(20, 24, pk=7), Marked(22, 24, pk=9)]
    runs = [run for one in paragraphs(TEXT, SEGMENTS, (), disputed) for run in one.runs]
    assert [(run.text, run.conflicts, run.anchors) for run in runs if run.conflicts] == [
        ("Head", (7,), (7,)),
        ("Ve", (7,), ()),
        ("lt", (7, 9), (9,)),
    ]


def test_hidden_characters_are_named() -> None:
    assert shown("a\u202eb\x00\x00c\u200dd", [["body", 0, 8]]) == [
        (
            "body",
            [
                ("a",),
                ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
                ("b",),
                ("\x00\x00", "U+0000 NULL ×2"),
                ("c\u200dd",),
            ],
        )
    ]
    assert (control_name("\x85"), revealed("a\u202e\u202eb")) == ("U+0085 CONTROL CHARACTER", "a[U+202E][U+202E]b")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edited(0, 4, "Felt", 5), [("Velt", "deleted"), ("Felt", 5, "inserted"), (" said so.",)]),
        (Edited(4, 9, ""), [("Velt",), (" said", "deleted"), (" so.",)]),
        (Edited(13, 13, " Really."), [("Velt said so.",), (" Really.", "inserted")]),
    ],
)
def test_the_corrected_view_keeps_what_went(edit: Edited, expected: list) -> None:
    assert shown("Velt said so.", [["body", 0, 13]], changes=[edit]) == [("body", expected)]


def test_offsets_are_code_points() -> None:
    assert shown("🙂 Velt", [["body", 0, 6]], [Marked(2, 6, "name")]) == [("body", [("🙂 ",), ("Velt", "name")])]


@given(
    st.text(alphabet="ab \n\u202e🙂", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_the_runs_are_the_text(text: str, parts: list[tuple[int, int]], marks: list[tuple[int, int]]) -> None:
    segments = [["body", *sorted(part)] for part in parts]
    disputed = [Marked(*sorted((start % (len(text) + 1), end % (len(text) + 1))), pk=1) for start, end in marks]
    runs = [run for one in paragraphs(text, segments, disputed, disputed) for run in one.runs]
    assert all(text[run.start : run.end] == run.text for run in runs)
    covered = {at for run in runs for at in range(run.start, run.end)}
    assert not "".join(letter for at, letter in enumerate(text) if at not in covered).strip(" \n")
    assert sum(len(run.text) for run in runs) == len(covered)
