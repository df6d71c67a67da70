"""Chunks: what the capitalised words of a sentence are, before anybody asks which person they mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.extraction import gazetteer, lexicon, titles
from factcheck.extraction.sheet import Sentence
from factcheck.extraction.words import Word


class ChunkKind(StrEnum):
    """What a chunk is; ``plain`` and ``single`` words wait for the register of the article."""

    PERSON = "person"
    LISTED = "listed"
    ORG = "org"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"
    PLAIN = "plain"
    SINGLE = "single"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of a sentence by index.

    ``slot`` tells what shows a name, ``initial`` that they start the sentence, ``unseen`` that the recogniser of the
    language pipeline, where there is one, passed over them.
    """

    kind: ChunkKind
    first: int
    after: int
    slot: str = ""
    initial: bool = False
    entry: gazetteer.Entry | None = None
    unseen: bool = False


_NAME_LIMIT = 5
# A longer run of capitalised words that nothing explains is a line in capitals, and nobody's name.
_LONGEST_RUN = 8
_LINKS = frozenset({"of", "for", "to", "on"})


def chunks(sentence: Sentence) -> Iterator[Chunk]:
    """The chunks of a sentence, in order."""
    words = sentence.words
    at = 0
    while at < len(words):
        if not _nameable(words[at]):
            at += 1
            continue
        after = _run_end(words, at)
        found = list(_Run(words, at, after).chunks())
        yield from found
        at = max(after, found[-1].after if found else after)


def _nameable(word: Word) -> bool:
    return word.capital and word.lower not in lexicon.words("calendar")


def _run_end(words: Sequence[Word], at: int) -> int:
    """The index after a run of capitalised words; particles inside a name do not end it."""
    end = at + 1
    while end < len(words) and (_spaced(words, end) or words[end].possessive) and not _breaks(words, end):
        if words[end].capital and (_nameable(words[end]) or _surname_month(words, end)):
            end += 1
            continue
        if words[at].text == "St." and words[end].possessive and end + 1 < len(words) and words[end + 1].capital:
            end += 2
            continue
        bridge = _bridge(words, end)
        if bridge == end:
            break
        end = bridge + 1
    return end


def _breaks(words: Sequence[Word], at: int) -> bool:
    """Whether an acronym follows spelled-out words, as in "Harbour Safety Board HSB"."""
    text = words[at].text
    known = text in lexicon.words("org_heads") or titles.is_head(words[at])
    return len(text) > 2 and text.isupper() and text.isalpha() and not words[at - 1].text.isupper() and not known


def _surname_month(words: Sequence[Word], at: int) -> bool:
    """Nora May, but not "in May"."""
    return words[at].text in {"May", "March", "April", "June", "August"} and given(words[at - 1])


def _spaced(words: Sequence[Word], at: int) -> bool:
    """Whether only space stands between a word and the one before it."""
    return words[at].start - words[at - 1].end in {1, 2}


def _bridge(words: Sequence[Word], at: int) -> int:
    """The index of the capitalised word after particles ("van der X"), or ``at`` itself where there is none."""
    end = at
    while end < len(words) and end < at + 3 and words[end].text in lexicon.words("particles") and _spaced(words, end):
        end += 1
    return end if end > at and end < len(words) and words[end].capital and _spaced(words, end) else at


def given(word: Word) -> bool:
    """Whether a word is a listed given name or an initial."""
    first = word.text.partition("-")[0]
    return word.text in given_names() or first in given_names() or (len(word.text) == 2 and word.text[1] == ".")


