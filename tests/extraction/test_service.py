from dataclasses import replace
from datetime import datetime

import pytest

from factcheck.collation.service import load_extracted
from factcheck.extraction import pipeline
from factcheck.extraction.service import copy_of, read_article, store_claims
from factcheck.models import Article, Claim, Source, Story
from factcheck.types import Doubt

TEXT = 'OSLO -- “The dam held,” Mayor Nora Lind said on Monday.\nLind told "reporters" 14 people left.'


@pytest.fixture
def article(db: None, now: datetime) -> Article:
    """A stored article with two paragraphs."""
    source = Source.objects.create(slug="northgate-wire", name="Northgate Wire")
    story = Story.objects.create(slug="dam", title="Dam", opened_at=now)
    return Article.objects.create(
        source=source, story=story, name="dam.txt", wire_id="1", headline="Dam", text=TEXT, raw=TEXT.encode(),
        sha256="0" * 64, received_at=now, filed_on=now.date(),
        segments=[["dateline", 0, 7], ["body", 8, 55], ["body", 56, len(TEXT)]],
    )  # fmt: skip


def rows(article: Article) -> list[tuple[str, str, str]]:
    return [(c.kind, TEXT[c.start : c.end], c.subject) for c in Claim.objects.filter(article=article)]


def test_claims_and_sentences_are_stored(article: Article) -> None:
    store_claims(article, read_article(article))
    article.refresh_from_db()
    assert [TEXT[start:end] for start, end in article.sentences] == [
        "OSLO --",
        "“The dam held,” Mayor Nora Lind said on Monday.",
        'Lind told "reporters" 14 people left.',
    ]
    assert rows(article) == [
        ("quote", "The dam held,", "Nora Lind"),
        ("role", "Mayor", "Nora Lind"),
        ("name", "Nora Lind", "Nora Lind"),
        ("date", "Monday", "2023-09-18"),
        ("name", "Lind", "Nora Lind"),
        ("quote", "reporters", "Nora Lind"),
        ("figure", "14", "people"),
    ]
    quote = article.claims.get(kind="quote", subject="Nora Lind", start=TEXT.index("The dam"))
    assert (quote.speaker["name"], quote.speaker["evidence"], quote.cue["text"]) == ("Nora Lind", "adjacent", "said")


def test_reading_again_changes_nothing(article: Article) -> None:
    store_claims(article, read_article(article))
    before = rows(article)
    store_claims(article, read_article(article))
    assert rows(article) == before


@pytest.mark.parametrize("times", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_claims(
    article: Article, times: int, django_assert_max_num_queries: object
) -> None:
    article.text = "Nora Lind met Per Holm in Oslo on Monday. " * times
    article.segments = [["body", 0, len(article.text)]]
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        store_claims(article, read_article(article))


def test_doubtful_words_are_stored_and_read_again(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt = Doubt(TEXT.index("dam"), TEXT.index("dam") + 3, "damn", 0.99)
    read = pipeline.extract(copy_of(article), pipeline.load())
    monkeypatch.setattr(pipeline, "extract", lambda copy, nlp: replace(read, doubts=(doubt,)))
    store_claims(article, read_article(article))
    article.refresh_from_db()
    assert load_extracted(article).doubts == (doubt,)
