"""Which of two spellings of a name to offer: origins first, then how common it is in the archive and in English."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from factcheck.collation.event import Event
from factcheck.collation.suggest import EVEN, Groups, against, origins
from factcheck.collation.words import zipf
from factcheck.extraction.chunks import given_names
from factcheck.phrase import Phrase

# So much commoner must a spelling be to outweigh the number of reports.
FAR_COMMONER = 2.0
CLEARLY_COMMONER = 0.3
LISTED_GIVEN = 3.0
# The archive knows a spelling that so many reports of other stories print, so many for each that prints the other.
FEWEST_PRINTED, CLEARLY_OFTENER = 5, 5
COMMONER = Phrase("The reports are even; this spelling is the commoner one in English copy.")


class Spelling(NamedTuple):
    """Two spellings of a name with their witnesses, and how sure it is that they are one name.

    ``forms`` has what the archive is asked for each: the full names where both stand in full, which a namesake
    seldom shares.
    """

    one: str
    other: str
    groups: Groups
    score: float
    forms: Mapping[str, str]


class Preference(NamedTuple):
    """The spelling to offer, the reason that an editor reads, and whether the other one may be called wrong."""

    text: str | None
    reason: Phrase
    sure: bool


def preferred(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference:
    """What the first voice says that has something to say."""
    found = (voice(event, spelling, printed) for voice in VOICES)
    return next((preference for preference in found if preference), UNDECIDED)


def _unheard(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference | None:
    """A spelling that no list has, against one far commoner: that outweighs the number of reports."""
    best, other = _by_commonness(spelling)
    if _commonness(best) < FAR_COMMONER or _commonness(other) > 0 or _known(spelling, printed) == other:
        return None
    return Preference(best, Phrase("“{name}” is a spelling that nobody else uses.", name=other), True)


def _backed(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference | None:
    best, other = _by_support(event, spelling)
    one, two = spelling.groups[best], spelling.groups[other]
    if origins(event, one) == origins(event, two):
        return None
    return Preference(best, against(event, one, two), True)


def _archived(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference | None:
    """The spelling that other stories print, clearly more often than the other."""
    best = _known(spelling, printed)
    if best is None:
        return None
    other = spelling.other if best == spelling.one else spelling.one
    one, two = spelling.forms[best], spelling.forms[other]
    # No figure: it would grow with every story, and the card would have changed each time.
    if printed.get(two):
        reason = Phrase(
            "The reports are even, and other stories print “{one}” far more often than “{two}”.", one=one, two=two
        )
    else:
        reason = Phrase("The reports are even, and other stories print “{one}” but never “{two}”.", one=one, two=two)
    return Preference(best, reason, False)


def _known(spelling: Spelling, printed: Mapping[str, int]) -> str | None:
    """The spelling that the archive clearly knows better."""
    one, other = (printed.get(spelling.forms[text], 0) for text in (spelling.one, spelling.other))
    if max(one, other) < FEWEST_PRINTED or max(one, other) < CLEARLY_OFTENER * min(one, other):
        return None
    return spelling.one if one > other else spelling.other


def _repeated(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference | None:
    best, other = _by_support(event, spelling)
    often, seldom = len(spelling.groups[best]), len(spelling.groups[other])
    reason = Phrase("It stands {often} times, “{other}” {seldom}.", often=often, other=other, seldom=seldom)
    return Preference(best, reason, True) if often > seldom else None


def _commoner(event: Event, spelling: Spelling, printed: Mapping[str, int]) -> Preference | None:
    best, other = _by_commonness(spelling)
    if _commonness(best) - _commonness(other) < CLEARLY_COMMONER:
        return None
    return Preference(best, COMMONER, False)


def _by_support(event: Event, spelling: Spelling) -> list[str]:
    groups = spelling.groups
    return sorted(groups, key=lambda text: (-origins(event, groups[text]), -len(groups[text]), text))


def _by_commonness(spelling: Spelling) -> list[str]:
    return sorted(spelling.groups, key=lambda text: (-_commonness(text), text))


def _commonness(name: str) -> float:
    """How common a name is; a listed given name outweighs any English word."""
    return zipf(name.lower()) + LISTED_GIVEN * (name in given_names())


Voice = Callable[[Event, Spelling, Mapping[str, int]], Preference | None]
VOICES: tuple[Voice, ...] = (_unheard, _backed, _archived, _repeated, _commoner)
UNDECIDED = Preference(None, EVEN, False)
