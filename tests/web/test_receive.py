"""Dropping in copy, and the page of the batch."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from factcheck.intake.limits import MAX_FILE_BYTES
from factcheck.models import Article, Receipt, Run, Story
from factcheck.web.queries.batch import Stage, stage
from factcheck.web.uploads import BoundedUploadHandler
from tests.web import making
from tests.web.conftest import FRAGMENT, Cast

COPY = "Ferry talks open in Port Alder\n\nPORT ALDER, Sept. 19 (Northgate Wire) - The talks opened on Monday.\n"


def _file(name: str = "ferry.txt", content: bytes = COPY.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def _send(client: Client, **form: object) -> list[Receipt]:
    answer = client.post(reverse("receive"), form)
    receipts = list(Receipt.objects.order_by("pk"))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("batch", args=[receipts[-1].batch]))
    return receipts


def test_several_files_are_one_batch(editor: Client, cast: Cast, rung: list[int]) -> None:
    receipts = _send(editor, files=[_file("a.txt"), _file("b.txt", COPY.replace("Monday", "Tuesday").encode())])
    assert [(one.name, one.outcome, one.editor) for one in receipts] == [
        ("a.txt", "received", cast.editor),
        ("b.txt", "received", cast.editor),
    ]
    assert len({one.batch for one in receipts}) == 1
    assert rung == list(Run.objects.order_by("pk").values_list("pk", flat=True))


def test_a_bad_file_does_not_stop_the_others(editor: Client, rung: list[int]) -> None:
    receipts = _send(editor, files=[_file("empty.txt", b""), _file("binary.txt", bytes(range(256))), _file("good.txt")])
    assert [one.outcome for one in receipts] == ["refused", "refused", "received"]
    assert all(one.reason for one in receipts)
    assert len(rung) == 1


def test_the_same_file_twice_is_one_article(editor: Client, rung: list[int]) -> None:
    assert [one.outcome for one in _send(editor, files=[_file(), _file("again.txt")])] == ["received", "duplicate"]
    assert Article.objects.count() == 1


def test_a_file_over_the_limit_is_never_read(editor: Client, rung: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InMemoryUploadedFile, "read", None)
    monkeypatch.setattr("factcheck.intake.limits.MAX_FILE_BYTES", 10)
    sent = BytesIO(COPY.encode())
    sent.name = "ferry.txt"
    [receipt] = _send(editor, files=[sent])
    assert (receipt.outcome, receipt.size, receipt.raw) == ("refused", len(COPY), None)


def test_no_more_of_a_large_file_is_kept_than_tells_that_it_is_too_large(
    editor: Client, rung: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []
    complete = BoundedUploadHandler.file_complete

    def measured(handler: BoundedUploadHandler, size: int) -> object:
        kept.append(handler.file.tell())
        return complete(handler, size)

    monkeypatch.setattr(BoundedUploadHandler, "file_complete", measured)
    receipts = _send(editor, files=[_file("large.txt", b"x" * (3 * MAX_FILE_BYTES)), _file()])
    assert [(one.outcome, one.size) for one in receipts] == [("refused", 3 * MAX_FILE_BYTES), ("received", len(COPY))]
    assert receipts[0].reason == "This file is too large: it has 3 MiB, and the limit is 1 MiB."
    assert kept == [MAX_FILE_BYTES + 1, len(COPY)]


def test_pasted_copy_has_the_line_ends_that_the_agency_wrote(editor: Client, rung: list[int]) -> None:
    _send(editor, text=COPY.replace("\n", "\r\n"))
    assert Article.objects.get().text == COPY


def test_the_source_of_pasted_copy_can_be_given(editor: Client, rung: list[int]) -> None:
    _send(editor, text="Talks open\n\nThe talks opened on Monday in Port Alder.", source="Harbour News")
    assert Article.objects.get().source.name == "Harbour News"


def test_the_editor_can_choose_the_story(editor: Client, story: Story, rung: list[int]) -> None:
    [receipt] = _send(editor, files=[_file()], story=story.pk)
    assert receipt.article is not None
    assert receipt.article.story == story


@pytest.mark.parametrize("words", ["%ED%A0%80 is a lone surrogate", "%FF%FE not UTF-8", "%00 NUL", "%E2%80%AE turned"])
def test_odd_bytes_in_pasted_copy_never_break_the_page(words: str, editor: Client, rung: list[int]) -> None:
    body = f"text=The talks opened on Monday. {words}"
    answer = editor.post(reverse("receive"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 422}


@pytest.mark.parametrize("form", [{}, {"text": " \n "}, {"text": COPY, "story": "none"}])
def test_a_form_with_nothing_to_receive_says_so(form: dict[str, str], editor: Client, rung: list[int]) -> None:
    answer = editor.post(reverse("receive"), form)
    assert (answer.status_code, Receipt.objects.count()) == (422, 0)


def test_pasted_copy_beyond_the_limit_gets_a_sentence(editor: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = "text=" + "word " * 100
    answer = editor.post(reverse("receive"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "The pasted text is too long for one piece of copy." in answer.content.decode()


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\wire\\a.txt", "a\x00b.txt", "…" * 300, making.HOSTILE])
def test_odd_names_are_shown_safely(name: str, editor: Client, rung: list[int]) -> None:
    [receipt] = _send(editor, files=[_file(name)])
    page = editor.get(reverse("batch", args=[receipt.batch])).content.decode()
    assert "<script>alert" not in page
    assert "/" not in receipt.name


def _run(state: str, **more: object) -> Run:
    return Run(state=state, **more)


@pytest.mark.parametrize(
    ("reading", "comparison", "expected"),
    [
        (None, None, Stage("Waiting to be read", live=True)),
        (_run("queued"), None, Stage("Waiting to be read", live=True)),
        (_run("running"), None, Stage("Being read", live=True)),
        (_run("failed", error="No words."), None, Stage("Could not be read", failed=True, sentence="No words.")),
        (_run("done"), None, Stage("Read, waiting to be compared", live=True)),
        (_run("done"), _run("queued"), Stage("Read, waiting to be compared", live=True)),
        (_run("done"), _run("running"), Stage("Being compared", live=True)),
        (_run("done"), _run("done"), Stage("Read and compared")),
        (
            _run("done"),
            _run("failed", error="Broken."),
            Stage("Read, but could not be compared", failed=True, sentence="Broken."),
        ),
        (_run("queued", error="Tried again."), None, Stage("Waiting to be read", live=True, sentence="Tried again.")),
    ],
)
def test_how_far_a_file_has_come(reading: Run | None, comparison: Run | None, expected: Stage) -> None:
    assert stage(reading, comparison) == expected


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    batch = uuid4()
    for index in range(number):
        story = making.a_story(now, slug=f"story-{index}")
        article = making.an_article(story, now, number=index)
        making.a_run(article, now)
        making.a_run(story, now)
        making.a_receipt(article, now, batch=batch)
        making.a_receipt(None, now, batch=batch, reason="This is a picture.", raw=b"x")
    client = cast.client("editor")
    # Session, user; receipts, runs of the articles, runs of the stories. Two for the navigation's permissions.
    with django_assert_num_queries(7):
        client.get(reverse("batch", args=[batch]))


@pytest.mark.parametrize(("state", "status"), [("queued", 200), ("running", 200), ("done", 286), ("failed", 286)])
def test_polling_ends_when_every_file_has_come_to_its_end(
    state: str, status: int, editor: Client, story: Story, now: datetime
) -> None:
    article = story.articles.first()
    making.a_run(article, now, state)
    making.a_run(story, now)
    batch = making.a_receipt(article, now).batch
    answer = editor.get(reverse("batch", args=[batch]), headers=FRAGMENT)
    page = answer.content.decode()
    assert (answer.status_code, "hx-get" in page) == (status, status == 200)
    assert re.match(rf'<div class="stack" id="batch-files-{batch}"[ >]', page)


def test_the_page_says_so_when_the_worker_is_down(
    editor: Client, story: Story, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = story.articles.first()
    address = reverse("batch", args=[making.a_receipt(article, now).batch])
    said = []
    for up in (True, False):
        monkeypatch.setattr("factcheck.web.views.receipt.worker_is_up", lambda now, up=up: up)
        said.append("The worker does not answer." in editor.get(address).content.decode())
    assert said == [False, True]


def test_five_hundred_files_at_once(editor: Client, rung: list[int], tmp_path: Path) -> None:
    receipts = _send(editor, files=[_file(f"{number}.txt", b"") for number in range(500)])
    assert len(receipts) == 500
    assert editor.get(reverse("batch", args=[receipts[0].batch])).content.decode().count("<tr>") == 501
