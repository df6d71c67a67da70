"""What a search finds, by what it is, newest first: a fixed number of queries, and the same on both engines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar
from urllib.parse import quote

from django.db import connection
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from factcheck.models import Article, Claim, Conflict, Decision, Story
from factcheck.models.search_index import NOUN_BITS, PLACES, SHIFT, TABLE
from factcheck.phrase import Phrase
from factcheck.review.labels import LEVELS, STATES, kind_label
from factcheck.review.queue import cards
from factcheck.web.saying import translated
from factcheck.web.search_words import Sought, Stretch, excerpt
from factcheck.web.words import CLAIM

Row = TypeVar("Row")

FEW = 5
PAGE = 20
_MATCH: Mapping[str, str] = {"sqlite": f"{TABLE} MATCH %s", "postgresql": "vector @@ %s::tsquery"}
_ASKED: Mapping[str, Callable[[Sought], str]] = {
    "sqlite": lambda words: words.fts5,
    "postgresql": lambda words: words.tsquery,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: where it leads, what it is called, and its words in context."""

    address: str
    title: str
    about: tuple[str, ...]
    words: tuple[Stretch, ...]
    at: datetime | None = None


class Noun(NamedTuple):
    """What the page says of one noun: its heading, the way to all of them, and that there is none."""

    label: str | Promise
    every: str | Promise
    none: str | Promise


NOUNS: Mapping[str, Noun] = {
    "story": Noun(
        gettext_lazy("Stories"),
        gettext_lazy("All {number} stories"),
        gettext_lazy("Nothing has all of these words among the stories."),
    ),
    "conflict": Noun(
        gettext_lazy("Conflicts"),
        gettext_lazy("All {number} conflicts"),
        gettext_lazy("Nothing has all of these words among the conflicts."),
    ),
    "decision": Noun(
        gettext_lazy("Decisions"),
        gettext_lazy("All {number} decisions"),
        gettext_lazy("Nothing has all of these words among the decisions."),
    ),
    "report": Noun(
        gettext_lazy("Reports"),
        gettext_lazy("All {number} reports"),
        gettext_lazy("Nothing has all of these words among the reports."),
    ),
    "claim": Noun(
        gettext_lazy("Claims"),
        gettext_lazy("All {number} claims"),
        gettext_lazy("Nothing has all of these words among the claims."),
    ),
}


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one noun: how many in all, and those of the page."""

    noun: str
    named: Noun
    number: int
    hits: tuple[Hit, ...]

    @property
    def every(self) -> str:
        """The words of the way to all of them."""
        return str(self.named.every).format(number=self.number)


def numbers(words: Sought) -> Mapping[str, int]:
    """How many of each noun have the words, in one query."""
    nouns = {place: noun for noun, place in PLACES.items()}
    rows = _asked(f"SELECT rowid & {NOUN_BITS}, count(*) FROM {TABLE} WHERE {{match}} GROUP BY 1", words)
    return {nouns[place]: number for place, number in rows}


def overview(words: Sought) -> list[Group]:
    """The newest few of every noun that has any."""
    found = numbers(words)
    return [group(noun, words, found[noun], limit=FEW) for noun in NOUNS if found.get(noun)]


def group(noun: str, words: Sought, number: int, *, limit: int, offset: int = 0) -> Group:
    """So many of one noun, newest first."""
    rows = _asked(
        f"SELECT rowid >> {SHIFT} FROM {TABLE} WHERE {{match}} AND rowid & {NOUN_BITS} = %s"
        " ORDER BY rowid DESC LIMIT %s OFFSET %s",
        words,
        PLACES[noun],
        limit,
        offset,
    )
    return Group(noun, NOUNS[noun], number, tuple(_HITS[noun]([pk for (pk,) in rows], words)))


def _asked(statement: str, words: Sought, *more: int) -> Sequence[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(match=_MATCH[connection.vendor]), [_ASKED[connection.vendor](words), *more])
        return list(cursor.fetchall())


def _stories(pks: Sequence[int], words: Sought) -> list[Hit]:
    found = Story.objects.in_bulk(pks)
    return [
        Hit(story.get_absolute_url(), "", (), excerpt(story.title, words, len(story.title)), story.opened_at)
        for story in _kept(found, pks)
    ]


def _reports(pks: Sequence[int], words: Sought) -> list[Hit]:
    articles = Article.objects.select_related("source", "story").defer("raw", "segments", "sentences", "doubts")
    return [
        Hit(
            article.get_absolute_url(),
            article.headline,
            (article.source.name, article.story.title),
            excerpt(article.text, words),
            article.received_at,
        )
        for article in _kept(articles.in_bulk(pks), pks)
    ]


def _claims(pks: Sequence[int], words: Sought) -> list[Hit]:
    claims = Claim.objects.select_related("article__source", "article__story")
    found = claims.defer("article__raw", "article__segments", "article__sentences", "article__doubts").in_bulk(pks)
    return [_claim(claim, words) for claim in _kept(found, pks)]


def _claim(claim: Claim, words: Sought) -> Hit:
    article = claim.article
    printed = " ".join(article.text[claim.start : claim.end].split())
    # Browsers that know text fragments go to the words themselves; the others to the report.
    address = f"{article.get_absolute_url()}#:~:text={quote(printed[:80], safe='')}"
    about = (str(CLAIM[claim.kind]), article.source.name, article.story.title)
    title = "" if not claim.subject or claim.subject in printed else claim.subject
    return Hit(address, title, about, excerpt(printed, words), article.received_at)


def _conflicts(pks: Sequence[int], words: Sought) -> list[Hit]:
    found = Conflict.objects.select_related("story").in_bulk(pks)
    return [
        Hit(
            conflict.get_absolute_url(),
            "",
            (
                translated(LEVELS[conflict.level]),
                translated(kind_label(conflict.kind)),
                translated(STATES[conflict.state]),
                conflict.story.title,
            ),
            excerpt(conflict.summary, words, len(conflict.summary)),
            conflict.found_at,
        )
        for conflict in _kept(found, pks)
    ]


def _decisions(pks: Sequence[int], words: Sought) -> list[Hit]:
    owners = Decision.objects.filter(pk__in=pks).order_by().values_list("conflict_id", flat=True)
    told = {decision.pk: (card, decision) for card in cards(set(owners)) for decision in card.decisions}
    return [
        Hit(
            reverse("conflict", args=[card.pk]),
            translated(Phrase("{editor} {words}", editor=decision.editor, words=decision.words)),
            (translated(card.kind_label), card.story_title),
            excerpt(f"{decision.note}  {card.summary}" if decision.note else card.summary, words),
            decision.made_at,
        )
        for card, decision in _kept(told, pks)
    ]


def _kept(found: Mapping[int, Row], pks: Sequence[int]) -> list[Row]:
    """In the order of the index; what was deleted in between is passed over."""
    return [found[pk] for pk in pks if pk in found]


_HITS: Mapping[str, Callable[[Sequence[int], Sought], list[Hit]]] = {
    "story": _stories,
    "conflict": _conflicts,
    "decision": _decisions,
    "report": _reports,
    "claim": _claims,
}
