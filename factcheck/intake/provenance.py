"""Which agency or outlet filed the copy. The first rung of the ladder that says anything wins."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.intake.agencies import Agency, at_address, is_agency_like, known, named

COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*)?(?:by\s+)?(?P<name>[^.,;|©\d]{2,60})", re.IGNORECASE
)
END_MARK = re.compile(r"={1,3}\s?(?P<name>\w[\w ]{0,30})$")
PAGE_HEADER = re.compile(r"(?P<name>[A-Z][\w .&-]{1,40}?)\s*(?:\||\)\s\d)")
SOURCE = re.compile(r"source\s*[:：]\s*(?P<name>\S.{0,198})$", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
REPORTING = re.compile(r"\((?:additional )?reporting by [^()]{1,400}[;,] ?(?:writing|editing) by ", re.IGNORECASE)
BYLINE_AGENCY = re.compile(r",\s*(?P<name>[^,]{2,60}?)(?:\s+on\b.*)?=?$")
# The agency whose house style the reporting tail is.
TAIL_AGENCY = "reuters"


def find_source(given: str, dateline: str, bylines: Sequence[str], furniture: Sequence[str]) -> Agency | None:
    """The agency that filed the copy, from the strongest sign to the weakest; None when nothing tells."""
    rungs: tuple[Callable[[], Iterator[Agency]], ...] = (
        lambda: _each(named, [given]),
        lambda: _each(named, [dateline]),
        lambda: _each(known, furniture),
        lambda: _each(_of_byline, bylines),
        lambda: _each(_marked, furniture),
        lambda: _each(_sourced, furniture),
        lambda: _each(_reported, furniture),
    )
    return next((agency for rung in rungs for agency in rung()), None)


def _each(tell: Callable[[str], Agency | None], lines: Iterable[str]) -> Iterator[Agency]:
    return (agency for line in lines if line and (agency := tell(line)))


def _of_byline(line: str) -> Agency | None:
    found = BYLINE_AGENCY.search(line)
    return named(found["name"]) if found and is_agency_like(found["name"]) else None


def _marked(line: str) -> Agency | None:
    """A page header, an end mark or a copyright line. Only known names: the owner of a page is not its agency."""
    bracketed = line.strip("() ")
    if line.startswith("(") and is_agency_like(bracketed) and ")" not in bracketed:
        return named(bracketed)
    header = PAGE_HEADER.match(line)
    if header and known(header["name"]):
        return known(header["name"])
    found = END_MARK.match(line) or COPYRIGHT.search(line)
    return named(found["name"]) if found else None


def _sourced(line: str) -> Agency | None:
    found = SOURCE.match(line)
    if not found:
        return None
    words = found["name"].strip()
    if ADDRESS.match(words):
        return at_address(words)
    return None if "," in words else named(words)


def _reported(line: str) -> Agency | None:
    return known(TAIL_AGENCY) if REPORTING.match(line) else None
