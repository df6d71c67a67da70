"""Dates, times and figures by rule, for corpora that annotate names only (own code, no corpus)."""

import re

from training.corpora.entity_spans import Span

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
# "May" and "March" alone are verbs as well.
SURE_MONTH = "January|February|April|June|July|August|September|October|November|December"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
UNIT_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine)"
SMALL = (
    rf"(?:{UNIT_WORD}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-{UNIT_WORD})?)"
)
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
HEDGE_WORDS = "about|around|some|nearly|almost|over|up to|at least|at most|more than|less than|fewer than|approximately"
HEDGE = rf"(?:(?:{HEDGE_WORDS})\s)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion)"
NUMBER = rf"(?:(?:{DIGITS}|{SMALL})(?:\s{SCALE})*)"
PERIOD = r"(?:day|week|month|year|decade|century|centuries)s?"
CLOCK = r"(?:second|minute|hour)s?"
MEASURE = (
    r"(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|km|kg|kilograms?|tons?|tonnes?|acres?|hectares?|"
    r"degrees|pounds of|square (?:miles|kilomet(?:er|re)s|feet|met(?:er|re)s)|lit(?:er|re)s|gallons|barrels|mph|km/h)"
)
NEAR = "last|next|this|the past|the previous|the following"
SPAN_OF_TIME = "year|month|week|weekend|decade|century|summer|winter|spring|autumn|fall|quarter"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"

RULES = (
    ("PERCENT", rf"{HEDGE}{NUMBER}\s?(?:%|percent\b|per cent\b)"),
    ("MONEY", rf"{HEDGE}(?:US|A|C|HK|NZ)?[$£€¥]\s?{DIGITS}(?:\s(?:million|billion|trillion|bn|m)\b)?"),
    ("MONEY", rf"{HEDGE}{NUMBER}\s(?:dollars|euros|pounds|yuan|yen|won|rupees|rubles|francs|pesos|cents)\b"),
    ("DATE", rf"(?:{WEEKDAY},? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {YEAR})?\b(?!:)"),
    ("DATE", rf"(?:{WEEKDAY},? )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? {YEAR})?(?!\w)"),
    ("DATE", rf"(?:(?:early|late|mid)[ -])?{MONTH} (?:of )?{YEAR}\b"),
    (
        "DATE",
        rf"(?:(?:last|next|this|early|late|mid)[ -])?(?:{WEEKDAY}|(?-i:{SURE_MONTH}))s?\b",
    ),
    (
        "DATE",
        rf"\b(?:yesterday|today|tomorrow|(?:{NEAR}) (?:{SPAN_OF_TIME}))\b",
    ),
    ("TIME", r"\b(?:tonight|last night|this (?:morning|afternoon|evening))\b"),
    (
        "TIME",
        r"\b\d{1,2}(?::\d{2}|\.\d{2})? ?(?:[ap]\.m\.|[ap]m\b)(?: (?:GMT|EST|EDT|UTC|local time)\b)?"
        r"|\b\d{1,2}:\d{2}\b(?: (?:GMT|EST|EDT|UTC)\b)?",
    ),
    ("TIME", rf"{HEDGE}{NUMBER}(?: |-){CLOCK}\b(?: (?:ago|later|earlier)\b)?"),
    (
        "DATE",
        rf"(?:the (?:last|past|next) )?{HEDGE}{NUMBER}(?: |-){PERIOD}\b(?:[ -]old\b)?(?: (?:ago|later|earlier)\b)?",
    ),
    (
        "DATE",
        r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)"
        r"|twentieth|nineteenth|eighteenth) century\b",
    ),
    ("DATE", rf"\b(?:the )?(?:(?:early|late|mid)[ -])?{YEAR[:-1]}|[12]\d{{2}}0)s\b"),
    ("QUANTITY", rf"{HEDGE}{NUMBER}(?: |-){MEASURE}\b"),
    (
        "ORDINAL",
        r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?![ -]?(?:hand|rate|class|lady)\b)"
        r"|\b\d+(?:st|nd|rd|th)\b",
    ),
    ("DATE", rf"(?<![\d.,$£€-])\b(?:(?:early|late|mid)[ -])?{YEAR}(?:[-–]\d{{2,4}})?\b(?![.,]\d)(?!-[a-z])"),
    ("CARDINAL", r"\b(?:hundreds|thousands|dozens|tens of thousands|hundreds of thousands|millions)\b"),
    ("CARDINAL", rf"(?<![\w.,$£€/-]){HEDGE}(?:{DIGITS}|{SMALL})(?:\s{SCALE})*\b(?![\w/-])"),
)
PATTERNS = tuple((label, re.compile(rf"(?<!\w)(?:{rule})", re.IGNORECASE)) for label, rule in RULES)
NOT_A_NUMBER = re.compile(r"(?i)(?:one|no) (?:of|another|day)\b|one")


def figure_spans(text: str) -> list[Span]:
    """Dates, times and figures of running text; an earlier rule goes before a later one."""
    found: list[Span] = []
    for label, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if label == "CARDINAL" and NOT_A_NUMBER.fullmatch(match.group()):
                continue
            if all(match.end() <= span.start or span.end <= match.start() for span in found):
                found.append(Span(match.start(), match.end(), label))
    return sorted(found)
