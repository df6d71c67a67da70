"""Words of the calendar, as patterns that the rules of dates share."""

from factcheck.extraction import numbers
from factcheck.extraction.almanac import MONTHS, SEASONS, WEEKDAYS

# How copy starts a number: a digit is told by this sign.
DIGIT = "#"
MONTH = (
    "(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = "(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SEASON = "|".join(SEASONS)
UNIT = "second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century"
UNITS = "seconds|minutes|hours|days|nights|weeks|weekends|months|quarters|years|decades|centuries"
PART = "morning|afternoon|evening|night"
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "TMI"}
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
SHIFT = "|".join(SHIFTS)
# Of these the day last told of is the ground, not the day of filing.
TOLD_SHIFTS = frozenset({"previous", "preceding", "prior", "same", "following"})
LAST_OR_NEXT = {-1: "last", 0: "this", 1: "next"}
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
            "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th", "thirteenth 13th", "fourteenth 14th",
            "fifteenth 15th", "sixteenth 16th", "seventeenth 17th", "eighteenth 18th", "nineteenth 19th",
            "twentieth 20th", "twenty-first 21st",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
COUNT = rf"(?:{numbers.NUMBER}|an?\s+few|several|many|an?\s+couple(?:\s+of)?|a\s+handful\s+of|some|few|half\s+an?|an?)"
COUNT_STARTS = frozenset(
    {DIGIT, "a", "an", "half", "several", "many", "some", "few", "handful", *numbers.ONES, *numbers.TENS}
)
MONTH_STARTS = frozenset(MONTHS)
WEEKDAY_STARTS = frozenset(WEEKDAYS)
