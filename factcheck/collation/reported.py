"""The sentences in a reporter's own words, as rows of words."""

from collections.abc import Iterator
from functools import lru_cache

from factcheck.collation.cover import Cover
from factcheck.collation.event import Event
from factcheck.collation.passages import Passage
from factcheck.collation.words import words
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind, Span

# Shorter sentences say too little to be held against others.
SHORTEST = 9


@lru_cache(maxsize=8)
def reported(event: Event) -> tuple[Passage, ...]:
    """Every sentence of the body that is long enough, without what it quotes."""
    return tuple(passage for article in event.articles for passage in _sentences(article))


def _sentences(article: ExtractedArticle) -> Iterator[Passage]:
    body = Cover(s for s in article.copy.segments if s.kind is SegmentKind.BODY)
    quotes = Cover(claim for claim in article.claims if claim.quoted)
    for sentence in article.sentences:
        if body.holds(sentence.start):
            found = words(article.copy.text, sentence.start, sentence.end)
            row = tuple(word for word in found if not quotes.holds(word.start))
            if len(row) >= SHORTEST:
                yield Passage(article, _told(article, sentence), row, sentence)


def _told(article: ExtractedArticle, sentence: Span) -> ClaimDraft:
    """The sentence in the shape of a quotation: told, not said, and by nobody."""
    text = article.copy.text[sentence.start : sentence.end]
    return ClaimDraft(ClaimKind.QUOTE, sentence.start, sentence.end, text, value={"mode": "told"})
