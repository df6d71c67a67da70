"""The desk's log: every act is entered once, in the words that it was told in."""

from datetime import datetime

from django.contrib.auth.models import User

from factcheck.models import Conflict, Entry, Story
from factcheck.phrase import Phrase, packed
from factcheck.types import Deed


def enter(
    story: Story,
    *,
    editor: User,
    deed: Deed,
    words: str | Phrase,
    now: datetime,
    conflict: Conflict | None = None,
    answers: Entry | None = None,
) -> Entry:
    """Write one line of the log; ``words`` go on after the editor's name."""
    return Entry.objects.create(
        story=story,
        conflict=conflict,
        deed=deed,
        words=words,
        phrase=packed(words) if isinstance(words, Phrase) else None,
        editor=editor,
        made_at=now,
        answers=answers,
    )
