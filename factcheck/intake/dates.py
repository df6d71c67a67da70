"""Days as datelines and page headers write them, and the year that a dateline leaves out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# English, then the French, Spanish, German, Italian and Portuguese forms that agencies' own desks leave in datelines.
MONTHS = (
    "january jan janvier janv enero ene januar jänner gennaio gen janeiro",
    "february feb février févr fév febrero februar febbraio fevereiro fev",
    "march mar mars marzo märz mrz março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juin junio juni giugno giu junho",
    "july jul juillet juil julio juli luglio lug julho",
    "august aug août agosto ago",
    "september sept sep septembre septiembre settembre set setembro",
    "october oct octobre octubre oktober okt ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre déc diciembre dic dezember dez dicembre dezembro",
)
MONTH_NUMBER = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}
_MONTH = "(?P<month>" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º)?\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun"
# Each is tried at its own place; the first that matches there wins.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s{{0,3}}{_DAY}(?:,?\s{{1,3}}{_YEAR})?",
        rf"\b{_DAY}\s{{1,3}}(?:de\s{{1,3}})?{_MONTH}(?:,?\s{{1,3}}(?:de\s{{1,3}})?{_YEAR})?",
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)\b",
        rf"\b(?P<day>1[3-9]|2\d|3[01])[-/.](?P<month>0?[1-9]|1[0-2])[-/.]{_YEAR}",
        rf"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}",
    )
)
DATE_PATTERN = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in FORMS)
COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,20}((?:19|20)\d\d)\b", re.IGNORECASE)
# Copy is dropped in within weeks of its dateline, or it is old copy of an unknown year.
FRESH = timedelta(days=30)
AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: ``year`` is None where it was left out."""

    month: int
    day: int
    year: int | None = None

    def on(self, year: int) -> date | None:
        """The day in a year, or None where that year has none such."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def days(text: str) -> Iterator[Day]:
    """The days written in a stretch of text, those of one form after those of another."""
    for form in FORMS:
        for found in form.finditer(text):
            month = found["month"].lower()
            number = MONTH_NUMBER.get(month) or (int(month) if month.isdigit() else 0)
            day = Day(number, int(found["day"]), int(found["year"]) if found["year"] else None)
            if day.on(day.year or 2000):
                yield day


def filing_day(day: Day | None, nearby: Iterable[str], published: date | None, received: date | None) -> date | None:
    """The date on which the copy was filed, as far as dateline, page furniture or the given days tell it.

    ``published`` is when the copy came out and can stand in for a dateline; ``received`` only tells the year of a
    dateline, and only for fresh copy.
    """
    texts = tuple(nearby)
    full = [dated for text in texts for found in days(text) if found.year and (dated := found.on(found.year))]
    if day is None:
        return published or next(iter(full), None)
    if day.year:
        return day.on(day.year)
    years = [int(year) for text in texts for year in COPYRIGHT_YEAR.findall(text)]
    known = [published] if published else full
    return _nearest(day, known) or next((day.on(year) for year in years), None) or _fresh(day, received)


def _nearest(day: Day, known: Iterable[date]) -> date | None:
    for reference in known:
        years = (reference.year - 1, reference.year, reference.year + 1)
        return min(filter(None, map(day.on, years)), key=lambda found: abs(found - reference), default=None)
    return None


def _fresh(day: Day, received: date | None) -> date | None:
    found = _nearest(day, [received] if received else [])
    return found if found and received and received - FRESH <= found <= received + AHEAD else None
