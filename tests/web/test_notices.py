"""The notices and queries of a story on their page, and the address of a desk."""

import html
import re
from datetime import datetime
from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Entry, Source, Story
from factcheck.review.service import decide
from factcheck.types import Deed, Verdict
from tests.web import making
from tests.web.conftest import Cast

GALLEY = re.compile(r'<pre class="galley" id="(\w+)-\d+">(.*?)</pre>', re.DOTALL)
MAIL = re.compile(r'href="(mailto:[^"]*)"')


@pytest.fixture
def decided(story: Story, cast: Cast, now: datetime) -> Story:
    """Ada approved “Osei” over the “Osai” of Harbour News."""
    conflict = story.conflicts.get()
    right = conflict.readings.get(text="Osei")
    decide(conflict, editor=cast.editor, verdict=Verdict.APPROVE, reading=right, now=now)
    return story


def page(client: Client) -> str:
    return client.get(reverse("notices", args=["ferry"])).content.decode()


def galleys(shown: str) -> list[tuple[str, str]]:
    return [(kind, html.unescape(text)) for kind, text in GALLEY.findall(shown)]


def test_the_notice_and_the_query(editor: Client, decided: Story) -> None:
    shown = page(editor)
    headline = "Minister opens ferry talks, take 2"
    query = (
        "To the desk of Harbour News\n\n"
        f"Your report “{headline}” (ferry-2) leaves us with a question:\n\n"
        "1. Paragraph 1: you print “Osai”. 2 other agencies print “Osei” (Meridian Press, Northgate Wire;"
        " all from 1 origin). Until we hear from you we go by “Osei”.\n"
        "> Transport Minister Abena Osai opened the talks on Monday.\n\n"
        "Could you please check it and tell us which is right? Many thanks.\n\n"
        "Ada, news desk"
    )
    notice = (
        f"Correction: {headline}\n\nIn the report by Harbour News: paragraph 1 should read “Osei” instead of “Osai”."
    )
    assert galleys(shown) == [("notice", notice), ("query", query)]
    links = [html.unescape(link) for link in MAIL.findall(shown)]
    assert [link.partition("?")[0] for link in links] == ["mailto:", "mailto:"]
    assert parse_qs(links[1].partition("?")[2]) == {
        "subject": [f"Query: {headline} (ferry-2)"],
        "body": [query.replace("\n", "\r\n")],
    }
    assert "The address of its desk is not known." in shown


def test_an_open_conflict_is_asked_about_and_makes_no_notice(viewer: Client, story: Story) -> None:
    found = galleys(page(viewer))
    assert [(kind, "Until we hear" in text) for kind, text in found] == [("query", False)]


def test_a_known_desk_is_written_to(editor: Client, decided: Story) -> None:
    Source.objects.filter(name="Harbour News").update(desk_address="desk+night@harbour.example")
    shown = page(editor)
    assert "Its desk: desk+night@harbour.example" in shown
    assert [link.partition("?")[0] for link in MAIL.findall(shown)] == [
        "mailto:",
        "mailto:desk%2Bnight@harbour.example",
    ]


def test_only_a_chief_is_sent_to_the_sources(editor: Client, chief: Client, decided: Story) -> None:
    assert [f'<a href="{reverse("sources")}">Set it' in page(client) for client in (editor, chief)] == [False, True]


def test_what_is_too_long_for_a_link_is_only_copied(editor: Client, now: datetime) -> None:
    story = making.a_story(now)
    bodies = [" ".join(f"She {verb} of matter {number}." for number in range(9)) for verb in ("spoke", "wrote")]
    one, other = (making.an_article(story, now, number=number, body=body) for number, body in enumerate(bodies))
    for number in range(9):
        making.a_conflict(story, now, (f"spoke of matter {number}", [one]), (f"wrote of matter {number}", [other]))
    shown = page(editor)
    assert [(kind, len(text) > 1900) for kind, text in galleys(shown)] == [("query", True)]
    assert (MAIL.findall(shown), shown.count("Too long for a mail link")) == ([], 1)


def test_nothing_to_say(viewer: Client, story: Story) -> None:
    story.conflicts.update(state="dismissed", level="info")
    assert "No word of any report is corrected, and no report stands alone with anything." in page(viewer)


