"""The given name used as if it were the surname: "Zhong said" of Lan Zhong."""

from collections.abc import Iterator, Sequence

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.people import Person, Use, folded, lone, people
from factcheck.collation.suggest import readings, support
from factcheck.phrase import Phrase, counted
from factcheck.types import ConflictDraft, ConflictKind, Level, WitnessDraft

# How often an article must use the given name of a Western name alone before it looks like a mistake, unless a slot
# such as a verb of saying shows that it stands for the surname; and how far this must outweigh the family name there.
FEWEST_WESTERN = 2
OUTWEIGHS = 1
SCORE_FAMILY_FIRST, SCORE_WESTERN = 0.95, 0.7
SPEAKING = frozenset({"saying", "title", "honorific", "between"})


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each person whom some article calls by the given name and others by the family name."""
    for person in people(event):
        if person.given in _family_names(event, person) or _has_family_here(event, person):
            continue
        wrong, right = _uses(event, person, person.given), _uses(event, person, person.family)
        wrong = [use for use in wrong if _mistaken(person, use, wrong, right)]
        if wrong and _others_agree(event, person, wrong, right):
            yield _draft(event, person, wrong, right)


def _family_names(event: Event, person: Person) -> set[str]:
    """What somebody else goes by: that name alone may mean them."""
    return {other.family for other in people(event) if other is not person}


def _has_family_here(event: Event, person: Person) -> bool:
    """A relative or namesake in the event makes given names the way to tell them apart."""
    others = [other for other in people(event) if other is not person and folded(other.family) == folded(person.family)]
    return bool(others)


def _uses(event: Event, person: Person, name: str) -> list[Use]:
    """Where the person's own articles use a part of the name alone, outside quotation marks."""
    return [use for use in lone(event) if use.text == name and not use.quoted and use.article.name in person.articles]


def _mistaken(person: Person, use: Use, wrong: Sequence[Use], right: Sequence[Use]) -> bool:
    """Whether the given name stands for the surname here. Western given names need more to show it."""
    if person.family_first:
        return True
    here = [other for other in wrong if other.article is use.article]
    family = sum(other.article is use.article for other in right)
    spoken = any(other.slot in SPEAKING for other in here)
    return len(here) >= OUTWEIGHS * family and (spoken or len(here) >= FEWEST_WESTERN)


def _others_agree(event: Event, person: Person, wrong: Sequence[Use], right: Sequence[Use]) -> bool:
    """Whether those who use the family name alone outweigh those who use the given name; names of one order lead."""
    elsewhere = {use.article.name for use in right} - {use.article.name for use in wrong}
    family = event.origins(elsewhere if not person.family_first else (use.article.name for use in right))
    return family > 0 and (person.family_first or family >= event.origins(use.article.name for use in wrong))


def _draft(event: Event, person: Person, wrong: Sequence[Use], right: Sequence[Use]) -> ConflictDraft:
    groups = {person.given: _witnesses(event, wrong), person.family: _witnesses(event, right)}
    known = person.family_first and not person.learned
    return ConflictDraft(
        kind=ConflictKind.SECOND_REFERENCE,
        level=Level.ERROR if known else Level.DISCREPANCY,
        score=SCORE_FAMILY_FIRST if known else SCORE_WESTERN,
        key=key(ConflictKind.SECOND_REFERENCE, person.identity),
        summary=_summary(person),
        readings=readings(event, groups, person.family),
        suggested=person.family,
        reason=_reason(event, person, groups[person.family]),
    )


def _summary(person: Person) -> Phrase:
    names = {"name": person.name, "given": person.given, "family": person.family}
    if person.learned:
        return Phrase("{name} is called “{given}”, where other stories say “{family}”.", **names)
    return Phrase("{name} is called “{given}”, the given name; the family name is “{family}”.", **names)


def _reason(event: Event, person: Person, right: Sequence[WitnessDraft]) -> Phrase:
    backed = counted(
        "{reports} uses “{family}” alone.",
        "{reports} use “{family}” alone.",
        len({witness.article for witness in right}),
        reports=support(event, right),
        family=person.family,
    )
    if person.family_first and not person.learned:
        return Phrase("The family name stands first in this name. {backed}", backed=backed)
    return backed


def _witnesses(event: Event, uses: Sequence[Use]) -> tuple[WitnessDraft, ...]:
    found = {event.witness(use.article, use.start, use.end) for use in uses}
    return tuple(sorted(found, key=lambda w: (w.article, w.start)))
