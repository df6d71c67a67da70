"""The persons of an event: who is named in full, by which part of the name each article goes on to call them."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factcheck.collation.archive import Calling, Parts
from factcheck.collation.event import Event
from factcheck.collation.sheets import running, sheets
from factcheck.extraction import lexicon
from factcheck.extraction.chunks import Chunk, ChunkKind, chunks, given_names
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.slots import slot
from factcheck.extraction.words import Word
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind

# In so many other stories the first word of an unknown name must stand alone, and the others never.
LEARNED = 3
AFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name as every agency would write it: no accents, capitals, hyphens or apostrophes."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if char.isalpha()).lower()


@dataclass(frozen=True, eq=False)
class Use:
    """A name, or a part of one, where it stands in an article. ``first`` says that it starts its sentence."""

    article: ExtractedArticle
    start: int
    end: int
    text: str
    slot: str = ""
    quoted: bool = False
    first: bool = False
    layer: SegmentKind = SegmentKind.BODY
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)
class Person:
    """A person named in full. ``fulls`` are the full names; ``family_first`` is the order of the name.

    ``learned``: nothing but what other stories call the person tells that order.
    """

    tokens: tuple[str, ...]
    fulls: tuple[Use, ...]
    family_first: bool
    learned: bool = False

    @property
    def name(self) -> str:
        """The full name as first printed."""
        return " ".join(self.tokens)

    @property
    def family(self) -> str:
        """The family name."""
        return self.tokens[0] if self.family_first else self.tokens[-1]

    @property
    def given(self) -> str:
        """The given name; of a Western name the first one."""
        return " ".join(self.tokens[1:]) if self.family_first else self.tokens[0]

    @property
    def identity(self) -> str:
        """Given and family name, which no middle initial in one more report changes."""
        return f"{self.given} {self.family}"

    @property
    def articles(self) -> frozenset[str]:
        """The articles that introduce the person in full."""
        return frozenset(use.article.name for use in self.fulls)


@lru_cache(maxsize=8)
def people(event: Event) -> tuple[Person, ...]:
    """Everyone whom an article of the event names in full, by name."""
    groups: dict[tuple[str, str], list[tuple[tuple[str, ...], Use]]] = defaultdict(list)
    for article, claim in event.claims(ClaimKind.NAME):
        tokens = full_name(claim)
        if len(tokens) > 1:
            groups[_identity(tokens)].append((tokens, _full(article, claim)))
    named = [_named(groups[identity]) for identity in sorted(groups)]
    called = event.archive.called({parts(tokens) for tokens, _ in named}) if named else {}
    return tuple(_person(event, tokens, uses, called.get(parts(tokens), Calling())) for tokens, uses in named)


def _person(event: Event, tokens: tuple[str, ...], uses: tuple[Use, ...], called: Calling) -> Person:
    """Of a name that no list knows, other stories alone tell the order."""
    known = _family_first(event, tokens, uses, called)
    learned = not known and _learned(tokens, called) and _balance(event, tokens, uses) >= 0
    return Person(tokens, uses, known or learned, learned)


def parts(tokens: tuple[str, ...]) -> Parts:
    """The first word of a full name, and the others."""
    return tokens[0], " ".join(tokens[1:])


def full_name(claim: ClaimDraft) -> tuple[str, ...]:
    """The words of a person's full name, without what is added to it; empty for any other name."""
    if claim.value.get("type") != "PERSON" or claim.value.get("form") != "full":
        return ()
    return tuple(word for word in claim.text.replace(",", " ").split() if word.lower() not in AFFIXES and folded(word))


def _full(article: ExtractedArticle, claim: ClaimDraft) -> Use:
    return Use(article, claim.start, claim.end, claim.text, str(claim.value.get("slot", "")), layer=claim.layer)


def _identity(tokens: tuple[str, ...]) -> tuple[str, str]:
    """What is equal for two printings of one name: middle names, hyphens and accents do not count."""
    if tokens[0] in lexicon.words("family_first"):
        return folded(tokens[0]), folded("".join(tokens[1:]))
    return folded(tokens[0]), folded(tokens[-1])


def _named(group: list[tuple[tuple[str, ...], Use]]) -> tuple[tuple[str, ...], tuple[Use, ...]]:
    """The name as most print it, and where it stands in full."""
    counts = Counter(tokens for tokens, _ in group)
    tokens = min(counts, key=lambda each: (-counts[each], each))
    return tokens, tuple(sorted((use for _, use in group), key=lambda use: (use.article.name, use.start)))


def _family_first(event: Event, tokens: tuple[str, ...], uses: tuple[Use, ...], called: Calling) -> bool:
    """Names of languages that put the family name first, unless those who introduce the person say otherwise.

    Where these say nothing, what other stories call the person tells.
    """
    first = tokens[0]
    if first not in lexicon.words("family_first") or not _syllables(tokens[1:]):
        return False
    balance = _balance(event, tokens, uses) or called.first - called.rest
    return balance > 0 if first in given_names() else balance >= 0


def _learned(tokens: tuple[str, ...], called: Calling) -> bool:
    """Whether other stories leave no doubt of the order of a name that no list knows."""
    return len(tokens) == 2 and tokens[0] not in given_names() and called.first >= LEARNED and not called.rest


