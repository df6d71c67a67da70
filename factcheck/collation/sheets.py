"""The articles of an event laid out as sentences of words, once for all comparators that read the copy itself."""

from collections.abc import Iterator
from functools import lru_cache

from factcheck.collation.event import Event
from factcheck.extraction.sheet import Sentence, Sheet, lay_out
from factcheck.types import ExtractedArticle, SegmentKind

# What an agency's system adds, and lines that are lists of names rather than sentences.
PASSED_OVER = frozenset({SegmentKind.FURNITURE, SegmentKind.BYLINE, SegmentKind.CREDIT, SegmentKind.DATELINE})
RUNNING = frozenset({SegmentKind.BODY, SegmentKind.CAPTION})


@lru_cache(maxsize=8)
def sheets(event: Event) -> tuple[tuple[ExtractedArticle, Sheet], ...]:
    """Every article of the event with its sheet."""
    return tuple((article, lay_out(article.copy, article.copy.text, article.sentences)) for article in event.articles)


def sentences(event: Event) -> Iterator[tuple[ExtractedArticle, Sheet, Sentence]]:
    """Every sentence of the event, headlines included, furniture left out."""
    for article, sheet in sheets(event):
        for sentence in sheet.sentences:
            if sentence.layer not in PASSED_OVER:
                yield article, sheet, sentence


def running(event: Event) -> Iterator[tuple[ExtractedArticle, Sheet, Sentence]]:
    """Every sentence of running text: body and captions, whose capitals mean something."""
    return ((a, sheet, s) for a, sheet, s in sentences(event) if s.layer in RUNNING)
