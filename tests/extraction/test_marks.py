import pytest

from factcheck.extraction.marks import FaultKind, scan
from factcheck.types import Segment, SegmentKind
from tests.extraction.reading import body


def quoted(text: str) -> list[str]:
    """The quotations of a text, their paragraphs joined by a bar."""
    return ["|".join(text[p.start : p.end] for p in q.parts) for q in scan(text, body(text)).quotes]


def faults(text: str) -> list[tuple[str, str, str, bool]]:
    """The faults of a text: kind, what is printed, what it should be, whether it is sure."""
    found = scan(text, body(text)).faults
    return [(fault.kind.value, text[fault.start : fault.end], fault.suggestion, fault.sure) for fault in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The dam held," Ode said.', ["The dam held,"]),
        ("“The dam held,” Ode said.", ["The dam held,"]),
        ("``The dam held,'' Ode said.", ["The dam held,"]),
        ("«The dam held», Ode said.", ["The dam held"]),
        ('"The dam held," Ode said. "It did."', ["The dam held,", "It did."]),
        ("“He told me ‘run’ and I ran,” Ode said.", ["He told me ‘run’ and I ran,", "run"]),
        ("‘The dam held,’ Ode said.", ["The dam held,"]),
        ("'The dam held,' Ode said.", ["The dam held,"]),
        ("‘He said “run” to us,’ Ode said.", ["He said “run” to us,", "run"]),
        ("Ode's team didn't stop at the officials' request.", []),
        ('He stands 6\'2" tall and threw 12" pipes.', []),
        ("Rock 'n' roll of the '90s and ’80s.", []),
        ("He called it “a good thing” and “a start”.", ["a good thing", "a start"]),
        ('He said "yes"and left.', ["yes"]),
        ('“Mixed marks," he said.', ["Mixed marks,"]),
        ('" Spaced marks , " he said .', ["Spaced marks ,"]),
        ("", []),
        ("“”", []),
        ("“First paragraph.\n“Second paragraph,” Ode said.", ["First paragraph.|Second paragraph,"]),
        ("“One.\n“Two.\n“Three,” Ode said. “Four.”", ["One.|Two.|Three,", "Four."]),
        ("“Open until the end...", ["Open until the end..."]),
    ],
)
def test_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert (quoted(text), faults(text)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He left.”The dam held,” Ode said.",
            [("reversed", ".”The", ". “The", True)],
        ),
        ("“The dam held,“ Ode said.", [("reversed", "held,“", "held,”", True)]),
        (
            "“The dam held, Ode said. The town slept.",
            [("missing-close", "“The dam held,", "“The dam held,”", True)],
        ),
        ("The dam held,” Ode said.", [("missing-open", "The dam held,”", "“The dam held,”", True)]),
        (
            'Ode was glad "that the dam held.\n"We slept," he said.',
            [("missing-close", '"that the dam held.', '"that the dam held."', False)],
        ),
        (
            'Ode was glad "that the dam held.\nThe town slept.',
            [("missing-close", '"that the dam held.', '"that the dam held."', True)],
        ),
        ("““The dam held,” Ode said.", [("doubled", "““", "“", True)]),
    ],
)
def test_a_faulty_mark_is_told_with_what_it_should_be(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert faults(text) == expected


def test_one_lost_mark_does_not_swallow_the_rest() -> None:
    text = "“The dam held, Ode said.\nThe town slept.\nLund said: “We are safe.”\nNobody was hurt."
    assert quoted(text) == ["The dam held,", "We are safe."]


def test_the_quotation_with_a_turned_mark_is_found_whole() -> None:
    text = "Rain fell on both towns.”The dam held,” Ode said. He added: “It will.”"
    assert quoted(text) == ["The dam held,", "It will."]


def test_truncated_copy_may_end_inside_a_quotation() -> None:
    text = "“The dam held and the town"
    assert scan(text, body(text), truncated=True).faults == ()
    assert [fault.kind for fault in scan(text, body(text)).faults] == [FaultKind.MISSING_CLOSE]


def test_furniture_is_passed_over_and_does_not_part_a_quotation() -> None:
    text = "“One.\nRead more: “Other news\n“Two,” Ode said."
    kinds = (SegmentKind.BODY, SegmentKind.FURNITURE, SegmentKind.BODY)
    segments = [Segment(kind, s.start, s.end) for kind, s in zip(kinds, body(text), strict=True)]
    marks = scan(text, segments)
    assert [[text[p.start : p.end] for p in quote.parts] for quote in marks.quotes] == [["One.", "Two,"]]
    assert marks.faults == ()


def test_a_headline_is_no_part_of_the_body() -> None:
    text = "“Dam holds\n“We are safe,” Ode said."
    first, second = body(text)
    marks = scan(text, [Segment(SegmentKind.HEADLINE, first.start, first.end), second])
    assert [text[quote.start : quote.end] for quote in marks.quotes] == ["We are safe,", "Dam holds"][::-1]
    assert [text[f.start : f.end] for f in marks.faults] == ["“Dam holds"]
