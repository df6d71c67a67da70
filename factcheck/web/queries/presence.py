"""Who has a story open: each editor's newest sign of life, forgotten after a minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from factcheck.models import Conflict, Presence, Story
from factcheck.review.labels import editor_name

LASTS = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody else at the story, and the card that has their focus, if one has."""

    name: str
    card: int | None
    summary: str


def attend(editor: User, story: Story, card: str, now: datetime) -> None:
    """Notes that the editor has the story open now, and which of its cards: two queries, or one without a card."""
    known = Conflict.objects.filter(story=story, pk=card).first() if card.isdecimal() and len(card) < 19 else None
    sign = Presence(editor=editor, story=story, conflict=known, seen_at=now)
    Presence.objects.bulk_create(
        [sign], update_conflicts=True, unique_fields=["editor", "story"], update_fields=["conflict", "seen_at"]
    )


def others(editor: User, story: Story, now: datetime) -> list[Present]:
    """Everybody else who was there within the last minute, by name, in one query."""
    lately = Presence.objects.filter(story=story, seen_at__gt=now - LASTS).exclude(editor=editor)
    rows = lately.select_related("editor", "conflict").order_by("editor__username")
    return [
        Present(editor_name(row.editor), row.conflict_id, row.conflict.summary_said if row.conflict else "")
        for row in rows
    ]
