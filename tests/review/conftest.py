"""A story of three reports that disagree on one name."""

from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.models import Article, Conflict, Reading, Story
from tests.review.stories import a_conflict, a_story, an_article, an_editor


@dataclass(frozen=True)
class Desk:
    """The cast: two editors, a story, its articles and a conflict with two readings."""

    ada: Any
    ben: Any
    story: Story
    articles: tuple[Article, ...]
    conflict: Conflict
    right: Reading
    wrong: Reading


def a_desk() -> Desk:
    story = a_story()
    articles = (
        an_article(story, "Meridian Press", "Talks held\nMinister Orban Velt met the envoy. Velt smiled."),
        an_article(story, "Northgate Wire", "Envoy in port\nThe envoy met Minister Orban Velt."),
        an_article(story, "Coastal News", "Velt meets envoy\nIt rained. Minister Orban Felt met the envoy on Monday."),
    )
    conflict = a_conflict(
        story,
        {"Orban Felt": articles[2:], "Orban Velt": articles[:2]},
        suggested="Orban Velt",
        reason="2 of 3 have it.",
    )
    wrong, right = conflict.readings.all()
    return Desk(an_editor("ada", "Ada"), an_editor("ben", "Ben"), story, articles, conflict, right, wrong)


@pytest.fixture
def desk(db: None) -> Desk:
    return a_desk()
