"""The queue and the card: what they show, and that their queries do not grow."""

import pytest

from factcheck.models import Conflict
from factcheck.review.card import CardNote
from factcheck.review.queue import card, counts, kinds, queue
from factcheck.review.service import decide, undo
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict, a_story, an_article, many_conflicts


def test_a_card_shows_each_reading_with_its_witnesses_in_context(desk: Desk) -> None:
    shown = card(desk.conflict.pk)
    assert (shown.kind, shown.level, shown.level_label, shown.state, shown.state_label) == (
        "name-spelling", "error", "Error", "open", "Open",
    )  # fmt: skip
    assert [(r.number, r.text, r.suggested, r.origins, r.articles) for r in shown.readings] == [
        (1, "Orban Felt", False, 1, 1),
        (2, "Orban Velt", True, 2, 2),
    ]
    assert [tuple(r.stretches) for r in shown.readings] == [
        (("Orban ", False), ("Felt", True)),
        (("Orban ", False), ("Velt", True)),
    ]
    witness = shown.readings[0].witnesses[0]
    assert (witness.source, witness.article, witness.headline, witness.where, witness.layer) == (
        "Coastal News", desk.articles[2].pk, "Velt meets envoy", "paragraph 1", "body",
    )  # fmt: skip
    assert (witness.before, witness.words, witness.after) == ("Minister ", "Orban Felt", " met the envoy on Monday.")


def test_the_offer_approves_the_suggested_reading(desk: Desk) -> None:
    shown = card(desk.conflict.pk)
    assert shown.offer is not None
    assert (shown.offer.label, shown.offer.verdict, shown.offer.reading) == (
        "Approve “Orban Velt”", Verdict.APPROVE, desk.right.pk,
    )  # fmt: skip
    assert (shown.single, shown.decidable) == (False, True)


@pytest.mark.parametrize(
    ("suggested", "label", "replacement"),
    [("an envoy", "Approve “an envoy”", "an envoy"), ("", "Take out “the envoy”", ""), (None, None, None)],
)
def test_the_offer_inside_one_article(
    desk: Desk, suggested: str | None, label: str | None, replacement: str | None
) -> None:
    conflict = a_conflict(desk.story, {"the envoy": desk.articles[:1]}, suggested=suggested, kind="grammar")
    shown = card(conflict.pk)
    assert shown.single
    assert (shown.offer and shown.offer.label, shown.offer and shown.offer.replacement) == (label, replacement)


def test_decisions_read_as_sentences(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.REJECT, reading=desk.wrong, now=NOW)
    decide(
        desk.conflict, editor=desk.ada, verdict=Verdict.ANNOTATE, reading=desk.right, note="Per the ministry.", now=NOW
    )
    decide(desk.conflict, editor=desk.ben, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    undo(desk.conflict, editor=desk.ada, now=NOW)
    last = decide(desk.conflict, editor=desk.ada, verdict=Verdict.REPLACE, replacement=" Orbán Velt ", now=NOW)
    shown = card(desk.conflict.pk)
    assert [(d.editor, d.words, d.undone) for d in shown.decisions] == [
        ("Ada", "rejected “Orban Felt”", False),
        ("Ada", "added a note to “Orban Velt”", False),
        ("Ben", "approved “Orban Velt”", True),
        ("Ada", "took back: Ben approved “Orban Velt”", False),
        ("Ada", "typed “Orbán Velt”", False),
    ]
    assert (shown.last_decision, shown.own_value, shown.state) == (last.decision.pk, "Orbán Velt", "settled")
    assert (shown.settled_by, shown.settled_words) == ("Ada", "typed “Orbán Velt”")
    assert shown.undo_words == "Ada typed “Orbán Velt”"
    assert [(r.approved, r.rejected) for r in shown.readings] == [(False, True), (False, False)]
    assert shown.readings[1].notes == (CardNote("Per the ministry.", "Ada", NOW),)


def test_neighbours_follow_the_rank(desk: Desk) -> None:
    later = a_conflict(desk.story, {"smiled": desk.articles[:1]}, rank=2, key="later")
    first = a_conflict(desk.story, {"met": desk.articles[:1]}, rank=0, key="first")
    gone = a_conflict(desk.story, {"rained": desk.articles[2:]}, rank=1, key="gone", state="withdrawn")
    assert [(c.pk, c.previous, c.next) for c in queue(desk.story)] == [
        (desk.conflict.pk, None, first.pk),
        (first.pk, desk.conflict.pk, later.pk),
        (later.pk, first.pk, None),
    ]
    assert (card(first.pk).previous, card(first.pk).next) == (desk.conflict.pk, later.pk)
    assert (card(gone.pk).previous, card(gone.pk).next, card(gone.pk).decidable) == (first.pk, later.pk, False)


def test_filters_and_counts(desk: Desk, django_assert_num_queries: object) -> None:
    states = ["settled", "unsure", "dismissed", "withdrawn"]
    made = {state: a_conflict(desk.story, {"met": desk.articles[:1]}, state=state, key=state) for state in states}
    style = a_conflict(desk.story, {"met": desk.articles[:1]}, level="style", kind="style", key="s", rank=9)
    a_conflict(a_story("another", "Another"), {}, key="elsewhere")
    found = {state: [c.pk for c in queue(desk.story, state=state)] for state in ("open", "decided", "all", "withdrawn")}
    decided = [made[state].pk for state in states[:3]]
    assert found == {
        "open": [desk.conflict.pk, style.pk],
        "decided": decided,
        "all": [desk.conflict.pk, *decided, style.pk],
        "withdrawn": [made["withdrawn"].pk],
    }
    assert [c.pk for c in queue(desk.story, level="style")] == [style.pk]
    assert [c.pk for c in queue(desk.story, kind="name-spelling")] == [desk.conflict.pk]
    assert [(kind, number) for kind, _, number in kinds(desk.story)] == [("name-spelling", 1), ("style", 1)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        number = counts(desk.story)
    assert (
        number.of("open"),
        number.of("decided"),
        number.of("open", "error"),
        number.of("open", "discrepancy"),
        number.of(),
    ) == (
        2,
        3,
        1,
        0,
        5,
    )


@pytest.mark.parametrize("rows", [1, 3, 500])
def test_queries_do_not_grow(desk: Desk, rows: int, django_assert_num_queries: object) -> None:
    many_conflicts(desk.story, desk.articles, rows - 1)
    for made in desk.story.conflicts.all()[:3]:
        decide(made, editor=desk.ada, verdict=Verdict.ANNOTATE, note="Seen.", now=NOW)
    with django_assert_num_queries(5):  # type: ignore[operator]
        assert len(queue(desk.story)) == rows
    with django_assert_num_queries(7):  # type: ignore[operator]
        card(desk.conflict.pk)


def test_a_long_sentence_is_cut(desk: Desk) -> None:
    words = "word " * 100
    article = an_article(desk.story, "Long Wire", f"Head\n{words}needle {words}end.")
    shown = card(a_conflict(desk.story, {"needle": [article]}).pk).readings[0].witnesses[0]
    assert (shown.before[:2], shown.words, shown.after[-1]) == ("…w", "needle", "…")
    assert len(shown.before + shown.words + shown.after) <= 310


def test_no_such_card(db: None) -> None:
    with pytest.raises(Conflict.DoesNotExist):
        card(404)
