"""Quotations: what stands between marks, split quotations joined, with the speaker, the cue and how it was spoken."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extraction import lexicon
from factcheck.extraction.marks import MarkedQuote
from factcheck.extraction.sheet import Sheet
from factcheck.types import ClaimDraft, ClaimKind, Mention, SegmentKind, Span

# The words between the parts of a split quotation are an attribution and no more.
_GAP_WORDS = 14
_INTERRUPTED = (",", "?", "!", "—", "–", "-", ".", "…")
_INTERPRETED = (
    "through an interpreter",
    "through a translator",
    "via an interpreter",
    "via a translator",
    "translated",
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, split or not: ``whole`` when it starts as a sentence, ``nested`` inside another."""

    parts: tuple[Span, ...]
    opened: bool
    closed: bool
    whole: bool
    nested: bool = False

    @property
    def start(self) -> int:
        """Where its first word starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.parts[-1].end

    @property
    def mode(self) -> str:
        """Direct when whole sentences are quoted, else mixed with the reporter's words."""
        return "direct" if self.whole else "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it and by which words; ``translated`` when it was said in another language."""

    speaker: Mention | None = None
    cue: Mention | None = None
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What is told in the reporter's words, with the quotations inside it by number: none when all are his."""

    parts: tuple[Span, ...]
    quotations: tuple[int, ...]
    said: Attribution


def find(sheet: Sheet) -> tuple[Quotation, ...]:
    """The quotations of an article in order, those nested in others after them."""
    outer = [quote for quote in sheet.marks.quotes if not quote.nested]
    nested = (_of([quote]) for quote in sheet.marks.quotes if quote.nested)
    return tuple(sorted([*_joined(sheet, outer), *nested], key=lambda q: (q.start, -q.end)))


def claims(
    sheet: Sheet, found: Sequence[Quotation], said: Sequence[Attribution], told: Sequence[Told]
) -> Iterator[ClaimDraft]:
    """The quote claims: each quotation in marks, with the clause that it is a part of, and what stands in no marks."""
    clauses = {number: row for row in told if _holds(row, found) for number in row.quotations}
    for number, (quotation, attribution) in enumerate(zip(found, said, strict=True)):
        sentence = sheet.sentence_at(quotation.start)
        if sentence is None:
            continue
        value = {
            "mode": quotation.mode,
            "parts": [[part.start, part.end] for part in quotation.parts],
            "opened": quotation.opened,
            "closed": quotation.closed,
            "translated": attribution.translated,
        }
        if quotation.nested:
            value["nested"] = True
        if number in clauses:
            value["clause"] = [[part.start, part.end] for part in clauses[number].parts]
            attribution = attribution if attribution.speaker else clauses[number].said
        yield ClaimDraft(
            ClaimKind.QUOTE,
            quotation.start,
            quotation.end,
            sheet.text[quotation.start : quotation.end],
            (attribution.speaker.name or attribution.speaker.text) if attribution.speaker else "",
            value,
            attribution.speaker,
            attribution.cue,
            sentence.layer,
        )

    yield from (_indirect(sheet, row) for row in told if not any(clauses.get(n) is row for n in row.quotations))


def _holds(row: Told, found: Sequence[Quotation]) -> bool:
    """Whether the quotations that stand in a clause stand wholly in it, with both their marks."""
    inside = [found[number] for number in row.quotations]
    start, end = row.parts[0].start, row.parts[-1].end
    return all(q.opened and q.closed and start <= q.start and q.end <= end for q in inside)


def _indirect(sheet: Sheet, row: Told) -> ClaimDraft:
    start, end = row.parts[0].start, row.parts[-1].end
    sentence = sheet.sentence_at(start)
    return ClaimDraft(
        ClaimKind.QUOTE,
        start,
        end,
        sheet.text[start:end],
        (row.said.speaker.name or row.said.speaker.text) if row.said.speaker else "",
        {"mode": "indirect", "parts": [[part.start, part.end] for part in row.parts]},
        row.said.speaker,
        row.said.cue,
        sentence.layer if sentence else SegmentKind.BODY,
    )


def _of(quotes: Sequence[MarkedQuote]) -> Quotation:
    parts = tuple(part for quote in quotes for part in quote.parts)
    return Quotation(parts, quotes[0].opened, quotes[-1].closed, quotes[0].whole, quotes[0].nested)


def _joined(sheet: Sheet, quotes: Sequence[MarkedQuote]) -> Iterator[Quotation]:
    """Quotations, with those joined that an attribution splits: "A," she said. "B." """
    group: list[MarkedQuote] = []
    for quote in quotes:
        if group and not _split(sheet, group[-1], quote):
            yield _of(group)
            group = []
        group.append(quote)
    if group:
        yield _of(group)


def _split(sheet: Sheet, left: MarkedQuote, right: MarkedQuote) -> bool:
    if not left.whole or not left.closed or not right.opened:
        return False
    gap = sheet.text[left.end : right.start].strip("\"“”'`‘’ \t")
    return (
        "\n" not in gap
        and bool(gap)
        and gap[-1] in ".,;:"
        and (right.whole or gap[-1] != ".")
        and sheet.text[left.end - 1] in _INTERRUPTED
        and _attributes(gap.lstrip(",").rstrip(".,;:"))
    )


def _attributes(gap: str) -> bool:
    """Whether the words between two parts are one attribution."""
    words = gap.split()
    stops = any(word.endswith((".", "!", "?")) and len(word.rstrip(".")) > 3 for word in words)
    said = any(word.strip(",") in lexicon.words("saying") for word in words)
    return said and not stops and len(words) <= _GAP_WORDS


def interpreted(sheet: Sheet, mention: Mention) -> bool:
    """Whether the sentence that names a speaker says that he used another language or an interpreter."""
    sentence = sheet.sentence_at(mention.start)
    if sentence is None:
        return False
    words = sheet.text[sentence.start : sentence.end].lower()
    return any(phrase in words for phrase in _INTERPRETED) or _foreign_tongue(sheet.text[sentence.start : sentence.end])


def _foreign_tongue(sentence: str) -> bool:
    """ "spoke in Chinese", "said in French": a language after "in", and a verb of speech before it."""
    words = [word.strip(",.;:\"“”'’") for word in sentence.split()]
    for left, right in itertools.pairwise(words):
        if left == "in" and right in lexicon.words("languages"):
            before = words[: words.index(right)]
            return any(word in lexicon.words("saying") or word in {"spoke", "speaking", "speaks"} for word in before)
    return False
