"""A made-up story of many reports and conflicts, as collation would have stored it; Django is set up before this."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from factcheck.models import Article, Claim, Conflict, Reading, Source, Story, Witness
from factcheck.types import ClaimKind, ConflictKind, Level

NOW = datetime(2023, 9, 19, 12, 0, tzinfo=UTC)
AGENCIES = ("Meridian Press", "Northgate Wire", "Harbour News", "Eastline", "Quayside Post", "Tern Agency")
PEOPLE = ("Abena Osei", "Marta Lindqvist", "Tomas Reyes", "Ines Duarte", "Piotr Zelenski", "Aoife Brannigan")
PLACES = ("Port Alder", "the north quay", "the customs shed", "the fish market", "pier seven", "the old mole")
DEEDS = ("opened the talks", "counted the crates", "met the crews", "closed the ferry line", "read out the terms")
SENTENCES = 24
# Of so many sentences one has its figure for a claim: eight figures a report.
FIGURED = 3
SPREAD = (30, 6, 2)
KINDS = (ConflictKind.NAME_SPELLING, ConflictKind.QUOTE_WORDING, ConflictKind.FIGURE, ConflictKind.DATE)
LEVELS = (Level.ERROR, Level.DISCREPANCY, Level.STYLE)


def large_story(articles: int = 50, conflicts: int = 500) -> Story:
    """The same story at every call on an empty database: no conflict is decided."""
    draw = random.Random(7)  # noqa: S311 it chooses words, no secrets
    story = Story.objects.create(slug="quay-strike", title="Strike on the quays of Port Alder", opened_at=NOW)
    reports = Article.objects.bulk_create(_article(story, number, draw) for number in range(articles))
    Claim.objects.bulk_create(claim for report in reports for claim in _claims(report))
    for rank in range(conflicts):
        _conflict(story, rank, reports, draw)
    return story


def _article(story: Story, number: int, draw: random.Random) -> Article:
    agency = AGENCIES[number % len(AGENCIES)]
    source, _ = Source.objects.get_or_create(slug=agency.lower().replace(" ", "-"), defaults={"name": agency})
    headline = f"Strike on the quays, take {number}"
    text, segments, sentences = f"{headline}\n\n", [["headline", 0, len(headline)]], []
    for _ in range(SENTENCES):
        sentence = (
            f"{draw.choice(PEOPLE)} {draw.choice(DEEDS)} with {draw.randint(2, 900)} men at {draw.choice(PLACES)}."
        )
        segments.append(["body", len(text), len(text) + len(sentence)])
        sentences.append([len(text), len(text) + len(sentence)])
        text += sentence + "\n\n"
    return Article(
        source=source, story=story, name=f"take-{number}.txt", wire_id=f"take-{number}", headline=headline, text=text,
        segments=segments, sentences=sentences, raw=text.encode(), sha256=sha256(text.encode()).hexdigest(),
        received_at=NOW + timedelta(minutes=number), state=Article.State.PROCESSED,
    )  # fmt: skip


def _claims(article: Article) -> Iterator[Claim]:
    """Every name and every town, and some of the figures, as extraction would have found them."""
    people = {"type": "PERSON", "form": "full", "slot": ""}
    for found in re.finditer("|".join(PEOPLE), article.text):
        yield _claim(article, ClaimKind.NAME, found.span(), found[0], people | {"entity": found[0]})
    for found in re.finditer(PLACES[0], article.text):
        yield _claim(article, ClaimKind.PLACE, found.span(), found[0], {"entity": found[0], "kind": "city"})
    exact = {"unit": "", "approximate": False, "hedge": "", "of": "men"}
    for found in list(re.finditer(r"(\d+) men", article.text))[::FIGURED]:
        yield _claim(article, ClaimKind.FIGURE, found.span(1), "men", exact | {"value": int(found[1])})


def _claim(article: Article, kind: ClaimKind, span: tuple[int, int], subject: str, value: dict[str, object]) -> Claim:
    return Claim(article=article, kind=kind, start=span[0], end=span[1], subject=subject, value=value, layer="body")


def _conflict(story: Story, rank: int, articles: list[Article], draw: random.Random) -> None:
    kind, level, person = draw.choice(KINDS), draw.choice(LEVELS), draw.choice(PEOPLE)
    conflict = Conflict.objects.create(
        story=story, kind=kind, level=level, key=f"point-{rank}", rank=rank, score=1 / (rank + 1), sureness=0.9,
        summary=f"What {person} did is told in {len(SPREAD)} ways, the {rank + 1}th time.", suggested="variant 1",
        reason="Most independent reports have it.", found_at=NOW, changed_at=NOW,
    )  # fmt: skip
    left = draw.sample(articles, min(len(articles), sum(SPREAD)))
    for position, number in enumerate(SPREAD):
        holders, left = left[:number], left[number:]
        text = f"variant {position + 1}"
        reading = Reading.objects.create(
            conflict=conflict,
            text=text,
            text_hash=text,
            position=position,
            suggested=not position,
            origins=len(holders),
        )
        Witness.objects.bulk_create(_witness(reading, article, draw) for article in holders)


def _witness(reading: Reading, article: Article, draw: random.Random) -> Witness:
    start, end = draw.choice(article.sentences)
    return Witness(reading=reading, article=article, start=start + 5, end=min(end, start + 25))
