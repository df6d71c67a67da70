"""Recognised: the names that the language pipeline sees, put to use where the rules leave capitalised words open."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction.chunks import Chunk, ChunkKind
from factcheck.extraction.gazetteer import Entry
from factcheck.extraction.sheet import Entity, Sentence

_KINDS = {
    "PERSON": ChunkKind.PERSON,
    "ORG": ChunkKind.ORG,
    "GPE": ChunkKind.PLACE,
    "LOC": ChunkKind.PLACE,
    "FAC": ChunkKind.PLACE,
    "EVENT": ChunkKind.EVENT,
}
_PLACES = {"GPE": Entry("GPE", "", "place"), "LOC": Entry("LOC", "", "place"), "FAC": Entry("LOC", "", "building")}
# What the rules could not tell by themselves.
_OPEN = frozenset({ChunkKind.PLAIN, ChunkKind.SINGLE, ChunkKind.ACRONYM})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A recognised name as words [first, after) of a sentence."""

    first: int
    after: int
    label: str


def settle(sentence: Sentence, found: Sequence[Chunk], entities: Sequence[Entity]) -> list[Chunk]:
    """The chunks of a sentence, the open ones decided by what was recognised at their place.

    What the rules have decided stays: a title, a listed place or the head of an organisation is better evidence than a
    recogniser's guess, unless the recognised name is longer than a listed one ("Lisbon Metal Exchange").
    """
    settled = list(found)
    for seen in _seen(sentence, entities):
        touched = [chunk for chunk in settled if chunk.first < seen.after and seen.first < chunk.after]
        if _yields(seen, touched):
            parts = [part for chunk in touched for part in _outside(chunk, seen)]
            settled = [chunk for chunk in settled if chunk not in touched]
            settled += [*parts, _chunk(seen)]
    return sorted(settled, key=lambda chunk: chunk.first)


def _seen(sentence: Sentence, entities: Sequence[Entity]) -> Iterator[_Seen]:
    """The recognised names of a sentence whose ends are ends of its words."""
    starts = [word.start for word in sentence.words]
    ends = [word.end for word in sentence.words]
    for entity in entities:
        first, after = bisect_left(starts, entity.start), bisect_right(ends, entity.end)
        while first < after and not sentence.words[first].capital:
            first += 1
        if after > first and sentence.words[after - 1].possessive:
            after -= 1
        if first < after and entity.label in _KINDS:
            yield _Seen(first, after, entity.label)


def _yields(seen: _Seen, touched: Sequence[Chunk]) -> bool:
    """Whether the rules have nothing better to say about the words."""
    if not touched:
        return False
    inside = all(seen.first <= chunk.first and chunk.after <= seen.after for chunk in touched)
    longer = inside and any(chunk.after - chunk.first < seen.after - seen.first for chunk in touched)
    return all(chunk.kind in _OPEN or (longer and chunk.kind is ChunkKind.LISTED) for chunk in touched)


def _outside(chunk: Chunk, seen: _Seen) -> Iterator[Chunk]:
    """What is left of an open chunk before and after a recognised name."""
    for first, after in ((chunk.first, seen.first), (seen.after, chunk.after)):
        if first < after:
            kind = ChunkKind.PLAIN if after - first > 1 else ChunkKind.SINGLE
            yield replace(chunk, kind=kind, first=first, after=after, initial=chunk.initial and first == chunk.first)


def _chunk(seen: _Seen) -> Chunk:
    return Chunk(_KINDS[seen.label], seen.first, seen.after, entry=_PLACES.get(seen.label))
