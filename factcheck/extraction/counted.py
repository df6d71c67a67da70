"""What a figure counts: the plain words behind it, or what stands before ("the number of injured reached 37")."""

import re
from collections.abc import Mapping

from factcheck.extraction import lexicon, numbers

# How many characters before a figure are asked for what it counts.
_REACH = 90
_LINKED = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?")
_PLAIN = re.compile(r"[\s-]+((?:[A-Z][\w.-]+\s)?[a-z][a-z'’-]+(?:\s+[a-z][a-z'’-]+){0,2})")
_NAMED = re.compile(r"\s+(?:[a-z]+\s+)?((?:[A-Z][\w-]*\s){0,2}[A-Z]?[\w-]*s)\b(?!['’])")
_CHANGE = (
    r"(?:rose|risen|rises|rising|climbed|climbs|climbing|jumped|grew|grown|increased|increases|went\s+up|reached|reaches"
    r"|reaching|hit|hits|topped|stood|stands|standing|was|is|were|had|has|now|further|fell|dropped|revised|up|down|put|at|to"
    r"|by|above|past|sharply|slightly|still|later)"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<kind>death|casualty|injury|job)\s+(?:{'|'.join(sorted(lexicon.words('tolls')))})"
    rf"|(?:number|total|toll|tally|count)\s+of\s+(?:the\s+|those\s+|people\s+)?(?:confirmed\s+|reported\s+|new\s+)?(?P<of>[a-z]+))"
    rf"(?:\s+(?:in|from|at|of|among)\s+[^\s,;:]+(?:\s+[^\s,;:]+)?)?(?:\s+{_CHANGE})+\s*$"
)
_RUN = re.compile(r"[^\s-]+(?=\s|$)")
# Penn tags of words that stand in no noun phrase, and of those that may lead one ("no", "very") but end none.
_CLAUSAL_TAGS = "CC EX IN MD PRP PRP$ RP TO UH VB VBD VBP VBZ WDT WP WRB"
_CLAUSAL = frozenset(_CLAUSAL_TAGS.split())
_LEADING = frozenset({"DT", "PDT", "RB", "RBR", "RBS"})
# How many characters may stand between a figure and what it counts: "of the".
_LINK = 12
_NUMBERS = frozenset({*numbers.ONES, *numbers.TENS})
_KINDS = {"death": "deaths", "casualty": "casualties", "injury": "injuries", "job": "jobs"}


def after(text: str, end: int, limit: int, *, measured: bool) -> str:
    """What the words behind a figure name: up to three plain words, or behind a unit those after "of"."""
    if measured:
        linked = _LINKED.match(text, end, limit)
        if not linked:
            return ""
        end = linked.end() - 1
    match = _PLAIN.match(text, end, limit)
    kept = _noun(match[1]) if match else ""
    if kept or measured:
        return kept
    named = _NAMED.match(text, end, limit)
    return named[1] if named else ""


def narrowed(of: str, text: str, end: int, tags: Mapping[int, str]) -> str:
    """What is counted behind a figure that ends at an offset, up to a word whose tag ends a noun phrase."""
    at = text.find(of, end, end + len(of) + _LINK) if of else -1
    if at < 0:
        return of
    kept, noun = 0, False
    for word in _RUN.finditer(of):
        tag = tags.get(at + word.start(), "")
        if tag in _CLAUSAL or (noun and tag in _LEADING):
            break
        noun = noun or tag.startswith("NN")
        kept = kept if tag in _LEADING else word.end()
    return of[:kept]


def _noun(words: str) -> str:
    """The words up to one that cannot end a noun phrase."""
    kept: list[str] = []
    for word in words.split():
        if (
            word in lexicon.words("ends_counted")
            or word in _NUMBERS
            or _is_adverb(word)
            or (kept and word.endswith("ed"))
        ):
            break
        kept.append(word)
    while kept and kept[-1].endswith("ed"):
        kept.pop()
    return " ".join(kept) if any(word[0].islower() for word in kept) else ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in lexicon.words("nouns_in_ly")


def before(text: str, first: int, start: int) -> str:
    """What a figure that counts nothing behind it is the number of: "the death toll rose to 19"."""
    match = _BEFORE.search(text[max(first, start - _REACH) : start])
    if not match:
        return ""
    return _KINDS[match["kind"]] if match["kind"] else match["of"]
