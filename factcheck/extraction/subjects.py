"""Subjects: the words beside a verb of saying that tell who speaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction import lexicon, titles
from factcheck.extraction.frame import Item
from factcheck.extraction.names import Name, Names

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_LINKS = frozenset({"of", "from", "for", "at", "in", "with", "by"})
_NOMINAL_REACH = 8
# How many words without a name may follow "of" or "from".
_LINKED = 4
# How many clauses between commas may stand between a subject and its verb: "Lund, 41, who won in July, said".
_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as printed: a name, or the words of a pronoun or nominal; ``document`` when a paper speaks."""

    items: tuple[Item, ...]
    name: Name | None = None
    pronoun: str = ""
    document: bool = False

    @property
    def start(self) -> int:
        """Where its words start."""
        return _word_span(self.items[0])[0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return _word_span(self.items[-1])[1]


@dataclass(frozen=True, slots=True)
class NamesAt:
    """The names of an article by the words that they cover."""

    by_end: Mapping[tuple[int, int], Name]
    by_start: Mapping[tuple[int, int], Name]

    def ending(self, item: Item) -> Name | None:
        """The name whose last word an item is."""
        return self.by_end.get((item.sentence.number, item.index)) if item.sentence else None

    def starting(self, item: Item) -> Name | None:
        """The name whose first word an item is."""
        return self.by_start.get((item.sentence.number, item.index)) if item.sentence else None


def names_at(names: Names) -> NamesAt:
    """The names of an article by their first and last words."""
    return NamesAt(
        {(name.sentence.number, name.after - 1): name for name in names.found},
        {(name.sentence.number, name.first): name for name in names.found},
    )


def before(items: Sequence[Item], names: NamesAt) -> Subject | None:
    """The subject that ends the items, which stand before a verb: past adverbs, and past what commas enclose."""
    end = len(items)
    while end and _passed(items[end - 1]):
        end -= 1
    if end and _text(items[end - 1]) == "who":
        end -= 1
        end -= bool(end and _text(items[end - 1]) == ",")
    for _ in range(_CLAUSES):
        if not end or _text(items[end - 1]) != ",":
            break
        start = _past_clause(items, end - 1)
        inserted = _whole_name(items[start + 1 : end - 1], names)
        if inserted:
            return inserted
        end = start
    return _ending(items[:end], names) if end else None


def _past_clause(items: Sequence[Item], comma: int) -> int:
    """The index after the words before a clause that ends with a comma: "Lund, who spoke first, said"."""
    for at in range(comma - 1, 0, -1):
        if _text(items[at]) == ",":
            return at + 1 if _text(items[at - 1]).isdigit() else at
    return 0


def _whole_name(items: Sequence[Item], names: NamesAt) -> Subject | None:
    """The name, with its title, that is all of an insertion: "his spokesman, Ann Lee, said"."""
    name = names.ending(items[-1]) if items else None
    if name is None or name.type != "PERSON":
        return None
    size = name.after - name.first
    titled = all(item.word and item.word.capital for item in items[:-size])
    return Subject(tuple(items[-size:]), name) if titled else None


def _passed(item: Item) -> bool:
    text = _text(item)
    adverb = text.endswith("ly") and len(text) > 4 and text.islower()
    return adverb or text.lower() in lexicon.words("passed") or text in {")", "himself", "herself"}


def _ending(items: Sequence[Item], names: NamesAt) -> Subject | None:
    last = items[-1]
    if last.word is None:
        return None
    name = names.ending(last)
    if name and name.type in {"PERSON", "ORG", "GPE"}:
        size = name.after - name.first
        served = _serving(items[:-size], names) or (_linked(items, names) if name.type == "GPE" else None)
        return served or Subject(tuple(items[-size:]), name, document=_of_document(items[:-size]))
    if last.word.lower in PRONOUNS and last.word.text != "It's":
        return Subject((last,), pronoun=last.word.lower)
    if last.word.lower in lexicon.words("speakers") | lexicon.words("documents") or titles.is_head(last.word):
        return _nominal(items, len(items) - 1, names)
    return _linked(items, names)


def _serving(items: Sequence[Item], names: NamesAt) -> Subject | None:
    """The person before "of" and a place or body: "Mayor Ann Lee of Osk said"."""
    end = len(items) - 1
    while end > 0 and _text(items[end]).lower() in lexicon.words("determiners"):
        end -= 1
    if end < 1 or _text(items[end]).lower() not in {"of", "from"}:
        return None
    name = names.ending(items[end - 1])
    first = end - (name.after - name.first) if name else 0
    if name is None or name.type != "PERSON" or _governed(name):
        return None
    return Subject(tuple(items[first:end]), name)


def _governed(name: Name) -> bool:
    """Whether a preposition stands before a name and its title: "a letter to Mayor Ann Lee from the board said"."""
    words, first = name.sentence.words, name.first
    title = titles.ending_at(words, first)
    first = title.first if title else first
    while first > 0 and words[first - 1].lower in lexicon.words("determiners"):
        first -= 1
    return first > 0 and words[first - 1].lower in lexicon.words("object_marks")


def _of_document(items: Sequence[Item]) -> bool:
    """Whether a name only tells whose document speaks: "a readout from the State Department said"."""
    texts = [_text(item).lower() for item in items[-_NOMINAL_REACH:]]
    return any(text in lexicon.words("documents") for text in texts) and any(text in _LINKS for text in texts)


def _nominal(items: Sequence[Item], head: int, names: NamesAt) -> Subject:
    """The nominal around a head: back to its determiner, possessor or the start."""
    first = head
    while first > 0 and head - first < _NOMINAL_REACH and _modifies(items[first - 1]):
        first -= 1
        if _text(items[first]).lower() in lexicon.words("determiners"):
            break
    if first > 1 and _text(items[first - 1]) in {"for", "of"} and _speaks(items[first - 2]):
        outer = _nominal(items, first - 2, names)
        return replace(outer, items=(*outer.items, *items[first - 1 : head + 1]))
    document = _text(items[head]).lower() in lexicon.words("documents")
    return Subject(tuple(items[first : head + 1]), document=document)


def _modifies(item: Item) -> bool:
    word = item.word
    if word is None:
        return False
    lower = word.lower
    if lower in lexicon.words("determiners") or word.possessive or word.capital or lower in lexicon.words("modifiers"):
        return True
    return (
        word.text.isalpha()
        and not _verbal(lower)
        and lower not in _LINKS | {"and", "but", "that", "as", "when", "to", "what", "which", "how", "why"}
    )


def _verbal(lower: str) -> bool:
    return lower in lexicon.words("saying") or lower in {"is", "was", "were", "are", "met", "while", "after", "before"}


def _linked(items: Sequence[Item], names: NamesAt) -> Subject | None:
    """A head with "of", "from" or "for" behind it: "the leader of the opposition", "a spokesman for the club"."""
    for at in range(len(items) - 2, max(-1, len(items) - _NOMINAL_REACH), -1):
        text = _text(items[at]).lower()
        if text in {",", ";", ":"} or items[at].word is None:
            return None
        if text in _LINKS and at > 0 and _speaks(items[at - 1]):
            nominal = _nominal(items, at - 1, names)
            return Subject((*nominal.items, *items[at:]), document=nominal.document)
    return None


def _speaks(item: Item) -> bool:
    lower = _text(item).lower()
    return lower in lexicon.words("speakers") | lexicon.words("documents") | lexicon.words("titles")


def after(items: Sequence[Item], names: NamesAt) -> Subject | None:
    """The subject that starts the items, which stand after a verb or "according to"."""
    start = 0
    for at, item in enumerate(items[: _NOMINAL_REACH + 2]):
        word = item.word
        if word is None or word.text in {",", ";", ".", "("}:
            return None
        name = names.starting(item)
        if name and name.type in {"PERSON", "ORG"}:
            return Subject(tuple(items[at : at + name.after - name.first]), name)
        if at == start and word.lower in PRONOUNS:
            return Subject((item,), pronoun=word.lower)
        if _speaks(item) and not _more_title(items, at):
            end = _linked_after(items, at + 1, names)
            apposed = _apposed(items, end - 1, names)
            document = word.lower in lexicon.words("documents")
            return apposed or Subject(tuple(items[start:end]), document=document)
        if not (_modifies(item) or name):
            return None
    return None


def _linked_after(items: Sequence[Item], end: int, names: NamesAt) -> int:
    """The index after what a head's "of", "from" or "for" brings: "a statement from the ministry"."""
    while end + 1 < len(items) and items[end].lower in _LINKS - {"at", "in", "with"}:
        at = end + 1
        at += items[at].lower in lexicon.words("determiners") and at + 1 < len(items)
        name = names.starting(items[at])
        start = at
        while name is None and at < len(items) and at - start < _LINKED and _modifies(items[at]):
            at += 1
        if name is None and at == start:
            break
        end = at if name is None else at + name.after - name.first
    return end


def _apposed(items: Sequence[Item], at: int, names: NamesAt) -> Subject | None:
    """The name after a head and a comma: "the mayor, Ola Brekke"."""
    if at + 2 >= len(items) or _text(items[at + 1]) != ",":
        return None
    name = names.starting(items[at + 2])
    if name is None or name.type != "PERSON":
        return None
    return Subject(tuple(items[at + 2 : at + 2 + name.after - name.first]), name)


def _more_title(items: Sequence[Item], at: int) -> bool:
    """Whether a title or name goes on after a head: "Prime Minister Ann Lee", "police chief"."""
    following = items[at + 1].word if at + 1 < len(items) else None
    if following is None:
        return False
    return following.capital or _speaks(items[at + 1]) or following.possessive


def _text(item: Item) -> str:
    return item.word.text if item.word else ""


def _word_span(item: Item) -> tuple[int, int]:
    return (item.word.start, item.word.end) if item.word else (0, 0)
