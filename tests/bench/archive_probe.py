"""Fills the archive of the database with made-up reports, and measures it. Django is set up before this is imported."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from statistics import median
from time import perf_counter

from django.db import OperationalError, connection, transaction
from django.db.models import Max, Min

from factcheck.collation import old_quotation
from factcheck.collation.archive_index import index
from factcheck.collation.event import Event
from factcheck.collation.quotation_keys import keyed, keys
from factcheck.collation.service import load_extracted
from factcheck.collation.stored_archive import LONGEST_POSTING, StoredArchive
from factcheck.collation.words import normal
from factcheck.models import Article, Claim, Posting, Source, Story
from factcheck.types import ClaimKind
from tests.bench.lines import Figures
from tests.bench.sayings import edited, person, quotation

Said = Callable[[random.Random], str]

# The samples have four quotations that can be found again in a report of 280 words.
QUOTATIONS = 5
A_STORY = 5
BATCH = 1000
NOW = datetime(2023, 9, 19, 12, 0, tzinfo=UTC)
OLDEST = timedelta(days=3650)
# What is measured at each size: so many articles put in one by one, looked up, and quotations planted for each edit.
ARTICLES, PLANTED = 60, 200
EDITS = (0, 1, 2, 3)
_ADDED = "INSERT INTO factcheck_posting (key, claim_id) VALUES (%s, %s)"
_NAMED = "INSERT INTO factcheck_printing (form, article_id) VALUES (%s, %s)"
# The worker keeps no more postings of a key than tell that it is a common phrase's; nor does this filling.
_COMMON = """
DELETE FROM factcheck_posting WHERE (key, claim_id) IN (
    SELECT key, claim_id FROM (
        SELECT key, claim_id, row_number() OVER (PARTITION BY key ORDER BY claim_id) AS place FROM factcheck_posting
    ) AS ranked WHERE place > %s + 1
)
"""
_SIZE = "SELECT SUM(pgsize) FROM dbstat WHERE name LIKE '%%factcheck_posting%%' OR name LIKE '%%factcheck_printing%%'"
_numbers = count(1)


def fill(reports: int, draw: random.Random) -> None:
    """So many reports more, with all that extraction and the archive would have stored of them."""
    for start in range(0, reports, BATCH):
        with transaction.atomic():
            _store(min(BATCH, reports - start), draw)
    with connection.cursor() as cursor:
        cursor.execute(_COMMON, [LONGEST_POSTING])


def _store(reports: int, draw: random.Random) -> None:
    claims = _reports(reports, draw, quotation, None)[1]
    spoken = ((claim, claim.article.text[claim.start : claim.end]) for claim in claims if claim.kind == ClaimKind.QUOTE)
    postings = sorted((key, claim.pk) for claim, text in spoken for key in keys(normal(text)))
    names = {(claim.subject, claim.article_id) for claim in claims if claim.kind == ClaimKind.NAME}
    with connection.cursor() as cursor:
        cursor.executemany(_ADDED, postings)
        cursor.executemany(_NAMED, sorted(names))


def _reports(reports: int, draw: random.Random, said: Said, filed_on: date | None) -> tuple[list[Article], list[Claim]]:
    """New articles in new stories, with the claims that extraction finds in them, but not in the archive yet."""
    source, _ = Source.objects.get_or_create(slug="made-up-wire", defaults={"name": "Made-up Wire"})
    stories = [Story(slug=f"s-{next(_numbers)}", title="Made up", opened_at=NOW) for _ in range(0, reports, A_STORY)]
    Story.objects.bulk_create(stories)
    made = [_report(source, stories[n // A_STORY], draw, said, filed_on) for n in range(reports)]
    Article.objects.bulk_create(article for article, _ in made)
    return [article for article, _ in made], Claim.objects.bulk_create(claim for _, held in made for claim in held)


def _report(
    source: Source, story: Story, draw: random.Random, said: Said, filed_on: date | None
) -> tuple[Article, list[Claim]]:
    number = next(_numbers)
    article = Article(
        source=source, story=story, name=f"{number}.txt", wire_id=str(number), headline=f"Report {number}", raw=b"",
        sha256=f"{number:064}", received_at=NOW, state=Article.State.PROCESSED,
        filed_on=filed_on or NOW.date() - timedelta(days=draw.randrange(30, OLDEST.days)),
    )  # fmt: skip
    claims = []
    for _ in range(QUOTATIONS):
        start, speaker, words = len(article.text) + 1, person(draw), said(draw)
        end = start + len(words)
        article.text += f"“{words}” {speaker} said.\n\n"
        article.segments.append(["body", start - 1, len(article.text) - 2])
        article.sentences.append([start - 1, len(article.text) - 2])
        claims += [_quote(article, start, end, speaker), _name(article, end + 2, speaker)]
    return article, claims


def _quote(article: Article, start: int, end: int, speaker: str) -> Claim:
    value = {"mode": "direct", "parts": [[start, end]], "opened": True, "closed": True, "translated": False}
    mention = {"text": speaker, "start": end + 2, "end": end + 2 + len(speaker), "name": speaker}
    return Claim(
        article=article, kind=ClaimKind.QUOTE, start=start, end=end, subject=speaker, value=value, speaker=mention,
        layer="body",
    )  # fmt: skip


def _name(article: Article, start: int, name: str) -> Claim:
    value = {"type": "PERSON", "entity": name, "form": "full", "slot": "saying"}
    end = start + len(name)
    return Claim(
        article=article, kind=ClaimKind.NAME, start=start, end=end, subject=name, value=value, layer="body"
    )  # fmt: skip


def measured(draw: random.Random, *, articles: int = ARTICLES, planted: int = PLANTED) -> Figures:
    """All figures of the archive as it is filled now; seconds by the clock, since the disk counts too."""
    olds = _olds(draw, planted)
    found = {**_recalled(olds, draw), **_put_in(articles, draw), **_looked_up(articles, olds, draw)}
    return found | {"megabytes": _megabytes(), "postings": Posting.objects.count()}


def _olds(draw: random.Random, wanted: int) -> list[str]:
    """Quotations of the archive that can be found again; standing phrases, which name a place, are none."""
    ends = Claim.objects.aggregate(first=Min("pk"), last=Max("pk"))
    every = range(ends["first"], ends["last"] + 1)
    some = draw.sample(every, min(len(every), 4 * wanted))
    rows = Claim.objects.filter(pk__in=some, kind=ClaimKind.QUOTE).order_by("pk").select_related("article")
    texts = (row.article.text[row.start : row.end] for row in rows)
    return [text for text in texts if text.islower() and keys(normal(text))][:wanted]


def _recalled(olds: Sequence[str], draw: random.Random) -> Figures:
    """The share of old quotations that the look-up gives after so many edits."""
    archive = StoredArchive(Story.objects.create(slug=f"s-{next(_numbers)}", title="New", opened_at=NOW))
    found = {}
    for edits in EDITS:
        again = archive.quotations([keys(normal(edited(old, edits, draw))) for old in olds])
        hits = (any(one.words == old for one in row) for old, row in zip(olds, again, strict=True))
        found[f"recall {edits}"] = sum(hits) / max(len(olds), 1)
    return found


def _put_in(articles: int, draw: random.Random) -> Figures:
    """Articles that are put in one by one, as a worker does."""
    made = _reports(articles, draw, quotation, None)[0]
    return {"put in": median(seconds(partial(index, [article])) for article in made)}


def _looked_up(articles: int, olds: Sequence[str], draw: random.Random) -> Figures:
    """Articles of today, every other quotation of which is an old one, against the whole archive."""

    def said(draw: random.Random) -> str:
        return draw.choice((draw.choice(olds), quotation(draw)))

    spent: dict[str, list[float]] = {"looked up": [], "compared": [], "named": []}
    for article in _reports(articles, draw, said, NOW.date())[0]:
        archive, read = StoredArchive(article.story), load_extracted(article)
        event, names = Event(0, (read,), archive=archive), {person(draw) for _ in range(QUOTATIONS)}
        wanted = [held for _, held in keyed(read)]
        spent["looked up"].append(seconds(partial(archive.quotations, wanted)))
        spent["compared"].append(seconds(lambda: list(old_quotation.compare(event))))  # noqa: B023 - called at once
        spent["named"].append(seconds(partial(archive.printed, names)))
    return {name: median(times) for name, times in spent.items()} | {"slowest": max(spent["compared"])}


def seconds(work: Callable[[], object]) -> float:
    """Seconds by the clock."""
    began = perf_counter()
    work()
    return perf_counter() - began


def _megabytes() -> float | None:
    """What postings and printings take on the disk, indexes and all; None where the database does not tell."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor, suppress(OperationalError):
            cursor.execute(_SIZE, [])
            return float(cursor.fetchone()[0]) / 1024**2
    return None
