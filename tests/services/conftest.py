"""A small desk for the tests of runs, roles and processes."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User

from factcheck.models import Article, Source, Story


@pytest.fixture
def story(db: None, now: datetime) -> Story:
    """A story without articles."""
    return Story.objects.create(slug="harbour-fire", title="Harbour fire", opened_at=now)


@pytest.fixture
def article(story: Story, now: datetime) -> Article:
    """An article that nobody has read yet."""
    text = "Fire at the harbour\n\nPORT ELLERY - Two warehouses burned on Monday."
    return Article.objects.create(
        source=Source.objects.create(slug="meridian-press", name="Meridian Press"),
        story=story,
        name="harbour.txt",
        wire_id="harbour",
        headline="Fire at the harbour",
        text=text,
        segments=[["headline", 0, 19], ["body", 21, len(text)]],
        raw=text.encode(),
        sha256="a" * 64,
        received_at=now,
    )


@pytest.fixture
def editor(db: None) -> User:
    """Somebody to sign a decision."""
    return User.objects.create_user("ines", password="a harbour at night")
