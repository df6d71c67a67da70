"""What every converter of entities speaks: a passage of text with labelled spans and spans nobody can vouch for.

A passage becomes a spaCy Doc with the tokenisation that the product uses at run time. What the corpus may have left
unannotated is marked missing there, so that training neither rewards nor punishes an entity on it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

CLOSING = frozenset(".,;:!?%)]}…") | {"...", "''", "n't", "N'T", "n’t"}
OPENING = frozenset("([{$£€¥") | {"``"}
CLITIC = re.compile(r"['’](s|S|re|ve|ll|d|m|RE|VE|LL|D|M)?$")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")


@dataclass(frozen=True, order=True)
class Span:
    """A labelled range of characters, end exclusive."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Passage:
    """Text, its entities, and the ranges whose status is unknown."""

    text: str
    spans: tuple[Span, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()


def free_of(spans: Iterable[Span], taken: Iterable[Span | tuple[int, int]]) -> list[Span]:
    """The spans that touch none of those already taken."""
    ranges = [(one.start, one.end) if isinstance(one, Span) else one for one in taken]
    return [span for span in spans if all(span.end <= start or end <= span.start for start, end in ranges)]


def with_spans(passage: Passage, more: Iterable[Span]) -> Passage:
    """The passage with further entities where nothing is marked yet; they settle the unknown ranges they cover."""
    added = free_of(more, passage.spans)
    unknown = tuple(
        (start, end) for start, end in passage.unknown if all(span.end <= start or end <= span.start for span in added)
    )
    return replace(passage, spans=tuple(sorted((*passage.spans, *added))), unknown=unknown)


def detokenize(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Running text of words that a corpus has set apart, and where each word lies in it."""
    text, offsets, inside = "", [], {'"': False, "'": False}
    glue = True
    for word in words:
        closes = word in inside and inside[word]
        if not (glue or word in CLOSING or (CLITIC.fullmatch(word) and not (word == "'" and not closes)) or closes):
            text += " "
        offsets.append((len(text), len(text) + len(word)))
        text += word
        glue = word in OPENING
        if word in inside:
            inside[word] = not inside[word]
            glue = inside[word]
    return text, offsets


def bio_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Word ranges of BIO or IO tags: (first, past the last, name of the class)."""
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        prefix, _, name = tag.partition("-")
        if not name:
            continue
        if prefix == "I" and found and found[-1][1] == index and found[-1][2] == name:
            found[-1] = (found[-1][0], index + 1, name)
        else:
            found.append((index, index + 1, name))
    return found


def passage_of_words(words: Sequence[str], entities: Iterable[tuple[int, int, str | None]]) -> Passage:
    """A passage of separate words; an entity without a label is an unknown range."""
    text, offsets = detokenize(words)
    spans, unknown = [], []
    for first, past, label in entities:
        start, end = offsets[first][0], offsets[past - 1][1]
        if label is None:
            unknown.append((start, end))
        else:
            spans.append(Span(start, end, label))
    return Passage(text, tuple(sorted(spans)), tuple(sorted(unknown)))


def join(passages: Sequence[Passage], separator: str = " ") -> Passage:
    """Passages put behind each other, as sentences of a paragraph or paragraphs of an article."""
    text, spans, unknown = "", [], []
    for passage in passages:
        if text:
            text += separator
        at = len(text)
        text += passage.text
        spans += [Span(span.start + at, span.end + at, span.label) for span in passage.spans]
        unknown += [(start + at, end + at) for start, end in passage.unknown]
    return Passage(text, tuple(spans), tuple(unknown))


def cut(passage: Passage, start: int, end: int) -> Passage:
    """The part between two offsets that cut no span."""
    return Passage(
        passage.text[start:end],
        tuple(
            Span(s.start - start, s.end - start, s.label) for s in passage.spans if start <= s.start and s.end <= end
        ),
        tuple((a - start, b - start) for a, b in passage.unknown if start <= a and b <= end),
    )


def pieces(passage: Passage, size: int = 900) -> Iterator[Passage]:
    """The passage cut at ends of sentences into about `size` characters; the last sentence is never left alone."""
    begin, last = 0, 0
    taken = [(span.start, span.end) for span in passage.spans]
    for match in SENTENCE_END.finditer(passage.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match.end() - begin > size and last > begin:
            yield _stripped(passage, begin, last)
            begin = last
        last = match.end()
    yield _stripped(passage, begin, len(passage.text))


def _stripped(passage: Passage, start: int, end: int) -> Passage:
    part = passage.text[start:end]
    return cut(passage, start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


def to_doc(nlp: Language, passage: Passage) -> Doc:
    """The passage as a Doc; a span that ends inside a token makes the tokens it touches missing."""
    doc = nlp.make_doc(passage.text)
    entities, missing = [], []
    for span in passage.spans:
        exact = doc.char_span(span.start, span.end, label=span.label)
        if exact is not None:
            entities.append(exact)
        elif (wide := doc.char_span(span.start, span.end, alignment_mode="expand")) is not None:
            missing.append(wide)
    taken = {token.i for entity in entities for token in entity}
    for start, end in passage.unknown:
        if (wide := doc.char_span(start, end, alignment_mode="expand")) is not None:
            missing.append(wide)
    loose = [doc[i : i + 1] for i in sorted({token.i for span in missing for token in span} - taken)]
    doc.set_ents(entities, missing=loose, default="outside")
    return doc
