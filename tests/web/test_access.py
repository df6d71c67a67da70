"""Who gets which page: every address, every role, and nobody without signing in."""

from datetime import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from factcheck.models import Story
from factcheck.web.views.session import TAKES_A_FORM
from tests.web import making
from tests.web.conftest import Cast

OPEN = {"sign-in", "healthz", "language"}
# name, arguments, method, then the statuses of viewer, editor and chief.
TABLE = [
    ("desk", [], "get", 200, 200, 200),
    ("receive", [], "post", 403, 422, 422),
    ("receive", [], "get", 405, 405, 405),
    ("batch", ["{batch}"], "get", 200, 200, 200),
    ("batch", [str(uuid4())], "get", 404, 404, 404),
    ("story", ["ferry"], "get", 200, 200, 200),
    ("story", ["nowhere"], "get", 404, 404, 404),
    ("story-deadline", ["ferry"], "post", 403, 302, 302),
    ("story-deadline", ["nowhere"], "post", 403, 404, 404),
    ("search", [], "get", 200, 200, 200),
    ("article", ["{article}"], "get", 200, 200, 200),
    ("article", [2**62], "get", 404, 404, 404),
    ("article-raw", ["{article}"], "get", 200, 200, 200),
    ("article-raw", [0], "get", 404, 404, 404),
    ("article-move", ["{article}"], "post", 403, 302, 302),
    ("article-again", ["{article}"], "post", 403, 302, 302),
    ("article-again", [0], "post", 403, 404, 404),
    ("story-again", ["ferry"], "post", 403, 302, 302),
    ("story-again", ["nowhere"], "post", 403, 404, 404),
    ("conflict", ["{conflict}"], "get", 200, 200, 200),
    ("conflict", [0], "get", 404, 404, 404),
    ("decide", ["{conflict}"], "post", 403, 422, 422),
    ("decide", ["{conflict}"], "get", 405, 405, 405),
    ("undo", ["{conflict}"], "post", 403, 422, 422),
    ("decide", [0], "post", 403, 404, 404),
    ("undo", [0], "post", 403, 404, 404),
    ("hand", ["{conflict}"], "post", 403, 302, 302),
    ("hand", [0], "post", 403, 404, 404),
    ("silence", ["{conflict}"], "post", 403, 422, 422),
    ("silence", [0], "post", 403, 404, 404),
    ("memory", [], "get", 200, 200, 200),
    ("memory-restore", ["{rule}"], "post", 403, 302, 302),
    ("memory-restore", [0], "post", 403, 404, 404),
    ("activity", [], "get", 200, 200, 200),
    ("entry-answer", ["{entry}"], "post", 403, 302, 302),
    ("entry-answer", [0], "post", 403, 404, 404),
    ("history", ["ferry"], "get", 302, 302, 302),
    ("history", ["nowhere"], "get", 404, 404, 404),
    ("story-undo", ["ferry"], "post", 403, 302, 302),
    ("story-undo", ["nowhere"], "post", 403, 404, 404),
    ("story-redo", ["ferry"], "post", 403, 302, 302),
    ("story-redo", ["nowhere"], "post", 403, 404, 404),
    ("story-bulk", ["ferry"], "get", 403, 200, 200),
    ("story-bulk", ["ferry"], "post", 403, 422, 422),
    ("story-bulk", ["nowhere"], "get", 403, 404, 404),
    ("digest-preview", ["ferry"], "get", 200, 200, 200),
    ("digest-preview", ["nowhere"], "get", 404, 404, 404),
    ("digest-issue", ["ferry"], "post", 403, 302, 302),
    ("digest-issue", ["nowhere"], "post", 403, 404, 404),
    ("digest-compose", ["ferry"], "get", 403, 200, 200),
    ("digest-compose", ["ferry"], "post", 403, 302, 302),
    ("digest-compose", ["nowhere"], "get", 403, 404, 404),
    ("digest-waive", ["ferry"], "post", 403, 302, 302),
    ("digest-waive", ["nowhere"], "post", 403, 404, 404),
    ("digest-sign", ["ferry"], "post", 403, 302, 302),
    ("digest-sign", ["nowhere"], "post", 403, 404, 404),
    ("digest-withdraw", ["ferry"], "post", 403, 403, 302),
    ("digest-withdraw", ["nowhere"], "post", 403, 403, 404),
    ("digest-changes", ["ferry", 9], "get", 404, 404, 404),
    ("digest", ["ferry", 9], "get", 404, 404, 404),
    ("digest-export", ["ferry", 9, "text"], "get", 404, 404, 404),
    ("agreement", ["ferry"], "get", 200, 200, 200),
    ("agreement", ["nowhere"], "get", 404, 404, 404),
    ("registry", ["ferry"], "get", 200, 200, 200),
    ("registry", ["nowhere"], "get", 404, 404, 404),
    ("beside", ["ferry"], "get", 200, 200, 200),
    ("beside", ["nowhere"], "get", 404, 404, 404),
    ("notices", ["ferry"], "get", 200, 200, 200),
    ("notices", ["nowhere"], "get", 404, 404, 404),
    ("query-sent", ["ferry"], "post", 403, 302, 302),
    ("query-sent", ["nowhere"], "post", 403, 404, 404),
    ("article-publication", ["{article}"], "post", 403, 302, 302),
    ("article-publication", [0], "post", 403, 404, 404),
    ("article-corrected", ["{article}"], "get", 200, 200, 200),
    ("article-corrected", [0], "get", 404, 404, 404),
    ("article-versions", ["{article}"], "get", 200, 200, 200),
    ("article-versions", [0], "get", 404, 404, 404),
    ("quotation", ["{conflict}"], "get", 404, 404, 404),
    ("quotation", ["{quotation}"], "get", 200, 200, 200),
    ("sources", [], "get", 200, 200, 200),
    ("source-kind", ["harbour-news"], "post", 403, 403, 302),
    ("source-kind", ["nowhere"], "post", 403, 403, 404),
    ("source-address", ["harbour-news"], "post", 403, 403, 302),
    ("source-address", ["nowhere"], "post", 403, 403, 404),
    ("rules", [], "get", 403, 403, 200),
    ("staff", [], "get", 403, 403, 200),
    ("staff", [], "post", 403, 403, 422),
    ("staff-role", ["{viewer}"], "post", 403, 403, 302),
    ("staff-active", ["{viewer}"], "post", 403, 403, 302),
    ("staff-password", ["{viewer}"], "post", 403, 403, 200),
    ("password", [], "get", 200, 200, 200),
    ("sign-out", [], "post", 302, 302, 302),
    ("language", [], "post", 302, 302, 302),
    ("sign-in", [], "get", 302, 302, 302),
]


