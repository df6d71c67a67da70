"""Introductions: whom an article names, in full or by a title and surname, so that a part of the name is understood."""

from collections.abc import Sequence

from factcheck.extraction import lexicon, titles
from factcheck.extraction.chunks import Chunk, ChunkKind, given_names
from factcheck.extraction.people import People
from factcheck.extraction.sheet import Sentence
from factcheck.extraction.slots import slot

_PERSONAL = frozenset({ChunkKind.SINGLE, ChunkKind.PERSON})


def everyone(read: Sequence[tuple[Sentence, Sequence[Chunk]]]) -> People:
    """The register of the persons of an article, from its sentences with their chunks."""
    people = People()
    for sentence, found in read:
        alone = (chunk for chunk in found if chunk.kind in _PERSONAL and chunk.after - chunk.first == 1)
        people.lone.update(sentence.words[chunk.first].text for chunk in alone)
    for introduce in (_in_full, _by_surname):
        for sentence, found in read:
            for chunk in found:
                introduce(sentence, chunk, people)
    return people


def _in_full(sentence: Sentence, chunk: Chunk, people: People) -> None:
    """Notes a person named in full: a name of two or more words with something that shows a person."""
    texts = [word.text for word in sentence.words[chunk.first : chunk.after]]
    if len(texts) < 2 or chunk.kind not in {ChunkKind.PERSON, ChunkKind.PLAIN} or thing(sentence, chunk):
        return
    at = sentence.words[chunk.first].start
    known = people.link(texts, at)
    if known is not None and len(known.tokens) > len(texts):
        return
    if chunk.kind is ChunkKind.PERSON or _is_person(sentence, chunk, texts, people):
        people.introduce(texts, at)


def _by_surname(sentence: Sentence, chunk: Chunk, people: People) -> None:
    """Notes a person whom the article names by title and surname only: "President Lund"."""
    texts = [word.text for word in sentence.words[chunk.first : chunk.after]]
    at = sentence.words[chunk.first].start
    if (
        len(texts) == 1
        and chunk.kind is ChunkKind.PERSON
        and not thing(sentence, chunk)
        and people.link(texts, at) is None
    ):
        people.introduce(texts, at)


def thing(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether what stands in a person's place is rather a field or a thing: an everyday word that nobody recognised.

    Right behind a title it is a person all the same: "Mayor Field", but not "Director of National Nutrition".
    """
    word = sentence.words[chunk.first]
    before = sentence.words[chunk.first - 1] if chunk.first else None
    titled = before and (before.text in lexicon.words("honorifics") or titles.is_head(before))
    return chunk.unseen and not titled and lexicon.everyday(word.text) and word.text not in given_names()


def _is_person(sentence: Sentence, chunk: Chunk, texts: Sequence[str], people: People) -> bool:
    first = texts[0].partition("-")[0]
    if first in given_names() or (len(texts[0]) == 2 and texts[0].endswith(".")):
        return True
    if first in lexicon.words("family_first") and len(texts) <= 3:
        return not any(lexicon.everyday(text) and text not in lexicon.words("family_first") for text in texts[1:])
    # Who is called by the last word alone is a person; a firm goes by its first.
    by_last = people.lone[texts[-1]] > 0 and people.lone[texts[0]] == 0
    if by_last and len(texts) <= 3 and not lexicon.everyday(texts[0]):
        return True
    shown = slot(sentence.words, chunk.first, chunk.after)
    if shown == "saying":
        return by_last or not any(lexicon.everyday(text) for text in texts)
    return shown in {"title", "honorific", "apposition"}
