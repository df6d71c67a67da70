"""Preview and issue on stored stories."""

import json
import threading
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from factcheck.collation.rules import RULES, Rule
from factcheck.digest.blockers import Blocker
from factcheck.digest.service import CannotIssue, Terms, issue, preview
from factcheck.digest.verify import fingerprint
from factcheck.models import Article, Claim, Conflict, Digest, Run
from factcheck.review.service import decide
from factcheck.types import ConflictKind, Level, Verdict
from tests.review.conftest import Desk, a_desk
from tests.review.stories import NOW, a_conflict, a_story, an_article

AGAIN = Terms(change_note="Issued again.")
ALL_THE_SAME = Terms(change_note="Issued again.", override="The deadline.")


@pytest.fixture(autouse=True)
def names_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of rules with the one kind that these stories hold."""
    rule = Rule("Name spelling", Level.ERROR, 1.0, 0.5, None, True, lambda event: iter(()))
    monkeypatch.setattr("factcheck.digest.stored_material.RULES", {**RULES, ConflictKind.NAME_SPELLING: rule})


def test_a_preview_shows_what_would_be_issued_and_what_blocks_it(desk: Desk) -> None:
    shown = preview(desk.story, now=NOW)
    assert shown.blockers == (Blocker("Open error: Two spellings of one name.", conflict=desk.conflict.pk),)
    assert [point["conflict"] for point in shown.content["open_points"]] == [desk.conflict.pk]
    assert not Digest.objects.exists()


def test_issuing_freezes_the_corrected_copy(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    first = issue(desk.story, editor=desk.ben, now=NOW)
    second = issue(desk.story, editor=desk.ben, now=NOW + timedelta(minutes=5), terms=AGAIN)
    assert (first.number, second.number) == (1, 2)
    content = Digest.objects.get(pk=first.pk).content
    assert (content["number"], content["issued_by"], content["issued_at"]) == (1, "Ben", "2023-09-19T12:40:00+00:00")
    assert content["articles"][2]["text"] == "Velt meets envoy\nIt rained. Minister Orban Velt met the envoy on Monday."
    assert [row["words"] for row in content["corrections"]] == [
        "“Orban Felt” corrected to “Orban Velt” in Coastal News, paragraph 1 — approved by Ada, 12:40;"
        " 2 of 3 reports have it"
    ]
    assert content["sha256"] == fingerprint(content) == fingerprint(json.loads(json.dumps(content)))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Article.State.RECEIVED, "“Talks held” is still being read."),
        (Article.State.PROCESSING, "“Talks held” is still being read."),
    ],
)
def test_articles_at_work_refuse_the_issue(desk: Desk, state: str, sentence: str) -> None:
    Article.objects.filter(pk=desk.articles[0].pk).update(state=state)
    with pytest.raises(CannotIssue) as refusal:
        issue(desk.story, editor=desk.ada, now=NOW)
    assert str(refusal.value) == sentence
    assert not Digest.objects.exists()


@pytest.mark.parametrize("state", [Run.State.QUEUED, Run.State.RUNNING])
def test_a_comparison_at_work_refuses_the_issue(desk: Desk, state: str) -> None:
    Run.objects.create(kind=Run.Kind.COLLATE, story=desk.story, state=state, queued_at=NOW)
    with pytest.raises(CannotIssue, match=r"^The articles are still being compared\.$"):
        issue(desk.story, editor=desk.ada, now=NOW)


def test_a_failed_comparison_refuses_the_issue_until_it_is_made_again(desk: Desk) -> None:
    for state in (Run.State.DONE, Run.State.FAILED):
        Run.objects.create(kind=Run.Kind.COLLATE, story=desk.story, state=state, queued_at=NOW)
    with pytest.raises(CannotIssue, match=r"^The last comparison of the articles failed\. Have them compared again "):
        issue(desk.story, editor=desk.ada, now=NOW)
    Run.objects.create(kind=Run.Kind.COLLATE, story=desk.story, state=Run.State.DONE, queued_at=NOW)
    assert issue(desk.story, editor=desk.ada, now=NOW, terms=ALL_THE_SAME).number == 1


def test_what_the_preview_did_not_show_is_not_issued(desk: Desk) -> None:
    seen = asdict(preview(desk.story, now=NOW).seen)
    decide(desk.conflict, editor=desk.ben, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    with pytest.raises(CannotIssue, match=r"^Something was decided since this preview was made: look again\.$"):
        issue(desk.story, editor=desk.ada, now=NOW, **seen)
    seen = asdict(preview(desk.story, now=NOW).seen)
    assert issue(desk.story, editor=desk.ada, now=NOW, **seen).number == 1
    with pytest.raises(CannotIssue, match=r"^No\. 1 was just issued\.$"):
        issue(desk.story, editor=desk.ada, now=NOW, **seen)
    assert desk.story.digests.count() == 1


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Article, {"publication": "canceled"}),
        (Article, {"embargo_until": NOW + timedelta(hours=5)}),
        (Article, {"story": None}),
        (Conflict, {"state": "withdrawn"}),
        (Conflict, {"summary": "Three spellings of one name."}),
    ],
    ids=str,
)
def test_what_reads_otherwise_since_the_preview_is_looked_at_first(
    desk: Desk, model: type[Article | Conflict], fields: dict[str, Any]
) -> None:
    decide(desk.conflict, editor=desk.ben, verdict=Verdict.UNSURE, now=NOW)
    seen = asdict(preview(desk.story, now=NOW).seen)
    moved = {"story": a_story("other", "Other")} if "story" in fields else {}
    last = model.objects.order_by("-pk").first()
    model.objects.filter(pk=last.pk).update(**(fields | moved))
    with pytest.raises(CannotIssue, match=r"^The digest reads otherwise than this preview showed: look again\.$"):
        issue(desk.story, editor=desk.ada, now=NOW, terms=ALL_THE_SAME, **seen)
    assert not Digest.objects.exists()


def test_the_passing_of_time_changes_no_preview(desk: Desk) -> None:
    seen = asdict(preview(desk.story, now=NOW).seen)
    assert issue(desk.story, editor=desk.ada, now=NOW + timedelta(hours=1), terms=ALL_THE_SAME, **seen).number == 1


@pytest.mark.parametrize(
    "fields", [{"state": "failed"}, {"publication": "canceled"}, {"publication": "withheld"}], ids=str
)
def test_a_story_without_usable_copy_refuses_the_issue(desk: Desk, fields: dict[str, str]) -> None:
    story = a_story("empty", "Empty")
    with pytest.raises(CannotIssue, match=r"^There is no article yet that a digest could be made of\.$"):
        issue(story, editor=desk.ada, now=NOW)
    an_article(story, "Meridian Press", "Gone\nNothing here.", **fields)
    with pytest.raises(CannotIssue, match=r"^There is no article yet that a digest could be made of\.$"):
        issue(story, editor=desk.ada, now=NOW)


def test_a_replaced_version_is_left_out(desk: Desk) -> None:
    old = desk.articles[0]
    an_article(desk.story, "Meridian Press", "Talks held\nUpdated.", wire_id=old.wire_id, version=2, supersedes=old)
    assert [(one["article"], one["reason"]) for one in preview(desk.story, now=NOW).content["left_out"]] == [
        (old.pk, "A later version replaced it.")
    ]


def test_quotations_come_from_the_claims(desk: Desk) -> None:
    article = an_article(desk.story, "Harbour Radio", "Head\n“We had good talks,” she said.")
    for mode, start, end in (("direct", 6, 24), ("indirect", 5, 30)):
        Claim.objects.create(
            article=article, kind="quote", start=start, end=end, layer="body",
            value={"mode": mode}, speaker={"text": "she", "start": 26, "end": 29, "name": "Ines Moreau"},
        )  # fmt: skip
    rows = preview(desk.story, now=NOW).content["quotations"]
    assert [(row["text"], row["speaker"], row["reports"]) for row in rows] == [("We had good talks,", "Ines Moreau", 1)]


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow(desk: Desk, rows: int, django_assert_num_queries: object) -> None:
    for number in range(rows - 1):
        made = a_conflict(desk.story, {"Velt": desk.articles[:2], "met": desk.articles}, key=str(number))
        decide(made, editor=desk.ada, verdict=Verdict.UNSURE, now=NOW)
        an_article(desk.story, f"Wire {number}", f"Head {number}\nBody.")
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    with django_assert_num_queries(15):  # type: ignore[operator]
        preview(desk.story, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_editors_issue_at_once_without_a_gap() -> None:
    cast = a_desk()
    barrier = threading.Barrier(4)
    faults: list[Exception] = []

    def press() -> None:
        try:
            barrier.wait()
            issue(cast.story, editor=cast.ada, now=NOW, terms=ALL_THE_SAME)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert list(cast.story.digests.values_list("number", flat=True)) == [1, 2, 3, 4]
