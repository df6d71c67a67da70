"""The language pipeline: the only place that loads spaCy, and the table of contents of extraction."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction import attribution, dates, figures, names, places, quotes, reported_speech, roles, sentences

# The encoder's components are known to spaCy once it is imported: a pipeline folder may name them.
from factcheck.extraction import encoder as encoder
from factcheck.extraction.sheet import Entity, Sheet, lay_out
from factcheck.types import ClaimDraft, Doubt, ExtractedArticle, Segment, Span, WireCopy

# The name of no pipeline at all: English words, and the rules that ship with the code.
RULES = "rules"
# The pipelines that ship beside the code are one folder: under each name, what is left out of it.
_FOLDER = Path(__file__).resolve().parents[2] / "pipelines" / "en_wire"
_SHIPPED = {
    "en_wire": ["ner"],
    "en_wire_light": ["word_pieces", "encoder_entities", "encoder_slips", "sentence_vectors"],
}
# Copy longer than this is read up to here: no wire story is, and the time for one article must stay bounded.
READ_LIMIT = 200_000
# The tokenizer takes a time that grows with the square of an unbroken run; no word and no address is so long.
_LONG_RUN = re.compile(r"\S{100,}")
_SURROGATES = re.compile("[\ud800-\udfff]")


class NoPipeline(Exception):
    """The language pipeline that the settings name cannot be loaded; the message is a sentence."""


@Language.component("wire_sentences", assigns=["token.is_sent_start"])
def wire_sentences(doc: Doc) -> Doc:
    """Sets the sentences of wire copy; segments come with the document, else every line is a paragraph."""
    text = doc.text
    starts = {span.start for span in sentences.sentences(text, _segments(doc, len(text)))}
    first = [not starts.isdisjoint(range(token.idx, token.idx + len(token))) for token in doc]
    # In one go: the attribute of a single token looks through the whole document each time.
    column = np.array([[1 if start else -1] for start in first], dtype="int64").reshape(-1, 1)
    starts_column: Any = column.astype("uint64")
    return doc.from_array(["SENT_START"], starts_column)


@Language.component("wire_claims")
def wire_claims(doc: Doc) -> Doc:
    """Reads the claims off a document that carries its copy."""
    text = doc.text
    copy = doc.user_data.get("copy") or WireCopy("", text)
    spans = sentences.sentences(text, _segments(doc, len(text)))
    seen = [Entity(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
    tags = {token.idx: token.tag_ for token in doc} if doc.has_annotation("TAG") else {}
    sheet = lay_out(copy, copy.text[: len(text)], spans, seen if doc.has_annotation("ENT_IOB") else None, tags)
    doc.user_data["sentences"] = spans
    found = {(claim.start, claim.end, claim.kind): claim for claim in _claims(sheet)}
    doc.user_data["claims"] = [found[key] for key in sorted(found)]
    return doc


def load(model: str = RULES) -> Language:
    """The pipeline: a shipped one by its name, the rules alone, or any spaCy package or folder.

    Our sentences stand in front of its parser, our claims behind all. Raises ``NoPipeline`` when there is no such
    package or folder, or it needs what is not here.
    """
    try:
        return _loaded(model)
    except (OSError, ValueError, ImportError) as fault:
        raise NoPipeline(f"The language pipeline “{model}” cannot be loaded: {fault}") from fault


@cache
def _loaded(model: str) -> Language:
    nlp = _read(model)
    for name in {"senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.disable_pipe(name)
    nlp.add_pipe("wire_sentences", first=True)
    nlp.add_pipe("wire_claims", last=True)
    return nlp


def _read(model: str) -> Language:
    if model == RULES:
        return spacy.blank("en")
    if model not in _SHIPPED:
        return spacy.load(model)
    nlp = spacy.load(_FOLDER, exclude=_SHIPPED[model])
    for name in nlp.disabled:
        nlp.enable_pipe(name)
    return nlp


def extract(copy: WireCopy, nlp: Language) -> ExtractedArticle:
    """Reads one article. Furniture gives no claims."""
    # spaCy cannot hold half of a surrogate pair; one sign for another keeps all offsets.
    doc = _document(_SURROGATES.sub("\ufffd", copy.text[:READ_LIMIT]), nlp)
    doc.user_data["copy"] = copy
    doc = nlp(doc)
    read = doc.user_data
    return ExtractedArticle(copy, tuple(read["sentences"]), tuple(read["claims"]), tuple(_doubts(doc)))


def _doubts(doc: Doc) -> Iterator[Doubt]:
    """The words that the pipeline takes for slips, in order of start."""
    for slip in sorted(doc.user_data.get("slips", ()), key=lambda slip: slip.word):
        token = doc[slip.word]
        yield Doubt(token.idx, token.idx + len(token), slip.meant, slip.sure)


def _document(text: str, nlp: Language) -> Doc:
    """The tokens of the text, with each long run as one token; together they are the text, sign for sign."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for run in _LONG_RUN.finditer(text):
        _append(nlp.make_doc(text[at : run.start()]), words, spaces)
        words.append(run[0])
        spaces.append(text.startswith(" ", run.end()))
        at = run.end() + spaces[-1]
    rest = nlp.make_doc(text[at:])
    if not words:
        return rest
    _append(rest, words, spaces)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _append(doc: Doc, words: list[str], spaces: list[bool]) -> None:
    words.extend(token.text for token in doc)
    spaces.extend(bool(token.whitespace_) for token in doc)


def _segments(doc: Doc, length: int) -> tuple[Segment, ...]:
    """The segments of the document's copy, as far as its text is read."""
    copy = doc.user_data.get("copy")
    held = (s for s in copy.segments if s.start < length) if copy else ()
    return tuple(replace(segment, end=min(segment.end, length)) for segment in held)


def _claims(sheet: Sheet) -> Iterator[ClaimDraft]:
    """All claims of an article, kind by kind: each extractor reads what the ones before it found."""
    named = names.find(sheet)
    held = tuple(roles.find(named))
    quoted = quotes.find(sheet)
    said = attribution.attribute(sheet, quoted, named, held)
    said, told = reported_speech.read(sheet, quoted, said, named, held)
    yield from quotes.claims(sheet, quoted, said, told)
    yield from names.claims(sheet, named)
    yield from roles.claims(sheet, held)
    yield from places.claims(sheet, named)
    dated = tuple(dates.claims(sheet))
    yield from dated
    yield from figures.claims(sheet, named.found, [Span(claim.start, claim.end) for claim in dated])