def _balance(event: Event, tokens: tuple[str, ...], uses: tuple[Use, ...]) -> int:
    """How many origins more of those who introduce the person go on with the first word than with the others."""
    first, rest = parts(tokens)
    votes: dict[int, int] = Counter()
    for name in {use.article.name for use in uses}:
        spoken = [use.text for use in lone(event) if use.article.name == name and not use.quoted]
        votes[event.origin_of.get(name, 0)] += (spoken.count(first) > 0) - (spoken.count(rest) > 0)
    return sum((vote > 0) - (vote < 0) for vote in votes.values())


def _syllables(rest: tuple[str, ...]) -> bool:
    """One or two short words, none of them a Western given name: "Zhong", "Jong Il", "Jae-in"."""
    longest = max(len(part) for word in rest for part in word.split("-"))
    return len(rest) <= 2 and longest <= _LONGEST_SYLLABLES


_LONGEST_SYLLABLES = 9


@lru_cache(maxsize=8)
def chunked(event: Event) -> tuple[tuple[ExtractedArticle, Sheet, Sentence, Chunk], ...]:
    """Every capitalised stretch of running text, read once for all who look at names."""
    return tuple((article, sheet, sentence, c) for article, sheet, sentence in running(event) for c in chunks(sentence))


@lru_cache(maxsize=8)
def lone(event: Event) -> tuple[Use, ...]:
    """Every lone capitalised word that may be somebody's name, in running text."""
    found, full = [], _full_spans(event)
    for article, sheet, sentence, chunk in chunked(event):
        spot = _lone_word(sentence, chunk)
        if spot is not None and (article.name, sentence.words[spot[1] - 1].end) not in full:
            found.append(_use(article, sheet, sentence, spot, chunk.slot))
    return tuple(found)


def _full_spans(event: Event) -> set[tuple[str, int]]:
    """The ends of all full names."""
    return {(article.name, claim.end) for article, claim in event.claims(ClaimKind.NAME) if len(full_name(claim)) > 1}


def _lone_word(sentence: Sentence, chunk: Chunk) -> tuple[int, int] | None:
    """The words of a chunk that stand for a person by themselves: one word, or a given name of two syllables."""
    words = sentence.words[chunk.first : chunk.after]
    if chunk.kind is ChunkKind.SINGLE or (chunk.kind is ChunkKind.PERSON and len(words) == 1):
        return chunk.first, chunk.after
    everyday = all(_title_case_english(word) for word in words[:-1])
    if chunk.kind is ChunkKind.PLAIN and everyday and not words[-1].text.isupper():
        return chunk.after - 1, chunk.after
    return None


def _title_case_english(word: Word) -> bool:
    """A capitalised everyday word before a name, as in "Republican X" or "Meanwhile X"."""
    return lexicon.everyday(word.text) and word.text not in given_names()


def _use(article: ExtractedArticle, sheet: Sheet, sentence: Sentence, spot: tuple[int, int], known: str) -> Use:
    first, after = spot
    words = sentence.words
    start, end = words[first].start, words[after - 1].end
    return Use(
        article,
        start,
        end,
        sheet.text[start:end],
        slot(words, first, after) or known,
        sheet.quoted(start),
        first == 0,
        sentence.layer,
        words[first - 1].lower if first else "",
        words[after].lower if after < len(words) else "",
    )


@lru_cache(maxsize=8)
def unknown_pairs(event: Event) -> tuple[tuple[Use, Use], ...]:
    """Neighbouring capitalised words, initials between them passed over, that are in no full name."""
    found, full = [], _full_spans(event)
    for article, sheet, sentence, chunk in chunked(event):
        spots = [at for at in range(chunk.first, chunk.after) if not _initial(sentence.words[at])]
        for one, other in pairwise(spots):
            if (article.name, sentence.words[other].end) not in full:
                pair = (_use(article, sheet, sentence, (at, at + 1), chunk.slot) for at in (one, other))
                found.append((next(pair), next(pair)))
    return tuple(found)


def _initial(word: Word) -> bool:
    return len(word.text) == 2 and word.text.endswith(".")


@lru_cache(maxsize=8)
def introduced(event: Event) -> frozenset[str]:
    """The folded words of every name of several words: whoever bears one of them is introduced."""
    found: set[str] = set()
    for _, _, sentence, chunk in chunked(event):
        if chunk.after - chunk.first > 1:
            found.update(folded(word.text) for word in sentence.words[chunk.first : chunk.after])
    for person in people(event):
        found.update(folded(token) for token in person.tokens)
    return frozenset(found)


def headlined(event: Event, article: ExtractedArticle, name: str) -> Iterator[Use]:
    """Where the headline or deck of an article carries a name."""
    sheet = next(sheet for held, sheet in sheets(event) if held is article)
    for sentence in sheet.sentences:
        if sentence.layer in {SegmentKind.HEADLINE, SegmentKind.DECK}:
            for at, word in enumerate(sentence.words):
                if word.text == name:
                    yield _use(article, sheet, sentence, (at, at + 1), "")