def _address(name: str, arguments: list[object], story: Story, cast: Cast, now: datetime) -> str:
    article = story.articles.first()
    rule = making.a_silence(story.conflicts.first(), cast.chief, now) if "{rule}" in arguments else None
    entry = making.an_entry(story, cast.chief, now) if "{entry}" in arguments else None
    known = {
        "{rule}": rule and rule.pk,
        "{entry}": entry and entry.pk,
        "{article}": article.pk,
        "{conflict}": story.conflicts.first().pk,
        "{quotation}": making.a_conflict(story, now, ("Osei", []), ("Osai", []), kind="quote-wording").pk,
        "{batch}": making.a_receipt(article, now).batch,
        "{viewer}": cast.viewer.pk,
    }
    return reverse(name, args=[known.get(str(argument), argument) for argument in arguments])


@pytest.mark.parametrize(("name", "arguments", "method", "viewer", "editor", "chief"), TABLE)
def test_each_role(
    name: str,
    arguments: list[object],
    method: str,
    viewer: int,
    editor: int,
    chief: int,
    story: Story,
    cast: Cast,
    now: datetime,
) -> None:
    address = _address(name, arguments, story, cast, now)
    answers = [getattr(cast.client(role), method)(address) for role in ("viewer", "editor", "chief")]
    assert [answer.status_code for answer in answers] == [viewer, editor, chief]


@pytest.mark.parametrize(("name", "arguments"), [(row[0], row[1]) for row in TABLE if row[0] not in OPEN])
def test_nobody_without_signing_in(name: str, arguments: list[object], story: Story, cast: Cast, now: datetime) -> None:
    address = _address(name, arguments, story, cast, now)
    for method in ("get", "post"):
        answer = getattr(Client(), method)(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{reverse('sign-in')}?next={address}")


def test_every_address_is_in_the_table() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert names == {row[0] for row in TABLE} | OPEN


def test_every_address_that_only_takes_a_form_is_known(story: Story, cast: Cast, now: datetime) -> None:
    rows = [row for row in TABLE if str(row[1]) not in {"[0]", "['nowhere']"} and row[0] not in OPEN]
    chief = cast.client("chief")
    found = {
        name
        for name, arguments, *_ in rows
        if chief.get(_address(name, arguments, story, cast, now)).status_code == 405
    }
    assert found == TAKES_A_FORM


def test_an_address_that_only_takes_a_form_answers_a_visit_with_a_page(editor: Client) -> None:
    answer = editor.get(reverse("receive"))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "This address only takes a form" in answer.content.decode()


def test_the_page_says_why_not(viewer: Client, story: Story) -> None:
    answer = viewer.post(reverse("decide", args=[story.conflicts.first().pk]), {"verdict": "unsure"})
    assert "Your role lets you read the conflicts, but not decide them." in answer.content.decode()


def test_every_page_is_kept_out_of_search_engines_and_sniffing(editor: Client) -> None:
    answer = editor.get(reverse("desk"))
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
