"""Indirect quotations: what someone is reported to have said in the reporter's words, or in a mix with theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extraction import complements, cues, lexicon, subjects, voices
from factcheck.extraction.cues import ACCORDING, Cue
from factcheck.extraction.quotes import Quotation
from factcheck.extraction.rows import DASHES, STOPS, Row, contains, is_a
from factcheck.extraction.subjects import NamesAt, Subject
from factcheck.types import Span

# An attribution that stands inside the reported words is short.
_FEWEST = 2
# What is told of a speaker between commas is no longer.
_ASIDE = 16
_RECORDS = frozenset({"transcript", "transcripts", "translation", "recording", "recordings"})


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported words: their parts, the quotations inside them by number, the cue's words, and who speaks."""

    parts: tuple[Span, ...]
    quotations: tuple[int, ...]
    cue: Span
    subject: Subject | None


def find(row: Row, found: Sequence[Quotation], names: NamesAt) -> Iterator[Reported]:
    """The reported words of a sentence in the order of their cues."""
    said = list(cues.find(row))
    for cue in said:
        if cue is not said[0] and _record(row, cue):
            continue
        read = _according(row, cue, names) if cue.form == ACCORDING else _verb(row, cue, names)
        if read:
            ranges, subject = read
            reported = _reported(row, cue, ranges, subject, found)
            if reported:
                yield reported


def _record(row: Row, cue: Cue) -> bool:
    """Whether a cue only tells how the words of the cue before it came: "according to a transcript"."""
    return cue.form == ACCORDING and not _RECORDS.isdisjoint(row.lower[cue.after : cue.after + 6])


Read = tuple[list[tuple[int, int]], Subject | None]


def _verb(row: Row, cue: Cue, names: NamesAt) -> Read | None:
    after = complements.after(row, cue)
    if cue.form == "finite":
        turned = _inverted(row, cue, names)
        if turned:
            return turned
        if _interrupts(row, cue):
            return None
        voice = voices.before(row, cue.first, names)
        if after.said:
            first = voice.first if voice else cue.first
            subject = voice.subject if voice else voices.earlier(row, cue.first, names)
            return [(after.start, _end(row, after.start, cue, first))], subject
        if voice is None or not after.empty:
            return None
        if "after" in cue.takes and row.breaks(voice.first - 1):
            return _around(row, voice.first - 1, after.start), voice.subject
        if row.at(voice.first - 1) == "as" and row.at(after.start) == ",":
            return [(after.start + 1, len(row))], voice.subject
        return None
    if not after.said or not (cue.form in {"infinitive", "passive"} or cues.governed(row, cue)):
        return None
    subject = voices.earlier(row, cue.first, names) if cue.form != "passive" else None
    return [(after.start, _end(row, after.start, cue, 0))], subject


def _inverted(row: Row, cue: Cue, names: NamesAt) -> Read | None:
    """The words before "said X", with those after it: "The dam, said X, is safe"."""
    stop = _speaker_end(row, cue)
    if not stop:
        return None
    if not _clausal(row, 0, cue.at - 1):
        stop = _resumed(row, cue, stop, names)
        if not stop:
            return None
    return _around(row, cue.at - 1, stop), voices.after(row, cue.after, names)


def _speaker_end(row: Row, cue: Cue) -> int:
    """The index after the speaker that stands behind "said"; 0 where none can stand there."""
    if "after" not in cue.takes or cue.first != cue.at or not row.breaks(cue.at - 1):
        return 0
    stop = cue.after
    while stop < len(row) and row.at(stop) and row.at(stop) not in {",", ";", "who", "which", "that"} | DASHES | STOPS:
        stop += 1
    inside = row.lower[cue.after : stop]
    if not inside or contains(inside, "aux", "verb") or (len(inside) > 1 and is_a(inside[0], "pronoun")):
        return 0
    return stop


def _interrupts(row: Row, cue: Cue) -> bool:
    """Whether "said X" stands between two commas and no other goes before: the words before it are no speaker."""
    stop = _speaker_end(row, cue)
    named = not is_a(row.at(cue.after), "preposition", "time", "span", "spell", "subordinator")
    alone = row.at(cue.at - 1) == "," and row.lower[: cue.at].count(",") == 1
    return stop > 0 and named and alone and row.at(stop) == ","


def _resumed(row: Row, cue: Cue, comma: int, names: NamesAt) -> int:
    """The comma after which the words before "said X" go on with a verb or a quotation; 0 where they do not."""
    if row.at(cue.at - 1) != "," or row.at(comma) != ",":
        return 0
    if not _interrupts(row, cue):
        known = "hearer" not in cue.takes and subjects.after(row.items[cue.after :], names)
        whole = row.quoted(comma + 1) and row.ends(comma + 2)
        return comma if known and (whole or is_a(row.at(comma + 1), "aux", "verb")) else 0
    if is_a(row.at(comma + 1), "determiner", "relative"):
        aside = next((at for at in range(comma + 2, min(len(row), comma + _ASIDE)) if row.at(at) == ","), 0)
        if aside and (row.quoted(aside + 1) or is_a(row.at(aside + 1), "aux", "verb")):
            return aside
    told = _clausal(row, comma + 1, len(row)) or any(row.quoted(at) for at in range(comma + 1, len(row)))
    return comma if told and _goes_on(row, comma + 1) else 0


