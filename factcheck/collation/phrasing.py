"""The words of the sentences that an editor reads."""

from collections.abc import Iterable, Sequence
from functools import reduce

from factcheck.phrase import Phrase, counted
from factcheck.types import ReadingDraft

SHOWN = 90
NUMBERS = (
    Phrase("no"), Phrase("one"), Phrase("two"), Phrase("three"), Phrase("four"), Phrase("five"), Phrase("six"),
    Phrase("seven"), Phrase("eight"), Phrase("nine"),
)  # fmt: skip
# The same at the head of a sentence.
OPENINGS = (
    Phrase("No"), Phrase("One"), Phrase("Two"), Phrase("Three"), Phrase("Four"), Phrase("Five"), Phrase("Six"),
    Phrase("Seven"), Phrase("Eight"), Phrase("Nine"),
)  # fmt: skip
MONTHS = (
    Phrase("January"), Phrase("February"), Phrase("March"), Phrase("April"), Phrase("May"), Phrase("June"),
    Phrase("July"), Phrase("August"), Phrase("September"), Phrase("October"), Phrase("November"), Phrase("December"),
)  # fmt: skip


def marked(text: str) -> Phrase:
    """Words of the copy, between marks, shortened where they are long."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"
    return Phrase("“{words}”", words=short)


def number(count: int) -> str:
    """A count as a newspaper writes it."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def opening(count: int) -> str:
    """A count that a sentence begins with."""
    return OPENINGS[count] if count < len(OPENINGS) else str(count)


def both(texts: Iterable[str]) -> str:
    """ "this and that"."""
    return reduce(lambda one, other: Phrase("{one} and {other}", one=one, other=other), texts)


def either(texts: Sequence[str]) -> Phrase:
    """ "“this”, “that” or “the other”"."""
    *most, last = [marked(text) for text in texts]
    if not most:
        return last
    return Phrase("{most} or {last}", most=reduce(_listed, most), last=last)


def _listed(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("{one}, {other}", one=one, other=other)


def reports(reading: ReadingDraft) -> int:
    """How many articles carry a reading."""
    return len({witness.article for witness in reading.witnesses})


def quoted_where(odd: ReadingDraft, others: Sequence[ReadingDraft]) -> Phrase:
    """ "One report quotes “a” where three others have “b”."."""
    return counted(
        "One report quotes {words} where {others}.",
        "{count} reports quote {words} where {others}.",
        reports(odd),
        count=opening(reports(odd)),
        words=marked(odd.text),
        others=_others(others),
    )


def printed_where(odd: ReadingDraft, others: Sequence[ReadingDraft]) -> Phrase:
    """ "One report prints “a” where three others have “b”."."""
    return counted(
        "One report prints {words} where {others}.",
        "{count} reports print {words} where {others}.",
        reports(odd),
        count=opening(reports(odd)),
        words=marked(odd.text),
        others=_others(others),
    )


def _others(readings: Sequence[ReadingDraft]) -> Phrase:
    first = max(readings, key=reports)
    return counted(
        "another has {words}",
        "{count} others have {words}",
        reports(first),
        count=number(reports(first)),
        words=marked(first.text),
    )
