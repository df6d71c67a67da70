"""Datelines: where and when copy was filed, and by which agency, in the forms that the wires use.

Known shapes: ``PLACE (AGENCY) -``, ``PLACE, Oct 22 (AGENCY) --``, ``Sept. 19 (AGENCY) --``, ``PLACE, Oct. 6 Agency``,
``MOSCOW, September 19. /AGENCY/.``, ``(AGENCY) - PLACE, SEP 19 -`` and, without an agency, ``PLACE, Country —``.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.intake.agencies import is_agency_like, known
from factcheck.intake.dates import DATE_PATTERN, WEEKDAYS, Day, days

# A dateline stands at the very start of a paragraph and is no longer than this.
REACH = 160
MAX_PLACE = 80
MAX_PLACE_WORDS = 8
AGENCY = re.compile(r"\((?P<round>[^()\n]{2,60})\)|(?<=\s)/(?P<slash>[A-Za-z][^/\n]{1,30})/")
DASH = re.compile(r"\s*(?:-{1,3}|–|—|―|_)(?=\s|\w|[\"'“‘«(]|$)")
STOP = re.compile(r"\s*[.:](?=\s)")
WRAPPER = re.compile(r"\([A-Z]{2,12}\s?-[^()\n]{0,60}(?:\([^()\n]{1,40}\))?\)\s*")
SEPARATOR = re.compile(r"\s-{1,3}\s|--|\s[–—_]\s|[–—]|:\s")
DATE = rf"(?:(?:{WEEKDAYS})\b[\s,.]{{0,3}})?(?:{DATE_PATTERN})|\b(?:{WEEKDAYS})\b"
PREFIX = re.compile(
    rf"(?P<place>.{{0,{MAX_PLACE}}}?)[\s,.]{{0,3}}(?P<date>{DATE})?[\s,.]{{0,3}}", re.IGNORECASE | re.DOTALL
)
PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’/&-])*$")
ABBREVIATED = re.compile(r"\.[A-Z]$")
# Small words inside names of places.
JOINER = re.compile(r"(?:of|the|de|del|la|le|los|al|el|and|in|on|upon|sur|am|near|off)$")
# Loud words that open a paragraph before a dash or a colon and name no place.
LABELS = frozenset((Path(__file__).parent / "data" / "labels.txt").read_text(encoding="ascii").split())
FEWEST_LETTERS = 4
LEAD_OPENS = re.compile(r"[\s]*[\"'“‘«(\[]*(?:[A-Z0-9À-ÞА-Я]|$)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found at the start of a paragraph: its first ``end`` characters, the dash with them."""

    text: str
    end: int
    place: str = ""
    agency: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class _Where:
    place: str
    day: Day | None
    dated: bool

    @property
    def loud(self) -> bool:
        """Capitals throughout, as only datelines print the name of a place."""
        city = self.place.split(",")[0]
        return city.isupper() and sum(map(str.isalpha, city)) >= FEWEST_LETTERS - 1


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens the paragraph, if there is one."""
    wrapper = WRAPPER.match(paragraph)
    offset = wrapper.end() if wrapper else 0
    head = paragraph[offset : offset + REACH]
    found = _with_agency(head) or _without_agency(head)
    return replace(found, end=found.end + offset) if found else None


def _with_agency(head: str) -> Dateline | None:
    agency = AGENCY.search(head)
    if not agency:
        return None
    name = (agency["round"] or agency["slash"]).strip()
    where = _where(head[: agency.start()])
    dash = DASH.match(head, agency.end()) or (STOP.match(head, agency.end()) if agency["slash"] else None)
    if where is None or not _holds(where, name, bool(dash)):
        return None
    found = Dateline(head[: agency.end()], dash.end() if dash else agency.end(), where.place, name, where.day)
    return found if where.place or where.dated else _agency_first(head, found)


def _holds(where: _Where, agency: str, dash: bool) -> bool:
    if not dash:
        return where.dated or (where.loud and known(agency) is not None)
    return where.dated or where.loud or is_agency_like(agency)


def _agency_first(head: str, found: Dateline) -> Dateline:
    """``(ANSA) - ROME, SEP 19 -``: the place may follow the agency."""
    rest = head[found.end :]
    space = len(rest) - len(rest.lstrip())
    place = _without_agency(rest[space:])
    if place is None:
        return found
    end = found.end + space + place.end
    return replace(place, text=head[: found.end + space + len(place.text)], end=end, agency=found.agency)


def _without_agency(head: str) -> Dateline | None:
    dash = SEPARATOR.search(head)
    if not dash or not LEAD_OPENS.match(head, dash.end()):
        return None
    before = head[: dash.start()]
    first, _, last = before.rpartition(" ")
    agency = last if known(last) else ""
    where = _where(first if agency else before)
    if where is None or not _stands_alone(where, agency, dash.group()):
        return None
    return Dateline(before.rstrip(), dash.end() - (dash.group()[-1].isspace()), where.place, agency, where.day)


def _stands_alone(where: _Where, agency: str, dash: str) -> bool:
    if where.dated:
        return where.loud or bool(agency) or (not where.place and where.day is not None and ":" not in dash)
    letters = sum(map(str.isalpha, where.place.split(",")[0]))
    return where.loud and letters >= FEWEST_LETTERS and where.place.split()[0] not in LABELS


def _where(text: str) -> _Where | None:
    """Place and day of what stands before the agency or the dash; None when it is neither."""
    found = PREFIX.fullmatch(text)
    if not found or not _is_place(found["place"].strip(" ,.\n")):
        return None
    dated = found["date"] or ""
    place = " ".join(found["place"].split()).strip(" ,")
    # The full stop of "Washington, D.C." is part of the name.
    place += "." if ABBREVIATED.search(place) else ""
    return _Where(place, next(days(dated), None), bool(dated))


def _is_place(text: str) -> bool:
    words = re.split(r"[\s,]+", text) if text else []
    named = (JOINER.match(word) or (word[:1].isupper() and PLACE_WORD.match(word)) for word in words)
    return len(words) <= MAX_PLACE_WORDS and all(named)
