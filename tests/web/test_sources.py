"""The sources, and what editors made of their readings."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Source, Story
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.web import making
from tests.web.conftest import Cast
from tests.web.test_agreement import CELL, words


def rows(client: Client) -> list[list[str]]:
    body = client.get(reverse("sources")).content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    found = [[words(cell) for cell in CELL.findall(row)] for row in body.split("<tr>")[1:]]
    return [[cell for at, cell in enumerate(row) if at != 3] for row in found]


def test_nothing_is_decided_yet(viewer: Client, story: Story) -> None:
    Source.objects.create(slug="silent", name="A source without a report")
    none = ["1", "1", "0", "0", "nothing decided yet", "not known"]
    assert rows(viewer) == [[name, *none] for name in ("Harbour News", "Meridian Press", "Northgate Wire")]


def test_what_editors_made_of_the_readings(viewer: Client, story: Story, cast: Cast, now: datetime) -> None:
    conflict = story.conflicts.get()
    right = conflict.readings.get(text="Osei")
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=right, now=now)
    kind = "Spelling of a name: "
    assert rows(viewer) == [
        ["Harbour News", "1", "1", "0", "1", f"{kind}1 put right", "not known"],
        ["Meridian Press", "1", "1", "1", "0", f"{kind}1 approved", "not known"],
        ["Northgate Wire", "1", "1", "1", "0", f"{kind}1 approved", "not known"],
    ]


def test_an_empty_desk(viewer: Client) -> None:
    page = viewer.get(reverse("sources")).content.decode()
    assert re.search(r"No copy has been received yet\.", page)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_disputed_story(now, conflicts=number)
    for conflict in story.conflicts.all():
        decide(conflict, editor=cast.editor, verdict=Verdict.NONE, now=now)
    client = cast.client("editor")
    # Session, user, permissions; the sources; the decided conflicts with decisions, readings and witnesses.
    with django_assert_num_queries(9):
        client.get(reverse("sources"))
