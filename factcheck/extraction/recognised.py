"""Recognised: the names that the language pipeline sees, put together with what the rules read off the words."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import lexicon, titles
from factcheck.extraction.bodies import initials
from factcheck.extraction.chunks import Chunk, ChunkKind, given
from factcheck.extraction.gazetteer import Entry
from factcheck.extraction.sheet import Entity, Sentence
from factcheck.extraction.words import Word, printed

_KINDS = {
    "PERSON": ChunkKind.PERSON,
    "ORG": ChunkKind.ORG,
    "GPE": ChunkKind.PLACE,
    "LOC": ChunkKind.PLACE,
    "FAC": ChunkKind.PLACE,
    "EVENT": ChunkKind.EVENT,
    "NORP": ChunkKind.LISTED,
    "PRODUCT": ChunkKind.OTHER,
    "WORK_OF_ART": ChunkKind.OTHER,
    "LAW": ChunkKind.OTHER,
}
# What is told of a recognised name that no list has.
_PLACES = {"GPE": "place", "LOC": "place", "FAC": "building", "NORP": "group"}
_TYPES = {"FAC": "LOC"}
# What the rules could not tell by themselves.
_OPEN = frozenset({ChunkKind.PLAIN, ChunkKind.SINGLE, ChunkKind.ACRONYM})
_PERSONAL = frozenset({ChunkKind.PERSON, ChunkKind.PLAIN, ChunkKind.SINGLE})
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A recognised name as words [first, after) of a sentence."""

    first: int
    after: int
    label: str


def settle(sentence: Sentence, found: Sequence[Chunk], entities: Sequence[Entity]) -> list[Chunk]:
    """The chunks of a sentence where the recogniser has its say.

    It decides what a name is and where it ends, but for what the rules know better: a listed name that is no part of a
    longer one, a name with its head, and the person behind a title.
    """
    words = sentence.words
    waiting, decided = deque(replace(chunk, unseen=True) for chunk in found), list[Chunk]()
    for seen in _seen(sentence, entities):
        while waiting and waiting[0].after <= seen.first:
            decided.append(waiting.popleft())
        touched = []
        while waiting and waiting[0].first < seen.after:
            touched.append(waiting.popleft())
        if any(_known_better(words, chunk, seen) for chunk in touched):
            waiting.extendleft(replace(chunk, unseen=False) for chunk in reversed(touched))
            continue
        whole = _with_given_names(words, touched, seen)
        left, right = _outside([chunk for chunk in touched if chunk.kind in _OPEN], whole)
        slot = next((chunk.slot for chunk in touched if chunk.slot), "") if seen.label == "PERSON" else ""
        decided += [*left, replace(_chunk(sentence, whole), slot=slot)]
        waiting.extendleft(right)
    return [*decided, *waiting]


def recognised(sentence: Sentence, entities: Sequence[Entity]) -> list[Chunk]:
    """The recognised names of a sentence alone."""
    return [_chunk(sentence, seen) for seen in _seen(sentence, entities)]


def _seen(sentence: Sentence, entities: Sequence[Entity]) -> Iterator[_Seen]:
    """The recognised names of a sentence that start and end as its words do."""
    starts = [word.start for word in sentence.words]
    ends = [word.end for word in sentence.words]
    for entity in entities:
        first, after = bisect_left(starts, entity.start), bisect_right(ends, entity.end)
        if first < after and entity.start == starts[first] and entity.label in _KINDS:
            first, after = _trimmed(sentence.words, first, after, entity.label)
            if first < after:
                yield _Seen(first, after, entity.label)


def _trimmed(words: Sequence[Word], first: int, after: int, label: str) -> tuple[int, int]:
    """The range without what stands before a name (an article, a title) and behind it (a sign, a common noun)."""
    while first < after and words[first].lower in _ARTICLES and (words[first].text.islower() or first + 1 == after):
        first += 1
    if any(_printed_as_name(word) for word in words[first:after]):
        while not (_printed_as_name(words[first]) or words[first].text in lexicon.words("particles")):
            first += 1
        while not _printed_as_name(words[after - 1]):
            after -= 1
    while label == "PERSON" and first + 1 < after and _titles(words[first]):
        first += 1
    texts = [word.text for word in words[first:after]]
    # "Harbour Safety Board HSB" names the board twice.
    return first, after - (len(texts) > 2 and texts[-1].isupper() and texts[-1] == initials(texts[:-1]))


def _printed_as_name(word: Word) -> bool:
    return any(sign.isupper() or sign.isdigit() for sign in word.text)


def _titles(word: Word) -> bool:
    return word.text in lexicon.words("honorifics") or titles.is_head(word)


def _known_better(words: Sequence[Word], chunk: Chunk, seen: _Seen) -> bool:
    """Whether a chunk of the rules outweighs a recognised name that shares words with it."""
    covers = chunk.first <= seen.first and seen.after <= chunk.after
    if chunk.kind in {ChunkKind.LISTED, ChunkKind.ORG}:
        return covers
    longer = covers and seen.after - seen.first < chunk.after - chunk.first
    if chunk.kind in {ChunkKind.PLACE, ChunkKind.EVENT}:
        return longer or (covers and _KINDS[seen.label] is chunk.kind)
    if seen.label == "PERSON":
        return longer and bool(chunk.slot)
    # "President Lund" names a person; in "the president of Lund Shipping" the body is in that place.
    return chunk.kind in _PERSONAL and chunk.first == seen.first and _titled(words, chunk.first)


def _titled(words: Sequence[Word], first: int) -> bool:
    honoured = first > 0 and words[first - 1].text in lexicon.words("honorifics")
    return honoured or titles.ending_at(words, first) is not None


def _with_given_names(words: Sequence[Word], touched: Sequence[Chunk], seen: _Seen) -> _Seen:
    """A recognised surname with the given names and initials that the rules see right before it."""
    first = min([seen.first, *(chunk.first for chunk in touched if chunk.kind is ChunkKind.PLAIN)])
    own = seen.label == "PERSON" and all(given(word) for word in words[first : seen.first])
    return replace(seen, first=first) if own else seen


def _outside(touched: Sequence[Chunk], seen: _Seen) -> tuple[list[Chunk], list[Chunk]]:
    """What is left of open chunks before and after a recognised name: at most one on each side."""
    left = [_part(chunk, chunk.first, seen.first) for chunk in touched if chunk.first < seen.first]
    right = [_part(chunk, seen.after, chunk.after) for chunk in touched if seen.after < chunk.after]
    return left, right


def _part(chunk: Chunk, first: int, after: int) -> Chunk:
    kind = ChunkKind.PLAIN if after - first > 1 else ChunkKind.SINGLE
    initial = chunk.initial and first == chunk.first
    return replace(chunk, kind=kind, first=first, after=after, initial=initial)


def _chunk(sentence: Sentence, seen: _Seen) -> Chunk:
    kind, entry = _KINDS[seen.label], None
    if kind in {ChunkKind.PLACE, ChunkKind.LISTED, ChunkKind.OTHER}:
        name = printed(sentence.words, seen.first, seen.after)
        entry = Entry(_TYPES.get(seen.label, seen.label), name, _PLACES.get(seen.label, ""))
    return Chunk(kind, seen.first, seen.after, entry=entry)
