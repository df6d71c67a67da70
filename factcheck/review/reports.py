"""The reports of a story in the order that they came in, each with the letter that pages know it by. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_uppercase


@dataclass(frozen=True, slots=True)
class Report:
    """One article as lists and tables name it.

    ``replaces`` and ``replaced_by`` are the letters of the version before and after, empty where there is none here.
    """

    pk: int
    letter: str
    source: str
    headline: str
    filed_on: date | None
    received_at: datetime
    version: int
    state: str
    publication: str
    replaces: str = ""
    replaced_by: str = ""

    @property
    def usable(self) -> bool:
        """Whether the agency lets it be used and no later version has come."""
        return self.publication == "usable" and not self.replaced_by


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    rest, last = divmod(number, len(ascii_uppercase))
    return (letter(rest - 1) if rest else "") + ascii_uppercase[last]


def in_order(reports: Sequence[Report]) -> list[Report]:
    """By the day they were filed, as far as it is known, and then by when they came in."""
    return sorted(reports, key=lambda report: (report.filed_on or report.received_at.date(), report.received_at))
