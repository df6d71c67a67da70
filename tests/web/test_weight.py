"""A large story: its pages are light, and made in as many queries as a small one's."""

from gzip import decompress

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.models import Story
from tests.bench.large_story import large_story
from tests.web.conftest import FRAGMENT, Cast

MOST_BYTES = 150 * 1024


@pytest.fixture
def large(cast: Cast) -> Story:
    return large_story()


def _pages(story: Story) -> dict[str, str]:
    conflict = story.conflicts.order_by("rank")[11]
    address = story.get_absolute_url()
    return {
        "desk": reverse("desk"),
        "story": address,
        "every state": f"{address}?state=all",
        "later": f"{address}?after={conflict.pk}",
        "conflict": conflict.get_absolute_url(),
        "article": story.articles.all()[0].get_absolute_url(),
        "agreement": reverse("agreement", args=[story.slug]),
        "people": reverse("registry", args=[story.slug]),
        "side by side": reverse("beside", args=[story.slug]),
        "several at once": f"{reverse('story-bulk', args=[story.slug])}?way=approve",
        "digest": reverse("digest-preview", args=[story.slug]),
        "notices": reverse("notices", args=[story.slug]),
        "corrected": f"{story.articles.all()[0].get_absolute_url()}corrected/",
        "search": reverse("search") + "?q=variant",
        "search of one noun": reverse("search") + "?q=men&in=report",
    }


def test_no_page_of_a_large_story_is_heavy(large: Story, editor: Client) -> None:
    weights = {}
    for name, address in _pages(large).items():
        answer = editor.get(address, headers={"Accept-Encoding": "gzip"})
        assert (name, answer.status_code, answer.headers.get("Content-Encoding")) == (name, 200, "gzip")
        assert decompress(answer.content).endswith(b"</html>\n")
        weights[name] = len(answer.content)
    assert {name: weight for name, weight in weights.items() if weight > MOST_BYTES} == {}


@pytest.mark.parametrize("conflicts", [40, 300])
def test_a_large_queue_takes_as_many_queries_as_a_small_one(conflicts: int, cast: Cast) -> None:
    story = large_story(articles=10, conflicts=conflicts)
    client = cast.client("editor")
    taken = {name: _queries(client, address) for name, address in _pages(story).items()}
    assert taken == {
        "desk": 11, "story": 28, "every state": 28, "later": 29, "conflict": 21, "article": 8,
        "agreement": 14, "people": 10, "side by side": 12, "several at once": 10, "digest": 21,
        "corrected": 15, "notices": 16, "search": 7, "search of one noun": 7,
    }  # fmt: skip


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_before_a_large_digest_is_issued_the_first_blockers_are_named(large: Story, editor: Client) -> None:
    page = editor.get(reverse("digest-preview", args=[large.slug])).content.decode()
    named, _, rest = page.partition('id="issue-title"')[2].partition("</section>")[0].partition("<details")
    told = f"All {(named + rest).count('<li>')}</summary>" in rest
    assert (named.count("<li>"), rest.count("<li>") > 100, told) == (12, True, True)


def test_the_rest_of_the_witnesses_comes_when_asked(large: Story, editor: Client) -> None:
    conflict = large.conflicts.order_by("rank")[0]
    queue = editor.get(large.get_absolute_url()).content.decode()
    assert f'hx-get="/conflicts/{conflict.pk}/?reading=1"' in queue
    fragment = editor.get(f"/conflicts/{conflict.pk}/", {"reading": "1"}, headers=FRAGMENT).content.decode()
    reading = conflict.readings.get(position=0)
    assert fragment.startswith(f'<div class="witnesses" id="witnesses-{reading.pk}">')
    assert fragment.count('class="witness"') == 30
    page = editor.get(f"/conflicts/{conflict.pk}/").content.decode()
    assert page.count('class="witness"') == 38
    for nonsense in ("9", "x", ""):
        answer = editor.get(f"/conflicts/{conflict.pk}/", {"reading": nonsense}, headers=FRAGMENT)
        assert answer.status_code == 404
