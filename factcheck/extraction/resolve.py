"""Resolving: which person of the article a pronoun or a nominal ("the secretary") means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from factcheck.extraction import lexicon, titles
from factcheck.extraction.names import Name
from factcheck.extraction.people import Person
from factcheck.extraction.roles import Role
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.subjects import Subject
from factcheck.extraction.words import Word

# How many sentences back a pronoun may point.
_REACH = 6
# Nominals that name an office by another word.
_OFFICES = {
    "diplomat": ("foreign minister", "secretary of state", "foreign secretary", "ambassador", "diplomat", "envoy"),
    "leader": ("president", "prime minister", "premier", "chancellor", "king", "leader", "supreme leader"),
    "premier": ("prime minister", "premier"),
    "coach": ("manager", "head coach", "coach"),
    "manager": ("manager", "head coach", "coach"),
    "secretary": ("secretary",),
    "minister": ("minister",),
    "general": ("general", "gen."),
    "senator": ("senator", "sen."),
    "governor": ("governor", "gov."),
    "aide": ("aide", "adviser", "advisor"),
    "adviser": ("adviser", "advisor", "aide"),
    "advisor": ("adviser", "advisor", "aide"),
}


@dataclass(slots=True)
class Resolver:
    """What a paragraph's reader knows so far: names, roles, and who spoke in which sentence."""

    sheet: Sheet
    names: Sequence[Name]
    roles: Sequence[Role]
    spoke: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    _persons: dict[int, list[Name]] = field(default_factory=dict)
    _by_name: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.names:
            if name.type == "PERSON" and name.person:
                self._persons.setdefault(name.sentence.number, []).append(name)
                self._by_name.setdefault(name.entity, name.person)
        # One role of a kind for each person is enough, and bounds the time for copy of any length.
        self.roles = list({(r.office.lower(), r.country, r.name.entity): r for r in reversed(self.roles)}.values())[
            ::-1
        ]

    def person(self, name: str) -> Person | None:
        """The person with a canonical name."""
        return self._by_name.get(name)

    def pronoun(self, word: str, at: int) -> Person | None:
        """Whom "he" or "she" at an offset means: the nearest fitting subject before it."""
        sentence = self.sheet.sentence_at(at)
        if sentence is None:
            return None
        return next((p for p in self._before(sentence, at) if _fits(word, p, self.roles)), None)

    def _before(self, sentence: Sentence, at: int) -> Iterator[Person]:
        """Persons before an offset: in its sentence nearest first, in earlier ones the speaker, then the subject."""
        earlier = [name for name in self._persons.get(sentence.number, []) if name.end <= at]
        yield from (name.person for name in reversed(earlier) if name.person and _subject(name))
        for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _REACH), -1):
            if number in self.spoke:
                yield self.spoke[number]
            here = self._persons.get(number, [])
            free = [n for n in here if not self.sheet.quoted(n.start)]
            yield from (name.person for name in free if name.person and _subject(name))
            yield from (name.person for name in free if name.person and not name.possessor)

    def nominal(self, subject: Subject) -> Person | None:
        """The person whose role a nominal names, the nearest before it if there are several."""
        words = [item.word for item in subject.items if item.word]
        wanted = _title_of(words)
        if wanted is None:
            return None
        fitting = [role for role in self.roles if role.office and _same_office(wanted, role) and role.name.person]
        persons = {role.name.person for role in fitting}
        if len(persons) > 1 and not wanted.country:
            fitting = [role for role in fitting if role.start <= subject.start] or fitting
        before = [role for role in fitting if role.start <= subject.start]
        return (before[-1] if before else fitting[0]).name.person if fitting else None


def _title_of(words: Sequence[Word]) -> titles.Title | None:
    """The title that a nominal consists of, with its country; articles are dropped."""
    kept = [word for word in words if word.lower not in {"the", "a", "an", "his", "her", "their", "its"}]
    return titles.ending_at(kept, len(kept)) if kept and len(kept) >= len(words) - 1 else None


def _same_office(wanted: titles.Title, role: Role) -> bool:
    if wanted.country and role.country and wanted.country != role.country:
        return False
    if role.time in {"former", "then"} and wanted.time != role.time:
        return False
    office, held = _plain(wanted.office), _plain(role.office)
    if held.endswith(office) or office.endswith(held):
        return True
    head = office.split()[-1] if office else ""
    others = _OFFICES.get(head, ())
    return bool(wanted.country or len(office.split()) < 2) and any(
        held.endswith(other) or held.startswith(other) for other in others
    )


def _plain(office: str) -> str:
    dropped = {"top", "senior", "chief", "highest-ranking", "high-ranking", "longtime"}
    return " ".join(word for word in office.lower().replace("-", " ").split() if word not in dropped)


def _subject(name: Name) -> bool:
    """Whether a name may be the subject of its clause: no possessor, no object of a preposition."""
    words = name.sentence.words
    first = name.first
    title = titles.ending_at(words, first)
    if title:
        first = title.first
    before = words[first - 1].lower if first else ""
    if before == "the" and first > 1:
        before = words[first - 2].lower
    return not name.possessor and before not in lexicon.words("object_marks")


@cache
def _gender(given: str) -> str:
    """ "f" or "m" where a given name tells it."""
    kinds = {row[0] for row in lexicon.lines("given") if given in row.split()}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _fits(pronoun: str, person: Person, roles: Sequence[Role]) -> bool:
    """Whether nothing speaks against a pronoun for a person."""
    wanted = {"he": "m", "she": "f"}.get(pronoun, "")
    gender = _gender(person.tokens[0]) if len(person.tokens) > 1 else ""
    return not wanted or not gender or gender == wanted
