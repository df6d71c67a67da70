"""Votes: equal names of one article get one label, so that a lone mistake is outvoted by its fellows."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extraction.encoder.viterbi import Tagged

# Figures and dates mean what they mean in each place.
_NAMES = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"])
# A label gives way to one that has this many times its votes.
_OUTVOTED = 3
_LEFT_OUT = frozenset({"the", "The", "THE", "'s", "’s"})


def voted(words: Sequence[str], found: Sequence[Tagged]) -> list[Tagged]:
    """The same ranges, some with another label, but for those that hold nothing but an article."""
    found = [one for one in found if one.label not in _NAMES or _surface(words, one)]
    surfaces = [_surface(words, one) for one in found]
    ballots: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one, surface in zip(found, surfaces, strict=True):
        if one.label in _NAMES:
            ballots[surface][one.label] += 1
    for surname in _surnames(ballots):
        ballots[surname]["PERSON"] += _OUTVOTED * ballots[surname].total()
    return [
        replace(one, label=_winner(one.label, ballots[surface])) if one.label in _NAMES else one
        for one, surface in zip(found, surfaces, strict=True)
    ]


def _winner(label: str, ballot: Counter[str]) -> str:
    first, votes = ballot.most_common(1)[0]
    return first if votes >= _OUTVOTED * ballot[label] else label


def _surnames(ballots: dict[tuple[str, ...], Counter[str]]) -> Iterator[tuple[str, ...]]:
    """Names of one word that end a person's full name, and are read as a person or an organisation."""
    last = {surface[-1:] for surface, ballot in ballots.items() if len(surface) > 1 and ballot["PERSON"]}
    for surface in sorted(last & set(ballots)):
        if set(ballots[surface]) <= {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW", "EVENT"}:
            yield surface


def _surface(words: Sequence[str], one: Tagged) -> tuple[str, ...]:
    return tuple(word for word in words[one.start : one.end] if word not in _LEFT_OUT)
