"""Paragraphs of plain text, however its lines are laid out: one a line, with blank lines between, or hard-wrapped.

A paragraph is a range of the text that begins and ends with a visible character.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# A byte order mark and the zero-width marks are no words: at the edges of a line they belong to no segment.
SPACES = "".join(character for character in map(chr, range(0x3001)) if character.isspace())
INVISIBLE = SPACES + "\u200b\u200c\u200d\u2060\ufeff\x1a"
LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
TERMINAL = re.compile(r"""[.!?:;…_=][)\]"'”’»]*$""")
# A line that is broken in the middle of a sentence is about this long.
WRAPPED_LINE = range(35, 121)
# Of such lines with another below, so many must be broken in the middle of a sentence.
WRAPPED_SHARE = 0.4
FEWEST_WRAPPED = 2
# A wrapped paragraph's last line is shorter than this part of the longest.
SHORT_LINE = 0.75


class Apart(Enum):
    """How a line of wrapped copy keeps from its neighbours: it begins a paragraph, or is one by itself."""

    BEGINS = "begins"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line; ``opens`` when a blank line, or the start of the copy, stands before it."""

    start: int
    end: int
    opens: bool
    indented: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words; ``opens`` as the line it begins with."""

    start: int
    end: int
    text: str
    opens: bool = True


def paragraphs(text: str, kept_apart: Callable[[str], Apart | None]) -> tuple[Paragraph, ...]:
    """The paragraphs in order. ``kept_apart`` tells of a line of wrapped copy whether it joins its neighbours."""
    lines = tuple(_lines(text))
    groups = _wrapped(text, lines, kept_apart) if is_wrapped(text, lines) else [[line] for line in lines]
    return tuple(
        Paragraph(group[0].start, group[-1].end, text[group[0].start : group[-1].end], group[0].opens)
        for group in groups
    )


def is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Whether sentences run on over line ends."""
    following = (pair for pair in pairwise(lines) if not pair[1].opens)
    pairs = [pair for pair in following if pair[0].end - pair[0].start in WRAPPED_LINE]
    broken = [pair for pair in pairs if _runs_on(text, *pair)]
    if any(line.end - line.start > 2 * WRAPPED_LINE.stop for line in lines):
        return False
    return len(broken) >= max(FEWEST_WRAPPED, WRAPPED_SHARE * len(pairs))


def _lines(text: str) -> Iterable[Line]:
    last = None
    for found in LINE.finditer(text):
        start, end = _trimmed(text, *found.span())
        if start == end:
            continue
        opens = last is None or _has_blank_line(text[last:start])
        yield Line(start, end, opens, indented=start > found.start())
        last = end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    start += len(line) - len(line.lstrip(INVISIBLE))
    return start, max(start, start + len(line.strip(INVISIBLE)))


def _has_blank_line(gap: str) -> bool:
    return len(LINE_BREAK.findall(gap)) > 1


def _runs_on(text: str, first: Line, second: Line) -> bool:
    ended = TERMINAL.search(text, max(first.start, first.end - 8), first.end)
    return not ended and text[second.start].islower() and not second.indented


def _wrapped(text: str, lines: Sequence[Line], kept_apart: Callable[[str], Apart | None]) -> list[list[Line]]:
    width = max(line.end - line.start for line in lines)
    groups: list[list[Line]] = []
    closed = True
    for line in lines:
        apart = kept_apart(text[line.start : line.end])
        if closed or apart or _begins(text, groups[-1][-1], line, width):
            groups.append([line])
        else:
            groups[-1].append(line)
        closed = apart is Apart.ALONE
    return groups


def _begins(text: str, before: Line, line: Line, width: int) -> bool:
    if line.opens or (line.indented and not before.indented):
        return True
    short = before.end - before.start < SHORT_LINE * width
    return short and not text[line.start].islower()
