"""Two holders of one office, each right at the date of their own event: a note, never an error."""

from collections.abc import Iterator, Sequence

from factcheck.collation.event import Event
from factcheck.collation.keys import key
from factcheck.collation.likeness import near_name
from factcheck.collation.offices import SINGLE, Office
from factcheck.collation.people import Person
from factcheck.collation.role import Role, held
from factcheck.phrase import Phrase
from factcheck.types import ConflictDraft, ConflictKind, Level, ReadingDraft, WitnessDraft

SCORE = 0.6


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One note for each office that another person holds in the story's own event."""
    if event.other_than is None:
        return
    here, there = _holders(event), _holders(event.other_than)
    for post in sorted(here.keys() & there.keys()):
        for person, roles in here[post]:
            for other, others in there[post]:
                if person.name != other.name and not near_name(person.family, other.family):
                    yield _draft(event, event.other_than, post, (person, roles), (other, others))


Post = tuple[str, str, tuple[str, ...]]
Holder = tuple[Person, list[Role]]


def _holders(event: Event) -> dict[Post, list[Holder]]:
    """Who holds which office of state, by country, head and field."""
    found: dict[Post, list[Holder]] = {}
    for person, roles in sorted(held(event).items(), key=lambda item: item[0].name):
        posts: dict[Post, list[Role]] = {}
        for role in roles:
            value, office = role.claim.value, role.office
            # A country that the gazetteer does not know stands as the body that the office belongs to.
            country = str(value.get("country") or value.get("organisation") or "")
            if country and _single(office) and not role.claim.value.get("time"):
                posts.setdefault((country, office.head, tuple(sorted(office.field))), []).append(role)
        for post, own in posts.items():
            found.setdefault(post, []).append((person, own))
    return found


def _single(office: Office) -> bool:
    needs_field = office.head in {"minister", "secretary"}
    return office.head in SINGLE and not office.deputy and (bool(office.field) or not needs_field)


def _draft(event: Event, own: Event, post: Post, one: Holder, other: Holder) -> ConflictDraft:
    (country, head, field), (person, roles), (holder, others) = post, one, other
    title = roles[0].claim.text
    return ConflictDraft(
        kind=ConflictKind.TEMPORAL_CHANGE,
        level=Level.INFO,
        score=SCORE,
        key=key(
            ConflictKind.TEMPORAL_CHANGE, country, head, " ".join(field), *sorted((person.identity, holder.identity))
        ),
        summary=Phrase(
            "Two holders of one office: {title} {name} in one event, {other} in another.",
            title=title,
            name=person.name,
            other=holder.name,
        ),
        readings=(_reading(own, holder, others), _reading(event, person, roles)),
        reason=Phrase("The reports are of different events: both can be right at their date."),
    )


def _reading(event: Event, person: Person, roles: Sequence[Role]) -> ReadingDraft:
    witnesses = tuple(sorted((_witness(event, role) for role in roles), key=lambda w: (w.article, w.start)))
    return ReadingDraft(person.name, False, witnesses, event.origins(w.article for w in witnesses))


def _witness(event: Event, role: Role) -> WitnessDraft:
    """Title and name together."""
    start, end = role.claim.value.get("person_span", (role.claim.start, role.claim.end))
    return event.witness(role.article, min(start, role.claim.start), max(end, role.claim.end))
