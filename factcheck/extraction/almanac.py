"""The calendar of the copy: TIMEX3 values of days, months and weeks, by the day of filing and the tense."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# So many days from the day of filing a day without a year is that of the nearest year, whatever the tense.
NEAR = 100
# What a week, month or quarter is called where nothing tells the year.
_UNKNOWN = {"week": "XXXX-WXX", "month": "XXXX-XX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX"}
_YEARS = {"decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of filing, where known, and which way a date without a year points from it."""

    filed: date | None
    future: bool = False

    def weekday(self, number: int, shift: str = "") -> str:
        """The day that "Monday", "last Monday" or "next Monday" names."""
        if self.filed is None:
            return f"XXXX-WXX-{number + 1}"
        back = (self.filed.weekday() - number) % 7
        if shift == "next" or (self.future and not shift):
            return self.day((7 - back) if back or shift else 0)
        return self.day(-(back or (7 if shift == "last" else 0)))

    def month(self, number: int, shift: str = "") -> str:
        """The month that "November", "last June" or "next November" names."""
        if self.filed is None:
            return f"XXXX-{number:02d}"
        year = self.filed.year
        if shift == "next" or (self.future and shift not in {"last", "this"}):
            year += number < self.filed.month or (shift == "next" and number == self.filed.month)
        elif shift != "this":
            year -= number > self.filed.month or (shift == "last" and number == self.filed.month)
        return f"{year:04d}-{number:02d}"

    def month_day(self, month: int, day: int) -> str:
        """The day that "Sept. 18" names: the nearest such day; the tense decides where none is near."""
        if self.filed is None:
            return f"XXXX-{month:02d}-{day:02d}"
        year = nearest([(self._away(year, month, day), year) for year in self._years()], self.future)
        return f"{year:04d}-{month:02d}-{day:02d}"

    def _years(self) -> range:
        year = self.filed.year if self.filed else 1
        return range(max(1, year - 1), min(9999, year + 1) + 1)

    def _away(self, year: int, month: int, day: int) -> int:
        """How many days ahead a day is; Feb. 29 counts as the day before where a year has none."""
        return (date(year, month, min(day, monthrange(year, month)[1])) - (self.filed or date.min)).days

    def moveable(self, name: str) -> str:
        """The day of a feast that falls on another day each year, of the nearest year or as the tense has it."""
        if self.filed is None:
            return "XXXX-XX-XX"
        days = {year: feast(name, year) for year in self._years()}
        year = nearest([((day - self.filed).days, year) for year, day in days.items()], self.future)
        return days[year].isoformat()

    def day(self, offset: int) -> str:
        """The day so many days from the day of filing."""
        moved = self.moved(offset)
        return moved.isoformat() if moved else "XXXX-XX-XX"

    def moved(self, days: int) -> date | None:
        """The date so many days from the day of filing, where there is one."""
        try:
            return self.filed + timedelta(days=days) if self.filed else None
        except OverflowError:
            return None

    def period(self, unit: str, offset: int) -> str:
        """The week, month, quarter, year, season, decade or weekend so many periods from the one of filing."""
        if unit == "day":
            return self.day(offset)
        if unit in {"week", "weekend"}:
            moved = self.moved(7 * offset)
            if moved is None:
                return _UNKNOWN[unit]
            year, week, _ = moved.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        if self.filed is None:
            return _UNKNOWN.get(unit, "XXXX")
        if unit in {"month", "quarter"}:
            return self._part_of_year(unit, offset)
        year = self.filed.year + offset * _YEARS.get(unit, 1)
        if not 0 < year < 10_000:
            return "XXXX"
        if unit in SEASONS:
            return f"{year:04d}-{SEASONS[unit]}"
        return f"{year:04d}"[: {"decade": 3, "century": 2}.get(unit, 4)]

    def _part_of_year(self, unit: str, offset: int) -> str:
        filed = self.filed or date.min
        length = 12 if unit == "month" else 4
        at = filed.year * length + (filed.month - 1) * length // 12 + offset
        if not length <= at < 10_000 * length:
            return _UNKNOWN[unit]
        return f"{at // length:04d}-" + (f"{at % 12 + 1:02d}" if unit == "month" else f"Q{at % 4 + 1}")

    def ago(self, unit: str, number: int) -> str:
        """The date so many units before (or after, if negative) the day of filing, no finer than the unit."""
        if unit in {"day", "night"}:
            return self.day(-number)
        if unit in {"second", "minute", "hour"}:
            return "PAST_REF" if number > 0 else "FUTURE_REF"
        return self.period("year" if unit in _YEARS else unit, -number * _YEARS.get(unit, 1))

    def year(self) -> str:
        """The year of filing."""
        return self.period("year", 0)


def nearest(ahead: list[tuple[int, int]], future: bool) -> int:
    """The year whose day, so many days ahead, is nearest; the tense decides where none is near."""
    away, year = min(ahead, key=lambda row: abs(row[0]))
    if abs(away) <= NEAR:
        return year
    return next((year for away, year in ahead[:: 1 if future else -1] if (away > 0) is future), year)


def feast(name: str, year: int) -> date:
    """Easter, Good Friday, or an American Thanksgiving of a year."""
    if name == "thanksgiving":
        return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
    return _easter(year) - timedelta(days=2 if name == "good friday" else 0)


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year if 1 <= year <= 9999 else 2000, month)[1]
