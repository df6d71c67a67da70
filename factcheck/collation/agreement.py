"""What several reports tell alike, and what one tells alone. It stands beside the conflicts: only the sure is here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.collation import date, figure, place
from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, Test, facts, joined
from factcheck.collation.links import remarks
from factcheck.collation.parallel import quoted
from factcheck.collation.passages import passages
from factcheck.collation.people import folded
from factcheck.collation.quantities import quantity
from factcheck.collation.union import Union
from factcheck.collation.words import normal, words
from factcheck.types import ClaimDraft, ClaimKind, ExtractedArticle, SegmentKind

# Smaller numbers are told of many things: two countries, two days.
LEAST_FIGURE = 10
# So many words of a sentence are shown on either side of a figure, a day or a place.
BEFORE, AFTER = 4, 5
# What stands between a country and the office that belongs to it.
WHOSE = frozenset({" ", "'s ", "’s "})
ELLIPSIS, MARKS = "…", ' .,;:!?\n"”’'
# What one report alone quotes is worth a line when it is a remark and no turn of phrase.
SHORTEST_ALONE = 8

Spot = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One point with where each article tells it: ``spots`` are (article, start, end), one an article.

    ``words`` are those of one report, ``before`` and ``after`` what stands around them there. ``origins`` counts the
    independent reports.
    """

    kind: ClaimKind
    words: str
    spots: tuple[Spot, ...]
    origins: int
    before: str = ""
    after: str = ""

    @property
    def alone(self) -> bool:
        """Whether copies of one origin are all that tells it."""
        return self.origins == 1


def told(event: Event) -> list[Told]:
    """The points of an event by kind, those that most reports tell first; what one tells alone comes last."""
    found = [point for kind in TELLERS for point in TELLERS[kind](event)]
    return sorted(found, key=lambda point: (point.alone, ORDER.index(point.kind), -len(point.spots), point.words))


def _quotations(event: Event) -> Iterator[Told]:
    held: set[int] = set()
    for group in remarks(event):
        held.update(map(id, group))
        yield _told(event, [(passage.article, passage.claim) for passage in group], bare=True)
    first: dict[str, list[tuple[ExtractedArticle, ClaimDraft]]] = defaultdict(list)
    for passage in passages(event):
        if id(passage) not in held and len(passage.words) >= SHORTEST_ALONE and passage.claim.subject:
            first[passage.article.name].append((passage.article, passage.claim))
    yield from (_told(event, group[:1], bare=True) for group in first.values())


def _facts(kind: ClaimKind, worth: Callable[[Fact], bool], alike: Test) -> Callable[[Event], Iterator[Told]]:
    """A teller of the figures, days or places that reports tell alike; of figures also of those in one lead alone."""

    def tell(event: Event) -> Iterator[Told]:
        known = [fact for fact in facts(event, kind) if worth(fact)]
        numbers = {id(fact): number for number, fact in enumerate(known)}
        union = Union(len(known))
        for number, fact in enumerate(known):
            for other in joined(event, fact, alike):
                if id(other) in numbers:
                    union.join(number, numbers[id(other)])
        for group in ([known[number] for number in joint] for joint in union.groups()):
            if len(group) > 1 or (kind is ClaimKind.FIGURE and group[0].lead):
                yield _told(event, [(fact.article, fact.claim) for fact in group])

    return tell


def _many(fact: Fact) -> bool:
    return not fact.quoted and quantity(fact.claim.value).high >= LEAST_FIGURE


def _named(fact: Fact) -> bool:
    return not fact.quoted and str(fact.claim.value.get("kind")) in place.LEVELS and not _of_office(fact)


def _of_office(fact: Fact) -> bool:
    """Whether the place only says whose office it is: "U.S. Secretary of State" is nowhere."""
    text, end = fact.article.copy.text, fact.claim.end
    starts = (claim.start for claim in fact.article.claims if claim.kind is ClaimKind.ROLE)
    return any(end <= start and text[end:start] in WHOSE for start in starts)


def _one_day(one: Fact, other: Fact) -> bool:
    return date.both_days(one, other) and date.agree(one, other)


def _roles(event: Event) -> Iterator[Told]:
    """The office that several reports give to a person, whatever country or house they add to it."""
    held: dict[tuple[str, tuple[str, ...]], list[tuple[ExtractedArticle, ClaimDraft]]] = defaultdict(list)
    for article, claim in event.claims(ClaimKind.ROLE):
        office = normal(str(claim.value.get("office", "")).partition(" of ")[0])
        person = str(claim.value.get("person", ""))
        if office and " " in person:
            held[folded(person), office].append((article, claim))
    for group in held.values():
        if len({article.name for article, _ in group}) > 1:
            yield _told(event, group, bare=True)


TELLERS: Mapping[ClaimKind, Callable[[Event], Iterator[Told]]] = {
    ClaimKind.QUOTE: _quotations,
    ClaimKind.FIGURE: _facts(ClaimKind.FIGURE, _many, figure.told_alike),
    ClaimKind.DATE: _facts(ClaimKind.DATE, lambda fact: not fact.quoted, _one_day),
    ClaimKind.PLACE: _facts(ClaimKind.PLACE, _named, place.agree),
    ClaimKind.ROLE: _roles,
}
ORDER: Sequence[ClaimKind] = tuple(TELLERS)


def _told(event: Event, group: Iterable[tuple[ExtractedArticle, ClaimDraft]], *, bare: bool = False) -> Told:
    """The point that these claims tell, in the words that most of them print; of even ones the longest."""
    ordered = sorted(group, key=lambda one: (one[0].name, one[1].start))
    counts = Counter(normal(claim.text) for _, claim in ordered)
    article, claim = min(
        ordered, key=lambda one: (-counts[normal(one[1].text)], -len(one[1].text), one[1].text, one[0].copy.text)
    )
    first = {held.name: (held.name, told.start, told.end) for held, told in reversed(ordered)}
    before, after = ("", "") if bare else _around(event, article, claim)
    return Told(
        kind=claim.kind,
        words=_words(article, claim),
        spots=tuple(first[name] for name in sorted(first)),
        origins=event.origins(first),
        before=before,
        after=after,
    )


def _words(article: ExtractedArticle, claim: ClaimDraft) -> str:
    if claim.kind is ClaimKind.ROLE:
        return f"{claim.value['person']}, {claim.value['office']}"
    if claim.kind is ClaimKind.QUOTE:
        said = quoted(article.copy.text, claim.value.get("parts") or [[claim.start, claim.end]])
        return f"“{said.piece(range(len(said.words)))}”"
    return " ".join(claim.text.split())


def _around(event: Event, article: ExtractedArticle, claim: ClaimDraft) -> tuple[str, str]:
    """A few words of the sentence before and after a claim, with dots where it goes on."""
    text, span = article.copy.text, event.sentence_of(article, claim.start, claim.end)
    if event.segment_of(article, claim.start) is SegmentKind.HEADLINE:
        return text[span.start : claim.start], text[claim.end : span.end]
    left = words(text, span.start, claim.start)[-BEFORE:]
    right = words(text, claim.end, span.end)[:AFTER]
    start = left[0].start if left else claim.start
    end = right[-1].end if right else claim.end
    before, after = text[start : claim.start], text[claim.end : end]
    cut = text[span.start : start].strip(), text[end : span.end].strip(MARKS)
    return (ELLIPSIS + before if cut[0] else before), (after + ELLIPSIS if cut[1] else after)
