"""Bodies: the organisations of an article, and which one a short form or an acronym means."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extraction import gazetteer, lexicon
from factcheck.extraction.chunks import Chunk, ChunkKind
from factcheck.extraction.sheet import Sentence
from factcheck.extraction.words import tokenise


@dataclass(slots=True)
class Bodies:
    """The register: every organisation named in several words, with where it stands."""

    _full: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def collect(self, sentence: Sentence, found: Sequence[Chunk]) -> None:
        """Notes the organisations of a sentence."""
        for chunk in found:
            listed = chunk.entry is not None and chunk.entry.type == "ORG"
            if (chunk.kind is ChunkKind.ORG or listed) and chunk.after - chunk.first > 1:
                words = sentence.words[chunk.first : chunk.after]
                self._full.append((words[0].start, tuple(word.text for word in words)))

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
        known = any(full == core for _, full in self._full)
        return _joined(core if known else words)

    def _spelled_out(self, acronym: str) -> str:
        fitting = (_joined(full) for _, full in self._full if _initials(full) == acronym)
        return next(fitting, "")

    def _ending_in(self, word: str, at: int) -> str:
        """The last organisation before an offset that has the word as its head: "the Department"."""
        if word not in lexicon.words("org_heads"):
            return ""
        fitting = [full for spot, full in self._full if spot <= at and word in full]
        return self._longest(fitting[-1]) if fitting else ""


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")


def _initials(words: Sequence[str]) -> str:
    return "".join(part[0] for word in words if word[0].isupper() for part in word.split("-") if part)


def _without_country(words: tuple[str, ...]) -> tuple[str, ...]:
    text = " ".join(words)
    match = gazetteer.match(tuple(tokenise(text, 0, len(text))), 0)
    kept = match and match[1].kind in {"country", "demonym"} and match[0] < len(words)
    return words[match[0] :] if match and kept else words
