"""Recognised: the names that the language pipeline sees, put together with what the rules read off the words."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import lexicon
from factcheck.extraction.chunks import Chunk, ChunkKind
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
_SHOWN = frozenset({"title", "honorific"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A recognised name as words [first, after) of a sentence."""

    first: int
    after: int
    label: str


def settle(sentence: Sentence, found: Sequence[Chunk], entities: Sequence[Entity]) -> list[Chunk]:
    """The chunks of a sentence where the recogniser has its say.

    It decides what a name is and where it ends, but for what the rules know better: a listed name that is no part of a
    longer one, and the person behind a title.
    """
    waiting, decided = deque(found), list[Chunk]()
    for seen in _seen(sentence, entities):
        while waiting and waiting[0].after <= seen.first:
            decided.append(replace(waiting.popleft(), unseen=True))
        touched = []
        while waiting and waiting[0].first < seen.after:
            touched.append(waiting.popleft())
        if any(_known_better(sentence, chunk, seen) for chunk in touched):
            waiting.extendleft(reversed(touched))
            continue
        left, right = _outside([chunk for chunk in touched if chunk.kind in _OPEN], seen)
        slot = next((chunk.slot for chunk in touched if chunk.slot), "") if seen.label == "PERSON" else ""
        decided += [*left, replace(_chunk(sentence, seen), slot=slot)]
        waiting.extendleft(right)
    return [*decided, *(replace(chunk, unseen=True) for chunk in waiting)]


def recognised(sentence: Sentence, entities: Sequence[Entity]) -> list[Chunk]:
    """The recognised names of a sentence alone."""
    return [_chunk(sentence, seen) for seen in _seen(sentence, entities)]


def _seen(sentence: Sentence, entities: Sequence[Entity]) -> Iterator[_Seen]:
    """The recognised names of a sentence that start and end as its words do."""
    starts = [word.start for word in sentence.words]
    ends = [word.end for word in sentence.words]
    for entity in entities:
        first, after = bisect_left(starts, entity.start), bisect_right(ends, entity.end)
        whole = first < after and entity.start == starts[first] and entity.label in _KINDS
        first, after = _trimmed(sentence.words, first, after) if whole else (0, 0)
        if first < after:
            yield _Seen(first, after, entity.label)


def _trimmed(words: Sequence[Word], first: int, after: int) -> tuple[int, int]:
    """The range without an article before the name, and without signs, an ending or a common noun behind it."""
    if any(word.capital for word in words[first:after]):
        while not (words[first].capital or words[first].text in lexicon.words("particles")):
            first += 1
        while not (words[after - 1].capital or words[after - 1].text[-1].isdigit()):
            after -= 1
    return first, after


def _known_better(sentence: Sentence, chunk: Chunk, seen: _Seen) -> bool:
    """Whether a chunk of the rules outweighs a recognised name that shares words with it."""
    covers = chunk.first <= seen.first and seen.after <= chunk.after
    if chunk.kind in {ChunkKind.LISTED, ChunkKind.ORG} or _KINDS[seen.label] is chunk.kind is ChunkKind.PLACE:
        return covers
    if chunk.kind is ChunkKind.PERSON and chunk.slot in _SHOWN and seen.label != "PERSON":
        # "President Lund" names a person; "the president of Lund Shipping" has the body in that place.
        return chunk.first == seen.first and chunk.first > 0 and sentence.words[chunk.first - 1].capital
    return False


def _outside(touched: Sequence[Chunk], seen: _Seen) -> tuple[list[Chunk], list[Chunk]]:
    """What is left of open chunks before and after a recognised name: at most one on each side."""
    left = [_part(chunk, chunk.first, seen.first) for chunk in touched if chunk.first < seen.first]
    right = [_part(chunk, seen.after, chunk.after) for chunk in touched if seen.after < chunk.after]
    return left, right


def _part(chunk: Chunk, first: int, after: int) -> Chunk:
    kind = ChunkKind.PLAIN if after - first > 1 else ChunkKind.SINGLE
    initial = chunk.initial and first == chunk.first
    return replace(chunk, kind=kind, first=first, after=after, initial=initial, unseen=True)


def _chunk(sentence: Sentence, seen: _Seen) -> Chunk:
    kind, entry = _KINDS[seen.label], None
    if kind in {ChunkKind.PLACE, ChunkKind.LISTED, ChunkKind.OTHER}:
        name = printed(sentence.words, seen.first, seen.after)
        entry = Entry(_TYPES.get(seen.label, seen.label), name, _PLACES.get(seen.label, ""))
    return Chunk(kind, seen.first, seen.after, entry=entry)
