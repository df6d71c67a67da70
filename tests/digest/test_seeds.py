"""The makers' own five stories: two decisions give the corrected copy and name both corrections."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from factcheck.digest.renderers import RENDERERS
from factcheck.digest.service import Terms, issue, preview
from factcheck.intake.service import Incoming, receive
from factcheck.models import Conflict, Run, Story
from factcheck.pipeline import execute
from factcheck.review.queue import card
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.review.stories import an_editor

pytestmark = [pytest.mark.shared, pytest.mark.django_db]


@pytest.fixture
def story(seeds: Path, now: datetime) -> Story:
    """The five reports, received, read and compared as the workers do it."""
    found = Story.objects.create(slug="talks", title="Talks", opened_at=now)
    batch, editor = uuid4(), an_editor("ada", "Ada")
    for path in sorted(seeds.glob("*.txt")):
        raw = path.read_bytes()
        item = Incoming(path.name, len(raw), lambda raw=raw: raw)  # type: ignore[misc]
        receive(item, batch=batch, editor=editor, now=now, story=found)
    waiting = list(Run.objects.filter(kind=Run.Kind.EXTRACT))
    while waiting:
        waiting += execute(waiting.pop(0), now)
        Run.objects.filter(kind=Run.Kind.COLLATE).update(state=Run.State.DONE)
    return found


def approve(editor: Any, conflict: Conflict, now: datetime) -> None:
    """What the primary button of the card sends."""
    offer = card(conflict.pk).offer
    assert offer is not None
    decide(
        conflict,
        editor=editor,
        verdict=offer.verdict,  # type: ignore[arg-type]
        reading=conflict.readings.filter(pk=offer.reading).first(),
        replacement=offer.replacement,
        now=now,
    )


def test_two_decisions_give_the_corrected_copy(story: Story, now: datetime) -> None:
    editor = an_editor("ben", "Ben")
    for words in ("Han", "constructive"):
        approve(editor, next(one for one in story.conflicts.all() if one.suggested == words), now)
    content = issue(story, editor=editor, now=now, terms=Terms(override="The deadline.")).content
    texts = [one["text"] for one in content["articles"]]
    assert ["Han and Blinken" in text for text in texts] == [True, False, False, False, False]
    corrected = [(row["old"], row["new"], row["decided_by"]) for row in content["corrections"]]
    assert corrected == [("Hand", "Han", "Ben"), ("constrictive", "constructive", "Ben")]
    # What is made for machines holds the copy as received too.
    for name in ("html", "markdown", "text"):
        printed = RENDERERS[name].render(content).decode()
        assert ("Han and Blinken" in printed, "candid and constructive discussion" in printed, name) == (
            True,
            True,
            name,
        )
        assert ("Hand and Blinken" in printed, "constrictive discussion" in printed) == (False, False)


def test_the_report_of_another_event_is_left_out_once_an_editor_says_so(story: Story, now: datetime) -> None:
    editor = an_editor("ben", "Ben")
    conflict = story.conflicts.get(kind="other-event")
    assert preview(story, now=now).content["left_out"] == []
    decide(conflict, editor=editor, verdict=Verdict.APPROVE, reading=conflict.readings.get(), now=now)
    left_out = preview(story, now=now).content["left_out"]
    assert [(one["article"], one["reason"]) for one in left_out] == [
        (story.articles.get(name__startswith="004").pk, "It reports another event.")
    ]
