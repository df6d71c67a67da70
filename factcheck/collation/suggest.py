"""Which reading to offer, and why: independent origins first; of two words, the commoner. Never article counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.collation.event import Event
from factcheck.collation.words import normal, zipf
from factcheck.phrase import Phrase, counted
from factcheck.types import ReadingDraft, WitnessDraft

# How much commoner (on a scale of tens) a word must be before that alone speaks for it.
CLEARLY_COMMONER = 0.5
EVEN = Phrase("The reports are even: an editor must choose.")

Groups = Mapping[str, Sequence[WitnessDraft]]


class Suggestion(NamedTuple):
    """The reading to offer (None: an editor must choose) and the reason that an editor reads."""

    text: str | None
    reason: Phrase


def grouped(witnesses: Iterable[WitnessDraft]) -> dict[str, tuple[WitnessDraft, ...]]:
    """Witnesses by what they say; each group goes by the commonest of its printed forms."""
    groups: dict[tuple[str, ...], list[WitnessDraft]] = {}
    for witness in witnesses:
        groups.setdefault(normal(witness.text), []).append(witness)
    return {printed(group): tuple(sorted(group, key=place)) for group in groups.values()}


def place(witness: WitnessDraft) -> tuple[str, int, int]:
    """The order in which witnesses are shown."""
    return witness.article, witness.start, witness.end


def printed(witnesses: Iterable[WitnessDraft]) -> str:
    """The commonest printed form; the first in the alphabet where two are as common."""
    counts = Counter(" ".join(witness.text.split()) for witness in witnesses)
    return min(counts, key=lambda text: (-counts[text], text))


def readings(event: Event, groups: Groups, suggested: str | None) -> tuple[ReadingDraft, ...]:
    """The readings of a conflict, best supported first."""
    drafts = [
        ReadingDraft(text, text == suggested, tuple(witnesses), event.origins(w.article for w in witnesses))
        for text, witnesses in groups.items()
    ]
    return tuple(sorted(drafts, key=lambda r: (-r.origins, -len(r.witnesses), r.text)))


def origins(event: Event, witnesses: Iterable[WitnessDraft]) -> int:
    """How many independent origins a group of witnesses has."""
    return event.origins(witness.article for witness in witnesses)


def support(event: Event, witnesses: Sequence[WitnessDraft]) -> Phrase:
    """What stands behind a reading, in an editor's words: "3 reports from 2 origins"."""
    reports, sources = len({w.article for w in witnesses}), origins(event, witnesses)
    told = counted("{number} report", "{number} reports", reports)
    if sources == reports:
        return told
    origin = counted("{number} origin", "{number} origins", sources)
    return Phrase("{reports} from {origins}", reports=told, origins=origin)


def against(event: Event, one: Sequence[WitnessDraft], other: Sequence[WitnessDraft]) -> Phrase:
    """ "3 reports against 1 report."."""
    return Phrase("{one} against {other}.", one=support(event, one), other=support(event, other))


def commonness(text: str) -> float:
    """How common the rarest word of a reading is in English."""
    return min((zipf(word) for word in normal(text)), default=0.0)


def prefer(event: Event, groups: Groups, *, by_words: bool = False) -> Suggestion:
    """The reading that more independent origins carry; else none, and an editor must choose.

    ``by_words`` is for kinds where one word is a slip for another: there the far commoner one is meant. How common
    the words of a figure, a day, a place or a name are says nothing about which is right.
    """
    ranked = sorted(groups, key=lambda text: (-origins(event, groups[text]), text))
    first, *rest = ranked
    if not rest:
        return Suggestion(first, Phrase("It is the only reading."))
    ahead, behind = origins(event, groups[first]), origins(event, groups[rest[0]])
    if ahead > behind:
        return Suggestion(first, against(event, groups[first], groups[rest[0]]))
    even = [text for text in ranked if origins(event, groups[text]) == ahead]
    return (by_words and _commoner(even)) or Suggestion(None, EVEN)


def _commoner(even: Sequence[str]) -> Suggestion | None:
    """The reading whose words are far commoner than those of every other."""
    best, second, *_ = sorted(even, key=lambda text: (-commonness(text), text))
    if commonness(best) - commonness(second) < CLEARLY_COMMONER:
        return None
    return Suggestion(best, Phrase("The reports are even, and its words are far commoner in English."))
