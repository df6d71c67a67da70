"""A part of a story's queue: so many cards, and how many come after them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User

from factcheck.models import Conflict, Story
from factcheck.review import queue
from factcheck.review.card import Card
from factcheck.web.queue_filter import QueueFilter

# A page is made and read by parts: the next one comes while the editor is still at this one.
CARDS_AT_ONCE = 12
LONGEST_KEY = 18


@dataclass(frozen=True, slots=True)
class QueuePage:
    """``last`` is the card after which the next page begins, None when this is the end of the queue."""

    cards: list[Card]
    last: int | None
    left: int

    @property
    def next_number(self) -> int:
        """How many cards the next page has."""
        return min(self.left, CARDS_AT_ONCE)


def queue_page(story: Story, asked: QueueFilter, query: Mapping[str, str], editor: User) -> QueuePage:
    """The page that the address asks for, and before it the card that was just decided, with its undo."""
    after = _conflict(story, query.get("after", ""))
    where = {"state": asked.state, "kind": asked.kind, "level": asked.level}
    whose = queue.WHOSE[asked.whose](editor)
    cards = queue.queue(story, **where, whose=whose, limit=CARDS_AT_ONCE, after=after)
    left = 0
    if len(cards) == CARDS_AT_ONCE:
        left = queue.waiting(story, Conflict.objects.get(pk=cards[-1].pk), **where, whose=whose)
    kept = _conflict(story, query.get("with", ""))
    extra = [queue.card(kept.pk)] if kept and kept.pk not in {card.pk for card in cards} else []
    return QueuePage([*extra, *cards], cards[-1].pk if left else None, left)


def _conflict(story: Story, pk: str) -> Conflict | None:
    known = pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_KEY
    return Conflict.objects.filter(pk=pk, story=story).first() if known else None
