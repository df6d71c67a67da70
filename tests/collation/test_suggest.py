"""Which reading is offered."""

import pytest

from factcheck.collation.event import Event
from factcheck.collation.suggest import prefer
from factcheck.types import WitnessDraft

EVEN = "The reports are even: an editor must choose."
COMMONER = "The reports are even, and its words are far commoner in English."


@pytest.mark.parametrize(
    ("carried", "by_words", "expected"),
    [
        ({"19": "ab", "21": "c"}, False, ("19", "2 reports against 1 report.")),
        ({"four": "a", "1911": "b"}, False, (None, EVEN)),
        ({"Tuesday": "a", "14 October": "b"}, False, (None, EVEN)),
        ({"house": "a", "hovel": "b"}, False, (None, EVEN)),
        ({"house": "a", "hovel": "b"}, True, ("house", COMMONER)),
        ({"house": "a", "home": "b"}, True, (None, EVEN)),
        ({"house": "a", "hovel": "bc"}, True, ("hovel", "2 reports against 1 report.")),
        ({"house": "ab"}, True, ("house", "It is the only reading.")),
    ],
)
def test_the_reading_on_offer(carried: dict[str, str], by_words: bool, expected: tuple[str | None, str]) -> None:
    groups = {text: [WitnessDraft(name, 0, len(text), text) for name in names] for text, names in carried.items()}
    assert prefer(Event(0, ()), groups, by_words=by_words) == expected
    assert prefer(Event(0, ()), dict(reversed(groups.items())), by_words=by_words) == expected
