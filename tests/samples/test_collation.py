"""The collation finds what is planted in the sample copy, and nothing is alarmed about the traps.

Each list below is compared for equality: a slip that is newly found, or lost, changes the test loudly.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from factcheck.collation.collate import collate
from factcheck.collation.rules import RULES
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse
from factcheck.phrase import Phrase
from factcheck.types import Collation, ConflictDraft, ConflictKind, Level, WitnessDraft
from tests.samples.plan import EVENTS, Planted, SampleEvent, Trap

ALARMS = {Level.ERROR, Level.DISCREPANCY}

# Kinds that the product does not look for yet.
SWITCHED_OFF = {ConflictKind.STYLE}

# Planted slips of kinds that are looked for, and yet not found.
MISSED: dict[str, set[str]] = {
    "summit-talks": {"spanish-place", "empty-image-credit", "one-origin"},
    "harbour-fire": {"a-emergency", "south-dock", "broken-credit"},
}


@cache
def _collation(event: SampleEvent, *, backwards: bool = False) -> Collation:
    nlp = load("en_wire")
    paths = reversed(event.articles) if backwards else event.articles
    return collate([extract(parse(path.read_bytes(), name=path.name), nlp) for path in paths])


def _witnesses(conflict: ConflictDraft) -> Iterator[WitnessDraft]:
    for reading in conflict.readings:
        yield from reading.witnesses


def _offers(conflict: ConflictDraft, slip: Planted) -> bool:
    """Whether the suggestion holds the right words; an empty right says that the printed ones should go."""
    if slip.right is None:
        return True
    suggested = conflict.suggested
    if suggested is None:
        return False
    held = slip.right.casefold() in suggested.casefold()
    return held and (bool(slip.right) or slip.at.words not in suggested)


def _finds(conflict: ConflictDraft, slip: Planted) -> bool:
    cited = any(slip.at.meets(witness) for witness in _witnesses(conflict))
    return cited and conflict.kind in slip.kinds and _offers(conflict, slip)


def _touches_planted(conflict: ConflictDraft, event: SampleEvent) -> bool:
    return any(slip.at.meets(witness) for slip in event.planted for witness in _witnesses(conflict))


def _sets_off(conflict: ConflictDraft, trap: Trap) -> bool:
    """Whether an alarm sets two of the trap's words against each other, or cites the only one."""
    if conflict.level not in ALARMS:
        return False
    cited = [member for member in trap.members if any(member.meets(witness) for witness in _witnesses(conflict))]
    return len(cited) >= min(2, len(trap.members))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_what_is_planted_is_found(event: SampleEvent) -> None:
    conflicts = _collation(event).conflicts
    looked_for = [slip for slip in event.planted if set(slip.kinds) & set(RULES)]
    missed = {slip.id for slip in looked_for if not any(_finds(conflict, slip) for conflict in conflicts)}
    assert missed == MISSED[event.slug]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_no_trap_is_sprung(event: SampleEvent) -> None:
    alarms = [c for c in _collation(event).conflicts if not _touches_planted(c, event)]
    sprung = {(trap.id, alarm.summary) for alarm in alarms for trap in event.traps if _sets_off(alarm, trap)}
    assert sprung == set()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_every_alarm_is_about_something_planted(event: SampleEvent) -> None:
    alarms = [c for c in _collation(event).conflicts if c.level in ALARMS]
    assert [(alarm.kind, alarm.summary) for alarm in alarms if not _touches_planted(alarm, event)] == []


def test_kinds_that_are_switched_off() -> None:
    assert set(ConflictKind) - set(RULES) == SWITCHED_OFF


def test_the_december_visit_is_another_event() -> None:
    talks, fire = EVENTS
    assert [_collation(talks).events[path.name] for path in talks.articles] == [0, 0, 0, 0, 1]
    assert set(_collation(fire).events.values()) == {0}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_the_order_of_the_articles_changes_nothing(event: SampleEvent) -> None:
    assert _collation(event, backwards=True) == _collation(event)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_every_sentence_can_be_said_in_another_language(event: SampleEvent) -> None:
    said = [text for conflict in _collation(event).conflicts for text in (conflict.summary, conflict.reason) if text]
    assert [text for text in said if not isinstance(text, Phrase)] == []
