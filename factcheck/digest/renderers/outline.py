"""The digest as a page to print: the same parts in the same words for every format that people read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from factcheck.digest.corrections import unchanged
from factcheck.digest.framing import ORDER
from factcheck.digest.withdrawal import CANCELED
from factcheck.review.card import quoted
from factcheck.review.controls import revealed
from factcheck.review.paragraphs import parts
from factcheck.types import SegmentKind

Content = Mapping[str, Any]
Part = tuple[str, int, int]
BODY = SegmentKind.BODY
STATUS: Mapping[str, str] = {
    CANCELED: "KILL. This digest is withdrawn. Do not use it, and take down what was published of it.",
    "withheld": "HOLD. This digest is withheld. It is not for publication.",
}
SIGNALS: Mapping[str, str] = {"first": "First issue", "update": "Update", "correction": "CORRECTION"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, with the lines that belong under it; ``leaves_open`` is the conflict that it says is open."""

    words: str
    details: tuple[str, ...] = ()
    leaves_open: int | None = None


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
    """The whole page. Every word in it is safe to show; none is safe to take as markup.

    ``notes`` stand above the summary line: what kind of number it is, and whether it may be used.
    """

    title: str
    issued: str
    notes: tuple[str, ...]
    summary: str
    parts: tuple[Section | Copy, ...]
    fingerprint: str


def outline(content: Content) -> Outline:
    """The parts of the page, in the order that the editor gave them; what was killed is not told again."""
    story = content["story"]["title"]
    killed = _status(content) == CANCELED
    return Outline(
        title=revealed(content.get("headline") or story),
        issued=_issued(content),
        notes=tuple(map(revealed, _notices(content))),
        summary="" if killed else revealed(content.get("summary", "")),
        parts=() if killed else tuple(_parts(content)),
        fingerprint=content.get("sha256", ""),
    )


def _issued(content: Content) -> str:
    if "number" not in content:
        return f"Preview, {moment(content['composed_at'])}. Not issued."
    return revealed(f"Digest no. {content['number']}, issued by {content['issued_by']}, {moment(content['issued_at'])}")


def _status(content: Content) -> str:
    """Digests of the first form have none: all of them were usable."""
    return str(content.get("status", "usable"))


def _notices(content: Content) -> Iterator[str]:
    """What whoever gets the digest must know before anything else."""
    number, note = content.get("number", ""), content.get("change_note", "")
    status = _status(content)
    if status in STATUS:
        yield STATUS[status]
    if content.get("embargo_until"):
        yield f"EMBARGOED until {moment(content['embargo_until'])}."
    if status == CANCELED:
        yield f"Why no. {number} withdraws the digest: {note}"
    elif note:
        yield f"{SIGNALS.get(content['signal'], 'Update')}. {note}"


def stamp_of(content: Content) -> str:
    """The moment that the digest is of: when it was issued, or composed where it is a preview."""
    return content.get("issued_at") or content["composed_at"]


def moment(stamp: str) -> str:
    """ "19 September 2023, 12:40 UTC"."""
    read = datetime.fromisoformat(stamp)
    return f"{_day(read)}, {read:%H:%M %Z}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _parts(content: Content) -> Iterator[Section | Copy]:
    """What the digest prints, part after part, and at the end the reports that it does not use."""
    for part in content.get("order", ORDER):
        for piece in PARTS[part](content):
            if isinstance(piece, Copy) or piece.entries or piece.empty:
                yield piece
    left_out = _left_out(content)
    if left_out.entries:
        yield left_out


def _corrections(content: Content) -> Iterator[Section]:
    rows = (Entry(revealed(row["words"]), (*_why(row), *_notes(row))) for row in content["corrections"])
    yield Section("Corrections", tuple(rows), "No words were changed." if unchanged(content) else "", numbered=True)


def _facts(content: Content) -> Iterator[Section]:
    """What was decided, and then what the reports tell alike."""
    agreed = map(_agreed, content.get("agreed", ()))
    yield Section("Facts that stand", (*map(_fact, content["facts"]), *agreed))


def _quotations(content: Content) -> Iterator[Section]:
    yield Section("Quotations", tuple(map(_quotation, content["quotations"])))


def _together(content: Content) -> Iterator[Section]:
    yield Section("Several readings stand", tuple(map(_point, content["standing_together"])))


def _open(content: Content) -> Iterator[Section]:
    rows = (replace(_point(row), leaves_open=row["conflict"]) for row in content["open_points"])
    yield Section("Open points", tuple(rows), "Nothing was left open.")


def _copies(content: Content) -> Iterator[Copy]:
    yield from map(_copy, content["articles"])


def _variants(content: Content) -> Iterator[Section]:
    """The apparatus, one line a point: what was approved stands before the bracket, the other readings after it."""
    yield Section("Variants", tuple(map(_variant, content.get("apparatus", ()))))


PARTS: Mapping[str, Callable[[Content], Iterator[Section] | Iterator[Copy]]] = {
    "corrections": _corrections,
    "facts": _facts,
    "quotations": _quotations,
    "standing_together": _together,
    "open_points": _open,
    "articles": _copies,
    "apparatus": _variants,
}


def _variant(row: Content) -> Entry:
    chosen = [reading for reading in row["readings"] if reading["approved"]]
    others = [reading for reading in row["readings"] if not reading["approved"]]
    words = "; ".join(map(_sigla, others))
    if row["lemma"] is not None:
        lemma = "; ".join(map(_sigla, chosen)) or f"{quoted(row['lemma'])} (the desk)"
        words = f"{lemma} ] {words or 'no other reading'}"
    return Entry(revealed(f"{row['kind_label']}: {words}"))


def _sigla(reading: Content) -> str:
    witnesses = " ".join(dict.fromkeys(witness["witness"] for witness in reading["witnesses"]))
    return f"{quoted(reading['text'])} {witnesses}".rstrip()


def _agreed(row: Content) -> Entry:
    return Entry(revealed(row["words"]), (revealed(_witnesses(row)),))


def _fact(row: Content) -> Entry:
    """What was approved, who has it, and who else printed what."""
    having = [reading for reading in row["readings"] if reading["text"] == row["text"]]
    others = [reading for reading in row["readings"] if reading["text"] != row["text"] and reading["reports"]]
    # Digests of the first form keep no sentence of their own.
    words = row.get("words") or f"{row['kind']}: “{row['text']}” — decided by {row['decided_by']}, {row['when']}"
    return Entry(revealed(words), (*map(_carried, [*having, *others]), *_notes(row)))


def _quotation(row: Content) -> Entry:
    speaker = f" — {row['speaker']}" if row["speaker"] else ""
    marks = [word for word, key in (("translated", "translated"), ("wording still open", "disputed")) if row[key]]
    told = f" ({', '.join(marks)})" if marks else ""
    return Entry(revealed(f"“{row['text']}”{speaker}{told}"), (revealed(_witnesses(row)),))


def _witnesses(row: Content) -> str:
    places = dict.fromkeys(
        f"{witness['source']}, {witness['where']}{' (in part)' if witness.get('part') else ''}"
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


def _why(row: Content) -> tuple[str, ...]:
    """Why the desk was offered what it approved, in the words of the card."""
    return (revealed(row["why"]),) if row.get("why") else ()


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
    where = " inside a quotation" if change.get("quoted") else ""
    return revealed(f"{what}{where} (decided by {change['decided_by']})")


def _left_out(content: Content) -> Section:
    rows = (f"{row['source']}, “{row['headline']}”: {row['reason']}" for row in content["left_out"])
    return Section("Reports left out", tuple(Entry(revealed(row)) for row in rows))
