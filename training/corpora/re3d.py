"""re3d (github.com/dstl/re3d): releases on Iraq and Syria of CENTCOM and the US State Department (public domain), the
UK government (OGL v3), the Australian foreign ministry (CC BY) and Wikipedia (CC BY-SA). The BBC and EU folders, which
are not open, are never read.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.corpora.entity_spans import Passage, Span
from training.corpora.names_only import completed
from training.corpora.word_lists import countries, peoples, place_label, words_of

FOLDERS = ("Australian Department of Foreign Affairs", "CENTCOM", "UK Government", "US State Department", "Wikipedia")
WORD = re.compile(r"\S+")
OFFICES = frozenset(
    ("Minister", "Ministers", "Secretary", "Ambassador", "Coordinator", "Foreign", "Office", "FCO", "Prime")
)
PRONOUNS = frozenset(["we", "they", "us", "our", "their", "it", "its", "he", "she", "i", "who", "you"])
JOINING = frozenset(["of", "for", "and", "the", "on", "in", "to", "de", "al", "&", "'s"])


def named_part(text: str, kind: str) -> tuple[int, int] | None:
    """The proper name in a mention, which may carry an article, titles or common words; None where there is none."""
    words = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text.split(",")[0])]
    before = (
        words_of("ranks") | words_of("titles") | OFFICES | peoples() | JOINING
        if kind == "Person"
        else {"the", "The", "a", "an"}
    )
    while words and words[0][2] in before:
        words = words[1:]
    if len(words) == 2 and words[0][2] in peoples() and words[1][2].isupper():
        words = words[1:]
    names = [word for _, _, word in words]
    if not all(word[:1].isupper() or word in JOINING for word in names) or not names or names[-1] in OFFICES | JOINING:
        return None
    if names[0].lower() in PRONOUNS:
        return None
    return words[0][0], words[-1][1]


def span_of(text: str, kind: str, start: int, end: int) -> Span | None:
    """The entity of one annotation, or None where it is not a name."""
    if not (part := named_part(text[start:end], kind)):
        return None
    start, end = start + part[0], start + part[1]
    name = text[start:end]
    if kind == "Organisation":
        label = "NORP" if name in peoples() else "GPE" if name in countries() else "ORG"
    elif kind == "Location":
        label = place_label(name)
    elif kind in ("Person", "Nationality"):
        label = "NORP" if name in peoples() or kind == "Nationality" else "PERSON"
    else:
        return None
    return Span(start, end, label)


def convert(text: str, annotations: list[tuple[int, int, str]]) -> Passage:
    """One release as a passage: of annotations that overlap, the longest name is kept."""
    spans: list[Span] = []
    unknown: list[tuple[int, int]] = []
    for start, end, kind in sorted(annotations, key=lambda one: one[0] - one[1]):
        if span := span_of(text, kind, start, end):
            if all(span.end <= other.start or other.end <= span.start for other in spans):
                spans.append(span)
        elif kind in ("MilitaryPlatform", "Vehicle", "Weapon", "DocumentReference"):
            unknown.append((start, end))
    unknown = [one for one in unknown if all(one[1] <= span.start or span.end <= one[0] for span in spans)]
    return completed(Passage(text, tuple(sorted(spans)), tuple(sorted(unknown))), sure=False)


def read(folder: Path) -> Iterator[Passage]:
    """Every release of the open folders."""
    for name in FOLDERS:
        annotations: dict[str, list[tuple[int, int, str]]] = {}
        for line in _rows(folder / name / "entities.json"):
            annotations.setdefault(line["documentId"], []).append((line["begin"], line["end"], line["type"]))
        for row in _rows(folder / name / "documents.json"):
            yield convert(row["text"], annotations.get(row["_id"], []))


def _rows(path: Path) -> Iterator[dict]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
