"""Comparisons as the database keeps them: an event that reads as it did is not compared again."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.collation.collate import compared
from factcheck.collation.event import Event
from factcheck.collation.kept import Listening, answered, drafts, fingerprint, written
from factcheck.models import Comparison, Story
from factcheck.types import ConflictDraft


class StoredComparisons:
    """Compares the events of one story, each only where it does not know what would be found."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._held = {row.fingerprint: row for row in story.comparisons.all()}
        self._now: dict[str, Comparison] = {}

    def __call__(self, event: Event) -> Sequence[ConflictDraft]:
        """What comparing the event finds, known or worked out."""
        known = fingerprint(event)
        held = self._held.get(known)
        if held and held.answered == answered(event.archive, held.asked):
            self._now[known] = held
            return drafts(held.drafts)
        listening = Listening(event.archive)
        other = event.other_than and replace(event.other_than, archive=listening)
        found = compared(replace(event, archive=listening, other_than=other))
        self._now[known] = Comparison(
            story=self._story,
            fingerprint=known,
            asked=listening.asked,
            answered=listening.answered,
            drafts=written(found),
        )
        return found

    def store(self) -> None:
        """Keeps what was worked out, and forgets the comparisons that this one did not need."""
        fresh = [row for row in self._now.values() if row.pk is None]
        kept = [row.pk for row in self._now.values() if row.pk is not None]
        self._story.comparisons.exclude(pk__in=kept).delete()
        Comparison.objects.bulk_create(fresh)
