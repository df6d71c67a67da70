"""Stored stories of our own writing for the tests of review and digest: made-up agencies, made-up people."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth import get_user_model

from factcheck.collation.keys import mark
from factcheck.models import Article, Conflict, Reading, Source, Story, Witness

NOW = datetime(2023, 9, 19, 12, 40, tzinfo=UTC)


def a_story(slug: str = "harbour-talks", title: str = "Harbour talks") -> Story:
    return Story.objects.create(slug=slug, title=title, opened_at=NOW)


def an_editor(name: str, full: str = "") -> Any:
    return get_user_model().objects.create_user(name, password="a long enough secret", first_name=full)


def segmented(text: str) -> list[list[Any]]:
    """The first line is the headline, each further line a paragraph."""
    segments: list[list[Any]] = []
    start = 0
    for line in text.split("\n"):
        segments.append(["body" if segments else "headline", start, start + len(line)])
        start += len(line) + 1
    return segments


def sentences(text: str) -> list[list[int]]:
    """One sentence a line, or up to a full stop with a space."""
    spans, start = [], 0
    for line in text.split("\n"):
        offset = start
        for piece in line.split(". "):
            spans.append([offset, min(offset + len(piece) + 1, start + len(line))])
            offset += len(piece) + 2
        start += len(line) + 1
    return spans


def an_article(story: Story, source: str, text: str, **fields: Any) -> Article:
    slug = source.lower().replace(" ", "-")
    owner, _ = Source.objects.get_or_create(slug=slug, defaults={"name": source})
    digest = hashlib.sha256(f"{source}{text}{fields}".encode()).hexdigest()
    values = {
        "wire_id": digest[:20],
        "name": f"{slug}.txt",
        "headline": text.split("\n")[0][:300],
        "segments": segmented(text),
        "sentences": sentences(text),
        "filed_on": date(2023, 9, 19),
        "state": Article.State.PROCESSED,
    }
    return Article.objects.create(
        source=owner, story=story, text=text, raw=text.encode(), sha256=digest, received_at=NOW, **(values | fields)
    )


def a_conflict(
    story: Story, readings: Mapping[str, Sequence[Article]], *, suggested: str | None = None, **fields: Any
) -> Conflict:
    """A conflict whose readings stand in these articles, at the first place where each has the words."""
    values = {
        "kind": "name-spelling",
        "level": "error",
        "score": 0.9,
        "sureness": 0.9,
        "summary": "Two spellings of one name.",
    }
    key = fields.pop("key", "-".join(readings))
    conflict = Conflict.objects.create(
        story=story, key=key, suggested=suggested, found_at=NOW, changed_at=NOW, **(values | fields)
    )
    for position, (text, articles) in enumerate(readings.items()):
        reading = Reading.objects.create(
            conflict=conflict,
            text=text,
            text_hash=hashlib.sha256(text.encode()).hexdigest(),
            suggested=text == suggested,
            origins=len(articles),
            position=position,
        )
        for article in articles:
            start = article.text.index(text)
            Witness.objects.create(reading=reading, article=article, start=start, end=start + len(text))
    conflict.mark = mark(conflict.kind, readings, suggested)
    conflict.save(update_fields=["mark"])
    return conflict


def many_conflicts(story: Story, articles: Sequence[Article], number: int) -> None:
    """Conflicts with two readings each, both in every article, stored in bulk."""
    made = Conflict.objects.bulk_create(
        Conflict(
            story=story, kind="figure", level="discrepancy", key=f"many-{index}", summary=f"Point {index}.",
            suggested="met", score=0.5, sureness=0.5, rank=index + 1, found_at=NOW, changed_at=NOW,
        )
        for index in range(number)
    )  # fmt: skip
    readings = Reading.objects.bulk_create(
        Reading(conflict=conflict, text=text, text_hash=text, position=position, suggested=text == "met")
        for conflict in made
        for position, text in enumerate(("met", "Velt"))
    )
    Witness.objects.bulk_create(
        Witness(
            reading=reading,
            article=article,
            start=article.text.index(reading.text),
            end=article.text.index(reading.text) + len(reading.text),
        )
        for reading in readings
        for article in articles
        if reading.text in article.text
    )
