"""One article that contradicts itself: it tells of 37 injured, and later of “the 27 injured”."""

import re
from collections.abc import Iterator, Sequence

from factcheck.collation.event import Event
from factcheck.collation.facts import Fact, facts
from factcheck.collation.keys import key
from factcheck.collation.lexicon import listed
from factcheck.collation.predicate import OUTCOME_OF
from factcheck.collation.quantities import number_start, quantity
from factcheck.collation.suggest import readings
from factcheck.collation.words import stem, words
from factcheck.phrase import Phrase
from factcheck.types import ClaimKind, ConflictDraft, ConflictKind, ExtractedArticle, Level, WitnessDraft

SCORE = 0.55
# "the 27 injured" and what goes on after them: a verb or a stop. "The 27 injured in the bus" are some of them.
WHOLE = re.compile(r"\b(?:the|all)\s+(?:the\s+)?$", re.IGNORECASE)
NAMED = re.compile(
    r"\s+(?:people\s+)?(?P<outcome>[a-z]+)(?:\s*[,.;:]|\s+(?:was|were|are|is|had|have|has|will|would)\b)"
)
# Words of change and of another time: with one of them between, both figures may be right.
CHANGES = listed(
    "rose rise risen rising climbed fell dropped grew increased revised corrected updated earlier initial initially "
    "later since then now still yet another second further additional more others other previous previously "
    "ago last anniversary year years total"
)
MOVED_ON = re.compile(
    rf"(?<!-)\b(?:{'|'.join(CHANGES)}|at first|so far|by \w+day|by (?:noon|midnight|dawn|dusk|night|morning|evening)|"
    r"(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each outcome of which one article's lead counts as many, and its later text "the" others."""
    figures = facts(event, ClaimKind.FIGURE)
    for article in event.articles:
        own = [fact for fact in figures if fact.article is article and not fact.quoted]
        for again in own:
            told = _told(own, again)
            if told is not None and _contradicts(event, told, again):
                yield _draft(event, article, told, again)


def _told(own: Sequence[Fact], again: Fact) -> Fact | None:
    """What the lead says of the outcome, if the article gives it one other figure and says this one nowhere else."""
    outcome = _outcome(again)
    others = [fact for fact in own if outcome and fact is not again and fact.predicate.outcome == outcome]
    values = {quantity(fact.claim.value) for fact in others}
    if len(values) != 1 or not others[0].lead or others[0].claim.end > again.claim.start:
        return None
    return others[0]


def _outcome(fact: Fact) -> str:
    """What became of those whom a figure calls "the 27 injured"; empty where it is no such figure."""
    text = fact.article.copy.text
    after = NAMED.match(text, fact.claim.end)
    whole = WHOLE.search(text[: fact.claim.start][-10:])
    return OUTCOME_OF.get(stem(after["outcome"]), "") if after and whole else ""


def _contradicts(event: Event, told: Fact, again: Fact) -> bool:
    """Two exact figures, the rest of which the article does not count, and no change between them."""
    one, other = quantity(told.claim.value), quantity(again.claim.value)
    exact = all(q.low == q.high and not q.hedge and not q.approximate and not q.score for q in (one, other))
    units = {str(fact.claim.value.get("unit", "")) for fact in (told, again)}
    if not exact or units != {""}:
        return False
    end = event.sentence_of(again.article, again.claim.start, again.claim.end).end
    between = again.article.copy.text[told.claim.end : end]
    return not MOVED_ON.search(between) and not _explained(again, {other.low, abs(one.low - other.low)})


def _explained(again: Fact, numbers: set[float]) -> bool:
    """Whether the article has the later figure a second time, or the number of those who make the difference."""
    printed = {f"{number:g}" for number in numbers}
    row = words(again.article.copy.text)
    return any(word.norm in printed and not again.claim.start <= word.start < again.claim.end for word in row)


def _draft(event: Event, article: ExtractedArticle, told: Fact, again: Fact) -> ConflictDraft:
    groups = {_words(fact): (_witness(event, fact),) for fact in (told, again)}
    first, second = groups
    numbers = sorted(str(fact.claim.value.get("value")) for fact in (told, again))
    return ConflictDraft(
        kind=ConflictKind.INCONSISTENCY,
        level=Level.DISCREPANCY,
        score=SCORE,
        key=key(ConflictKind.INCONSISTENCY, _outcome(again), *numbers),
        summary=Phrase(
            "One report says “{first}” and later “the {second} {outcome}”.",
            first=first,
            second=second,
            outcome=_called(again),
        ),
        readings=readings(event, groups, None),
        reason=Phrase("An editor must choose."),
    )


def _words(fact: Fact) -> str:
    return " ".join(fact.claim.text.split())


def _witness(event: Event, fact: Fact) -> WitnessDraft:
    return event.witness(fact.article, number_start(fact.claim), fact.claim.end)


def _called(fact: Fact) -> str:
    """The word that "the 27" goes on with."""
    after = NAMED.match(fact.article.copy.text, fact.claim.end)
    return after["outcome"] if after else ""
