"""What stands above the lead: headline, deck, byline, and the lead's own place."""

import re
from collections.abc import Iterable, Sequence

from factcheck.intake.layout import Paragraph
from factcheck.types import SegmentKind

MAX_HEADLINE = 160
MAX_DECK = 260
MAX_BYLINE = 120
# With no dateline below to tell it from a lead, a deck that is a sentence is short and names no day.
MAX_SENTENCE_DECK = 160
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
MAX_DECKS = 2
# A lead repeats this many more of the headline's words than a deck does.
RETOLD = 2
SENTENCE_END = re.compile(r"[.!?…][)\]\"'”’»]*$")
ABBREVIATION_END = re.compile(r"(?:^|[\s(])(?:[A-Z]\.){2,}[\"'”’)]*$")
QUESTION_END = re.compile(r"[!?][\"'”’»)]*$")
BYLINE = re.compile(r"(?:by|from)\s+[^\W\d_][^.!?]*(?:\b[A-Z]\.[^.!?]*)*=?$", re.IGNORECASE)
OPENING_BY = re.compile(r"(?:By|BY|by|From|FROM)\s+(?:[A-Z]|our\b|staff\b|a\b)")
NAME = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s(?:(?:de|la|van|von|bin|al|and|der)\s)*[A-ZÀ-Þ][\w.'’-]*){1,4}"
    r"(?:,\s[A-Z][\w\s.'’-]{1,50})?=?$"
)
MAX_NAME = 70
WORD = re.compile(r"[^\W_]{3,}")


def read_head(paragraphs: Sequence[Paragraph], dated: int | None) -> list[SegmentKind]:
    """The kind of each paragraph above the lead. ``dated`` is the index of the one with the dateline."""
    kinds: list[SegmentKind] = []
    for index in range(len(paragraphs) if dated is None else dated):
        kind = _kind(paragraphs, index, kinds, dated)
        if kind is None:
            break
        kinds.append(kind)
    return kinds


def is_byline(text: str) -> bool:
    """A line that names the writer: ``By Jane Doe, Meridian Press``."""
    return len(text) <= MAX_BYLINE and bool(OPENING_BY.match(text)) and bool(BYLINE.match(text))


def is_sentence(text: str) -> bool:
    """Whether it ends as a sentence does. "... leave the U.S." alone is no sign of one."""
    return bool(SENTENCE_END.search(text[-8:])) and not ABBREVIATION_END.search(text[-12:])


def is_headline(text: str) -> bool:
    """Whether it is as short as a headline and ends as one."""
    if len(text) > MAX_HEADLINE:
        return False
    return not is_sentence(text) or bool(QUESTION_END.search(text[-4:]))


def _kind(
    paragraphs: Sequence[Paragraph], index: int, above: Sequence[SegmentKind], dated: int | None
) -> SegmentKind | None:
    text = paragraphs[index].text
    last = index + 1 == len(paragraphs)
    if is_byline(text) and not last:
        return SegmentKind.BYLINE
    if SegmentKind.HEADLINE not in above:
        if is_headline(text) and not last:
            return SegmentKind.HEADLINE
        # A sentence above the dateline and under no headline describes the picture.
        return SegmentKind.CAPTION if dated is not None else None
    headline = paragraphs[above.index(SegmentKind.HEADLINE)].text
    if _same(text, headline):
        return SegmentKind.FURNITURE
    if _is_name(text) and not last and SegmentKind.BYLINE not in above:
        return SegmentKind.BYLINE
    return _deck(paragraphs, index, headline, above, dated)


def _deck(
    paragraphs: Sequence[Paragraph], index: int, headline: str, above: Sequence[SegmentKind], dated: int | None
) -> SegmentKind | None:
    text = paragraphs[index].text
    if dated is not None:
        return SegmentKind.DECK if len(text) <= MAX_DECK else SegmentKind.CAPTION
    if above.count(SegmentKind.DECK) == MAX_DECKS or index + 1 == len(paragraphs) or len(text) > MAX_DECK:
        return None
    following = paragraphs[index + 1].text
    return SegmentKind.DECK if is_headline(text) or _retells(headline, text, following) else None


def _retells(headline: str, text: str, following: str) -> bool:
    """A lead tells the headline again in full; a deck adds to it, and the paragraph after it is the lead."""
    if len(text) > MAX_SENTENCE_DECK or len(text) >= len(following) or WEEKDAY.search(text):
        return False
    told = _words(headline)
    return len(told & _words(following)) >= len(told & _words(text)) + RETOLD


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME and NAME.match(text) is not None


def _same(first: str, second: str) -> bool:
    return _plain(WORD.findall(first)) == _plain(WORD.findall(second))


def _plain(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text[:1000])}
