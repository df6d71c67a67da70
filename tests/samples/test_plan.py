"""The plan agrees with the copy, and holds every kind of conflict that the vocabulary knows."""

import pytest

from factcheck.types import ConflictKind
from tests.samples.plan import EVENTS, SAMPLES, SampleEvent, Words

PLACES = [
    pytest.param(event, words, id=f"{event.slug}-{name}-{words.start}")
    for event in EVENTS
    for name, words in [
        *((slip.id, slip.at) for slip in event.planted),
        *((trap.id, member) for trap in event.traps for member in trap.members),
    ]
]


@pytest.mark.parametrize(("event", "words"), PLACES)
def test_the_offsets_of_the_plan_hold_its_words(event: SampleEvent, words: Words) -> None:
    text = (event.folder / words.article).read_bytes().decode("utf-8")
    assert text[words.start : words.end] == words.words


def test_every_kind_of_conflict_is_planted() -> None:
    planted = {kind for event in EVENTS for slip in event.planted for kind in slip.kinds}
    assert planted == {kind.value for kind in ConflictKind}


def test_ids_are_unique_within_an_event() -> None:
    for event in EVENTS:
        ids = [slip.id for slip in event.planted] + [f"trap {trap.id}" for trap in event.traps]
        assert len(ids) == len(set(ids))


def test_every_folder_of_samples_has_a_plan() -> None:
    assert {folder.name for folder in SAMPLES.iterdir() if folder.is_dir()} == {event.slug for event in EVENTS}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.slug)
def test_an_event_has_copy_enough_for_a_majority(event: SampleEvent) -> None:
    assert len(event.articles) >= 4
    for path in event.articles:
        assert 200 <= len(path.read_text(encoding="utf-8").split()) <= 450
