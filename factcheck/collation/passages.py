"""Quotations as rows of words, ready to be laid side by side."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from factcheck.collation.event import Event
from factcheck.collation.lexicon import ARTICLES
from factcheck.collation.words import Word, is_function_word, normal, rarity, stem, words
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind, Span

# A quotation is looked up by its rarest stems; two that share fewer, rare ones of either, are not compared.
LOOKED_UP = 12
SHARED_STEMS = 2
# A stem that stands in more quotations than this tells nothing.
TOO_COMMON = 60
CAPITALISED = re.compile(r"\b[A-Z][\w'’.-]+")
COMPARED = frozenset({SegmentKind.BODY, SegmentKind.HEADLINE, SegmentKind.DECK})


@dataclass(frozen=True, eq=False)
class Passage:
    """The words of one quotation, over all its parts. ``sentence`` is the sentence that carries it."""

    article: ExtractedArticle
    claim: ClaimDraft
    words: tuple[Word, ...]
    sentence: Span

    @cached_property
    def norms(self) -> list[str]:
        """What is compared."""
        return [word.norm for word in self.words]

    @cached_property
    def speaker(self) -> frozenset[str]:
        """The words of the speaker's name; of "the mayor" those that tell who it is."""
        return speaker_words(self.claim.speaker.name if self.claim.speaker else "", self.claim.subject)

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words around the quotation, in its sentence: who and what it is about."""
        text, (start, end) = self.article.copy.text, (self.claim.start, self.claim.end)
        around = f"{text[self.sentence.start : start]}\n{text[end : self.sentence.end]}"
        return frozenset(norm for name in CAPITALISED.findall(around) for norm in normal(name)) - {"the"}

    @cached_property
    def cuts(self) -> frozenset[int]:
        """The places between two words where the quotation is broken: by its attribution, an ellipsis or brackets."""
        text = self.article.copy.text
        pairs = enumerate(zip(self.words, self.words[1:], strict=False), 1)
        return frozenset(i for i, (left, right) in pairs if BROKEN.search(text, left.end, right.start))

    @cached_property
    def ends(self) -> frozenset[int]:
        """The places between two words where a sentence ends, or the quotation is broken."""
        text = self.article.copy.text
        pairs = enumerate(zip(self.words, self.words[1:], strict=False), 1)
        return self.cuts | {i for i, (left, right) in pairs if ENDED.search(text, left.end, right.start)}

    @cached_property
    def outside(self) -> frozenset[str]:
        """The reporter's own words in the sentence that carries the quotation."""
        text, (start, end) = self.article.copy.text, (self.claim.start, self.claim.end)
        return frozenset(normal(f"{text[self.sentence.start : start]}\n{text[end : self.sentence.end]}"))

    def apart(self, at: int) -> bool:
        """True where more than a space stands before a word: a comma, a dash, the end of a sentence."""
        return bool(self.article.copy.text[self.words[at - 1].end : self.words[at].start].strip())

    def span(self, low: int, high: int) -> Span | None:
        """The characters of a run of words; None when the run is empty or broken."""
        if low >= high or any(low < cut < high for cut in self.cuts):
            return None
        return Span(self.words[low].start, self.words[high - 1].end)

    def same_speaker(self, other: "Passage") -> bool:
        """True when both name one speaker: a surname is enough."""
        return bool(self.speaker & other.speaker)


def speaker_words(name: str, subject: str) -> frozenset[str]:
    """The words of a speaker's name; where no name is known, those of what the report calls the speaker."""
    told = words(name or subject)
    return frozenset(w.norm for w in told if not is_function_word(w.norm) or (name and _in_a_name(w)))


def _in_a_name(word: Word) -> bool:
    """True for the small words that are names: May, Will; not for the article of "The Harbour Board"."""
    return word.text[0].isupper() and word.norm not in ARTICLES


ENDED = re.compile(r"[.!?]")
BROKEN = re.compile(r"[\"“”„«»\[\]()…]|\.\.\.|\. \. \.|\n")


@lru_cache(maxsize=8)
def passages(event: Event) -> tuple[Passage, ...]:
    """Every direct quotation of an event, in the order of the articles and of the text."""
    quotes = (
        (article, claim) for article, claim in event.claims(ClaimKind.QUOTE) if claim.quoted and claim.layer in COMPARED
    )
    found = (_passage(event, article, claim) for article, claim in quotes)
    return tuple(passage for passage in found if len(passage.words) > 1)


def _passage(event: Event, article: ExtractedArticle, claim: ClaimDraft) -> Passage:
    return Passage(article, claim, said(article, claim), event.sentence_of(article, claim.start, claim.end))


def said(article: ExtractedArticle, claim: ClaimDraft) -> tuple[Word, ...]:
    """The words of a quotation, over all its parts."""
    parts = claim.value.get("parts") or [[claim.start, claim.end]]
    return tuple(word for start, end in parts for word in words(article.copy.text, start, end))


def candidates(rows: Sequence[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of passages of two articles that share enough rare stems to be one.

    A few words of a long quotation need not be its rarest: one of the two is looked up by its rare stems, the other
    by all.
    """
    postings: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, passage in enumerate(rows):
        rarest = frozenset(rare_stems(passage.norms))
        for name in telling_stems(passage.norms):
            postings[name].append((number, name in rarest))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for held in postings.values():
        for (one, rare), (other, as_rare) in combinations(held[:TOO_COMMON], 2):
            if rare or as_rare:
                shared[one, other] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= SHARED_STEMS and rows[one].article is not rows[other].article:
            yield rows[one], rows[other]


def rare_stems(norms: Sequence[str]) -> list[str]:
    """The stems that a quotation is looked up by, rarest first."""
    by_rarity = telling_stems(norms)
    return sorted(by_rarity, key=lambda name: (-by_rarity[name], name))[:LOOKED_UP]


def telling_stems(norms: Sequence[str]) -> dict[str, float]:
    """The stems that carry the news, with their rarity."""
    return {stem(norm): rarity(norm) for norm in norms if not is_function_word(norm)}
