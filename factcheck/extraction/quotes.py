"""Quotations: what stands between marks, split quotations joined, with the speaker, the cue and how it was spoken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.extraction import lexicon, tongues
from factcheck.extraction.marks import MarkedQuote
from factcheck.extraction.sheet import Sheet
from factcheck.types import ClaimDraft, ClaimKind, Mention, SegmentKind, Span

# The words between the parts of a split quotation are an attribution and no more.
_GAP_WORDS = 14
_INTERRUPTED = (",", "?", "!", "—", "–", "-", ".", "…")
# How sure it is who speaks, by the evidence: as often as it is right in copy where people have marked the speakers.
_SURE = {"adjacent": 0.95, "document": 0.85, "nominal": 0.85, "pronoun": 0.75}
_CARRIED = 0.9


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
        value: dict[str, Any] = {"mode": quotation.mode, "parts": _ranges(quotation.parts)}
        value |= {"opened": quotation.opened, "closed": quotation.closed}
        if quotation.nested:
            value["nested"] = True
        if number in clauses:
            value["clause"] = _ranges(clauses[number].parts)
            attribution = attribution if attribution.speaker else clauses[number].said
        value |= _voice(sheet, attribution, quotation.start)
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


def _ranges(parts: Sequence[Span]) -> list[list[int]]:
    return [[part.start, part.end] for part in parts]


def _voice(sheet: Sheet, said: Attribution, at: int) -> dict[str, Any]:
    """What a claim tells of the voice: whether it spoke another language, how the words came, how sure it is."""
    value: dict[str, Any] = {"translated": said.translated}
    note = tongues.note(sheet, said.cue.start if said.cue else at)
    if note:
        value["note"] = note
    if said.speaker:
        value["confidence"] = round(_SURE.get(said.speaker.evidence, 0) * (1 if said.cue else _CARRIED), 2)
    return value


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
        {"mode": "indirect", "parts": _ranges(row.parts), **_voice(sheet, row.said, start)},
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
    own = _attributed_itself(sheet, right)
    gap = sheet.text[left.end : right.start].strip("\"“”'`‘’ \t")
    return (
        "\n" not in gap
        and bool(gap)
        and gap[-1] in ".,;:"
        and (gap[-1] != "." or (right.whole and not own))
        and sheet.text[left.end - 1] in _INTERRUPTED
        and _attributes(gap.lstrip(",").rstrip(".,;:"))
    )


def _attributed_itself(sheet: Sheet, quote: MarkedQuote) -> bool:
    """Whether an attribution of its own must follow a quotation: it ends with a comma, or the sentence goes on."""
    behind = sheet.text[quote.end : quote.end + 8].lstrip("\"“”'`‘’ \t")
    return sheet.text[quote.end - 1] == "," or behind[:1].islower()


def _attributes(gap: str) -> bool:
    """Whether the words between two parts are one attribution."""
    words = gap.split()
    stops = any(word.endswith((".", "!", "?")) and len(word.rstrip(".")) > 3 for word in words)
    said = any(word.strip(",") in lexicon.words("saying") for word in words)
    return said and not stops and len(words) <= _GAP_WORDS
