"""Reads CoNLL-U: sentences of words, with the comments that say where a document and a paragraph begin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass
class Word:
    """One syntactic word. `head` is the place of its head in the sentence, or -1 for the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    rel: str
    space: bool = True


@dataclass
class Sentence:
    """A sentence, and whether a document or a paragraph begins with it."""

    words: list[Word] = field(default_factory=list)
    document: str = ""
    paragraph: bool = False


def read(lines: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of a file."""
    sentence = Sentence()
    apart = 0
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if sentence.words:
                yield sentence
                sentence = Sentence()
            apart = 0
        elif line.startswith("#"):
            _comment(sentence, line)
        else:
            apart = _row(sentence, line.split("\t"), apart)
    if sentence.words:
        yield sentence


def documents(sentences: Iterable[Sentence]) -> Iterator[tuple[str, list[Sentence]]]:
    """The sentences of each document, with its name."""
    name, held = "", list[Sentence]()
    for sentence in sentences:
        if sentence.document:
            if held:
                yield name, held
            name, held = sentence.document, []
        held.append(sentence)
    if held:
        yield name, held


def _comment(sentence: Sentence, line: str) -> None:
    key, _, value = line.removeprefix("#").strip().partition("=")
    if key.strip() == "newdoc id":
        sentence.document = value.strip()
        sentence.paragraph = True
    elif key.split() and key.split()[0] == "newpar":
        sentence.paragraph = True


def _row(sentence: Sentence, columns: list[str], apart: int) -> int:
    """Adds the word of a row. Words up to number `apart` are parts of one written word, which alone has a space."""
    number, form, lemma, pos, tag, _, head, rel, _, misc = columns
    space = "SpaceAfter=No" not in misc.split("|")
    if "-" in number:
        last = int(number.split("-")[1])
        return last if space else -last
    if "." in number:  # a word that was left out, known only to the enhanced graph
        return apart
    place = int(number)
    if place < abs(apart):
        space = False
    elif place == abs(apart):
        space = apart > 0
    sentence.words.append(Word(form, form if lemma == "_" else lemma, pos, tag, int(head) - 1, rel, space))
    return apart
