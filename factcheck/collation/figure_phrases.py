"""Figures that go by the same words: "the 100 pages of e-mails", "Romney leads with 21 percent"."""

import re

from factcheck.collation.facts import Fact
from factcheck.collation.words import is_function_word, normal, stem, words
from factcheck.extraction import lexicon

# How many signs around a figure are read.
REACH = 120
DEFINITE = frozenset({"the", "these", "those"})
# So many telling words behind a figure name one thing.
NAMED = 2
SHARE = "percent"
# So many words before the last one of a name a preposition may stand that makes it part of something else.
NAME_LONG = 3
INSIDE = frozenset({"in", "at", "of", "for", "from", "with", "on", "by", "to"})
# What parts a figure from a clause before its own.
PARTED = re.compile(r"[.!?;:]\s|\d")

Stems = tuple[str, ...]


def one_phrase(one: Fact, other: Fact) -> bool:
    """Whether the same words leave no doubt that two figures are one fact's."""
    return any(
        bool(mine) and mine == other_words for mine, other_words in zip(_phrases(one), _phrases(other), strict=True)
    )


def _phrases(fact: Fact) -> tuple[Stems, Stems]:
    return _thing(fact), _holder(fact)


def _thing(fact: Fact) -> Stems:
    """ "pages", "emails" of "the 100 pages of e-mails"; empty where the figure is not a known one."""
    text, claim = fact.article.copy.text, fact.claim
    before = words(text, max(0, claim.start - REACH), claim.start)
    if not before or before[-1].norm not in DEFINITE:
        return ()
    # A hyphen is house style here: e-mails, emails.
    row = normal(text[claim.end : claim.end + REACH].replace("-", ""))[: NAMED + 1]
    after = [stem(norm) for norm in row if not is_function_word(norm)]
    return tuple(after[:NAMED]) if len(after) >= NAMED else ()


def _holder(fact: Fact) -> Stems:
    """Whose share it is and the verb: "romney", "lead"; empty where no name stands right before a verb."""
    text, claim = fact.article.copy.text, fact.claim
    if claim.value.get("unit") != SHARE:
        return ()
    start = max(0, claim.start - REACH)
    start = max((found.end() for found in PARTED.finditer(text, start, claim.start)), default=start)
    row = words(text, start, claim.start)
    for at in range(len(row) - 2, -1, -1):
        name, verb = row[at], row[at + 1]
        if name.text[0].isupper() and verb.text[0].islower() and not is_function_word(verb.norm):
            # "Shares in Orlan rose": it is not Orlan that rose.
            inside = any(word.norm in INSIDE for word in row[max(0, at - NAME_LONG) : at])
            return () if inside or verb.norm in lexicon.words("saying") else (name.norm, stem(verb.norm))
    return ()
