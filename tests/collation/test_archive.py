"""The archive in the database: filled when copy was read, emptied when it goes, asked when a story is compared."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factcheck.collation import archive_index, stored_archive
from factcheck.collation.archive import Calling
from factcheck.collation.archive_index import index, index_all
from factcheck.collation.quotation_keys import keys
from factcheck.collation.stored_archive import StoredArchive
from factcheck.collation.words import normal
from factcheck.models import Article, Claim, Conflict, Posting, Printing, Source, Story
from factcheck.pipeline import execute, process
from tests.collation.test_quotations import LONG

pytestmark = pytest.mark.django_db

FILED, JUNE = date(2023, 9, 19), date(2023, 6, 3)
HEAD = "Dam breaks at Tessel"
NEW = f"The dam of Tessel broke on Monday.\n“{LONG},” Mayor Orla Brandt told people at the quay."
OLDER = f"Mayor Orla Brandt spoke to pupils at a school in Tessel.\n“{LONG},” Brandt said."
SHEDS = ("house", "barn", "shed")
numbers = count(1)


def a_story(now: datetime) -> Story:
    number = next(numbers)
    return Story.objects.create(slug=f"story-{number}", title="Tessel", opened_at=now)


def dropped(text: str, story: Story, now: datetime, filed_on: date | None, headline: str = HEAD) -> Article:
    """An article as intake leaves it, every line a paragraph."""
    number = next(numbers)
    source, _ = Source.objects.get_or_create(slug=f"agency-{number % 3}", defaults={"name": "Northgate Wire"})
    segments, at = [], 0
    for line in text.splitlines(keepends=True):
        segments.append(["body", at, at + len(line.rstrip())])
        at += len(line)
    return Article.objects.create(
        source=source, story=story, name="a.txt", wire_id=str(number), headline=headline, text=text, raw=b"",
        sha256=f"{number:064}", received_at=now, filed_on=filed_on, segments=segments,
    )  # fmt: skip


def read(text: str, now: datetime, filed_on: date | None = FILED, story: Story | None = None, **more: str) -> Article:
    """An article that the worker has read; nothing is compared yet."""
    article = dropped(text, story or a_story(now), now, filed_on, **more)
    process(article, now)
    article.refresh_from_db()
    return article


def compared(article: Article, now: datetime) -> list[Conflict]:
    """What the worker finds in the archive when it compares the article's story."""
    for run in article.story.runs.waiting():
        execute(run, now)
        run.delete()
    return list(article.story.conflicts.filter(kind="provenance", state="open"))


def held() -> tuple[set[tuple[int, int]], set[tuple[str, int]]]:
    return set(Posting.objects.values_list("key", "claim__article")), set(
        Printing.objects.values_list("form", "article")
    )


def test_what_was_read_is_in_the_archive(now: datetime) -> None:
    article = read(NEW, now)
    postings, printings = held()
    assert postings == {(key, article.pk) for key in keys(normal(LONG))}
    assert printings == {("Orla Brandt", article.pk)}


def test_a_name_counts_once_a_story_alone_and_in_full(now: datetime) -> None:
    articles = [read(f"{OLDER} Brandt waved. Orla Brandt left. Brandt was glad.\nNo. {n}", now) for n in range(2)]
    assert StoredArchive(a_story(now)).printed(["Orla Brandt", "Brandt", "Orla"]) == {"Orla Brandt": 2, "Brandt": 2}
    assert StoredArchive(articles[0].story).printed(["Orla Brandt", "Brandt"]) == {"Orla Brandt": 1, "Brandt": 1}


def test_the_archive_tells_by_which_part_of_a_name_persons_are_called(now: datetime) -> None:
    texts = ("Dravek waved.", "Dravek left. Dravek was glad.", "Olun slept.", "They all left.")
    stories = [read(f"President Dravek Olun spoke in Tessel.\n{text}", now).story for text in texts]
    read("President Dravek Olun spoke in Tessel.\nDravek spoke again.", now, story=stories[0])
    read("Dravek left without his other name.", now)
    name = ("Dravek", "Olun")
    assert StoredArchive(a_story(now)).called([name, ("Orla", "Brandt")]) == {name: Calling(2, 1)}
    assert StoredArchive(stories[0]).called([name]) == {name: Calling(1, 1)}


