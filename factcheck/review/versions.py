"""Two versions of one report, word against word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import LCSseq

TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|\n+|[^\S\n]+|[^\w\s]")
LINE = re.compile(r"[^\n]+|\n+")
WORD, BREAK = re.compile(r"\w"), "\n"
# Beyond this many words and marks a comparison takes too much memory; lines are compared then.
TOKEN_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or that one alone has: ``change`` is deleted, inserted or empty."""

    text: str
    change: str = ""


def compared(old: str, new: str) -> list[tuple[Piece, ...]]:
    """The paragraphs of the two versions in one, each as pieces; what is only blank is no change."""
    lines: list[list[tuple[str, str]]] = [[]]
    for change, token in _tokens(*_cut(old, new)):
        if BREAK in token:
            if change != "deleted":
                lines.append([])
            continue
        lines[-1].append((change, token))
    return [tuple(_pieces(line)) for line in lines if any(token.strip() for _, token in line)]


def changed(paragraphs: Sequence[Sequence[Piece]]) -> int:
    """How many places differ: words that were put in the stead of others are one place."""
    count = 0
    for paragraph in paragraphs:
        runs = [bool(piece.change) for piece in paragraph]
        count += sum(now and not before for before, now in zip([False, *runs], runs, strict=False))
    return count


def _words(text: str) -> list[str]:
    """Words, marks, and between them one space or one break, however many there are."""
    blank = {True: BREAK, False: " "}
    return [blank[BREAK in token] if token.isspace() else token for token in TOKEN.findall(text)]


def _cut(old: str, new: str) -> tuple[list[str], list[str]]:
    both = _words(old), _words(new)
    return both if max(map(len, both)) <= TOKEN_LIMIT else (LINE.findall(old), LINE.findall(new))


def _tokens(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The tokens of both in one row, what was taken out before what was put in its place."""
    done = there = 0
    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            yield from _gap(old[done : code.src_start], new[there : code.dest_start])
            yield from (("", token) for token in new[code.dest_start : code.dest_end])
            done, there = code.src_end, code.dest_end
    yield from _gap(old[done:], new[there:])


def _gap(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from (("deleted", token) for token in old)
    yield from (("inserted", token) for token in new)


def _pieces(line: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Neighbours of one sort as one piece; a lone space between two changes belongs to them."""
    for change, group in groupby(_smoothed(line), key=lambda one: one[0]):
        text = "".join(token for _, token in group)
        yield Piece(text, change if text.strip() else "")


def _smoothed(line: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Three words changed in a row are one change: the spaces that both have between them are shown in both."""
    smooth: list[tuple[str, str]] = []
    for change, group in groupby(_spaced(line), key=lambda one: bool(one[0])):
        held = [token for _, token in group]
        if not change:
            smooth += held
            continue
        smooth += [("deleted", text) for kind, text in held if kind != "inserted"]
        smooth += [("inserted", text) for kind, text in held if kind != "deleted"]
    return smooth


def _spaced(line: Sequence[tuple[str, str]]) -> Iterator[tuple[bool, tuple[str, str]]]:
    """Each token with whether it lies in a change: changed itself, or a space between two that are."""
    for at, (change, token) in enumerate(line):
        inner = 0 < at < len(line) - 1 and line[at - 1][0] and line[at + 1][0]
        yield bool(change) or (bool(inner) and not WORD.search(token) and not token.strip()), (change, token)
