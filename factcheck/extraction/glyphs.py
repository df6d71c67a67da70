"""The glyphs of quotation marks: what each mark can do where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What ``opens`` gets instead of the next paragraph's start when the copy was cut off.
CUT_OFF = "\0"
OPENERS = frozenset("“«")
CLOSERS = frozenset("”»")
# Two single marks are a double one; of three, those outside are, as the single one stands by its word.
_DOUBLE = re.compile("[\"“”«»＂]|``|(?<!')''(?!')|(?<![\\w.,;:!?'])''(?='\\w)|(?<=[\\w.,;:!?]')''(?!')")
_SINGLE = re.compile("['‘’`]")
_LOOSE_BEFORE = frozenset("([{—–-/_\"“”‘'`«…")
_LOOSE_AFTER = frozenset(".,;:!?)]}—–-/_\"“”’'»…")
_STOPS = frozenset(".,!?:;…—–-)]")
_FEET = re.compile(r"\d['’′]\s?-?\d+(?:[½¼¾]|\.\d+)?$")
# Words that lose their first letters to an apostrophe, which is no opening mark.
_ELIDED = re.compile(
    r"(?:n|em|til|till|tis|twas|cause|bout|round|cuz|s|d|ll|re|ve|\d0s|\d\d)(?![A-Za-z])", re.IGNORECASE
)
_CLOSING = {"“": "”", "«": "»", "``": "''", "”": "”"}
_OPENING = {"”": "“", "»": "«", "''": "``", "“": "“"}
_WORD = re.compile(r"[\w'’.-]*\w")


@dataclass(frozen=True, slots=True)
class Mark:
    """A double mark, what it can do by what stands around it, and what its glyph says (open, close, straight)."""

    start: int
    end: int
    opens: bool
    closes: bool
    glyph: str


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks of a paragraph; inches and seconds are none, and of a long run of one mark two are read."""
    straight = repeated = 0
    last: re.Match[str] | None = None
    paired = "``" in text[start:end]
    for match in _DOUBLE.finditer(text, start, end):
        glyph = match[0]
        repeated = repeated + 1 if last and last.end() == match.start() and last[0] == glyph else 0
        last = match
        if repeated > 1:
            continue
        turned = glyph != "''" or paired
        if (glyph == '"' or not turned) and _inches(text, match.start(), straight):
            continue
        straight += glyph == '"' or not turned
        yield _mark(text, match, start, end, _kind(glyph) if turned else "straight")


def _inches(text: str, at: int, straight: int) -> bool:
    if not text[at - 1 : at].isdigit():
        return False
    return straight % 2 == 0 or _FEET.search(text, max(0, at - 12), at) is not None


def _mark(text: str, match: re.Match[str], start: int, end: int, kind: str) -> Mark:
    free_before, free_after = _free_before(text, match.start(), start), _free_after(text, match.end(), end)
    if kind == "open":
        wrong = free_after and not free_before
        return Mark(*match.span(), opens=not wrong, closes=wrong, glyph=kind)
    if kind == "close":
        before = text[match.start() - 1 : match.start()]
        opens = not free_after and (free_before or before in _STOPS)
        return Mark(*match.span(), opens=opens, closes=True, glyph=kind)
    either = free_before == free_after
    return Mark(*match.span(), opens=either or free_before, closes=either or free_after, glyph=kind)


def _kind(glyph: str) -> str:
    if glyph in OPENERS or glyph == "``":
        return "open"
    return "close" if glyph in CLOSERS or glyph == "''" else "straight"


def _free_before(text: str, at: int, start: int) -> bool:
    return at <= start or text[at - 1].isspace() or text[at - 1] in _LOOSE_BEFORE


def _free_after(text: str, at: int, end: int) -> bool:
    return at >= end or text[at].isspace() or text[at] in _LOOSE_AFTER


def opens(follower: str) -> bool:
    """Whether a paragraph that starts so opens with a double mark."""
    return follower.startswith(("“", '"', "``", "«", "”"))


def closing_of(glyph: str) -> str:
    """The mark that closes what ``glyph`` opened."""
    return _CLOSING.get(glyph, glyph)


def opening_of(glyph: str) -> str:
    """The mark that opens what ``glyph`` closes."""
    return _OPENING.get(glyph, glyph)


def turned_back(text: str, mark: Mark) -> tuple[int, int, str]:
    """The span around a mark that shows the wrong way, and the words with the mark turned and set off."""
    glyph = text[mark.start : mark.end]
    if mark.glyph == "open":
        word = re.compile(r"\S+$").search(text, max(0, mark.start - 40), mark.start)
        start = word.start() if word else mark.start
        return start, mark.end, text[start : mark.start] + closing_of(glyph)
    glued = mark.start > 0 and not text[mark.start - 1].isspace() and text[mark.start - 1] in ".,!?:;…"
    start = mark.start - glued
    match = _WORD.match(text, mark.end)
    end = match.end() if match else mark.end
    return start, end, text[start : mark.start] + (" " if glued else "") + opening_of(glyph) + text[mark.end : end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A range without the space at its ends, or None where nothing but space and marks is left."""
    piece = text[start:end]
    if not any(char.isalnum() for char in piece):
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def starts_whole(text: str, start: int) -> bool:
    """Whether words inside marks start as a sentence does: a capital, after a stop, a comma, a colon or nothing."""
    first = next((char for char in text[start : start + 4] if char.isalnum()), "")
    before = text[max(0, start - 6) : start].rstrip("\"“”‘'`« \t")
    return (first.isupper() or first.isdigit()) and (not before or before[-1] in ".,!?:;…—–-_)]\n\r”\"'’")


def ends_whole(text: str, end: int) -> bool:
    """Whether words end as a sentence does."""
    return text[max(0, end - 3) : end].rstrip("'’)]").endswith((".", "!", "?", "…", "—", "--"))


def single_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between single marks in a paragraph; apostrophes, years and possessives are no marks."""
    opened: int | None = None
    closing: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        if _opens_single(text, match, start):
            if opened is not None and closing is not None:
                yield opened, closing
            opened, closing = match.end(), None
        elif opened is not None and _closes_single(text, match, opened, end):
            closing = match.start()
            if not _possessive(text, match):
                yield opened, closing
                opened = closing = None
    if opened is not None and closing is not None:
        yield opened, closing


def _opens_single(text: str, match: re.Match[str], start: int) -> bool:
    at = match.start()
    if match[0] == "’" or text[at - 1 : at] in {"'", "`"} or text[match.end() : match.end() + 1] in {"'", "`"}:
        return False
    after = text[match.end() : match.end() + 1]
    elided = match[0] != "‘" and _ELIDED.match(text, match.end())
    return (at <= start or text[at - 1].isspace() or text[at - 1] in '([{—–-"“') and after.isalnum() and not elided


def _closes_single(text: str, match: re.Match[str], opened: int, end: int) -> bool:
    """A closing single: words before it, none after, and only whole pairs of double marks between."""
    at = match.start()
    if match[0] in "‘`" or text[at - 1].isspace() or (match.end() < end and text[match.end()].isalnum()):
        return False
    inside = text[opened:at]
    return inside.count("“") == inside.count("”") and inside.count('"') % 2 == 0


def _possessive(text: str, match: re.Match[str]) -> bool:
    """Perhaps the apostrophe of "officials' talks": it closes only if no better mark comes."""
    after = text[match.end() : match.end() + 2]
    return text[match.start() - 1] == "s" and len(after) == 2 and after[0] == " " and after[1].islower()
