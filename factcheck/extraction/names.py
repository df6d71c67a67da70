"""Names: persons, organisations, places and peoples, each with its entity in the article, its form and its slot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import gazetteer, introductions, lexicon
from factcheck.extraction.bodies import Bodies
from factcheck.extraction.chunks import Chunk, ChunkKind, chunks
from factcheck.extraction.people import People, Person
from factcheck.extraction.recognised import recognised, settle
from factcheck.extraction.sheet import Sentence, Sheet
from factcheck.extraction.slots import slot
from factcheck.extraction.words import Word, printed
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind

# What follows a person's name in the name of a body: "Lund administration".
_FOLLOWERS = frozenset(
    {"administration", "government", "cabinet", "regime", "presidency", "campaign", "camp", "foundation"}
)
_READ = frozenset({SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.CREDIT})
_LINKED = frozenset({SegmentKind.HEADLINE, SegmentKind.DECK})


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: ``first`` and ``after`` are word indices of its sentence."""

    sentence: Sentence
    first: int
    after: int
    type: str
    entity: str
    form: str = "full"
    slot: str = ""
    possessor: bool = False
    person: Person | None = None
    place_kind: str = ""

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.sentence.words[self.after - 1].end


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an article in order, and its register of persons."""

    found: tuple[Name, ...]
    people: People


def find(sheet: Sheet) -> Names:
    """Reads the names of an article: first who is named in full, then what every part of a name means."""
    read = [(s, _chunks(sheet, s)) for s in sheet.sentences if s.layer in _READ]
    people, bodies = introductions.everyone(read), Bodies()
    for sentence, found in read:
        bodies.collect(sentence, found)
    reader = _Reader(people, bodies)
    names = [name for sentence, found in read for chunk in found for name in reader.name(sentence, chunk)]
    names += [
        name
        for s in sheet.sentences
        if s.layer in _LINKED
        for name in reader.linked(s, recognised(s, sheet.recognised(s)))
    ]
    names += [name for s in sheet.sentences if s.layer is SegmentKind.DATELINE for name in reader.listed(s)]
    return Names(tuple(sorted(names, key=lambda name: (name.start, name.end))), people)


def _chunks(sheet: Sheet, sentence: Sentence) -> list[Chunk]:
    found = list(chunks(sentence))
    return settle(sentence, found, sheet.recognised(sentence)) if sheet.recogniser else found


def claims(sheet: Sheet, names: Names) -> Iterator[ClaimDraft]:
    """The name claims of an article."""
    for name in names.found:
        value: dict[str, object] = {
            "type": name.type,
            "entity": name.entity,
            "form": name.form,
            "slot": name.slot,
        }
        if name.possessor:
            value |= {"possessor": True}
        if name.person and names.people.family_first(name.person):
            value |= {"family_first": True}
        text = sheet.text[name.start : name.end]
        yield ClaimDraft(ClaimKind.NAME, name.start, name.end, text, name.entity, value, layer=name.sentence.layer)


def _texts(sentence: Sentence, chunk: Chunk) -> list[str]:
    return [word.text for word in sentence.words[chunk.first : chunk.after]]


def _possesses(words: Sequence[Word], after: int) -> bool:
    if after >= len(words):
        return False
    plural = words[after].text in {"'", "’"} and words[after - 1].text.endswith("s")
    return words[after].possessive or plural or words[after].lower in _FOLLOWERS


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns chunks into names, with the article's registers at hand."""

    people: People
    bodies: Bodies

    def name(self, sentence: Sentence, chunk: Chunk) -> Iterator[Name]:
        """The names in a chunk: none, one, or the known person at the end of an unknown run."""
        kind = chunk.kind
        if chunk.unseen and self._doubtful(sentence, chunk):
            return
        if kind is ChunkKind.LISTED:
            yield self._listed(sentence, chunk)
        elif kind in {ChunkKind.ORG, ChunkKind.ACRONYM} and not self._leads(sentence, chunk):
            yield self._body(sentence, chunk)
        elif kind in {ChunkKind.PLACE, ChunkKind.OTHER}:
            entry = chunk.entry or gazetteer.Entry("LOC", "")
            yield self._plain_name(sentence, chunk, entry.type, place_kind=entry.kind)
        elif kind is ChunkKind.EVENT:
            yield self._plain_name(sentence, chunk, "EVENT")
        else:
            yield from self._person(sentence, chunk)

    def _doubtful(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Whether the recogniser's silence weighs more: capitals alone may be a shouted word, a model or a size."""
        word = sentence.words[chunk.first]
        if chunk.kind is ChunkKind.PERSON:
            return introductions.thing(sentence, chunk)
        alone = chunk.kind in {ChunkKind.ORG, ChunkKind.ACRONYM} and chunk.after - chunk.first == 1
        return alone and not self.bodies.known(word.text, word.start)

    def _leads(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Whether a single word is a person's in the name of a body: "Lund administration"."""
        words = sentence.words
        return chunk.after - chunk.first == 1 and chunk.after < len(words) and words[chunk.after].lower in _FOLLOWERS

    def _listed(self, sentence: Sentence, chunk: Chunk) -> Name:
        assert chunk.entry is not None  # noqa: S101  listed chunks carry their entry
        entry = chunk.entry
        text = " ".join(_texts(sentence, chunk))
        form = "acronym" if text.replace(".", "").isupper() else "full"
        entity = self.bodies.entity([text], 0)[0] if entry.type == "ORG" and entry.name == text else entry.name
        name = Name(sentence, chunk.first, chunk.after, entry.type, entity, form, place_kind=entry.kind)
        return replace(name, possessor=_possesses(sentence.words, chunk.after))

    def _plain_name(self, sentence: Sentence, chunk: Chunk, kind: str, place_kind: str = "") -> Name:
        entity = printed(sentence.words, chunk.first, chunk.after)
        name = Name(sentence, chunk.first, chunk.after, kind, entity, place_kind=place_kind)
        return replace(name, possessor=_possesses(sentence.words, chunk.after))

    def _body(self, sentence: Sentence, chunk: Chunk) -> Name:
        entity, form = self.bodies.entity(_texts(sentence, chunk), sentence.words[chunk.first].start)
        shown = slot(sentence.words, chunk.first, chunk.after)
        name = Name(sentence, chunk.first, chunk.after, "ORG", entity, form, shown if shown == "saying" else "")
        return replace(name, possessor=_possesses(sentence.words, chunk.after))

    def _person(self, sentence: Sentence, chunk: Chunk) -> Iterator[Name]:
        texts = _texts(sentence, chunk)
        at = sentence.words[chunk.first].start
        person = self.people.link(texts, at)
        if person is not None:
            if not (chunk.initial and self._ordinary(texts, person)):
                yield self._mention(sentence, chunk, texts, person)
        elif len(texts) > 1:
            yield from self._unknown_run(sentence, chunk, texts)
        else:
            yield from self._unknown_word(sentence, chunk, texts[0])

    def _ordinary(self, texts: Sequence[str], person: Person) -> bool:
        """A sentence that starts with a word such as "Will" or "Grace", which is somebody's given name too."""
        single = len(texts) == 1 and self.people.form(texts, person) == "given"
        return single and lexicon.everyday(texts[0])

    def _mention(self, sentence: Sentence, chunk: Chunk, texts: Sequence[str], person: Person) -> Name:
        words = sentence.words
        if chunk.after < len(words) and words[chunk.after].lower in _FOLLOWERS:
            entity = " ".join([*texts, words[chunk.after].text])
            return Name(sentence, chunk.first, chunk.after + 1, "ORG", entity, possessor=True)
        shown = slot(words, chunk.first, chunk.after) or chunk.slot
        form = self.people.form(texts, person)
        name = Name(sentence, chunk.first, chunk.after, "PERSON", person.name, form, shown, person=person)
        return replace(name, possessor=_possesses(words, chunk.after))

    def _unknown_run(self, sentence: Sentence, chunk: Chunk, texts: list[str]) -> Iterator[Name]:
        """A run that is nobody's name: its last word may be a known person's, else a body may be speaking."""
        at = sentence.words[chunk.first].start
        for first in range(chunk.first + 1, chunk.after):
            rest = texts[first - chunk.first :]
            person = self.people.link(rest, at)
            if person and lexicon.everyday(texts[first - chunk.first - 1]):
                yield self._mention(sentence, replace(chunk, first=first, initial=False), rest, person)
                return
        if slot(sentence.words, chunk.first, chunk.after) == "saying":
            yield self._body(sentence, chunk)

    def _unknown_word(self, sentence: Sentence, chunk: Chunk, text: str) -> Iterator[Name]:
        """A lone capitalised word that no full name explains: a person only where the sentence shows one."""
        words = sentence.words
        if chunk.after < len(words) and words[chunk.after].lower in _FOLLOWERS:
            yield Name(
                sentence, chunk.first, chunk.after + 1, "ORG", f"{text} {words[chunk.after].text}", possessor=True
            )
            return
        shown = chunk.slot or slot(words, chunk.first, chunk.after)
        ordinary = chunk.initial and lexicon.everyday(text)
        if ordinary and shown not in {"title", "honorific"}:
            return
        if self._shows_person(sentence, chunk, text, shown):
            person = Person(text, (text,))
            name = Name(sentence, chunk.first, chunk.after, "PERSON", text, "surname", shown, person=person)
            yield replace(name, possessor=_possesses(words, chunk.after))
        elif shown == "saying":
            yield self._body(sentence, chunk)

    def _shows_person(self, sentence: Sentence, chunk: Chunk, text: str, shown: str) -> bool:
        if shown in {"title", "honorific"}:
            return True
        if shown == "between":
            return self._beside_person(sentence, chunk)
        if lexicon.everyday(text):
            return shown != "" and self.people.near(text)
        return self.people.near(text) or (text in lexicon.words("family_first") and not chunk.initial)

    def _beside_person(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Whether the other one of "between X and Y" is a known person."""
        words = sentence.words
        window = [*words[max(0, chunk.first - 6) : chunk.first], *words[chunk.after : chunk.after + 8]]
        return any(word.capital and self.people.link([word.text], word.start) for word in window)

    def linked(self, sentence: Sentence, seen: Sequence[Chunk]) -> Iterator[Name]:
        """The names of a headline: what was seen, persons that the body knows, and listed places; nothing else."""
        by_word = {chunk.first: chunk for chunk in seen}
        at = 0
        while at < len(sentence.words):
            known, told = self._known_at(sentence, at), self._seen_at(sentence, by_word.get(at))
            longer = told if told and not (known and known.after >= told.after) else known
            name = longer or self._listed_at(sentence, at)
            if name:
                yield name
            at = name.after if name else at + 1

    def _seen_at(self, sentence: Sentence, chunk: Chunk | None) -> Name | None:
        listed = self._listed_at(sentence, chunk.first) if chunk else None
        if chunk is None or (listed and listed.after >= chunk.after):
            return listed
        texts = _texts(sentence, chunk)
        if chunk.kind is ChunkKind.PERSON and self.people.link(texts, sentence.end) is None:
            return self._plain_name(sentence, chunk, "PERSON")
        return next(self.name(sentence, chunk), None)

    def listed(self, sentence: Sentence) -> Iterator[Name]:
        """The listed names of a line."""
        at = 0
        while at < len(sentence.words):
            name = self._listed_at(sentence, at)
            if name:
                yield name
            at = name.after if name else at + 1

    def _listed_at(self, sentence: Sentence, at: int) -> Name | None:
        match = gazetteer.match(sentence.words, at)
        if match is None:
            return None
        return self._listed(sentence, Chunk(ChunkKind.LISTED, at, match[0], entry=match[1]))

    def _known_at(self, sentence: Sentence, at: int) -> Name | None:
        for after in range(min(len(sentence.words), at + 5), at, -1):
            texts = [word.text for word in sentence.words[at:after]]
            if not sentence.words[at].capital or not sentence.words[after - 1].capital:
                continue
            person = self.people.link(texts, len(sentence.words[0].text) + sentence.end)
            if person and (len(texts) > 1 or self._surname(texts, person)):
                return self._mention(sentence, Chunk(ChunkKind.PERSON, at, after), texts, person)
        return None

    def _surname(self, texts: Sequence[str], person: Person) -> bool:
        everyday = lexicon.everyday(texts[0]) and self.people.lone[texts[0]] == 0
        return self.people.form(texts, person) == "surname" and not everyday
