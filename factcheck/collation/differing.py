"""The conflict of facts that articles put differently."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, Test, joined, seems, topics
from factcheck.collation.keys import key
from factcheck.collation.matching import Match
from factcheck.collation.phrasing import both
from factcheck.collation.quantities import number_start
from factcheck.collation.suggest import Groups, Suggestion, place, prefer, printed, readings
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level, WitnessDraft

SUMMARIES: Mapping[ConflictKind, Callable[[str], Phrase]] = {
    ConflictKind.FIGURE: lambda shown: Phrase(
        "The reports give different figures for what seems one fact: {shown}.", shown=shown
    ),
    ConflictKind.DATE: lambda shown: Phrase(
        "The reports give different days for what seems one fact: {shown}.", shown=shown
    ),
    ConflictKind.PLACE: lambda shown: Phrase(
        "The reports give different places for what seems one fact: {shown}.", shown=shown
    ),
}
DIGITS = re.compile(r"\d[\d.,:]*")
# Days that only the report's own day of filing gives a sense.
DEICTIC = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "overnight", "last night", "last evening"}
    | {f"this {part}" for part in ("morning", "afternoon", "evening")}
)
# What a pair's key is made of.
Parts = Callable[[Fact, Fact], tuple[str, ...]]


def cards(
    kind: ConflictKind,
    found: Sequence[Match],
    parts: Parts,
    told: Test,
    words: int = 1,
) -> dict[str, list[Match]]:
    """The pairs that differ in the same way over one fact together, by their key.

    ``parts`` is what a pair's key is made of, ``words`` how many words of what is told are added to that. More of
    them are added only to keep two facts with equal parts on two cards.
    """
    groups: list[list[Match]] = []
    for match in found:
        near = [group for group in groups if any(_alike(held, match, told) for held in group)]
        far = [group for group in groups if not any(group is each for each in near)]
        groups = [*far, [*(held for group in near for held in group), match]]
    named: dict[str, list[Match]] = {}
    for group in sorted(groups, key=lambda group: (_fullest(group, parts), _topics(group))):
        names = [key(kind, *_fullest(group, parts)[1], *row) for row in _rows(_topics(group), words)]
        named.setdefault(next((name for name in names if name not in named), names[-1]), []).extend(group)
    return named


def _alike(first: Match, second: Match, told: Test) -> bool:
    """Whether both sides of two pairs are told alike, in whichever order, and one side's two seem one fact."""
    (_, a, b), (_, c, d) = first, second
    ways = (((a, c), (b, d)), ((a, d), (b, c)))
    return any(all(told(*side) for side in way) and any(seems(*side) for side in way) for way in ways)


def _fullest(group: Sequence[Match], parts: Parts) -> tuple[int, tuple[str, ...]]:
    """The parts of the pair that tells most: a report that tells less changes nothing when it joins."""
    return min((row.count(""), row) for row in (parts(one, other) for _, one, other in group))


def _topics(group: Sequence[Match]) -> list[str]:
    """The words that both sides of a pair share, best first: one more report adds some and takes none."""
    ranks: dict[str, tuple[bool, float]] = {}
    for _, one, other in group:
        for name, rank in topics(one, other).items():
            ranks[name] = min(rank, ranks.get(name, rank))
    return sorted(ranks, key=lambda name: (ranks[name], name))


def _rows(topic: Sequence[str], words: int) -> list[Sequence[str]]:
    """The first few words, then ever more of them."""
    return [topic[:count] for count in range(min(words, len(topic)), len(topic) + 1)]


def differing(
    event: Event,
    kind: ConflictKind,
    name: str,
    group: Sequence[Match],
    agree: Test,
    told: Test,
    better: Suggestion | None = None,
) -> ConflictDraft:
    """One conflict of all pairs that differ in the same way; ``name`` is its key, ``better`` what the caller knows.

    What ``agree`` finds equal is one reading, however printed; what ``told`` finds elsewhere is one more witness.
    """
    groups = _groups(event, group, agree, told)
    suggested, reason = better or prefer(event, groups)
    return ConflictDraft(
        kind=kind,
        level=Level.DISCREPANCY,
        score=max(score for score, *_ in group),
        key=name,
        summary=SUMMARIES[kind](both(Phrase("“{words}”", words=text) for text in sorted(groups))),
        readings=readings(event, groups, suggested),
        suggested=suggested,
        reason=reason,
    )


def _groups(event: Event, group: Sequence[Match], agree: Test, told: Test) -> Groups:
    """The witnesses of each side by what is printed most."""
    sides: list[list[Fact]] = []
    for fact in (fact for _, *pair in group for fact in pair):
        side = next((side for side in sides if agree(side[0], fact)), None)
        if side is None:
            sides.append(side := [])
        side += [fact, *joined(event, fact, told)]
    return _printed(event, [[fact for fact in side if _tells(fact, side, sides, agree)] for side in sides])


def _tells(fact: Fact, own: Sequence[Fact], sides: Sequence[Sequence[Fact]], agree: Test) -> bool:
    """Whether a fact is one of the pair, or does not fit another side as well: a rounding of both bears out none."""
    return fact is own[0] or not any(agree(side[0], fact) for side in sides if side is not own)


def _printed(event: Event, sides: Sequence[Sequence[Fact]]) -> Groups:
    """Each side's witnesses by the form that fits the place of the other side; what fits both sides is no witness."""
    drawn = [{event.witness(f.article, number_start(f.claim), f.claim.end) for f in side} for side in sides]
    seen = Counter(witness for side in drawn for witness in side)
    alone = [[witness for witness in side if seen[witness] == 1] for side in drawn]
    return {
        _fitting(side, [w for other in alone if other is not side for w in other]): tuple(sorted(side, key=place))
        for side in alone
        if side
    }


def _fitting(side: Sequence[WitnessDraft], others: Sequence[WitnessDraft]) -> str:
    """The commonest print in a form that the other side uses; else of those that hold in any report."""
    shapes = {_shape(witness.text) for witness in others}
    fitting = [witness for witness in side if _shape(witness.text) in shapes and _holds(witness)]
    return printed(fitting or [witness for witness in side if _holds(witness)] or side)


def _holds(witness: WitnessDraft) -> bool:
    return witness.text.lower() not in DEICTIC


def _shape(text: str) -> str:
    """How a figure or day is written: digits for digits, a sign for a sign, a name for a name."""
    return DIGITS.sub("0", text) if DIGITS.search(text) else "word"
