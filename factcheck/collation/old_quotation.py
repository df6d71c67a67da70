"""An old quotation sold as new: the archive has the words from weeks ago, and the report tells them as if just said."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from factcheck.collation import age
from factcheck.collation.align import Region, regions
from factcheck.collation.archive import Earlier, Keys
from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.passages import Passage, passages
from factcheck.collation.phrasing import MONTHS, marked
from factcheck.collation.quotation_keys import LONGEST, keyed
from factcheck.collation.words import content, normal, rarity
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level, ReadingDraft

SAME_SPEAKER, UNKNOWN_SPEAKER = 0.85, 0.65
SAME = Phrase("Both reports name the same speaker.")
UNKNOWN = Phrase("The speaker is not named in both reports.")
# Two reports of one event may be filed so far apart; from then on the words were said another time.
OLD = timedelta(days=14)
# What must be shared before it can be no accident: words, telling ones, and how telling these are together.
WORDS, TELLING, WEIGHT = 8, 5, 2.4
# Nearly word for word: so much of the shorter quotation is shared, and so few words differ for each shared one.
NEARLY_ALL, CHANGED = 0.85, 0.15
# What stood in so many stories of different days is a standing phrase: a slogan, an oath, a statement of form.
STANDING = 3
# A document's words do not age.
DOCUMENT = "document"
EDGES = " ,.;:—–-"


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each quotation that stood in another story weeks before, and is not said to be old."""
    rows = list(_datable(event))
    found = event.archive.quotations([held for _, held in rows]) if rows else ()
    for (passage, _), candidates in zip(rows, found, strict=True):
        before = [earlier for earlier in candidates if _is_old(passage, earlier) and _one_remark(passage, earlier)]
        if before and not _standing(before) and not age.told(event, passage):
            yield _conflict(event, passage, min(before, key=_first))


def _datable(event: Event) -> Iterator[tuple[Passage, Keys]]:
    """The quotations of dated articles that can be found again, each with its keys."""
    by_claim = {id(passage.claim): passage for passage in passages(event)}
    for article in event.articles:
        if article.copy.filed_on is not None:
            for claim, held in keyed(article):
                if claim.speaker is None or claim.speaker.evidence != DOCUMENT:
                    yield by_claim[id(claim)], held


def _is_old(passage: Passage, earlier: Earlier) -> bool:
    filed_on = passage.article.copy.filed_on
    return filed_on is not None and earlier.filed_on <= filed_on - OLD


def _one_remark(passage: Passage, earlier: Earlier) -> bool:
    """Nearly the same words, long and telling enough, and not of two speakers by name."""
    if passage.speaker and earlier.speaker and not passage.speaker & earlier.speaker:
        return False
    left, right = passage.norms[:LONGEST], normal(earlier.words)[:LONGEST]
    return any(_nearly_all(region, left, right) for region in regions(left, right))


def _nearly_all(region: Region, left: Sequence[str], right: Sequence[str]) -> bool:
    shared = [norm for block in region.blocks for norm in left[block.left : block.left + block.size]]
    telling = set(content(shared))
    changed = sum(change.width for change in region.changes)
    return (
        len(shared) >= max(WORDS, NEARLY_ALL * min(len(left), len(right)))
        and changed <= CHANGED * len(shared)
        and len(telling) >= TELLING
        and sum(map(rarity, telling)) >= WEIGHT
    )


def _standing(before: Sequence[Earlier]) -> bool:
    stories, days = {earlier.story for earlier in before}, {earlier.filed_on for earlier in before}
    return min(len(stories), len(days)) >= STANDING


def _first(earlier: Earlier) -> tuple[str, str, str, str]:
    return earlier.filed_on.isoformat(), earlier.source, earlier.headline, earlier.words


def _conflict(event: Event, passage: Passage, earlier: Earlier) -> ConflictDraft:
    """Its key and its reading are the earlier words: reports that quote more or less of them share one card."""
    witness = event.witness(passage.article, passage.claim.start, passage.claim.end)
    words = " ".join(earlier.words.split()).strip(EDGES)
    known = bool(passage.speaker and earlier.speaker)
    return ConflictDraft(
        kind=ConflictKind.PROVENANCE,
        level=Level.DISCREPANCY,
        score=SAME_SPEAKER if known else UNKNOWN_SPEAKER,
        key=key(ConflictKind.PROVENANCE, *normal(earlier.words)),
        summary=_summary(words, earlier),
        readings=(ReadingDraft(words, False, (witness,)),),
        reason=SAME if known else UNKNOWN,
    )


def _summary(words: str, earlier: Earlier) -> Phrase:
    filed = earlier.filed_on
    return Phrase(
        "The words {words} are told as new, but {agency} had them on {day} {month} {year}, in {report}.",
        words=marked(words),
        agency=earlier.source or Phrase("another agency"),
        day=filed.day,
        month=MONTHS[filed.month - 1],
        year=filed.year,
        report=marked(earlier.headline) if earlier.headline.strip() else Phrase("a report without a headline"),
    )
