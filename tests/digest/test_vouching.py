"""Waiving, signing, putting together and withdrawing on stored stories."""

import json
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from factcheck.collation.rules import RULES, Rule
from factcheck.digest.composing import StaleComposition, opened, save
from factcheck.digest.framing import MaterialComposition
from factcheck.digest.gate import sign, waive
from factcheck.digest.service import CannotIssue, Preview, Terms, issue, preview, withdraw
from factcheck.digest.verify import fingerprint
from factcheck.models import Claim, Composition, Digest, Entry, Signature, Waiver, Witness
from factcheck.review.service import decide
from factcheck.types import ConflictKind, Level, Verdict
from tests.review.conftest import Desk, a_desk
from tests.review.stories import NOW, a_conflict, an_article, an_editor


@pytest.fixture(autouse=True)
def names_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of rules with the one kind that these stories hold."""
    rule = Rule("Name spelling", Level.ERROR, 1.0, 0.5, None, True, lambda event: iter(()))
    monkeypatch.setattr("factcheck.digest.stored_material.RULES", {**RULES, ConflictKind.NAME_SPELLING: rule})


@pytest.fixture
def quoting(desk: Desk) -> Desk:
    """The story with a decided name and a quotation of one report."""
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    article = an_article(desk.story, "Harbour Radio", "Head\n“We had good talks,” said Ines Moreau.")
    Claim.objects.create(
        article=article, kind="quote", start=6, end=24, layer="body", value={"mode": "direct"},
        speaker={"text": "Ines Moreau", "start": 32, "end": 43, "name": "Ines Moreau"},
    )  # fmt: skip
    return desk


def seen(shown: Preview) -> dict[str, str]:
    return {part.part: part.fingerprint for part in shown.signing}


def words(shown: Preview) -> list[str]:
    return [blocker.words for blocker in shown.blockers]


SINGLE = "One claim of a single source is not waived."
UNSIGNED = "No second editor has signed the quotations."


def test_a_story_passes_the_gate(quoting: Desk) -> None:
    story = quoting.story
    shown = preview(story, now=NOW, person=quoting.ada.pk)
    assert words(shown) == [SINGLE, UNSIGNED]
    with pytest.raises(CannotIssue) as refusal:
        issue(story, editor=quoting.ada, now=NOW)
    assert str(refusal.value) == f"{SINGLE} And 1 more."
    claims = [single.claim for single in shown.single]
    assert waive(story, editor=quoting.ada, claims=claims, reason="Our own recording.", now=NOW) == 1
    assert sign(story, editor=quoting.ben, seen=seen(shown), now=NOW) == "the quotations"
    assert words(preview(story, now=NOW, person=quoting.ada.pk)) == []
    content = issue(story, editor=quoting.ada, now=NOW).content
    assert content["gate"] == {
        "waived": [
            {
                "words": "the quotation “We had good talks,”",
                "reason": "Our own recording.",
                "editor": "Ada",
                "at": "2023-09-19T12:40:00+00:00",
            }
        ],
        "signatures": [{"editor": "Ben", "at": "2023-09-19T12:40:00+00:00", "over": "quotations"}],
        "override": None,
    }
    assert [(entry.deed, entry.words) for entry in Entry.objects.order_by("pk")][-2:] == [
        ("waive", "waived the quotation “We had good talks,”: Our own recording."),
        ("sign", "signed the quotations of the digest"),
    ]


def test_nobody_is_a_second_editor_to_themselves(quoting: Desk) -> None:
    sign(quoting.story, editor=quoting.ben, seen=seen(preview(quoting.story, now=NOW)), now=NOW)
    assert UNSIGNED in words(preview(quoting.story, now=NOW, person=quoting.ben.pk))
    with pytest.raises(CannotIssue):
        issue(quoting.story, editor=quoting.ben, now=NOW)


def test_what_reads_otherwise_is_not_signed(quoting: Desk) -> None:
    shown = preview(quoting.story, now=NOW)
    Claim.objects.filter(kind="quote").update(speaker={"text": "she", "start": 32, "end": 35, "name": "Ada Kerr"})
    with pytest.raises(CannotIssue, match=r"^What you signed reads otherwise by now\. Look at it again\.$"):
        sign(quoting.story, editor=quoting.ben, seen=seen(shown), now=NOW)
    with pytest.raises(CannotIssue):
        sign(quoting.story, editor=quoting.ben, seen={}, now=NOW)
    assert not Signature.objects.exists()


def test_whoever_decided_cannot_sign(quoting: Desk) -> None:
    radio = quoting.story.articles.last()
    wording = a_conflict(quoting.story, {"good talks": [radio]}, kind="quote-wording", suggested="long talks")
    decide(wording, editor=quoting.ben, verdict=Verdict.APPROVE, reading=wording.readings.get(), now=NOW)
    shown = preview(quoting.story, now=NOW)
    with pytest.raises(CannotIssue) as refusal:
        sign(quoting.story, editor=quoting.ben, seen=seen(shown), now=NOW)
    assert str(refusal.value) == "You decided about the quotations yourself: another editor must sign."
    assert sign(quoting.story, editor=quoting.ada, seen=seen(shown), now=NOW) == "the quotations"


def test_a_waiver_needs_a_reason_and_is_given_once(quoting: Desk) -> None:
    claims = [single.claim for single in preview(quoting.story, now=NOW).single]
    with pytest.raises(CannotIssue, match=r"^Say why the claim may go out on a single source\.$"):
        waive(quoting.story, editor=quoting.ada, claims=claims, reason="", now=NOW)
    assert [
        waive(quoting.story, editor=quoting.ada, claims=[*claims, "facts-0"], reason="Heard.", now=NOW)
        for _ in range(2)
    ] == [1, 0]
    assert list(Waiver.objects.values_list("claim", "reason")) == [(claims[0], "Heard.")]


def test_a_chief_goes_past_what_blocks_and_the_reason_is_kept(desk: Desk) -> None:
    content = issue(desk.story, editor=desk.ada, now=NOW, terms=Terms(override="The deadline.")).content
    assert content["gate"]["override"] == {
        "editor": "Ada",
        "reason": "The deadline.",
        "at": "2023-09-19T12:40:00+00:00",
        "past": ["Open error: Two spellings of one name."],
    }
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    unneeded = issue(desk.story, editor=desk.ada, now=NOW, terms=Terms(override="The deadline.")).content
    assert unneeded["gate"]["override"] is None


def test_numbers_say_what_kind_they_are(desk: Desk) -> None:
    first = issue(desk.story, editor=desk.ben, now=NOW, terms=Terms(override="The deadline."))
    with pytest.raises(CannotIssue, match=r"^Say in the change note what is new since no\. 1\.$"):
        issue(desk.story, editor=desk.ben, now=NOW, terms=Terms(override="The deadline."))
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    later = NOW + timedelta(hours=1)
    second = issue(desk.story, editor=desk.ben, now=later)
    third = issue(desk.story, editor=desk.ben, now=later, terms=Terms(change_note="Sent again.", status="withheld"))
    told = [
        (one.content["signal"], one.content["change_note"], one.content["status"]) for one in (first, second, third)
    ]
    assert told == [
        ("first", "", "usable"),
        ("correction", "Corrected: “Orban Felt” to “Orban Velt” in Coastal News.", "usable"),
        ("update", "Sent again.", "withheld"),
    ]
    assert {one.content["guid"] for one in (first, second, third)} == {"urn:newsroom:desk.example:harbour-talks"}
    assert [one.content["first_issued_at"] for one in (first, second, third)] == [NOW.isoformat()] * 3
    assert third.content["earlier"] == [
        {"number": one.number, "issued_at": one.content["issued_at"], "sha256": one.content["sha256"]}
        for one in (first, second)
    ]


def test_an_embargo_is_proposed_and_can_be_set(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    until = NOW + timedelta(hours=5)
    desk.story.articles.filter(pk=desk.articles[0].pk).update(embargo_until=until)
    assert preview(desk.story, now=NOW).content["embargo_until"] == until.isoformat()
    with pytest.raises(CannotIssue, match=r"^Meridian Press is under embargo until 17:40\.$"):
        issue(desk.story, editor=desk.ben, now=NOW, terms=Terms(embargo_until=""))
    later = (until + timedelta(hours=1)).isoformat()
    assert (
        issue(desk.story, editor=desk.ben, now=NOW, terms=Terms(embargo_until=later)).content["embargo_until"] == later
    )


def test_a_digest_is_withdrawn_under_the_next_number(quoting: Desk) -> None:
    with pytest.raises(CannotIssue, match=r"^Nothing is issued that could be withdrawn\.$"):
        withdraw(quoting.story, editor=quoting.ada, reason="Wrong.", now=NOW)
    first = issue(quoting.story, editor=quoting.ada, now=NOW, terms=Terms(override="The deadline."))
    with pytest.raises(CannotIssue, match=r"^Say why the digest is withdrawn\.$"):
        withdraw(quoting.story, editor=quoting.ada, reason="", now=NOW)
    with pytest.raises(CannotIssue, match=r"^No\. 1 was just issued\.$"):
        withdraw(quoting.story, editor=quoting.ada, reason="Wrong.", now=NOW, number=1)
    content = withdraw(quoting.story, editor=quoting.ada, reason="The agency took it back.", now=NOW, number=2).content
    assert (content["number"], content["status"], content["signal"]) == (2, "canceled", "update")
    assert (content["change_note"], content["headline"]) == ("The agency took it back.", first.content["headline"])
    assert content["sha256"] == fingerprint(content)
    emptied = ("articles", "witnesses", "facts", "quotations", "corrections", "apparatus", "order")
    assert [name for name in emptied if content[name]] == []
    # No headline of a report goes out with it, in whatever format.
    headlines = [article.headline for article in quoting.articles if article.headline != content["headline"]]
    assert [words for words in headlines if words in json.dumps(first.content)] == headlines
    assert [words for words in headlines if words in json.dumps(content)] == []
    with pytest.raises(CannotIssue, match=r"^Nothing is issued that could be withdrawn\.$"):
        withdraw(quoting.story, editor=quoting.ada, reason="Again.", now=NOW)
    # The story can be told anew under a later number.
    third = issue(quoting.story, editor=quoting.ada, now=NOW, terms=Terms(override="The deadline."))
    assert (third.number, third.content["status"], third.content["signal"]) == (3, "usable", "update")


def test_what_an_agency_canceled_after_the_issue_is_told(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    issue(desk.story, editor=desk.ben, now=NOW)
    assert preview(desk.story, now=NOW).recalled == ()
    desk.story.articles.filter(pk=desk.articles[1].pk).update(publication="canceled")
    assert preview(desk.story, now=NOW).recalled == (
        "No. 1 carries the report of Northgate Wire, and the agency has canceled it since."
        " Issue the next number, or withdraw the digest.",
    )
    withdraw(desk.story, editor=desk.ada, reason="It was canceled.", now=NOW)
    assert preview(desk.story, now=NOW).recalled == ()


HEADLINE = MaterialComposition(headline="Velt met the envoy")


def saved(desk: Desk, wanted: MaterialComposition, over: int, editor: Any = None) -> Composition | None:
    return save(desk.story, editor=editor or desk.ada, over=over, wanted=wanted, now=NOW)


def test_every_save_is_kept(desk: Desk) -> None:
    assert saved(desk, MaterialComposition(), 0) is None
    assert [saved(desk, HEADLINE, 0).version, saved(desk, HEADLINE, 0).version] == [1, 1]  # type: ignore[union-attr]
    saved(desk, MaterialComposition(headline="Velt", base=desk.articles[1].pk), 1)
    saved(desk, MaterialComposition(), 2)
    assert list(Composition.objects.order_by("version").values_list("version", "parts")) == [
        (1, {"headline": "Velt met the envoy"}),
        (2, {"headline": "Velt", "base": desk.articles[1].pk}),
        (3, {}),
    ]


def test_the_digest_reads_as_it_was_put_together(desk: Desk) -> None:
    saved(desk, MaterialComposition(headline="Velt", base=desk.articles[1].pk), 0)
    content = preview(desk.story, now=NOW).content
    assert (content["headline"], [row["article"] for row in content["articles"]]) == ("Velt", [desk.articles[1].pk])
    composed, composition = opened(desk.story, now=NOW)
    assert (len(composed["articles"]), composition.version, composition.headline) == (3, 1, "Velt")
    with pytest.raises(CannotIssue, match=r"^The digest was put together anew since this preview was made: look again"):
        issue(desk.story, editor=desk.ada, now=NOW, composition=0)


def test_nobody_goes_over_what_they_have_not_seen(desk: Desk) -> None:
    saved(desk, HEADLINE, 0)
    saved(desk, MaterialComposition(headline="Velt came", summary=""), 1, desk.ben)
    with pytest.raises(StaleComposition) as refusal:
        saved(desk, MaterialComposition(headline="Mine"), 1)
    assert str(refusal.value) == "Not saved: Ben saved this digest meanwhile. What you typed is still here."
    assert (refusal.value.version, refusal.value.changes) == (
        2,
        ["The headline is “Velt came”.", "There is no summary line."],
    )
    assert saved(desk, MaterialComposition(headline="Mine"), refusal.value.version).version == 3  # type: ignore[union-attr]


def test_whoever_typed_a_line_cannot_sign_it(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    [name] = [row["item"] for row in preview(desk.story, now=NOW).content["facts"]]
    saved(desk, MaterialComposition(edited={name: "Orban Velt met 40 people."}), 0, desk.ben)
    saved(desk, MaterialComposition(edited={name: "Orban Velt met 40 people."}, headline="Velt"), 1)
    shown = preview(desk.story, now=NOW)
    assert [(part.part, part.deciders) for part in shown.signing] == [("figures", {desk.ben.pk})]
    with pytest.raises(CannotIssue, match=r"^You decided about the figures yourself: another editor must sign\.$"):
        sign(desk.story, editor=desk.ben, seen=seen(shown), now=NOW)
    assert sign(desk.story, editor=desk.ada, seen=seen(shown), now=NOW) == "the figures"


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_is_kept_and_the_other_told() -> None:
    cast = a_desk()
    barrier = threading.Barrier(4)
    told: list[str] = []

    def press(number: int) -> None:
        try:
            barrier.wait()
            kept = saved(cast, MaterialComposition(headline=f"Take {number}"), 0)
            told.append(f"saved {kept.version}" if kept else "nothing")
        except StaleComposition:
            told.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["refused", "refused", "refused", "saved 1"]
    assert cast.story.compositions.count() == 1


def test_words_that_are_no_longer_there_make_an_orphan(desk: Desk) -> None:
    Witness.objects.filter(reading=desk.wrong).update(words="Urban Felt")
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    content = preview(desk.story, now=NOW).content
    assert [(row["expected"], row["found"], row["new"]) for row in content["orphans"]] == [
        ("Urban Felt", "Orban Felt", "Orban Velt")
    ]
    assert content["corrections"] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_the_gate_do_not_grow(rows: int, desk: Desk, django_assert_num_queries: Any) -> None:
    for number in range(rows):
        made = a_conflict(desk.story, {"Velt": desk.articles[:1], "met": desk.articles[2:]}, key=str(number))
        decide(made, editor=desk.ada, verdict=Verdict.APPROVE, reading=made.readings.first(), now=NOW)
        other = an_editor(f"other-{number}")
        Waiver.objects.create(
            story=desk.story, claim=f"facts-{number}", words="w", reason="r", editor=other, made_at=NOW
        )
        Composition.objects.create(story=desk.story, version=number + 1, parts={}, editor=other, saved_at=NOW)
        Signature.objects.create(story=desk.story, part="figures", fingerprint=str(number), editor=other, made_at=NOW)
        Digest.objects.create(
            story=desk.story,
            number=number + 1,
            content=preview(desk.story, now=NOW).content,
            issued_by=other,
            issued_at=NOW,
        )
    with django_assert_num_queries(17):
        preview(desk.story, now=NOW)
