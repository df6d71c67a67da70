"""A witness's words in their sentence."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

AROUND = 150
WORDS = 300
ELLIPSIS = "…"
FIRST = itemgetter(0)


class Context(NamedTuple):
    """The sentence around a witness: what stands before its words, the words, and what stands after."""

    before: str
    words: str
    after: str


def context(text: str, sentences: Sequence[Sequence[int]], start: int, end: int) -> Context:
    """The words ``text[start:end]`` in the sentence that holds them, each part bounded, cut at a space."""
    first, last = _sentence(text, sentences, start, end)
    return Context(
        _tail(text[max(first, start - AROUND * 2) : start].lstrip(), AROUND),
        _head(text[start:end], WORDS),
        _head(text[end : min(last, end + AROUND * 2)].rstrip(), AROUND),
    )


def _sentence(text: str, sentences: Sequence[Sequence[int]], start: int, end: int) -> tuple[int, int]:
    """From the start of the sentence with the first word to the end of the one with the last; else the line."""
    first = bisect_right(sentences, start, key=FIRST) - 1
    if first >= 0 and start <= sentences[first][1]:
        last = max(first, bisect_right(sentences, max(start, end - 1), key=FIRST) - 1)
        return sentences[first][0], max(end, sentences[last][1])
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _head(words: str, limit: int) -> str:
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + ELLIPSIS


def _tail(words: str, limit: int) -> str:
    if len(words) <= limit:
        return words
    cut = words[-limit:]
    return ELLIPSIS + (cut.split(" ", 1)[1] if " " in cut else cut)
