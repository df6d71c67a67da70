"""The digest as a page to print: the same parts in the same words for every format that people read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from factcheck.review.controls import revealed
from factcheck.review.paragraphs import parts
from factcheck.types import SegmentKind

Content = Mapping[str, Any]
Part = tuple[str, int, int]
BODY = SegmentKind.BODY


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, with the lines that belong under it."""

    words: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list; ``numbered`` where its entries are referred to by number."""

    title: str
    entries: tuple[Entry, ...]
    empty: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of corrected copy with its kind; ``notes`` say what was changed in it."""

    kind: str
    words: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """One corrected article."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole page. Every word in it is safe to show; none is safe to take as markup."""

    title: str
    issued: str
    sections: tuple[Section, ...]
    copies: tuple[Copy, ...]
    after: tuple[Section, ...]
    fingerprint: str


def outline(content: Content) -> Outline:
    """The parts of the page, in order."""
    return Outline(
        title=revealed(content["story"]["title"]),
        issued=_issued(content),
        sections=tuple(section for section in _sections(content) if section.entries or section.empty),
        copies=tuple(_copy(article) for article in content["articles"]),
        after=tuple(section for section in (_left_out(content),) if section.entries),
        fingerprint=content.get("sha256", ""),
    )


def _issued(content: Content) -> str:
    if "number" not in content:
        return f"Preview, {_moment(content['composed_at'])}. Not issued."
    return revealed(
        f"Digest no. {content['number']}, issued by {content['issued_by']}, {_moment(content['issued_at'])}"
    )


def _moment(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{_day(moment)}, {moment:%H:%M %Z}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _sections(content: Content) -> Iterator[Section]:
    corrections = (Entry(revealed(row["words"]), _notes(row)) for row in content["corrections"])
    yield Section("Corrections", tuple(corrections), "No words were changed.", numbered=True)
    yield Section("Facts that stand", tuple(map(_fact, content["facts"])))
    yield Section("Quotations", tuple(map(_quotation, content["quotations"])))
    yield Section("Several readings stand", tuple(map(_point, content["standing_together"])))
    yield Section("Open points", tuple(map(_point, content["open_points"])), "Nothing was left open.")


def _fact(row: Content) -> Entry:
    """What was approved, who has it, and who else printed what."""
    having = [reading for reading in row["readings"] if reading["text"] == row["text"]]
    others = [reading for reading in row["readings"] if reading["text"] != row["text"] and reading["reports"]]
    words = f"{row['kind']}: “{row['text']}” — decided by {row['decided_by']}, {row['when']}"
    return Entry(revealed(words), (*map(_carried, [*having, *others]), *_notes(row)))


def _quotation(row: Content) -> Entry:
    speaker = f" — {row['speaker']}" if row["speaker"] else ""
    marks = [word for word, key in (("translated", "translated"), ("wording still open", "disputed")) if row[key]]
    told = f" ({', '.join(marks)})" if marks else ""
    return Entry(revealed(f"“{row['text']}”{speaker}{told}"), (revealed(_witnesses(row)),))


def _witnesses(row: Content) -> str:
    places = dict.fromkeys(
        f"{witness['source']}, {witness['where']}{' (in part)' if witness['part'] else ''}"
        for witness in row["witnesses"]
    )
    carried = row["carried_by"]
    return f"{carried[0].upper()}{carried[1:]}: {'; '.join(places)}"


def _point(row: Content) -> Entry:
    return Entry(revealed(f"{row['summary']} ({row['why']})"), (*map(_carried, row["readings"]), *_notes(row)))


def _carried(reading: Content) -> str:
    words = f"“{reading['text']}”" if reading["text"] else "no words"
    return revealed(f"{words}: {', '.join(reading['sources']) or 'no report any more'}{_origins(reading)}")


def _origins(reading: Content) -> str:
    if reading["origins"] >= reading["reports"]:
        return ""
    return f" ({reading['reports']} reports, {reading['origins']} origin{'' if reading['origins'] == 1 else 's'})"


def _notes(row: Content) -> tuple[str, ...]:
    return tuple(revealed(f"Note: {note}") for note in row["notes"])


def _copy(article: Content) -> Copy:
    filed = f", {_day(date.fromisoformat(article['filed_on']))}" if article["filed_on"] else ""
    return Copy(revealed(f"{article['source']}{filed}"), tuple(_lines(article)))


def _lines(article: Content) -> Iterator[Line]:
    """The whole text; what stands on one line of the copy, as a dateline before its paragraph, is one line here."""
    for group in one_line(article["text"], parts(article["text"], article["segments"])):
        kinds = [kind for kind, _, _ in group]
        start, end = group[0][1], group[-1][2]
        changes = [change for change in article["changes"] if start <= change["at"][0] <= end]
        words = revealed(article["text"][start:end].strip())
        if words:
            yield Line(BODY if BODY in kinds else kinds[0], words, tuple(map(_change, changes)))


def one_line(text: str, found: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts grouped by the lines of the copy."""
    group: list[Part] = []
    for part in found:
        if group and "\n" in text[group[-1][1] : part[1]]:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _change(change: Content) -> str:
    old, new = change["old"].strip(), change["new"].strip()
    what = f"“{old}” corrected to “{new}”" if old and new else f"“{new}” put in" if new else f"“{old}” taken out"
    return revealed(f"{what} (decided by {change['decided_by']})")


def _left_out(content: Content) -> Section:
    rows = (f"{row['source']}, “{row['headline']}”: {row['reason']}" for row in content["left_out"])
    return Section("Reports left out", tuple(Entry(revealed(row)) for row in rows))
