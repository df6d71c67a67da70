"""Sentences of wire copy: they end after . ! ? or with a segment or blank line, and at nothing else."""

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction import lexicon
from factcheck.types import Segment, Span

# The end of a sentence: the mark, what closes over it, then space or the opening of the next sentence.
# A run of marks is tried from its first alone: from each of them, the time would grow with the square of the run.
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’'»)\]]*)(?P<gap>\s+|(?=[“”\"][A-Z]))(?P<open>[\"“”‘'«(\[`]*)(?P<next>[^\W_]+)"
)
_LINES = re.compile(r"[^\n\r\u2028\u2029]+")
_BEFORE = re.compile(r"[^\s\"“”‘’'()\[\]]+$")
_BLANK = re.compile(r"(?:\r?\n|\r)[^\S\n]*(?:\r?\n|\r)+|\u2029")


def sentences(text: str, segments: Sequence[Segment] = ()) -> tuple[Span, ...]:
    """The sentences of a text in order, without the space around them. Without segments every line stands alone."""
    return tuple(span for start, end in blocks(text, segments) for span in _split(text, start, end))


def blocks(text: str, segments: Sequence[Segment] = ()) -> list[tuple[int, int]]:
    """The ranges that no sentence crosses: segments, cut at blank lines, or the lines of a text without segments."""
    if not segments:
        return [match.span() for match in _LINES.finditer(text)]
    return [
        piece for segment in sorted(segments, key=lambda s: s.start) for piece in _cut(text, segment.start, segment.end)
    ]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A segment cut at its blank lines; a single line break inside one is a wrapped line."""
    for match in _BLANK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match):
            yield from _trimmed(text, at, match.end("close"))
            at = match.end("close")
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends its sentence: what follows must look like a start, and what precedes be no abbreviation."""
    follower = match["next"]
    if not (follower[0].isupper() or follower[0].isdigit() or match["open"]):
        return False
    if match["stop"] != "." or match["close"]:
        return not (match["open"] == "" and follower[0].isdigit() and match["stop"] == "…")
    return not _abbreviation(text, match) or _starts_sentence(follower, text, match)


def _word_before(text: str, match: re.Match[str]) -> str:
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    return before[0] if before else ""


def _abbreviation(text: str, match: re.Match[str]) -> bool:
    word = _word_before(text, match)
    if word in {"No", "Nos", "no", "nos"}:
        return match["next"][0].isdigit()
    listed = word in lexicon.words("abbreviations") or word in lexicon.words("closers")
    return "." in word or (len(word) == 1 and word.isalpha()) or listed


def _starts_sentence(follower: str, text: str, match: re.Match[str]) -> bool:
    """After "U.S." or "Inc." only an everyday starter breaks; after "Mr." or "Sept." nothing does."""
    word = _word_before(text, match)
    if word in lexicon.words("abbreviations") or len(word) == 1:
        return False
    return follower.lower() in lexicon.words("starters") and not follower.isupper()
