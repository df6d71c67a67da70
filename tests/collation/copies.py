"""Builds events from plain words, through the real intake and extraction."""

from collections.abc import Sequence

from factcheck.collation.archive import EMPTY, Archive
from factcheck.collation.event import Event
from factcheck.extraction.pipeline import extract, load
from factcheck.intake.parse import parse_text
from factcheck.types import ConflictDraft, ExtractedArticle


def article(text: str, name: str = "a.txt") -> ExtractedArticle:
    """One article, parsed and extracted."""
    return extract(parse_text(text, name=name), load())


def event(*texts: str, archive: Archive = EMPTY) -> Event:
    """One event of articles a.txt, b.txt, ... with an origin each."""
    articles = [article(text, f"{chr(97 + number)}.txt") for number, text in enumerate(texts)]
    ordered = tuple(sorted(articles, key=lambda each: (each.copy.text, each.name)))
    return Event(0, ordered, {each.name: number for number, each in enumerate(articles)}, archive=archive)


def told(drafts: Sequence[ConflictDraft]) -> list[tuple[str, str, str | None]]:
    """What a test compares: level, the readings' texts and the suggestion."""
    return [(d.level.value, " | ".join(sorted(r.text for r in d.readings)), d.suggested) for d in drafts]
