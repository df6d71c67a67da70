"""The people of a story, in a constant number of queries."""

from collections.abc import Iterable
from itertools import groupby

from factcheck.collation.registry import Entry, registry
from factcheck.collation.service import stored_events
from factcheck.models import Conflict, Reading, Story
from factcheck.types import ConflictKind


def people_of(story: Story) -> list[Entry]:
    """Everyone whom the story's own event names in full; the people of another event are not this story's."""
    disputed = list(_disputed(story))
    return [entry for event in stored_events(story)[:1] for entry in registry(event, disputed)]


def _disputed(story: Story) -> Iterable[list[str]]:
    """The readings of each conflict about the spelling of a name that an editor did not dismiss."""
    over = (Conflict.State.WITHDRAWN, Conflict.State.DISMISSED)
    found = Reading.objects.filter(conflict__story=story, conflict__kind=ConflictKind.NAME_SPELLING)
    rows = found.exclude(conflict__state__in=over).order_by("conflict", "position").values_list("conflict", "text")
    return ([text for _, text in group] for _, group in groupby(rows, key=lambda row: row[0]))
