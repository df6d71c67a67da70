"""The search stays in step where tables are emptied or made anew."""

from datetime import datetime

import pytest
from django.core.management import call_command
from django.db import connection

from factcheck.models import Article, Claim, Conflict, Decision, Story, append_only
from factcheck.models.search_index import ensure_in_step
from factcheck.web.queries.search import numbers
from factcheck.web.search_words import sought
from tests.web.making import a_story

pytestmark = pytest.mark.django_db(transaction=True)


def _found() -> dict[str, int]:
    return dict(numbers(sought("plover")))


def test_an_emptied_database_finds_nothing_and_goes_on(now: datetime) -> None:
    a_story(now, title="Plover count")
    assert _found() == {"story": 1}
    call_command("flush", interactive=False, verbosity=0)
    assert _found() == {}
    a_story(now, title="Plover count")
    assert _found() == {"story": 1}


def test_every_table_can_be_made_anew(now: datetime) -> None:
    a_story(now, title="Plover count")
    for model in (Story, Article, Claim, Conflict, Decision):
        with connection.schema_editor() as editor:
            # Only SQLite makes a table anew where a migration changes it; the triggers go with the old one.
            if connection.vendor == "sqlite":
                editor._remake_table(model)  # type: ignore[attr-defined]
    ensure_in_step()
    append_only.ensure_guards()
    a_story(now, slug="later", title="Plover again")
    assert _found() == {"story": 2}
    Story.objects.filter(slug="later").delete()
    assert _found() == {"story": 1}
