"""The sources, and what editors made of their readings."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Run, Source, Story
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
    assert rows(viewer) == [[f"{name} outlet", *none] for name in ("Harbour News", "Meridian Press", "Northgate Wire")]


def test_what_editors_made_of_the_readings(viewer: Client, story: Story, cast: Cast, now: datetime) -> None:
    conflict = story.conflicts.get()
    right = conflict.readings.get(text="Osei")
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=right, now=now)
    kind = "Spelling of a name: "
    assert rows(viewer) == [
        ["Harbour News outlet", "1", "1", "0", "1", f"{kind}1 put right", "not known"],
        ["Meridian Press outlet", "1", "1", "1", "0", f"{kind}1 approved", "not known"],
        ["Northgate Wire outlet", "1", "1", "1", "0", f"{kind}1 approved", "not known"],
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


def set_kind(client: Client, kind: str) -> str:
    """The sentence that the page of the sources answers with."""
    answer = client.post(reverse("source-kind", args=["harbour-news"]), {"kind": kind}, follow=True)
    said = re.findall(r'<p class="notice \w+">(.*?)</p>', answer.content.decode())
    return said[0] if said else str(answer.status_code)


@pytest.mark.parametrize(
    ("kinds", "said", "compared"),
    [
        (["primary"], "Harbour News: primary source. 1 story is compared again.", 1),
        (["agency"], "Harbour News: agency.", 0),
        (["primary", "primary"], "Harbour News: primary source.", 1),
        (["primary", "outlet"], "Harbour News: outlet. 1 story is compared again.", 1),
        (["oracle"], "A source is an agency, an outlet or a primary source.", 0),
    ],
)
def test_a_chief_says_what_a_source_is(
    kinds: list[str], said: str, compared: int, chief: Client, story: Story, now: datetime
) -> None:
    making.a_story(now, slug="elsewhere")
    Run.objects.all().delete()
    assert [set_kind(chief, kind) for kind in kinds][-1] == said
    assert [run.story for run in Run.objects.all()] == [story] * compared


def test_who_may_not_change_a_source_reads_what_it_is(editor: Client, story: Story) -> None:
    Source.objects.filter(slug="harbour-news").update(kind=Source.Kind.PRIMARY)
    assert rows(editor)[0][0] == "Harbour News primary source"
    assert set_kind(editor, "agency") == "403"


def test_a_card_marks_a_primary_source(editor: Client, story: Story) -> None:
    address = reverse("conflict", args=[story.conflicts.get().pk])
    tag = '<span class="tag">primary source</span>'
    assert tag not in editor.get(address).content.decode()
    Source.objects.filter(slug="harbour-news").update(kind=Source.Kind.PRIMARY)
    assert editor.get(address).content.decode().count(tag) == 1
