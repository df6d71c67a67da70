"""Data: documents with entities as batches of numbers, cut and cased a little differently in every epoch."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from torch import Tensor

from factcheck.extraction.encoder.chunks import LIMIT
from factcheck.extraction.encoder.reading import Chunk, read
from factcheck.extraction.encoder.shapes import ends_sentence
from factcheck.extraction.encoder.viterbi import OUTSIDE, begin, inside
from factcheck.extraction.encoder.wordpiece import WordPieces

MISSING = -100
# Small words that headlines in title case leave small.
_SMALL_WORDS = "a an and as at but by for from in into nor of off on or over per the to up via vs with"
_SMALL = frozenset(_SMALL_WORDS.split())
_SHORTEST_CHUNK = 48
# How many chunks are sorted by length together.
_BUCKET = 1500


@dataclass(frozen=True)
class Noise:
    """How often a document gets line breaks, and a sentence other capitals; and how often a piece is hidden."""

    line_breaks: float = 0.25
    line_break: float = 0.35
    upper: float = 0.03
    title: float = 0.04
    hidden: float = 0.0


@dataclass(frozen=True)
class Tagging:
    """The words of a document and the tag of each."""

    words: list[str]
    tags: list[int]


@dataclass(frozen=True)
class Batch:
    """Padded rows of numbers."""

    pieces: Tensor
    shapes: Tensor
    tags: Tensor

    def mask(self) -> Tensor | None:
        """What keeps attention off the padding."""
        padding = self.pieces == 0
        if not bool(padding.any()):
            return None
        return torch.zeros(padding.shape).masked_fill(padding, -1e4)[:, None, None, :].to(torch.bfloat16)


def documents(path: Path, vocab: Vocab) -> list[Doc]:
    """The documents of a file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def bare(doc: Doc) -> Doc:
    """The words of a document and nothing else."""
    return Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def tagging(doc: Doc, labels: Sequence[str]) -> Tagging:
    """Words and tags; words that the corpus may have left unannotated count for nothing."""
    numbers = {label: number for number, label in enumerate(labels)}
    tags = []
    for token in doc:
        if token.ent_iob_ == "":
            tags.append(MISSING)
        elif token.ent_iob_ == "O":
            tags.append(OUTSIDE)
        else:
            label = numbers[token.ent_type_]
            tags.append(begin(label) if token.ent_iob_ == "B" else inside(label, len(labels)))
    return Tagging([token.text for token in doc], tags)


def batches(held: Sequence[Tagging], pieces: WordPieces, noise: Noise, size: int, seed: int) -> list[Batch]:
    """One epoch: every document once, cut anew, in batches of about ``size`` pieces of like length."""
    chance = random.Random(seed)  # noqa: S311  # not secret, only different
    rows = [row for one in held for row in _rows(one, pieces, noise, chance)]
    chance.shuffle(rows)
    made: list[list[Row]] = []
    for at in range(0, len(rows), _BUCKET):
        made += _grouped(sorted(rows[at : at + _BUCKET], key=lambda row: len(row[0].pieces)), size)
    chance.shuffle(made)
    return [_padded(group, pieces, noise, chance) for group in made]


Row = tuple[Chunk, list[int]]


def _rows(one: Tagging, pieces: WordPieces, noise: Noise, chance: random.Random) -> list[Row]:
    broken = _with_line_breaks(one, noise, chance) if chance.random() < noise.line_breaks else one
    limit = chance.randint(_SHORTEST_CHUNK, LIMIT) if chance.random() < 0.5 else LIMIT
    words = _recased(broken.words, noise, chance)
    return [(chunk, [broken.tags[word] for word in chunk.words]) for chunk in read(words, pieces, limit=limit)]


def _with_line_breaks(one: Tagging, noise: Noise, chance: random.Random) -> Tagging:
    """Line breaks between sentences: corpora come without, wire copy never does."""
    words, tags = [], []
    for word, tag in zip(one.words, one.tags, strict=True):
        words.append(word)
        tags.append(tag)
        if ends_sentence(word) and not word.isspace() and chance.random() < noise.line_break:
            words.append("\n\n")
            tags.append(OUTSIDE)
    return Tagging(words, tags)


def _recased(words: Sequence[str], noise: Noise, chance: random.Random) -> list[str]:
    """Some sentences in capitals or like headlines."""
    found: list[str] = []
    way = _way(noise, chance)
    for word in words:
        found.append(way(word))
        if ends_sentence(word):
            way = _way(noise, chance)
    return found


def _way(noise: Noise, chance: random.Random) -> Callable[[str], str]:
    drawn = chance.random()
    if drawn < noise.upper:
        return str.upper
    return _headline if drawn < noise.upper + noise.title else str


def _headline(word: str) -> str:
    return word if word in _SMALL or not word.islower() else word[0].upper() + word[1:]


def _grouped(rows: Sequence[Row], size: int) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and len(row[0].pieces) * (len(group) + 1) > size:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _padded(rows: Sequence[Row], pieces: WordPieces, noise: Noise, chance: random.Random) -> Batch:
    length = max(len(chunk.pieces) for chunk, _ in rows)
    numbers = torch.zeros(len(rows), length, dtype=torch.long)
    shapes = torch.zeros_like(numbers)
    tags = torch.full_like(numbers, MISSING)
    for row, (chunk, tagged) in enumerate(rows):
        size = len(chunk.pieces)
        shown = [
            pieces.unknown if shape and noise.hidden and chance.random() < noise.hidden else piece
            for piece, shape in zip(chunk.pieces, chunk.shapes, strict=True)
        ]
        numbers[row, :size] = torch.tensor(shown)
        shapes[row, :size] = torch.tensor(chunk.shapes)
        tags[row, chunk.firsts] = torch.tensor(tagged, dtype=torch.long)
    return Batch(numbers, shapes, tags)
