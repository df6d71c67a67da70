"""Bodies: the organisations of an article, and which one a short form or an acronym means."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extraction import gazetteer, lexicon
from factcheck.extraction.chunks import Chunk, ChunkKind
from factcheck.extraction.sheet import Sentence
from factcheck.extraction.words import tokenise


@dataclass(slots=True)
class Bodies:
    """The register: every organisation named in several words, found by name, by initials and by the words in it."""

    _full: set[tuple[str, ...]] = field(default_factory=set)
    _by_initials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(list))

    def collect(self, sentence: Sentence, found: Sequence[Chunk]) -> None:
        """Notes the organisations of a sentence; sentences come in order."""
        for chunk in found:
            listed = chunk.entry is not None and chunk.entry.type == "ORG"
            if (chunk.kind is ChunkKind.ORG or listed) and chunk.after - chunk.first > 1:
                words = sentence.words[chunk.first : chunk.after]
                full = tuple(word.text for word in words)
                self._full.add(full)
                self._by_initials.setdefault(initials(full), full)
                for word in set(full) & lexicon.words("org_heads"):
                    self._by_word[word].append((words[0].start, full))

    def entity(self, texts: Sequence[str], at: int) -> tuple[str, str]:
        """The canonical name of an organisation at an offset, and the form in which it stands there."""
        if len(texts) > 1:
            return self._longest(tuple(texts)), "full"
        acronym = texts[0].replace(".", "")
        if acronym.isupper() and len(acronym) > 1:
            return self._spelled_out(acronym) or texts[0], "acronym"
        return self._ending_in(texts[0], at) or texts[0], "short"

    def known(self, word: str, at: int) -> bool:
        """Whether the article has a longer name for an acronym or a head such as "Department"."""
        return self.entity([word], at)[0] != word

    def _longest(self, words: tuple[str, ...]) -> str:
        """The name itself, without a country in front of it when the article also prints it without."""
        core = _without_country(words)
        return _joined(core if core in self._full else words)

    def _spelled_out(self, acronym: str) -> str:
        return _joined(self._by_initials.get(acronym, ()))

    def _ending_in(self, word: str, at: int) -> str:
        """The last organisation before an offset that has the word as its head: "the Department"."""
        spots = self._by_word.get(word, [])
        number = bisect_right(spots, at, key=lambda spot: spot[0])
        return self._longest(spots[number - 1][1]) if number else ""


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")


def initials(words: Sequence[str]) -> str:
    """The first letters of the words with a capital, of which an acronym is made."""
    return "".join(part[0] for word in words if word[0].isupper() for part in word.split("-") if part)


def _without_country(words: tuple[str, ...]) -> tuple[str, ...]:
    text = " ".join(words)
    match = gazetteer.match(tuple(tokenise(text, 0, len(text))), 0)
    kept = match and match[1].kind in {"country", "demonym"} and match[0] < len(words)
    return words[match[0] :] if match and kept else words
