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
PERIODS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
# So many days from the day of filing a day without a year is that of the nearest year, whatever the tense.
NEAR = 100


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
            return (self.filed + timedelta(days=(7 - back) if back or shift else 0)).isoformat()
        return (self.filed - timedelta(days=back or (7 if shift == "last" else 0))).isoformat()

    def month(self, number: int, shift: str = "") -> str:
        """The month that "November", "last June" or "next November" names."""
        if self.filed is None:
            return f"XXXX-{number:02d}"
        year = self.filed.year
        if shift == "next" or (self.future and shift != "last"):
            year += number < self.filed.month or (shift == "next" and number == self.filed.month)
        else:
            year -= number > self.filed.month or (shift == "last" and number == self.filed.month)
        return f"{year}-{number:02d}"

    def month_day(self, month: int, day: int) -> str:
        """The day that "Sept. 18" names: the nearest such day; the tense decides where none is near."""
        if self.filed is None:
            return f"XXXX-{month:02d}-{day:02d}"
        ahead = [(self._away(year, month, day), year) for year in range(self.filed.year - 1, self.filed.year + 2)]
        away, year = min(ahead, key=lambda row: abs(row[0]))
        if abs(away) > NEAR:
            year = next(year for away, year in ahead[:: 1 if self.future else -1] if (away > 0) is self.future)
        return f"{year}-{month:02d}-{day:02d}"

    def _away(self, year: int, month: int, day: int) -> int:
        """How many days ahead a day is; Feb. 29 counts as the day before where a year has none."""
        return (date(year, month, min(day, monthrange(year, month)[1])) - (self.filed or date.min)).days

    def day(self, offset: int) -> str:
        """The day so many days from the day of filing."""
        return (self.filed + timedelta(days=offset)).isoformat() if self.filed else "XXXX-XX-XX"

    def period(self, unit: str, offset: int) -> str:
        """The week, month, quarter, year, season or weekend so many periods from the one of filing."""
        if self.filed is None:
            return {"week": "XXXX-WXX", "month": "XXXX-XX", "weekend": "XXXX-WXX-WE"}.get(unit, "XXXX")
        if unit in {"week", "weekend"}:
            year, week, _ = (self.filed + timedelta(weeks=offset)).isocalendar()
            return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        if unit == "month":
            months = self.filed.year * 12 + self.filed.month - 1 + offset
            return f"{months // 12}-{months % 12 + 1:02d}"
        if unit in SEASONS:
            return f"{self.filed.year + offset}-{SEASONS[unit]}"
        return str(self.filed.year + offset)

    def ago(self, unit: str, number: int) -> str:
        """The date so many units before (or after, if negative) the day of filing, no finer than the unit."""
        if self.filed is None:
            return "XXXX-XX-XX" if unit in {"day", "week"} else "XXXX"
        try:
            if unit in {"day", "night"}:
                return (self.filed - timedelta(days=number)).isoformat()
            if unit == "week":
                return self.period("week", -number)
        except OverflowError:
            return "XXXX"
        years = {"decade": 10, "century": 100}.get(unit, 1)
        return self.period("month" if unit == "month" else "year", -number * years)


def valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year if 1 <= year <= 9999 else 2000, month)[1]
