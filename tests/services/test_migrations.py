"""What a migration does to rows that are there already."""

from datetime import datetime
from importlib import import_module

import pytest
from django.apps import apps

from factcheck.models import Conflict, Reading, Witness
from tests.web import making

pytestmark = pytest.mark.django_db


def test_witnesses_that_were_found_before_get_their_words(now: datetime) -> None:
    story = making.a_disputed_story(now)
    reading = Reading.objects.filter(conflict=Conflict.objects.get(story=story), text="Osei").get()
    outside = story.articles.last()
    Witness.objects.create(reading=reading, article=outside, start=0, end=8)
    assert set(Witness.objects.values_list("words", flat=True)) == {None}
    migration = import_module("factcheck.migrations.0013_composition")
    migration.keep_words(apps, None)
    found = Witness.objects.select_related("article")
    assert {witness.words for witness in found} == {"Osei", "Osai", "Minister"}
    assert all(witness.words == witness.article.text[witness.start : witness.end] for witness in found)
