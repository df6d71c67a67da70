"""Places: where things are said to happen, by canonical name and kind."""

from collections.abc import Iterator

from factcheck.extraction import gazetteer, lexicon
from factcheck.extraction.names import Names
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.words import tokenise
from factcheck.types import ClaimDraft, ClaimKind, SegmentKind

_TYPES = frozenset({"GPE", "LOC"})
# Words that start the name of a place and tell what it is: "Lake Tarn", "Mount Aldby", "Gulf of Aldby".
_FIRST_WORDS = {
    "Lake": "water", "Gulf": "water", "Bay": "water", "Strait": "water", "Straits": "water", "Sea": "water",
    "Mount": "mountain", "Mt.": "mountain", "Cape": "region", "Isle": "island", "Port": "city", "Fort": "city",
}  # fmt: skip


def claims(sheet: Sheet, names: Names) -> Iterator[ClaimDraft]:
    """The place claims: every name of a place outside furniture, with its alias undone."""
    for name in names.found:
        if name.type in _TYPES and name.sentence.layer is not SegmentKind.FURNITURE:
            text = sheet.text[name.start : name.end]
            entity, kind = known(text, name.entity, name.place_kind)
            value = {"entity": entity, "kind": kind}
            yield ClaimDraft(ClaimKind.PLACE, name.start, name.end, text, entity, value, layer=name.sentence.layer)


def known(printed: str, entity: str, kind: str) -> tuple[str, str]:
    """The name that a place goes by, and its kind, as far as lists and the words of the name tell."""
    alias = _alias(printed) or _alias(entity)
    if alias:
        return alias
    words = tuple(tokenise(entity, 0, len(entity)))
    match = gazetteer.match(words, 0) if words and not kind else None
    if match and match[0] == len(words) and match[1].type in _TYPES:
        return match[1].name, match[1].kind
    return entity, kind or _kind(entity)


def _alias(name: str) -> tuple[str, str] | None:
    plain = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
    found = lexicon.table("place_aliases").get(plain)
    return (found[0], found[1]) if found else None


def _kind(entity: str) -> str:
    """The kind that the first or last word of a name tells, or empty."""
    words = entity.split()
    if not words:
        return ""
    heads = lexicon.table("place_heads")
    return _FIRST_WORDS.get(words[0], "") if words[-1] not in heads or len(words) == 1 else heads[words[-1]][0]
