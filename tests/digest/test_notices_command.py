"""``manage.py notices``: the texts of the page, for the shell."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from factcheck.models import Source
from factcheck.review.service import decide
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW

PRINTED = """\
Coastal News (coastal-news)
===========================

NOTICE, Correction: The agency has no form of its own here.

Correction: Velt meets envoy

In the report by Coastal News of 19 September 2023: paragraph 1 should read “Orban Velt” instead of “Orban Felt”.

QUERY to desk@coastal.example

Subject: Query: Velt meets envoy (19 September 2023)

To the desk of Coastal News

Your report “Velt meets envoy” (19 September 2023) leaves us with a question:

1. Paragraph 1: you print “Orban Felt”. 2 other agencies print “Orban Velt” (Meridian Press, Northgate Wire). \
Until we hear from you we go by “Orban Velt”.
> Minister Orban Felt met the envoy on Monday.

Could you please check it and tell us which is right? Many thanks.

Wire editor, news desk
"""
NOTHING = "There is nothing to print and nothing to ask.\n"


def printed(*words: str) -> str:
    out = StringIO()
    call_command("notices", *words, stdout=out)
    return out.getvalue()


def test_it_prints_what_the_page_shows(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    Source.objects.filter(slug="coastal-news").update(desk_address="desk@coastal.example")
    slug = desk.story.slug
    assert printed(slug) == PRINTED
    assert printed(slug, "--agency", "coastal-news") == PRINTED
    assert printed(slug, "--agency", "northgate-wire") == NOTHING
    assert printed(slug, "--signature", "Ada Lund") == PRINTED.replace("Wire editor", "Ada Lund")


def test_where_nobody_knows_the_desk(desk: Desk) -> None:
    assert "\nQUERY\n" in printed(desk.story.slug)


def test_a_story_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(CommandError, match=r"^There is no story 'nowhere'\.$"):
        printed("nowhere")
