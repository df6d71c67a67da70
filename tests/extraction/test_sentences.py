import pytest

from factcheck.extraction.sentences import sentences
from factcheck.types import Segment, SegmentKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell. Rivers rose.", ["Rain fell.", "Rivers rose."]),
        ("Mr. Ode met Gen. Ruiz and Sen. Park.", ["Mr. Ode met Gen. Ruiz and Sen. Park."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("He lives in the U.S. The senator left.", ["He lives in the U.S.", "The senator left."]),
        ("On Sept. 19 it rained.", ["On Sept. 19 it rained."]),
        ("Acme Inc. Chairman Lund left.", ["Acme Inc. Chairman Lund left."]),
        ("He sold Acme Inc. The board agreed.", ["He sold Acme Inc.", "The board agreed."]),
        ("J. R. Lund won. He smiled.", ["J. R. Lund won.", "He smiled."]),
        ("“Stop!” she said. “Now?”", ["“Stop!” she said.", "“Now?”"]),
        ("“We won. We did.” He left.", ["“We won.", "We did.”", "He left."]),
        ("both powers.”The world needs", ["both powers.", "”The world needs"]),
        ("He said no. The vote is off.", ["He said no.", "The vote is off."]),
        ("It is No. 10 in the list.", ["It is No. 10 in the list."]),
        ("The dam rose by 3.5 meters. Two died.", ["The dam rose by 3.5 meters.", "Two died."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("", []),
        (" \n \t", []),
    ],
)
def test_a_sentence_ends_with_a_stop_or_a_line(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == expected


def test_a_wrapped_line_inside_a_segment_ends_no_sentence() -> None:
    text = "The river rose\nover its banks. Roads\nwere closed."
    segments = [Segment(SegmentKind.BODY, 0, len(text))]
    assert [text[s.start : s.end] for s in sentences(text, segments)] == [
        "The river rose\nover its banks.",
        "Roads\nwere closed.",
    ]


def test_no_sentence_crosses_a_segment() -> None:
    text = "A HEADLINE WITHOUT A STOP\nThe body starts"
    segments = [Segment(SegmentKind.HEADLINE, 0, 25), Segment(SegmentKind.BODY, 26, len(text))]
    assert [text[s.start : s.end] for s in sentences(text, segments)] == [
        "A HEADLINE WITHOUT A STOP",
        "The body starts",
    ]
