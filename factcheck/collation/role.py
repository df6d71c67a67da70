"""A title that is wrong, lost, or not the one that others give."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.collation.apposition import bodies
from factcheck.collation.event import Event
from factcheck.collation.facts import READ
from factcheck.collation.keys import key
from factcheck.collation.offices import Office, office
from factcheck.collation.people import Person, folded, people
from factcheck.collation.suggest import EVEN, against, origins, readings, support
from factcheck.phrase import Phrase, counted
from factcheck.types import (
    ClaimDraft,
    ClaimKind,
    ConflictDraft,
    ConflictKind,
    ExtractedArticle,
    Level,
    WitnessDraft,
)

SCORE_LOST, SCORE_ALONE, SCORE_OFFICE, SCORE_EVEN = 0.9, 0.6, 0.75, 0.55
NO_TITLE = Phrase("An organisation is no title; no report gives one.")

# Without another report to show the title, only the full name of a body is plainly none: "the Times" may be a setting.
PLAIN_BODY = 3
# What tells that an office was held at another time.
PAST = re.compile(r"\b(?:(?:19|20)\d\d|former|once|elected|appointed|promoted)\b", re.IGNORECASE)


class Role(NamedTuple):
    """A role claim with its article."""

    article: ExtractedArticle
    claim: ClaimDraft

    @property
    def office(self) -> Office:
        """The office that it names."""
        return office(str(self.claim.value.get("office", "")))


def compare(event: Event) -> Iterator[ConflictDraft]:
    """One conflict for each person whose title is lost or excluded by what others give."""
    for person, roles in sorted(held(event).items(), key=lambda item: item[0].name):
        yield from _lost(event, person, roles)
        yield from _excluded(event, person, roles)


def held(event: Event) -> Mapping[Person, list[Role]]:
    """The roles of every introduced person, by whatever part of the name they stand beside."""
    by_name = {person.name: person for person in people(event)}
    by_family: dict[str, list[Person]] = defaultdict(list)
    for person in people(event):
        by_name.update({use.text: person for use in person.fulls})
        by_family[folded(person.family)].append(person)
    found: dict[Person, list[Role]] = defaultdict(list)
    for article, claim in _claims(event):
        name = str(claim.value.get("person", ""))
        namesakes = by_family.get(folded(name), [])
        owner = by_name.get(name) or (namesakes[0] if len(namesakes) == 1 else None)
        if owner is not None:
            found[owner].append(Role(article, claim))
    return found


def _claims(event: Event) -> Iterator[tuple[ExtractedArticle, ClaimDraft]]:
    """The role claims of the articles, and organisations in apposition that these left out."""
    seen = set()
    for article, claim in (*event.claims(ClaimKind.ROLE), *bodies(event)):
        if (article.name, claim.start) not in seen and not _mentioned(article.copy.text, claim):
            seen.add((article.name, claim.start))
            yield article, claim


def _mentioned(text: str, claim: ClaimDraft) -> bool:
    """ "the president Lee worked for" names two persons; a title before a name has no article of its own."""
    follows = text[claim.end : claim.end + 2]
    return claim.text.islower() and text[: claim.start].lower().endswith(" the ") and not follows.startswith(",")


def _lost(event: Event, person: Person, roles: Sequence[Role]) -> Iterator[ConflictDraft]:
    """An organisation where a title should stand."""
    titled = [role for role in roles if role.claim.value.get("office")]
    for body in sorted({role.claim.text for role in roles if not role.claim.value.get("office")}):
        wrong = [role for role in roles if role.claim.text == body and not role.claim.value.get("office")]
        if titled or len(body.split()) >= PLAIN_BODY:
            yield _lost_draft(event, person, body, wrong, titled)


def _lost_draft(
    event: Event, person: Person, body: str, wrong: Sequence[Role], titled: Sequence[Role]
) -> ConflictDraft:
    groups = {body: _witnesses(event, wrong)} | _by_title(event, titled)
    best = _best(event, {text: witnesses for text, witnesses in groups.items() if text != body})
    return ConflictDraft(
        kind=ConflictKind.ROLE,
        level=Level.ERROR,
        score=SCORE_LOST if best else SCORE_ALONE,
        key=key(ConflictKind.ROLE, person.identity, body),
        summary=Phrase("“{words}” stands where the title of {name} should be.", words=body, name=person.name),
        readings=readings(event, groups, best),
        suggested=best,
        reason=_given(event, best, groups[best]) if best else NO_TITLE,
    )


def _given(event: Event, title: str, witnesses: Sequence[WitnessDraft]) -> Phrase:
    return counted(
        "An organisation is no title; {reports} gives “{title}”.",
        "An organisation is no title; {reports} give “{title}”.",
        len({witness.article for witness in witnesses}),
        reports=support(event, witnesses),
        title=title,
    )


def _by_title(event: Event, roles: Sequence[Role]) -> dict[str, tuple[WitnessDraft, ...]]:
    """Witnesses by printed title, what differs only in house style together."""
    groups: dict[tuple[str, ...], list[Role]] = defaultdict(list)
    for role in roles:
        groups[_style_free(role.claim.text)].append(role)
    return {
        min((role.claim.text for role in group), key=lambda text: (-_count(group, text), text)): _witnesses(
            event, group
        )
        for group in groups.values()
    }


def _style_free(title: str) -> tuple[str, ...]:
    """What a title says, as words that no house style changes."""
    found = office(title)
    return (found.head, *sorted(found.field), *(["deputy"] * found.deputy)) if found.head else (title.lower(),)


def _count(roles: Sequence[Role], text: str) -> int:
    return sum(role.claim.text == text for role in roles)


def _best(event: Event, groups: Mapping[str, Sequence[WitnessDraft]]) -> str | None:
    """The title to offer: of more origins, then an office with a capital before a description, then the alphabet."""
    ranked = sorted(groups, key=lambda text: (-origins(event, groups[text]), not text[0].isupper(), text))
    return ranked[0] if ranked else None


def _witnesses(event: Event, roles: Sequence[Role]) -> tuple[WitnessDraft, ...]:
    found = {event.witness(role.article, role.claim.start, role.claim.end) for role in roles}
    return tuple(sorted(found, key=lambda w: (w.article, w.start)))


def _excluded(event: Event, person: Person, roles: Sequence[Role]) -> Iterator[ConflictDraft]:
    """Two offices that nobody holds at once, each by articles that never give the other."""
    current = [role for role in roles if not role.claim.value.get("time") and role.office.family >= 0]
    by_title = _by_title(event, current)
    for one, other in ((a, b) for a in sorted(by_title) for b in sorted(by_title) if a < b):
        apart = not {w.article for w in by_title[one]} & {w.article for w in by_title[other]}
        if apart and office(one).excludes(office(other)) and not _both(person, one, other, current):
            groups = {one: by_title[one], other: by_title[other]}
            if _outvoted(event, groups) or (office(one).confused(office(other)) and _told(event, current, groups)):
                yield _excluded_draft(event, person, groups)


def _outvoted(event: Event, groups: Mapping[str, tuple[WitnessDraft, ...]]) -> bool:
    return len({origins(event, witnesses) for witnesses in groups.values()}) > 1


def _told(event: Event, roles: Sequence[Role], groups: Mapping[str, tuple[WitnessDraft, ...]]) -> bool:
    """Whether both titles stand in running text, and no sentence tells of a change or of years ago.

    A headline drops the words that tell a title from a verb.
    """
    told = {(r.article.name, r.claim.start) for r in roles if r.claim.layer in READ and not _past(event, r)}
    return all(any((w.article, w.start) in told for w in witnesses) for witnesses in groups.values())


def _past(event: Event, role: Role) -> bool:
    sentence = event.sentence_of(role.article, role.claim.start, role.claim.end)
    return PAST.search(role.article.copy.text, sentence.start, sentence.end) is not None


def _both(person: Person, one: str, other: str, roles: Sequence[Role]) -> bool:
    """An article that gives both offices, in whatever words, knows of a change."""
    offices: dict[str, set[Office]] = defaultdict(set)
    for role in roles:
        offices[role.article.name].add(role.office)
    return any({office(one), office(other)} <= given for given in offices.values())


def _excluded_draft(event: Event, person: Person, groups: Mapping[str, tuple[WitnessDraft, ...]]) -> ConflictDraft:
    ranked = sorted(groups, key=lambda text: (-origins(event, groups[text]), text))
    even = not _outvoted(event, groups)
    best = None if even else ranked[0]
    return ConflictDraft(
        kind=ConflictKind.ROLE,
        level=Level.DISCREPANCY,
        score=SCORE_EVEN if even else SCORE_OFFICE,
        key=key(ConflictKind.ROLE, person.identity, *sorted(" ".join(_style_free(text)) for text in groups)),
        summary=Phrase(
            "{name} is given two offices that one person does not hold: “{one}” and “{other}”.",
            name=person.name,
            one=ranked[0],
            other=ranked[1],
        ),
        readings=readings(event, groups, best),
        suggested=best,
        reason=EVEN if best is None else against(event, groups[ranked[0]], groups[ranked[1]]),
    )
