"""The people whom a sentence calls accused, charged or arrested: their names need a second pair of eyes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.digest.changes import Revision
from factcheck.digest.corrected import person, words
from factcheck.digest.material import MaterialArticle, Named
from factcheck.digest.places import place

# What a sentence has in it that says of somebody, rightly or wrongly, that there is something against them.
ACCUSING = re.compile(
    r"\b(?:accus(?:ed|es|ing|ation|ations)|alleged(?:ly)?|allegations? against|arrest(?:ed|s)?|arraign(?:ed|ment)|"
    r"(?:is|are|was|were|been|being) charged|charged with|(?:faces?|facing|face) (?:\w+ ){0,3}charges?|"
    r"charges? against|convict(?:ed|ion|ions)|defendants?|detain(?:ed|ee|ees)|found guilty|guilty|held in custody|"
    r"in custody|indict(?:ed|ment|ments)|jailed|on trial|prosecuted|remanded|sentenced|suspects?|suspected|"
    r"wanted for|warrant for)\b",
    re.IGNORECASE,
)


def accused(articles: Iterable[MaterialArticle], revisions: Mapping[int, Revision]) -> list[dict[str, Any]]:
    """One row for each name as corrected, with the first sentence of each report that speaks of it so."""
    found: dict[str, list[dict[str, Any]]] = {}
    for article in articles:
        for name, row in _named(article, revisions[article.pk]):
            rows = found.setdefault(name, [])
            if all(one["article"] != article.pk for one in rows):
                rows.append(row)
    return [{"name": name, "witnesses": found[name]} for name in sorted(found)]


def _named(article: MaterialArticle, revision: Revision) -> Iterator[tuple[str, dict[str, Any]]]:
    for start, end in article.sentences:
        if not ACCUSING.search(article.text[start:end]):
            continue
        for one in _within(article.people, start, end):
            sentence = _line(words(article, revision, start, end))
            row = {"article": article.pk, "source": article.label, "where": place(article, one.start)}
            yield _name(article, revision, one), {**row, "words": sentence}


def _name(article: MaterialArticle, revision: Revision, one: Named) -> str:
    """The full name; where a correction calls them here by something that is no part of it, that."""
    full, here = person(article, revision, one.name), _line(words(article, revision, one.start, one.end))
    return full if here in full or here == _line(article.text[one.start : one.end]) else here


def _line(text: str) -> str:
    return " ".join(text.split())


def _within(people: Iterable[Named], start: int, end: int) -> Iterator[Named]:
    return (person for person in people if start <= person.start and person.end <= end)