def test_hostile_copy_is_only_words(editor: Client, story: Story, cast: Cast, now: datetime) -> None:
    Article.objects.filter(wire_id="ferry-2").update(headline=f"{making.HOSTILE}\r\nBcc: all@desk.example")
    Source.objects.filter(name="Harbour News").update(name=making.HOSTILE)
    shown = page(editor)
    assert making.HOSTILE not in shown
    assert "<script>alert" not in shown
    (_, text), (link,) = galleys(shown)[0], MAIL.findall(shown)
    assert text.split("\n\n")[0] == f"To the desk of {making.HOSTILE}"
    assert parse_qs(html.unescape(link).partition("?")[2])["subject"] == [
        f"Query: {making.HOSTILE} Bcc: all@desk.example (ferry-2)"
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    story = making.a_story(now)
    right = [making.an_article(story, now, number=index) for index in (0, 1)]
    for index in range(number):
        wrong = making.an_article(story, now, number=2 + index, name=f"Osai{index}")
        made = making.a_conflict(story, now, ("Osei", right), (f"Osai{index}", [wrong]))
        decide(made, editor=cast.editor, verdict=Verdict.APPROVE, reading=made.readings.get(text="Osei"), now=now)
        making.an_entry(story, cast.editor, now, deed=Deed.SEND, words=f"sent the query on “{index}” to Harbour News")
    client = cast.client("editor")
    # Session, user, permissions; the story; articles, claims; conflicts, readings, witnesses, decisions; digests,
    # composition, waivers, signatures; what was sent.
    with django_assert_num_queries(16):
        shown = client.get(reverse("notices", args=["ferry"])).content.decode()
    assert [kind for kind, _ in galleys(shown)] == ["notice", "query"] * number


def test_what_was_sent_is_in_the_log(editor: Client, viewer: Client, decided: Story, cast: Cast) -> None:
    report = decided.articles.get(wire_id="ferry-2")
    answer = editor.post(reverse("query-sent", args=["ferry"]), {"report": report.pk}, follow=True)
    assert "It is in the log that the query to Harbour News was sent." in answer.content.decode()
    entry = Entry.objects.get(deed=Deed.SEND)
    assert (entry.editor, entry.words) == (
        cast.editor,
        "sent the query on “Minister opens ferry talks, take 2” to Harbour News",
    )
    assert [f"{entry.words}</li>" in page(client) for client in (editor, viewer)] == [True, True]
    assert ["Mark as sent" in page(client) for client in (editor, viewer)] == [True, False]
    log = editor.get(reverse("activity"), {"deed": "send"}).content.decode()
    assert (entry.words in log, reverse("entry-answer", args=[entry.pk]) in log) == (True, False)


def test_a_report_of_another_story_was_not_asked_about(editor: Client, decided: Story, now: datetime) -> None:
    elsewhere = making.an_article(making.a_story(now, slug="elsewhere"), now, number=4)
    for report in (str(elsewhere.pk), "0", "9" * 30, "x", ""):
        answer = editor.post(reverse("query-sent", args=["ferry"]), {"report": report}, follow=True)
        assert "That report is not in this story any more." in answer.content.decode()
    assert not Entry.objects.filter(deed=Deed.SEND).exists()


def set_address(client: Client, address: str, slug: str = "harbour-news") -> str:
    """The sentence that the page of the sources answers with."""
    answer = client.post(reverse("source-address", args=[slug]), {"desk_address": address}, follow=True)
    said = re.findall(r'<p class="notice \w+">(.*?)</p>', answer.content.decode())
    return html.unescape(said[0]) if said else str(answer.status_code)


def test_a_chief_sets_the_address_of_a_desk(chief: Client, editor: Client, viewer: Client, story: Story) -> None:
    source = Source.objects.get(slug="harbour-news")
    assert set_address(chief, "desk@harbour.example") == "The address of Harbour News is set."
    assert set_address(chief, "x@y.example\r\nBcc: a@b.example") == (
        "That is no e-mail address. The one of Harbour News stays as it was."
    )
    assert set_address(editor, "other@harbour.example") == "403"
    source.refresh_from_db()
    assert source.desk_address == "desk@harbour.example"
    shown = viewer.get(reverse("sources")).content.decode()
    assert '<a class="small" href="mailto:desk@harbour.example">desk@harbour.example</a>' in shown
    form = f'action="{reverse("source-address", args=["harbour-news"])}"'
    assert [form in client.get(reverse("sources")).content.decode() for client in (viewer, chief)] == [False, True]
    assert set_address(chief, "") == "Harbour News has no address now."
    source.refresh_from_db()
    assert source.desk_address == ""
