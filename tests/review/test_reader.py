"""The article's page data."""

import pytest

from factcheck.models import Article, Claim
from factcheck.review.reader import read
from tests.review.conftest import Desk
from tests.review.stories import a_conflict


def test_the_page_has_the_copy_with_its_marks_and_margin_notes(desk: Desk) -> None:
    article = desk.articles[2]
    start = article.text.index("Orban Felt")
    Claim.objects.create(article=article, kind="name", start=start, end=start + 10, layer="body")
    a_conflict(desk.story, {"It rained": [article]}, state="withdrawn", key="gone")
    page = read(article.pk)
    assert (page.headline, page.source, page.story_title) == ("Velt meets envoy", "Coastal News", "Harbour talks")
    assert [(run.text, run.claims, run.conflicts) for run in page.paragraphs[1].runs] == [
        ("It rained. Minister ", (), ()),
        ("Orban Felt", ("name",), (desk.conflict.pk,)),
        (" met the envoy on Monday.", (), ()),
    ]
    assert [(note.pk, note.printed, note.suggested, note.where, note.state) for note in page.conflicts] == [
        (desk.conflict.pk, "“Orban Felt”", "Orban Velt", "paragraph 1", "open")
    ]
    assert page.claim_counts == (("name", 1),)


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow(desk: Desk, rows: int, django_assert_num_queries: object) -> None:
    article = desk.articles[0]
    for number in range(rows):
        a_conflict(desk.story, {"Velt": [article], "met": [article]}, key=str(number))
        Claim.objects.create(article=article, kind="name", start=number, end=number + 1, layer="body")
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(read(article.pk).conflicts) == rows + 1


def test_no_such_article(db: None) -> None:
    with pytest.raises(Article.DoesNotExist):
        read(404)