def test_indexing_again_changes_nothing(now: datetime) -> None:
    articles = [read(NEW, now), read(OLDER, now, JUNE)]
    before = held()
    index(articles)
    process(articles[0], now)
    call_command("index_archive")
    assert held() == before


def test_the_command_fills_an_empty_archive_in_batches(
    now: datetime, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(archive_index, "AT_ONCE", 2)
    for n in range(3):
        read(f"{NEW}\nNo. {n}", now)
    dropped(OLDER, a_story(now), now, JUNE)
    before = held()
    Posting.objects.all().delete()
    Printing.objects.all().delete()
    call_command("index_archive")
    assert held() == before
    assert capsys.readouterr().out == "2 articles …\n3 articles …\nThe archive holds 3 articles.\n"


def test_claims_that_are_replaced_leave_the_archive(now: datetime) -> None:
    article = read(NEW, now)
    article.claims.all().delete()
    assert held() == (set(), {("Orla Brandt", article.pk)})
    Article.objects.filter(pk=article.pk).update(text=NEW.replace("Orla", "Vera"))
    process(Article.objects.get(pk=article.pk), now)
    postings, printings = held()
    assert (len(postings), printings) == (15, {("Vera Brandt", article.pk)})


def test_canceled_copy_leaves_the_archive(now: datetime) -> None:
    older, new = read(OLDER, now, JUNE), read(NEW, now)
    assert len(compared(new, now)) == 1
    Article.objects.filter(pk=older.pk).update(publication=Article.Publication.CANCELED)
    compared(older, now)
    gone = [held()]
    process(Article.objects.get(pk=older.pk), now)
    list(index_all())
    gone.append(held())
    assert [{article for _, article in (*postings, *printings)} for postings, printings in gone] == [{new.pk}] * 2
    process(new, now)
    assert compared(new, now) == []


def test_an_old_quotation_sold_as_new_is_found_by_the_workers(now: datetime) -> None:
    read(OLDER, now, JUNE, headline="Mayor <b>visits</b> a school")
    new = read(NEW, now)
    (found,) = compared(new, now)
    assert (found.level, found.summary, found.reason) == (
        "discrepancy",
        f"The words “{LONG}” are told as new, but Northgate Wire had them on 3 June 2023, "
        "in “Mayor <b>visits</b> a school”.",
        "Both reports name the same speaker.",
    )
    assert [(w.article_id, new.text[w.start : w.end]) for w in found.readings.get().witnesses.all()] == [
        (new.pk, f"{LONG},")
    ]


def test_the_older_report_has_nothing_to_answer_for(now: datetime) -> None:
    older, _ = read(OLDER, now, JUNE), read(NEW, now)
    assert compared(older, now) == []


SAID = f"“{LONG},” Mayor Orla Brandt told people at the quay"


@pytest.mark.parametrize(
    ("older", "days", "new"),
    [
        pytest.param(OLDER, [JUNE], NEW.replace("told people", "had told people"), id="had told"),
        pytest.param(OLDER, [JUNE], f"{SAID} in June.", id="in June"),
        pytest.param(OLDER, [JUNE], f"{SAID} on 3 June.", id="a day long before"),
        pytest.param(OLDER, [JUNE], f"Brandt came on 3 June. {SAID}.", id="a day in the sentence before"),
        pytest.param(OLDER.replace("Orla Brandt", "Nils Haug").replace("Brandt", "Haug"), [JUNE], NEW, id="speakers"),
        pytest.param(OLDER, [FILED - timedelta(days=13)], NEW, id="too fresh"),
        pytest.param(OLDER, [FILED + timedelta(days=13)], NEW, id="said later"),
        pytest.param(OLDER, [None], NEW, id="nobody knows when"),
        pytest.param(OLDER, [JUNE - timedelta(days=n) for n in range(3)], NEW, id="a standing phrase"),
        pytest.param(OLDER.replace(LONG, LONG[:46]), [JUNE], NEW.replace(LONG, LONG[:46]), id="a few words"),
    ],
)
def test_the_workers_stay_silent(older: str, days: Sequence[date | None], new: str, now: datetime) -> None:
    for n, day in enumerate(days):
        read(f"{older}\nNo. {n}", now, day)
    assert compared(read(new, now), now) == []


def test_an_article_without_a_day_is_not_compared(now: datetime) -> None:
    read(OLDER, now, JUNE)
    assert compared(read(NEW, now, None), now) == []


def test_copy_of_the_same_story_is_never_the_archive(now: datetime) -> None:
    older = read(OLDER, now, JUNE)
    new = read(NEW, now, story=older.story)
    assert compared(new, now) == []
    Article.objects.filter(pk=older.pk).update(story=a_story(now))
    process(new, now)
    assert len(compared(new, now)) == 1


def test_a_common_phrase_leads_nowhere_and_takes_no_more_room(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_archive, "LONGEST_POSTING", 2)
    monkeypatch.setattr(archive_index, "LONGEST_POSTING", 2)
    asked, archive = [keys(normal(LONG))], StoredArchive(a_story(now))
    found = []
    for n in range(4):
        read(f"{OLDER}\nNo. {n}", now, JUNE)
        found.append((len(archive.quotations(asked)[0]), Posting.objects.count()))
    assert found == [(1, 15), (2, 30), (0, 45), (0, 45)]


def test_the_likest_come_first_and_no_more_than_can_be_read(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_archive, "MOST_CANDIDATES", 2)
    for words in (LONG.replace("southern", "northern"), LONG, LONG.replace("storms", "gales")):
        read(OLDER.replace(LONG, words), now, JUNE)
    (found,) = StoredArchive(a_story(now)).quotations([keys(normal(LONG))])
    assert (len(found), found[0].words) == (2, f"{LONG},")
    assert (found[0].speaker, found[0].filed_on) == (frozenset({"orla", "brandt"}), JUNE)


def test_more_than_one_statement_takes_is_asked_in_portions(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_archive, "AT_ONCE", 4)
    for n in range(5):
        read(f"{OLDER}\nNo. {n}", now, JUNE)
    (found,) = StoredArchive(a_story(now)).quotations([keys(normal(LONG))])
    assert [earlier.words for earlier in found] == [f"{LONG},"] * 5


def test_the_words_of_a_broken_quotation_are_read_without_its_attribution(now: datetime) -> None:
    first, last = LONG.split(" along ")
    read(f"“{first},” Mayor Orla Brandt said, “along {last}.”", now, JUNE)
    (found,) = StoredArchive(a_story(now)).quotations([keys(normal(LONG))])
    assert [normal(earlier.words) for earlier in found] == [normal(LONG)]


def test_the_number_of_queries_does_not_grow(now: datetime) -> None:
    counts = []
    for size in (1, 3):
        story = a_story(now)
        articles = []
        for n in range(size):
            words = LONG.replace("house", ("house", "barn", "shed")[n]).replace(
                "winter", ("winter", "autumn", "May")[n]
            )
            read(OLDER.replace(LONG, words), now, JUNE)
            articles.append(read(NEW.replace(LONG, words), now, story=story))
        with CaptureQueriesContext(connection) as looking:
            StoredArchive(story).quotations([keys(normal(LONG))] * size)
            StoredArchive(story).printed([f"Orla Brandt {n}" for n in range(size)])
        with CaptureQueriesContext(connection) as indexing:
            index(Article.objects.filter(story=story).select_related("source").prefetch_related("claims"))
        counts.append((len(looking), len(indexing)))
    assert counts[0] == counts[1]


def test_reading_an_article_anew_takes_as_many_queries_however_much_it_quotes(now: datetime) -> None:
    counts = []
    for size in (1, 3):
        quotes = "\n".join(
            f"“{LONG.replace('house', word)},” Orla Brandt said." for word in ("house", "barn", "shed")[:size]
        )
        article = read(quotes, now)
        with CaptureQueriesContext(connection) as queries:
            process(article, now)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Claim.objects.filter(postings__isnull=False).distinct().count() == 4
