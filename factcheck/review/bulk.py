"""One act on a part of the queue: exactly the cards that its preview listed, or none of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.models import Conflict, Entry, Reading, Story
from factcheck.phrase import Phrase, counted
from factcheck.review.card import Card, joined
from factcheck.review.journal import enter
from factcheck.review.labels import LEVELS, kind_label
from factcheck.review.queue import card as card_of
from factcheck.review.queue import queue
from factcheck.review.service import decide
from factcheck.review.wording import CannotDecide
from factcheck.types import Deed, Verdict

# More at once nobody reads through.
LARGEST = 200
# Of so many cards that left, what became of each is said.
NAMED = 5
DIGITS = 12
# What the number of a row may look like.
NUMBER = re.compile(r"[0-9]{1,18}")
CHANGED = Phrase("Nothing was recorded: the queue has changed since this list was made. Look at it again.")


class Way(StrEnum):
    """What is done to every card."""

    APPROVE = "approve"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of the queue and what is done to it; empty: of any level or kind."""

    way: Way
    level: str = ""
    kind: str = ""

    @property
    def part(self) -> Phrase:
        """ "House style", "Figure", "any sort"."""
        if self.kind:
            return kind_label(self.kind)
        return LEVELS[self.level] if self.level else Phrase("any sort")


@dataclass(frozen=True, slots=True)
class Planned:
    """A card with what would be recorded on it; ``words`` say it: "approve “Han”"."""

    card: Card
    verdict: Verdict
    reading: int | None
    replacement: str
    words: Phrase

    @property
    def token(self) -> str:
        """What tells the card as it was shown from the same card later: its number, and a digest of the rest."""
        shown = (self.words, self.card.summary, [reading.text for reading in self.card.readings])
        seen = repr((self.card.last_decision, self.verdict, self.reading, *shown))
        return f"{self.card.pk}-{sha256(seen.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


class Changed(CannotDecide):
    """The queue is no longer the one that the preview listed; ``sentences`` say how."""

    def __init__(self, sentences: Iterable[str]) -> None:
        super().__init__(CHANGED)
        self.sentences = tuple(sentences)


def plan(story: Story, asked: Asked) -> list[Planned]:
    """What the act would record, card by card, in the order of the queue."""
    cards = queue(story, level=asked.level, kind=asked.kind, limit=LARGEST)
    return [planned for card in cards if (planned := PLANS[asked.way](card))]


@transaction.atomic
def carry_out(story: Story, asked: Asked, seen: Iterable[str], *, editor: User, now: datetime) -> Entry:
    """Record what the preview listed, as one act. ``seen`` are the tokens of the preview. Raises ``CannotDecide``."""
    held = Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    rows = held.conflicts.filter(state=Conflict.State.OPEN).select_for_update(of=("self",)).order_by("pk")
    conflicts = {row.pk: row for row in rows}
    due = plan(held, asked)
    _check(due, dict(token.partition("-")[::2] for token in seen))
    entry = enter(held, editor=editor, deed=Deed.BULK, words=told(asked, len(due)), now=now)
    readings = Reading.objects.in_bulk([one.reading for one in due if one.reading])
    for one in due:
        decide(
            conflicts[one.card.pk],
            editor=editor,
            verdict=one.verdict,
            reading=readings.get(one.reading or 0),
            replacement=one.replacement,
            entry=entry,
            now=now,
        )
    return entry


def told(asked: Asked, number: int) -> Phrase:
    """ "approved the suggestions of 3 cards (House style)"."""
    if asked.way is Way.APPROVE:
        return counted(
            "approved the suggestions of {number} card ({part})",
            "approved the suggestions of {number} cards ({part})",
            number,
            part=asked.part,
        )
    return counted(
        "let all readings stand on {number} card ({part})",
        "let all readings stand on {number} cards ({part})",
        number,
        part=asked.part,
    )


def changes(due: Mapping[str, str], seen: Mapping[str, str]) -> tuple[list[str], list[str], list[str]]:
    """The numbers of the cards that came, that left, and that read otherwise, given as number and digest."""
    came = [pk for pk in due if pk not in seen]
    left = [pk for pk in seen if pk not in due]
    return came, left, [pk for pk in due if pk in seen and due[pk] != seen[pk]]


def _check(due: Iterable[Planned], seen: Mapping[str, str]) -> None:
    shown = {str(one.card.pk): one for one in due}
    came, left, other = changes({pk: one.token.partition("-")[2] for pk, one in shown.items()}, seen)
    if came or left or other:
        new = [Phrase("New: {summary}", summary=shown[pk].card.summary) for pk in came]
        reread = [Phrase("Reads otherwise now: {summary}", summary=shown[pk].card.summary) for pk in other]
        raise Changed([*new, *_left(left), *reread])
    if not shown:
        raise CannotDecide(Phrase("There is no open card of this sort any more."))


def _left(pks: list[str]) -> Iterator[Phrase]:
    for row in Conflict.objects.filter(pk__in=[pk for pk in pks if NUMBER.fullmatch(pk)][:NAMED]):
        card = card_of(row.pk)
        settled = Phrase("{editor} {words}", editor=card.settled_by, words=card.settled_words)
        became = settled if card.settled_by else card.state_label
        yield Phrase("No longer on the list: {summary} ({became})", summary=card.summary, became=became)
    if len(pks) > NAMED:
        yield Phrase("And {number} more that are no longer on the list.", number=len(pks) - NAMED)


def _approve(card: Card) -> Planned | None:
    offer = card.offer
    if offer is None:
        return None
    return Planned(card, Verdict(offer.verdict), offer.reading, offer.replacement, offer.will)


def _dismiss(card: Card) -> Planned:
    texts = joined([reading.shown for reading in card.readings])
    return Planned(card, Verdict.DISMISS, None, "", Phrase("let {words} stand", words=texts))


PLANS = {Way.APPROVE: _approve, Way.DISMISS: _dismiss}
