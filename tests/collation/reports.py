"""Builds extracted articles for the tests of collation, straight from paragraphs of made-up copy."""

import re
from collections.abc import Mapping
from datetime import date

from factcheck.types import (
    ClaimDraft,
    ClaimKind,
    ExtractedArticle,
    Mention,
    Segment,
    SegmentKind,
    Span,
    WireCopy,
)

QUOTE = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”]?|$)", re.MULTILINE)


def report(
    name: str,
    *paragraphs: str,
    speaker: str = "",
    speakers: Mapping[str, str] | None = None,
    translated: bool = False,
    people: tuple[str, ...] = (),
    source: str = "",
    filed_on: date | None = None,
) -> ExtractedArticle:
    """An article of body paragraphs. ``speakers`` maps the first word of a quotation to who said it."""
    text = "\n\n".join(paragraphs)
    starts = [sum(len(p) + 2 for p in paragraphs[:i]) for i in range(len(paragraphs))]
    body = zip(starts, paragraphs, strict=True)
    segments = tuple(Segment(SegmentKind.BODY, start, start + len(p)) for start, p in body)
    claims = [_quote(m, (speakers or {}).get(m[1].split()[0], speaker), translated) for m in QUOTE.finditer(text)]
    claims += [_person(m, person) for person in people for m in re.finditer(re.escape(person), text)]
    sentences = tuple(Span(m.start(), m.end()) for m in SENTENCE.finditer(text) if m[0].strip())
    copy = WireCopy(name, text, segments, source=source, source_name=source, filed_on=filed_on)
    return ExtractedArticle(copy, sentences, tuple(sorted(claims, key=lambda c: (c.start, c.end))))


def _quote(match: re.Match[str], speaker: str, translated: bool) -> ClaimDraft:
    start, end = match.span(1)
    return ClaimDraft(
        ClaimKind.QUOTE,
        start,
        end,
        match[1],
        subject=speaker,
        value={"mode": "direct", "parts": [[start, end]], "translated": translated, "opened": True, "closed": True},
        speaker=_mention(match.string, speaker) if speaker else None,
    )


def _mention(text: str, speaker: str) -> Mention:
    at = max(text.find(speaker), 0)
    return Mention(text[at : at + len(speaker)], at, at + len(speaker), speaker, "adjacent")


def _person(match: re.Match[str], person: str) -> ClaimDraft:
    value = {"type": "PERSON", "entity": person, "form": "full", "slot": ""}
    return ClaimDraft(ClaimKind.NAME, match.start(), match.end(), match[0], subject=person, value=value)
