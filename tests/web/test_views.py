"""The views of a story: each says what it is, and which of them it is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Story
from tests.web.conftest import Cast

HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
CURRENT = re.compile(r'aria-current="page">([^<]+)</a>')


@pytest.fixture
def editor(cast: Cast) -> Client:
    return cast.client("editor")


@pytest.mark.parametrize(
    ("name", "heading", "view"),
    [
        ("agreement", "Who says what", "Who says what"),
        ("registry", "People of the story", "People"),
        ("beside", "Two reports side by side", "Side by side"),
        ("notices", "Notices to print, queries to send", "Notices"),
    ],
)
def test_a_view_says_what_it_is(name: str, heading: str, view: str, editor: Client, story: Story) -> None:
    page = editor.get(reverse(name, args=[story.slug])).content.decode()
    assert HEADING.findall(page) == [heading]
    assert CURRENT.findall(page) == [view]
