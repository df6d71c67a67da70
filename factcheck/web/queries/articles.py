"""The articles of a story as its page lists them, without their text."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from factcheck.models import Article, Story
from factcheck.web.queries.batch import latest_runs

LONG_FIELDS = ("raw", "text", "segments", "sentences")


def articles_of(story: Story) -> QuerySet[Article]:
    """In the order of arrival, each with its source."""
    return story.articles.select_related("source").defer(*LONG_FIELDS).order_by("pk")


def why_unread(states: Iterable[tuple[int, str]]) -> Mapping[int, str]:
    """The sentence of the newest run of each article that could not be read, in one query where there is any."""
    failed = [pk for pk, state in states if state == Article.State.FAILED]
    return {pk: run.error for pk, run in latest_runs("article_id", failed).items()} if failed else {}