def given_names() -> frozenset[str]:
    """All listed given names."""
    return lexicon.words("given") - {"m:", "f:"}


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitalised words, taken apart."""

    words: Sequence[Word]
    first: int
    after: int

    def chunks(self) -> Iterator[Chunk]:
        first = self.first + self._ordinary_start()
        if first >= self.after:
            return
        initial = first == self.first and _starts(self.words, first)
        if self.words[first].text in lexicon.words("honorifics") and first + 1 < self.after:
            yield from self._person(first + 1, self.after, "honorific")
            return
        title = self._title(first)
        if title is not None and title < self.after and (_named(self.words[title]) or not self._headed(title)):
            yield from (part for part in self._parts(first, title - 1, initial) if part.kind is ChunkKind.LISTED)
            yield from self._person(title, self.after, "title")
            return
        if title is not None and title > self.after:
            yield from (part for part in self._parts(first, self.after, initial) if part.kind is ChunkKind.LISTED)
            yield from self._after_field(title)
            return
        if self._headed(first):
            yield self._body(first)
            return
        yield from self._parts(first, self.after, initial)

    def _ordinary_start(self) -> int:
        """1 where the run starts with an everyday word that has its capital from the start of the sentence."""
        if not _starts(self.words, self.first):
            return 0
        word = self.words[self.first]
        if word.lower in lexicon.words("starters"):
            return 1
        if self.after - self.first == 1 or gazetteer.match(self.words, self.first):
            return 0
        known = given(word) or titles.is_head(word) or word.lower in lexicon.words("modifiers") | titles.TIMES.keys()
        known = known or word.text in lexicon.words("honorifics") or word.text in lexicon.words("family_first")
        return int(lexicon.everyday(word.text) and not known and not self._headed(self.first))

    def _title(self, first: int) -> int | None:
        """The index after the last title word of the run, or beyond "of State"; None where no title stands."""
        heads = [at for at in range(first, self.after) if titles.is_head(self.words[at])]
        if not heads:
            return None
        if heads[-1] == self.after - 1:
            return self._field_end()
        return heads[-1] + 1

    def _field_end(self) -> int | None:
        """The index after the field of "Secretary of State"; it lies beyond the run."""
        at = self.after
        if at >= len(self.words) or self.words[at].text not in _LINKS:
            return None
        at += 1 + (at + 1 < len(self.words) and self.words[at + 1].text == "the")
        while at < len(self.words) and self.words[at].capital:
            match = gazetteer.match(self.words, at)
            if match:
                at = match[0]
            elif self.words[at].lower in lexicon.words("modifiers") or self._org_word(at):
                at += 1
            else:
                break
        return at

    def _after_field(self, at: int) -> Iterator[Chunk]:
        """The name that follows "Secretary of State"."""
        if at < len(self.words) and _nameable(self.words[at]) and _spaced(self.words, at):
            yield from self._person(at, _run_end(self.words, at), "title")

    def _person(self, first: int, after: int, slot: str) -> Iterator[Chunk]:
        after = min(after, first + _NAME_LIMIT)
        for at in range(first + 1, after):
            if titles.is_head(self.words[at]):
                after = at
                break
        yield Chunk(ChunkKind.PERSON, first, after, slot)

    def _org_word(self, at: int) -> bool:
        return self.words[at].text in lexicon.words("org_heads")

    def _headed(self, first: int) -> bool:
        last = self.words[self.after - 1].text
        several = self.after - first > 1
        match = gazetteer.match(self.words, first)
        if match and match[0] == self.after:
            return False
        place = several and last in lexicon.table("place_heads")
        event = several and last in lexicon.words("events")
        return self._org_word(self.after - 1) or place or event

    def _body(self, first: int) -> Chunk:
        """The organisation, place or event that the run's last word shows."""
        last = self.words[self.after - 1].text
        if self._org_word(self.after - 1):
            return Chunk(ChunkKind.ORG, first, self._with_field(self.after))
        if last in lexicon.table("place_heads"):
            kind = lexicon.table("place_heads")[last][0]
            return Chunk(ChunkKind.PLACE, first, self.after, entry=gazetteer.Entry("LOC", "", kind))
        return Chunk(ChunkKind.EVENT, first, self.after)

    def _with_field(self, at: int) -> int:
        """Takes in "of Foreign Affairs" or "to the United Nations" after an organisation's head."""
        link = at
        if link < len(self.words) and self.words[link].text in {"of", "to"}:
            link += 1 + (link + 1 < len(self.words) and self.words[link + 1].text == "the")
            if link < len(self.words) and _nameable(self.words[link]):
                after = _run_end(self.words, link)
                # "The Civic Union of Prime Minister Ana Ruiz" names a body and its leader, not one long body.
                led = any(titles.is_head(word) for word in self.words[link : after - 1])
                return at if led else after
        return at

    def _parts(self, first: int, after: int, initial: bool) -> Iterator[Chunk]:
        """Listed names and the plain stretches between them."""
        at = start = first
        while at < after:
            match = gazetteer.match(self.words, at)
            if match and match[0] <= after and not self._inside_name(at, match[0], start, after):
                yield from self._plain(start, at, initial and start == first)
                yield Chunk(ChunkKind.LISTED, at, match[0], initial=initial and at == first, entry=match[1])
                at = start = match[0]
            else:
                at += 1
        yield from self._plain(start, after, initial and start == first)

    def _inside_name(self, at: int, end: int, start: int, after: int) -> bool:
        """Whether a listed word is part of a person's name here: Chelsea Brown, Jack London."""
        if end - at > 1:
            return False
        before = at > start and given(self.words[at - 1])
        return before or (given(self.words[at]) and end < after and not gazetteer.match(self.words, end))

    def _plain(self, first: int, after: int, initial: bool) -> Iterator[Chunk]:
        if not 0 < after - first <= _LONGEST_RUN or all(titles.is_head(word) for word in self.words[first:after]):
            return
        text = self.words[first].text
        if after - first > 1:
            yield Chunk(ChunkKind.PLAIN, first, after, initial=initial)
        elif _acronym(text):
            yield Chunk(ChunkKind.ACRONYM, first, after, initial=initial)
        elif len(text) > 1 and "." not in text and text not in lexicon.words("no_names"):
            yield Chunk(ChunkKind.SINGLE, first, after, initial=initial)


def _named(word: Word) -> bool:
    return given(word) or word.text in lexicon.words("family_first")


def _acronym(text: str) -> bool:
    letters = text.replace(".", "")
    if "." in text and len(letters) != text.count("."):
        return False
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalnum() and text not in lexicon.words("no_names")


def _starts(words: Sequence[Word], at: int) -> bool:
    """Whether a word has its capital because a sentence, a quotation or a clause after a colon starts with it."""
    return at == 0 or words[at - 1].text in {
        '"',
        "“",
        "”",
        "‘",
        "'",
        "`",
        ":",
        "—",
        "–",
        "-",
        "_",
        "(",
        "•",
        "*",
        "…",
        ".",
    }
