"""The quotations that stand: each once, in its corrected wording, with the articles that carry it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.digest.changes import Revision, apply
from factcheck.digest.corrected import person
from factcheck.digest.material import CarriedQuote, MaterialArticle, OpenPlace
from factcheck.digest.places import carried_by, place
from factcheck.digest.words import WORD

# Fewer words than this between marks are a term or a sneer, not something that was said.
AT_LEAST = 4
Words = tuple[str, ...]
# A quotation that its speaker's name interrupts keeps the marks there: its parts are not one sentence.
BETWEEN_PARTS = "” “"


@dataclass(frozen=True, slots=True)
class Carried:
    """One article's copy of a quotation after the corrections, with the places in it whose words are still open.

    ``words`` are without marks and capitals: copies that agree on them are one quotation.
    """

    article: MaterialArticle
    quote: CarriedQuote
    text: str
    words: Words
    open_places: tuple[OpenPlace, ...]


def quotations(
    articles: Iterable[MaterialArticle],
    revisions: Mapping[int, Revision],
    open_places: Sequence[OpenPlace] = (),
) -> list[dict[str, Any]]:
    """One row for each distinct quotation, those that most reports carry first."""
    carried = [copy for article in articles for copy in _carried(article, revisions[article.pk], open_places)]
    rows = [_row(group) for group in _grouped(carried)]
    return sorted(rows, key=lambda row: (-row["reports"], -len(row["witnesses"]), row["text"]))


def _carried(article: MaterialArticle, revision: Revision, open_places: Sequence[OpenPlace]) -> Iterator[Carried]:
    here = [place for place in open_places if place.article == article.pk]
    for quote in article.quotes:
        open_here = tuple(one for one in here if one.start < quote.end and quote.start < one.end)
        text = _corrected(article, revision, quote)
        words = tuple(word.replace("’", "'").casefold() for word in WORD.findall(text))
        if len(words) >= AT_LEAST:
            named = replace(quote, speaker=person(article, revision, quote.speaker))
            yield Carried(article, named, text, words, open_here)


def _corrected(article: MaterialArticle, revision: Revision, quote: CarriedQuote) -> str:
    """The words between the marks, with the changes that stand inside them."""
    parts = []
    for start, end in quote.parts or ((quote.start, quote.end),):
        inside = [change.edit for change in revision.changes if start <= change.edit.start <= change.edit.end <= end]
        edits = [replace(edit, start=edit.start - start, end=edit.end - start) for edit in inside]
        parts.append(apply(article.text[start:end], edits).strip())
    return BETWEEN_PARTS.join(filter(None, parts))


def _grouped(carried: Iterable[Carried]) -> list[list[Carried]]:
    """Copies of one quotation together, the longest first. Groups are looked up by the rarest few words of a copy."""
    groups: list[list[Carried]] = []
    by_words: dict[Words, list[list[Carried]]] = defaultdict(list)
    for copy in sorted(carried, key=lambda copy: (-len(copy.words), copy.words, copy.article.pk, copy.quote.start)):
        runs = _runs(copy.words)
        near = min((by_words[run] for run in runs), key=len)
        home = next((group for group in near if _belongs(copy, group[0])), None)
        if home is not None:
            home.append(copy)
            continue
        group = [copy]
        groups.append(group)
        for run in runs:
            by_words[run].append(group)
    return groups


def _runs(words: Words) -> set[Words]:
    return {words[at : at + AT_LEAST] for at in range(len(words) - AT_LEAST + 1)}


def _belongs(copy: Carried, longest: Carried) -> bool:
    """Whether the copy is the quotation or an unbroken part of it, by a speaker who can be the same."""
    speakers = {copy.quote.speaker, longest.quote.speaker} - {""}
    length, whole = len(copy.words), longest.words
    return len(speakers) < 2 and any(whole[at : at + length] == copy.words for at in range(len(whole) - length + 1))


def _row(group: Sequence[Carried]) -> dict[str, Any]:
    longest = group[0]
    reports = {copy.article.pk: copy.article for copy in group}
    origins = len({one.goes_back_to for one in reports.values()})
    ordered = sorted(group, key=lambda copy: (copy.article.pk, copy.quote.start))
    return {
        "text": longest.text,
        "speaker": next((copy.quote.speaker for copy in group if copy.quote.speaker), ""),
        "translated": any(copy.quote.translated for copy in group),
        "disputed": any(copy.open_places for copy in group),
        "open": sorted({one.conflict for copy in group for one in copy.open_places if not one.on_purpose}),
        "reports": len(reports),
        "origins": origins,
        "carried_by": carried_by(len(reports), origins),
        "witnesses": [_witness(copy, longest) for copy in ordered],
    }


def _witness(copy: Carried, longest: Carried) -> dict[str, Any]:
    return {
        "source": copy.article.label,
        "article": copy.article.pk,
        "headline": copy.article.headline,
        "where": place(copy.article, copy.quote.start),
        "part": copy.words != longest.words,
    }
