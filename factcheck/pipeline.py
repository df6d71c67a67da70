"""The table of contents: an article is read and put into the archive, then its story is compared.

It knows neither Celery nor the broker, so the whole way also runs in one process: ``execute`` what it returns.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from factcheck.collation.archive_index import forget, index
from factcheck.collation.service import collate_story
from factcheck.extraction.service import read_article, store_claims
from factcheck.models import Article, Run, Story


def version() -> str:
    """What reads the copy, for the run's row."""
    return settings.SPACY_MODEL


def process(article: Article, now: datetime) -> Run:
    """Reads one article, puts it into the archive, and asks for a new comparison of the story that it is in by then."""
    Article.objects.filter(pk=article.pk).update(state=Article.State.PROCESSING)
    read = read_article(article)
    # In one piece: whoever compares another story meanwhile finds this article in the archive as it was, or as it is.
    with transaction.atomic():
        store_claims(article, read)
        stored = Article.objects.select_for_update().get(pk=article.pk)
        Article.objects.filter(pk=stored.pk).update(state=Article.State.PROCESSED)
        index([stored])
        return Run.objects.enqueue_collation(stored.story, now)


def collate(story: Story, now: datetime) -> None:
    """Compares the articles of one story; what an editor decided stays decided. Canceled copy leaves the archive."""
    forget(story.articles.filter(publication=Article.Publication.CANCELED))
    collate_story(story, now=now)


def execute(run: Run, now: datetime) -> list[Run]:
    """Does what the run says; returns the runs that it made, to be rung after it."""
    if run.article is not None:
        return [process(run.article, now)]
    if run.story is not None:
        collate(run.story, now)
    return []
