"""The page of the rules: the table, what the desk decided, the plot, and who may see it."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.collation.rules import RULES
from factcheck.models import Calibration, Story
from factcheck.review.calibrations import recalibrate, records
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.web import making
from tests.web.conftest import Cast

CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def cells(client: Client) -> list[list[str]]:
    """The words of the table, row by row."""
    page = client.get(reverse("rules")).content.decode()
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [CELL.findall(row) for row in body.split("<tr>")[1:]]
    return [[" ".join(TAG.sub("", cell).replace("&nbsp;", " ").split()) for cell in row] for row in rows]


def decided(story: Story, cast: Cast, now: datetime, *, acted: int, stood: int) -> None:
    """So many conflicts on the name, each with a verdict."""
    for number in range(acted + stood):
        conflict = making.a_conflict(story, now, ("Osei", []), ("Osai", []))
        decide(conflict, editor=cast.editor, verdict=Verdict.NONE if number < acted else Verdict.DISMISS, now=now)


def test_every_kind_in_an_editors_words(chief: Client) -> None:
    rows = cells(chief)
    assert [row[0] for row in rows] == [rule.label for rule in RULES.values()]
    assert rows[1] == ["Second reference", "Error", "30%", "not measured", "0.90", "0", "0", "0", "none", "50%"]


def test_what_the_desk_decided_and_what_that_taught(chief: Client, cast: Cast, story: Story, now: datetime) -> None:
    decided(story, cast, now, acted=6, stood=18)
    expected = ["Spelling of a name", "Error", "30%", "83%", "1.00", "25", "6", "18", "25%"]
    assert cells(chief)[0] == [*expected, "50%"]
    recalibrate(records(), now=now)
    assert cells(chief)[0] == [*expected, "32% from 24"]
    assert "The kinds were last weighed on 19 Sep 2023, 12:00." in chief.get(reverse("rules")).content.decode()


def test_a_measured_precision_is_shown(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    kind, rule = next(iter(RULES.items()))
    measured = {name: getattr(rule, name) for name in rule.__slots__} | {"precision": 0.875}
    monkeypatch.setitem(RULES, kind, type(rule)(**measured))  # type: ignore[arg-type]
    assert cells(chief)[0][3] == "88%"


def test_the_plot_stands_on_the_page_once_something_is_decided(
    chief: Client, cast: Cast, story: Story, now: datetime
) -> None:
    empty = chief.get(reverse("rules")).content.decode()
    assert ("<svg xmlns" in empty, "Nothing is decided yet." in empty) == (False, True)
    decided(story, cast, now, acted=1, stood=1)
    page = chief.get(reverse("rules")).content.decode()
    assert ("2 decisions in ten groups" in page, "Nothing is decided yet." in page) == (True, False)
    assert ("<style" in page, "style=" in page) == (False, False)


@pytest.mark.parametrize(("role", "linked"), [("viewer", False), ("editor", False), ("chief", True)])
def test_only_a_chief_is_led_there(role: str, linked: bool, cast: Cast) -> None:
    page = cast.client(role).get(reverse("desk")).content.decode()
    assert (f'href="{reverse("rules")}"' in page) is linked


def test_the_page_says_why_not(editor: Client) -> None:
    assert "Only a chief can see how conflicts are weighed." in editor.get(reverse("rules")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, story: Story, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    decided(story, cast, now, acted=number, stood=number)
    for kind in list(RULES)[:number]:
        Calibration.objects.create(kind=kind, slope=1.0, intercept=0.1, decisions=20, fitted_at=now)
    client = cast.client("chief")
    # Session, user, 2 permissions; decided conflicts, their decisions; calibrations; all that was found.
    with django_assert_num_queries(8):
        client.get(reverse("rules"))
