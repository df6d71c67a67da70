"""Event: the articles that report one event, and what a comparator asks about them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.collation.archive import EMPTY, Archive
from factcheck.collation.coreference import Model, read
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind, Span, WitnessDraft


@dataclass(frozen=True, eq=False)
class Event:
    """One event of a story. Articles stand in the order of their content, never of their names or arrival.

    ``origin_of`` maps an article's name to the number of the origin that it goes back to. ``other_than`` is the
    story's own event when this is another one; comparators across articles see the articles of one event only.
    ``archive`` answers what the articles of other stories have printed.
    ``coreference`` tells which figures, days and places speak of one fact.
    Two events are equal only when they are the same object, so that a comparator may remember what it worked out.
    """

    number: int
    articles: tuple[ExtractedArticle, ...]
    origin_of: Mapping[str, int] = field(default_factory=dict)
    other_than: "Event | None" = None
    archive: Archive = EMPTY
    coreference: Model = field(default_factory=read)

    @cached_property
    def _by_name(self) -> dict[str, ExtractedArticle]:
        return {article.name: article for article in self.articles}

    def article(self, name: str) -> ExtractedArticle:
        """The article called ``name``."""
        return self._by_name[name]

    def claims(self, kind: ClaimKind) -> Iterator[tuple[ExtractedArticle, ClaimDraft]]:
        """Every claim of a kind, with its article, furniture left out."""
        for article in self.articles:
            for claim in article.claims:
                if claim.kind is kind and claim.layer is not SegmentKind.FURNITURE:
                    yield article, claim

    def sentence_of(self, article: ExtractedArticle, start: int, end: int) -> Span:
        """The sentence that holds ``start``, drawn out to ``end`` where the span runs over several."""
        number = bisect_right(article.sentences, Span(start, len(article.copy.text) + 1)) - 1
        if number < 0 or article.sentences[number].end <= start:
            return Span(start, end)
        last = max(number, bisect_right(article.sentences, Span(max(end - 1, start), len(article.copy.text) + 1)) - 1)
        return Span(article.sentences[number].start, max(end, article.sentences[last].end))

    def segment_of(self, article: ExtractedArticle, start: int) -> SegmentKind:
        """The kind of the segment that holds ``start``."""
        held = (s.kind for s in article.copy.segments if s.start <= start < s.end)
        return next(held, SegmentKind.BODY)

    def witness(self, article: ExtractedArticle, start: int, end: int) -> WitnessDraft:
        """A span of an article, with its words."""
        return WitnessDraft(article.name, start, end, article.copy.text[start:end])

    def origins(self, names: Iterable[str]) -> int:
        """How many independent origins stand behind articles: copies of one origin count once."""
        return len({self.origin_of.get(name, name) for name in names})
