"""The words of the sentences that an editor reads."""

from collections.abc import Sequence

from factcheck.types import ReadingDraft

SHOWN = 90
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def marked(text: str) -> str:
    """Words of the copy, between marks, shortened where they are long."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= SHOWN else plain[:SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"


def number(count: int) -> str:
    """A count as a newspaper writes it."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """ "one report", "three reports"."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def either(texts: Sequence[str]) -> str:
    """ "“this”, “that” or “the other”"."""
    *most, last = [marked(text) for text in texts]
    return f"{', '.join(most)} or {last}" if most else last


def reports(reading: ReadingDraft) -> int:
    """How many articles carry a reading."""
    return len({witness.article for witness in reading.witnesses})


def standing_where(odd: ReadingDraft, others: Sequence[ReadingDraft], verb: str) -> str:
    """ "One report has “a” where three others have “b”."."""
    first = max(others, key=reports)
    there, where = reports(odd), reports(first)
    have = "has" if where == 1 else "have"
    who = "another" if where == 1 else f"{number(where)} others"
    subject = f"{counted(there, 'report')} {verb}{'s' if there == 1 else ''}"
    return f"{subject[0].upper()}{subject[1:]} {marked(odd.text)} where {who} {have} {marked(first.text)}."
