"""Who speaks, and the keys and words that come from it."""

import pytest

from factcheck.collation.attribution import compare as speakers
from factcheck.collation.event import Event
from factcheck.collation.other_event import compare as other_events
from factcheck.collation.passages import passages
from factcheck.collation.renderings import translated
from factcheck.types import ConflictDraft
from tests.collation.copies import article, event
from tests.collation.reports import report

SPEAKERS = [
    ("Orla Brandt", {"orla", "brandt"}),
    ("Theresa May", {"theresa", "may"}),
    ("The Tessel Board of Health", {"tessel", "board", "health"}),
]


@pytest.mark.parametrize(("name", "expected"), SPEAKERS)
def test_the_words_of_a_speaker_s_name(name: str, expected: set[str]) -> None:
    held = Event(0, (report("a.txt", f"“We will rebuild the bank,” {name} said.", speaker=name),))
    assert [set(passage.speaker) for passage in passages(held)] == [expected]


def test_two_unnamed_speakers_are_two() -> None:
    one = '"We will rebuild the southern bank," the mayor said through an interpreter.'
    found = passages(held := event(one, '"We played well tonight in the cup," the coach said.'))
    assert [(set(p.speaker), translated(held, p)) for p in found] == [({"coach"}, False), ({"mayor"}, True)]


WORDS = "We will rebuild every house along the southern embankment before the winter storms arrive"
SHORT = "We will rebuild every house along the southern embankment"


def _swapped(*reports: tuple[str, str]) -> list[ConflictDraft]:
    texts = [
        f"{name}, of Tessel, spoke on day {number} in Aldby. “{said},” {name.split()[-1]} said."
        for number, (name, said) in enumerate(reports)
    ]
    return list(speakers(event(*texts)))


def test_the_key_of_a_swapped_speaker_stays_when_a_shorter_quotation_joins() -> None:
    two = [("Orla Brandt", WORDS), ("Jane Carter", WORDS)]
    before, after = _swapped(*two), _swapped(*two, ("Orla Brandt", SHORT.partition(" along")[0]))
    assert [draft.key for draft in before] == [draft.key for draft in after] != []


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "than the other report and"), (3, "than the other three reports and")],
)
def test_how_many_the_other_reports_are(count: int, expected: str) -> None:
    own = Event(0, tuple(article("A dam broke in Tessel.", f"{n}.txt") for n in range(count)))
    [note] = other_events(Event(1, (article("A club won in Aldby.", "z.txt"),), other_than=own))
    assert expected in note.summary
