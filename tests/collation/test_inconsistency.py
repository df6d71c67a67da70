"""An article that counts one thing twice, and gets another number."""

import pytest

from factcheck.collation.inconsistency import compare
from tests.collation.copies import event, told

LEAD = "A fire at a mill in Aldby killed 19 people and injured 37, the fire service said."

FOUND = [
    pytest.param(f"{LEAD}\n\nDoctors treated the 27 injured, most of them for smoke.", "27 | 37", id="the injured"),
    pytest.param(f"{LEAD}\n\nThe 18 dead were not named.", "18 | 19", id="the dead"),
]
SILENT = [
    pytest.param(f"{LEAD}\n\nDoctors treated the 37 injured, most of them for smoke.", id="the same number"),
    pytest.param(f"{LEAD}\n\nThe toll rose. Doctors treated the 47 injured, they said.", id="a rise"),
    pytest.param(f"{LEAD}\n\nTen went home. The 27 injured were kept in.", id="the rest is counted"),
    pytest.param(f"{LEAD}\n\nThe 27 injured in the yard were moved.", id="some of them"),
    pytest.param(f"{LEAD}\n\nAnother fire hit Orr. The 12 injured were moved.", id="another fire"),
    pytest.param(f"{LEAD}\n\nIn Orr a fire injured 12 people. The 12 injured were moved.", id="told there"),
    pytest.param(f"{LEAD}\n\nIn Orr a fire injured 12 people. The 13 injured were moved.", id="two other figures"),
    pytest.param(f"{LEAD}\n\nThe three injured firefighters were moved.", id="some firefighters"),
    pytest.param("A fire injured about 40 people.\n\nThe 37 injured were moved.", id="about as many"),
    pytest.param(f"{LEAD}\n\n“The 27 injured are my friends,” the mayor said.", id="somebody else says it"),
    pytest.param(f"{LEAD}\n\nBy Sunday doctors treated the 39 injured, they said.", id="another day"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_another_number(text: str, expected: str) -> None:
    assert told(list(compare(event(text)))) == [("discrepancy", expected, None)]


@pytest.mark.parametrize("text", SILENT)
def test_no_contradiction(text: str) -> None:
    assert told(list(compare(event(text)))) == []


def test_two_reports_do_not_contradict_themselves() -> None:
    assert told(list(compare(event(LEAD, "The 27 injured were moved to Orr.")))) == []
