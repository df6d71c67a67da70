"""Roles: which office a person holds, for whom, and when, as the copy puts it beside the name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import gazetteer, titles
from factcheck.extraction.names import Name, Names
from factcheck.extraction.sheet import Sheet
from factcheck.extraction.titles import Title
from factcheck.extraction.words import Word
from factcheck.types import ClaimDraft, ClaimKind

_STOPS = frozenset({",", ";", ".", ")", "and"})
_PHRASE_LIMIT = 14
# A body in apposition is the name right before; an initial or a country may be told between.
_BESIDE = 3
_PREPOSITIONS = frozenset(
    {"in", "at", "to", "of", "from", "by", "for", "on", "near", "inside", "outside", "via", "per", "according"}
)


@dataclass(frozen=True, slots=True)
class Role:
    """An office beside a name: the words [start, end) of the text name the office, or the body in its place."""

    name: Name
    start: int
    end: int
    office: str
    organisation: str = ""
    country: str = ""
    time: str = ""


def find(names: Names) -> Iterator[Role]:
    """The roles of all persons, where a title stands before a name or in apposition to it."""
    by_sentence: dict[int, list[Name]] = {}
    for name in names.found:
        by_sentence.setdefault(name.sentence.number, []).append(name)
    for inside in by_sentence.values():
        inside.sort(key=lambda name: name.first)
        for at, name in enumerate(inside):
            if name.type == "PERSON":
                # Nothing further away is asked for: a sentence without a stop can hold all the names of the copy.
                yield from _of(name, inside[max(0, at - _BESIDE) : at + 1 + _PHRASE_LIMIT])


def claims(sheet: Sheet, roles: Sequence[Role]) -> Iterator[ClaimDraft]:
    """The role claims; where one title serves two names, the first has it."""
    seen: set[tuple[int, int]] = set()
    for role in roles:
        if (role.start, role.end) in seen:
            continue
        seen.add((role.start, role.end))
        value = {
            "person": role.name.entity,
            "person_span": [role.name.start, role.name.end],
            "office": role.office,
            "organisation": role.organisation,
            "country": role.country,
            "time": role.time,
        }
        text, layer = sheet.text[role.start : role.end], role.name.sentence.layer
        yield ClaimDraft(ClaimKind.ROLE, role.start, role.end, text, role.name.entity, value, layer=layer)


def _of(name: Name, beside: Sequence[Name]) -> Iterator[Role]:
    words = name.sentence.words
    title = titles.ending_at(words, name.first) or _before_comma(words, name)
    if title and titles.is_office(words[title.head].text):
        yield _role(name, words, replace(title, country=title.country or _country_after(words, name.after)))
    body = _body_before(words, name, beside)
    if body:
        yield Role(name, body.start, body.end, "", organisation=body.entity)
    yield from _after(words, name, beside)


def _role(name: Name, words: Sequence[Word], title: Title) -> Role:
    start, end = words[title.start].start, words[title.after - 1].end
    return Role(name, start, end, title.office, title.organisation, title.country, title.time)


def _before_comma(words: Sequence[Word], name: Name) -> Title | None:
    """ "the Foreign Minister, Per Holm," but not "he met the minister, Smith said"."""
    if name.first < 2 or words[name.first - 1].text != "," or not _closed(words, name.after):
        return None
    title = titles.ending_at(words, name.first - 1)
    if title is None:
        return None
    served = _serving(words, title)
    if served:
        return served
    before = words[title.first - 1] if title.first else None
    introduced = before is not None and (before.lower in titles.DETERMINERS or before.possessive)
    return title if introduced or words[title.first].capital else None


def _serving(words: Sequence[Word], title: Title) -> Title | None:
    """The office of "a spokesman for the governor, Ann Lee": hers is the first, the other one's the second."""
    link = title.first - 2
    if link < 1 or words[link + 1].lower not in titles.DETERMINERS or words[link].lower not in {"for", "of", "to"}:
        return None
    return titles.ending_at(words, link)


def _closed(words: Sequence[Word], after: int) -> bool:
    return after >= len(words) or words[after].text in _STOPS


def _country_after(words: Sequence[Word], after: int) -> str:
    """The country of "Vice President Ann Lee of Norway"."""
    if after + 1 >= len(words) or words[after].text != "of":
        return ""
    match = gazetteer.match(words, after + 1)
    return match[1].name if match and match[1].kind == "country" else ""


def _body_before(words: Sequence[Word], name: Name, beside: Sequence[Name]) -> Name | None:
    """An organisation in apposition where a title should stand: "the National Security Council, Ann Lee,"."""
    if name.form != "full" or name.first < 3 or words[name.first - 1].text != "," or not _closed(words, name.after):
        return None
    body = next((other for other in beside if other.type == "ORG" and other.after == name.first - 1), None)
    if body is None or body.first == 0 or words[body.first - 1].lower != "the" or body.after - body.first < 2:
        return None
    return body if body.first > 1 and words[body.first - 2].lower not in _PREPOSITIONS else None


def _after(words: Sequence[Word], name: Name, beside: Sequence[Name]) -> Iterator[Role]:
    """ "Ann Lee, the foreign minister of Norway," and "Ann Lee, who is chief of staff,"."""
    if name.after + 1 >= len(words) or words[name.after].text != ",":
        return
    first = name.after + 1
    end = _phrase_end(words, first)
    if any(other.type == "PERSON" and first <= other.first < end and not other.possessor for other in beside):
        return
    while first < end and words[first].lower in titles.DETERMINERS | {"who", "is", "was"}:
        first += 1
    head = _head(words, first, end)
    if head is None:
        return
    title = titles.ending_at(words, _field_end(words, head, end), first)
    if title and title.first == first and titles.is_office(words[title.head].text):
        yield _role(name, words, title)


def _phrase_end(words: Sequence[Word], first: int) -> int:
    stops = (
        at for at in range(first, min(len(words), first + _PHRASE_LIMIT)) if words[at].text in {",", ";", ".", ")"}
    )
    return next(stops, min(len(words), first + _PHRASE_LIMIT))


def _head(words: Sequence[Word], first: int, end: int) -> int | None:
    """The last title word of the stretch that starts a phrase: "national security adviser"."""
    found = None
    for at in range(first, end):
        if titles.is_head(words[at]):
            found = at
        elif found is not None:
            break
    return found


def _field_end(words: Sequence[Word], head: int, end: int) -> int:
    """The index after "of State" or "of Norway" behind a head; fields in lower case are left out."""
    at = head + 1
    if at >= end or words[at].text not in {"of", "for"}:
        return at
    at += 1 + (at + 1 < end and words[at + 1].text == "the")
    field = at
    while at < end and words[at].capital:
        at += 1
    return at if at > field else head + 1
