"""Lays sentences out as copy: documents with spaces, paragraph breaks and curly marks, as spaCy documents."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.corpora.conllu import Sentence, Word, documents

# A piece longer than this is cut at its next paragraph, or else at its next sentence when it is twice as long.
PIECE = 150
BREAKS = ("\n\n", "\n\n", "\n\n", "\n")
SPACE_TAG = "_SP"
CURLY_SHARE = 0.4
OPENING = "([{-—–/“‘"


@dataclass(frozen=True)
class Layout:
    """How documents are laid out. Those to learn from are cut, varied, and say what a line break is."""

    learning: bool
    seed: int = 0


def lay_out(sentences: Iterable[Sentence], vocab: Vocab, layout: Layout) -> Iterator[Doc]:
    """The documents of a corpus, or their pieces."""
    rng = random.Random(layout.seed)  # noqa: S311
    for _, held in documents(sentences):
        for piece in _pieces(held) if layout.learning else [held]:
            yield _doc(piece, vocab, layout, rng)


def write(docs: Iterable[Doc], path: Path) -> None:
    """Writes documents into one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = DocBin(attrs=["ORTH", "SPACY", "TAG", "LEMMA", "POS", "HEAD", "DEP", "SENT_START"], store_user_data=False)
    for doc in docs:
        held.add(doc)
    held.to_disk(path)


def _pieces(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    held, length = list[Sentence](), 0
    for sentence in sentences:
        if length > 2 * PIECE or (length > PIECE and sentence.paragraph):
            yield held
            held, length = [], 0
        held.append(sentence)
        length += len(sentence.words)
    if held:
        yield held


def _doc(sentences: list[Sentence], vocab: Vocab, layout: Layout, rng: random.Random) -> Doc:
    curly = layout.learning and rng.random() < CURLY_SHARE
    line_break = rng.choice(BREAKS) if layout.learning else BREAKS[0]
    words: list[Word] = []
    for number, sentence in enumerate(sentences):
        at = len(words)
        if number and sentence.paragraph:
            words[-1].space = False
            words.append(_break(line_break, at - 1, layout))
            at += 1
        for word in sentence.words:
            head = at + word.head if word.head >= 0 else len(words)
            words.append(Word(word.form, word.lemma, word.pos, word.tag, head, word.rel, word.space))
    if curly:
        _curl(words)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.rel for word in words],
    )


def _break(text: str, head: int, layout: Layout) -> Word:
    """A line break, which belongs to the sentence before it; where we measure, it is nothing that is counted.

    There it hangs as punctuation does, because the scorer leaves that out. It would leave out a break without a label
    too, but with it the words at the same place of all later documents.
    """
    if layout.learning:
        return Word(text, text, "SPACE", SPACE_TAG, head, "dep", space=False)
    return Word(text, "", "", "", head, "punct", space=False)


def _curl(words: list[Word]) -> None:
    """Puts curly marks in the place of straight ones."""
    for i, word in enumerate(words):
        opens = i == 0 or words[i - 1].space or words[i - 1].form[-1] in OPENING or words[i - 1].form.isspace()
        if word.form == '"':
            word.form = "“" if word.tag == "``" else "”" if word.tag == "''" else "“" if opens else "”"
        elif word.form == "'" and word.tag in {"``", "''"}:
            word.form = "‘" if word.tag == "``" else "’"
        elif "'" in word.form[:-1] or word.form == "'" or word.tag == "POS":
            word.form = word.form.replace("'", "’")
