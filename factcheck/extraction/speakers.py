"""Speakers: from the words that name who speaks to the person or body of the article that they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extraction.names import Names
from factcheck.extraction.resolve import Resolver
from factcheck.extraction.roles import Role
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.subjects import NamesAt, Subject, names_at
from factcheck.types import Mention


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is known of the article's speakers."""

    sheet: Sheet
    names: NamesAt
    resolver: Resolver

    @classmethod
    def of(cls, sheet: Sheet, names: Names, roles: Sequence[Role]) -> "Speakers":
        """The speakers of an article."""
        return cls(sheet, names_at(names), Resolver(sheet, names.found, roles))

    def mention(self, subject: Subject) -> Mention:
        """A subject with the name that it means, where the article tells it."""
        name, evidence = self._resolved(subject)
        return Mention(self.sheet.text[subject.start : subject.end], subject.start, subject.end, name, evidence)

    def remember(self, speaker: Mention, number: int) -> None:
        """Notes who spoke in a sentence: "he" in the next ones may mean that person."""
        person = self.resolver.person(speaker.name) if speaker.name else None
        if person:
            self.resolver.spoke[number] = person

    def _resolved(self, subject: Subject) -> tuple[str, str]:
        if subject.name:
            return subject.name.entity, "document" if subject.document else "adjacent"
        if subject.pronoun in {"he", "she", "who"}:
            person = self.resolver.pronoun(subject.pronoun, subject.start)
            return (person.name if person else ""), "pronoun"
        if subject.pronoun:
            return self._group(subject), "pronoun"
        if subject.document:
            return self._within(subject), "document"
        person = self.resolver.nominal(subject)
        return (person.name if person else self._within(subject)), "nominal"

    def _within(self, subject: Subject) -> str:
        """The body that a document or spokesman speaks for."""
        names = (self.names.ending(item) for item in subject.items)
        return next((name.entity for name in names if name and name.type == "ORG"), "")

    def _group(self, subject: Subject) -> str:
        """Whom "they" means: the group that spoke last in the same sentence."""
        sentence = subject.items[0].sentence
        return self.resolver.groups.get(sentence.number, "") if sentence else ""