def _clausal(row: Row, first: int, after: int) -> bool:
    """Whether words hold a verb, or end with a quotation."""
    return any(is_a(row.at(at), "aux") or row.verb(at) for at in range(first, after)) or row.quoted(after)


def _according(row: Row, cue: Cue, names: NamesAt) -> Read:
    subject = voices.after(row, cue.after, names)
    stop = complements.noun_phrase(row, cue.after)
    while stop < len(row) and row.at(stop) != "," and not row.quoted(stop) and row.at(stop) not in DASHES:
        stop += 1
    if cue.at <= 1:
        stop = _past_apposition(row, stop)
        return [(stop + 1, len(row))], subject
    return _around(row, cue.at - (row.at(cue.at - 1) == ","), stop), subject


def _past_apposition(row: Row, comma: int) -> int:
    if not is_a(row.at(comma + 1), "determiner", "relative"):
        return comma
    for at in range(comma + 2, min(len(row), comma + 16)):
        if row.at(at) == ",":
            return comma if contains(row.lower[comma + 1 : at], "aux") and row.at(comma + 1) != "who" else at
    return comma


def _around(row: Row, end: int, after: int) -> list[tuple[int, int]]:
    """The words before an attribution up to ``end``, and those that go on after it."""
    start = 0
    ranges = [(start, end + row.quoted(end))]
    if row.at(after) == "," and not row.ends(after + 1) and _goes_on(row, after + 1):
        ranges.append((after + 1, _end(row, after + 1, None, 0)))
    return ranges


def _goes_on(row: Row, at: int) -> bool:
    """Whether words after an attribution go on with what is reported: no participle, no apposition."""
    word = row.at(at)
    return not (cues.reports(word) or word.endswith("ing") or word in {"who", "which", "according", "a", "an"})


def _end(row: Row, start: int, cue: Cue | None, voice: int) -> int:
    """The index after the reported words that start at an index."""
    subordinate = cue is not None and (
        is_a(row.at(voice - 1), "subordinator", "relative") or is_a(row.at(cue.first - 1), "relative")
    )
    for at in range(start, len(row)):
        word = row.at(at)
        if row.breaks(at) and (subordinate or _turns(row, at + 1)):
            return at + row.quoted(at)
        if word in {"and", "but"} and _turns(row, at):
            return at
        if word == ")" and "(" not in row.lower[start:at]:
            return at
    return len(row)


def _turns(row: Row, at: int) -> bool:
    """Whether something else starts here: ", adding", "and told", "but he denied"."""
    if row.at(at) in {"and", "but", "while"}:
        at += 1
        head = at
        if _speaks_on(row, head):
            return True
        while at < len(row) and at - head < 6 and not cues.reports(row.at(at)):
            if is_a(row.at(at), "preposition", "conjunction", "subordinator") or row.at(at) in {",", "that", ""}:
                return False
            at += 1
        return cues.reports(row.at(at)) and row.at(head) not in {"that", "to"}
    return (cues.reports(row.at(at)) and row.at(at).endswith("ing")) or row.at(at) in {ACCORDING, "citing"}


def _speaks_on(row: Row, at: int) -> bool:
    """Whether a past form of another verb of speaking comes next: "and later praised"."""
    at += row.at(at) in lexicon.words("passed") or row.at(at).endswith("ly")
    return row.at(at).endswith("ed") and row.at(at) in lexicon.words("saying")


def _reported(
    row: Row, cue: Cue, ranges: Sequence[tuple[int, int]], subject: Subject | None, found: Sequence[Quotation]
) -> Reported | None:
    """The reported words with their spans; none when they are too few or nothing but a quotation."""
    parts, quotations = [], []
    for first, after in ranges:
        while first < after and row.at(first) in {",", ":", ";"} | DASHES:
            first += 1
        while after > first and row.at(after - 1) in {",", ":", ";", "(", ")"} | DASHES | STOPS:
            after -= 1
        if first < after:
            parts.append(Span(row.spans[first].start, row.spans[after - 1].end))
            quotations += [row.items[i].quotation for i in range(first, after) if row.quoted(i)]
    own = [w for first, after in ranges for w in row.lower[first:after] if w and w[0].isalnum()]
    if not parts or (len(own) < _FEWEST and not quotations) or (quotations and len(own) < 1):
        return None
    return Reported(
        tuple(parts), tuple(quotations), Span(row.spans[cue.at].start, row.spans[cue.after - 1].end), subject
    )
