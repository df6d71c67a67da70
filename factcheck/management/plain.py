"""A result for people who read it in a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.collation.rules import RULES
from factcheck.types import ConflictKind

INDENT = 4
LONGEST = 72
MARK = {True: "+", False: " "}


def plain(result: Mapping[str, Any], width: int) -> Iterator[str]:
    """The lines of a result: a heading, the conflicts best first, each with its readings and where they stand."""
    events = {article["event"] for article in result["articles"]}
    heading = (_count(len(result["articles"]), "article"), _count(len(events), "event"), _levels(result["conflicts"]))
    yield f"{', '.join(heading)} ({result['seconds']:.2f} s)"
    for number, conflict in enumerate(result["conflicts"], 1):
        yield ""
        yield from _conflict(number, conflict, width)


def _levels(conflicts: list[dict[str, Any]]) -> str:
    counts = Counter(conflict["level"] for conflict in conflicts)
    told = ", ".join(f"{counts[level]} {level}" for level in ("error", "discrepancy", "style", "info") if counts[level])
    return f"{_count(len(conflicts), 'conflict')}: {told}" if told else "no conflicts"


def _conflict(number: int, conflict: Mapping[str, Any], width: int) -> Iterator[str]:
    label = RULES[ConflictKind(conflict["kind"])].label
    yield f"{number:>2}  {conflict['level'].upper()}  {label}  [{conflict['score']:.2f}]"
    yield from _wrapped(conflict["summary"], width)
    for reading in conflict["readings"]:
        places = ", ".join(f"{w['article']}:{w['start']}" for w in reading["witnesses"])
        yield from _wrapped(f"{MARK[reading['suggested']]} {_short(reading['text'])}  ({places})", width, hang=2)
    if conflict["suggested"] is not None:
        offered = f"“{_short(conflict['suggested'])}”" if conflict["suggested"] else "leave the words out"
        yield from _wrapped(f"Suggested: {offered}. {conflict['reason']}", width)


def _wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=" " * INDENT, subsequent_indent=" " * (INDENT + hang))


def _short(text: str) -> str:
    return textwrap.shorten(text, LONGEST, placeholder=" …")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
