"""Which quotations of an event are one remark."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck.collation.align import Change, Region, drawn_out, forms, regions
from factcheck.collation.event import Event
from factcheck.collation.passages import Passage, candidates, passages
from factcheck.collation.union import connected
from factcheck.collation.words import content

# How much two quotations must share to be one remark whoever is named as the speaker, in words and in telling words.
LONG_RUN = (6, 4)
SHORT_RUN = (3, 2)
# What two different speakers may share by chance.
SURE_RUN = 6
NEARLY_ALL = 0.9
# Where a speaker is not known, fewer words may differ: two may put one charge in much the same words.
CHANGED_OF_UNKNOWN = 2
# So many words in a row one speaker says once, plain words too.
LONGEST_PLAIN = 7
# A few quoted words that agree but for one are one remark wherever they stand, when so many of them are telling; of
# many words fewer need be.
TELLING_PART, TELLING_OF_MANY = 3, 2


@dataclass(frozen=True)
class Link:
    """Two quotations and the stretch that they share."""

    one: Passage
    other: Passage
    region: Region

    @cached_property
    def shared(self) -> list[str]:
        """The words that both say."""
        return [n for b in self.region.blocks for n in self.one.norms[b.left : b.left + b.size]]


@lru_cache(maxsize=8)
def links(event: Event) -> tuple[Link, ...]:
    """Every two quotations of one remark within an event."""
    pairs = ((one, other, r) for one, other in candidates(passages(event)) for r in regions(one.norms, other.norms))
    found = (Link(one, other, drawn_out(region, one.norms, other.norms)) for one, other, region in pairs)
    return tuple(link for link in found if _one_remark(link))


def _one_remark(link: Link) -> bool:
    one, other = link.one, link.other
    words, telling = len(link.shared), len(content(link.shared))
    changed = sum(_weight(link, change) for change in link.region.changes)
    if changed > words or words < SHORT_RUN[0] or telling < SHORT_RUN[1]:
        return False
    strangers = bool(one.speaker and other.speaker) and not one.same_speaker(other)
    if not (one.speaker and other.speaker) and CHANGED_OF_UNKNOWN * changed > words:
        return False
    shorter = min(len(one.norms), len(other.norms))
    nearly = words + changed >= NEARLY_ALL * shorter and changed <= 1
    if words >= LONG_RUN[0] and telling >= LONG_RUN[1]:
        return not strangers or telling >= SURE_RUN or nearly
    if words >= LONGEST_PLAIN and changed <= 1 and not strangers and (nearly or one.same_speaker(other)):
        return True
    whole = words + changed >= shorter and changed <= 1
    sure = whole and telling >= (TELLING_OF_MANY if words >= LONG_RUN[0] else TELLING_PART)
    known = sure or one.same_speaker(other) or bool(one.names & other.names)
    alone = words > SHORT_RUN[0] or len(link.region.blocks) == 1
    return 2 * words >= shorter and not strangers and known and (whole or alone)


def _weight(link: Link, change: Change) -> float:
    return change.width * (0.5 if forms(link.one.norms, link.other.norms, change) else 1.0)


@lru_cache(maxsize=8)
def remarks(event: Event) -> tuple[tuple[Passage, ...], ...]:
    """The quotations of each remark that several reports carry, in the order of the articles."""
    pairs = [(link.one, link.other) for link in links(event)]
    groups = connected(pairs, lambda one, other: one is other, id)
    return tuple(tuple({id(passage): passage for passage in group}.values()) for group in groups)
