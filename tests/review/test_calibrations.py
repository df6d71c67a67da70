"""Which decisions count, what is stored, that the queue follows, and the command that does it."""

from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Calibration, Conflict
from factcheck.review.calibrations import recalibrate, records
from factcheck.review.queue import queue
from factcheck.review.record import Record
from factcheck.review.service import decide, undo
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict, a_story

SVG = "{http://www.w3.org/2000/svg}"


def of(kind: str) -> Record:
    return next(one for one in records() if one.kind == kind)


def outcomes(kind: str) -> list[tuple[float, bool]]:
    return [tuple(outcome) for outcome in of(kind).before]


def decided(desk: Desk, kind: str, *, acted: int, stood: int, sureness: float = 0.9) -> None:
    """So many conflicts of a kind, each with a verdict."""
    for number in range(acted + stood):
        conflict = a_conflict(
            desk.story, {"Velt": (), "Felt": ()}, kind=kind, sureness=sureness, key=f"{kind}-{number}"
        )
        verdict = Verdict.NONE if number < acted else Verdict.DISMISS
        decide(conflict, editor=desk.ada, verdict=verdict, now=NOW)


def run(*words: str) -> list[str]:
    out = StringIO()
    call_command("calibrate", *words, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize(
    ("verdict", "named", "replacement", "expected"),
    [
        (Verdict.APPROVE, True, "", [(0.9, True)]),
        (Verdict.REPLACE, False, "Velte", [(0.9, True)]),
        (Verdict.NONE, False, "", [(0.9, True)]),
        (Verdict.DISMISS, False, "", [(0.9, False)]),
        (Verdict.UNSURE, False, "", []),
        (Verdict.REJECT, True, "", []),
        (Verdict.ANNOTATE, False, "", []),
    ],
)
def test_what_counts(desk: Desk, verdict: Verdict, named: bool, replacement: str, expected: list[object]) -> None:
    reading = desk.right if named else None
    decide(
        desk.conflict, editor=desk.ada, verdict=verdict, reading=reading, replacement=replacement, note="So.", now=NOW
    )
    assert outcomes("name-spelling") == expected


def test_a_verdict_that_was_taken_back_does_not_count(desk: Desk) -> None:
    decide(desk.conflict, editor=desk.ada, verdict=Verdict.DISMISS, now=NOW)
    decide(desk.conflict, editor=desk.ben, verdict=Verdict.APPROVE, reading=desk.right, now=NOW)
    assert outcomes("name-spelling") == [(0.9, True)]
    undo(desk.conflict, editor=desk.ben, now=NOW)
    assert outcomes("name-spelling") == [(0.9, False)]
    undo(desk.conflict, editor=desk.ben, now=NOW)
    assert outcomes("name-spelling") == []


@pytest.mark.parametrize(
    ("verdict", "acted"), [(Verdict.APPROVE, False), (Verdict.REPLACE, True), (Verdict.NONE, True)]
)
def test_letting_the_only_reading_stand_is_no_act(desk: Desk, verdict: Verdict, acted: bool) -> None:
    conflict = a_conflict(desk.story, {"the envoy": desk.articles[:1]}, suggested="an envoy", kind="grammar")
    reading = conflict.readings.get() if verdict is Verdict.APPROVE else None
    words = "an envoy" if verdict is Verdict.REPLACE else ""
    decide(conflict, editor=desk.ada, verdict=verdict, reading=reading, replacement=words, now=NOW)
    assert outcomes("grammar") == [(0.9, acted)]


@pytest.mark.parametrize(("stand", "acted"), [(1, True), (2, True), (3, False)])
def test_letting_several_stand_is_an_act_only_where_one_is_left_out(desk: Desk, stand: int, acted: bool) -> None:
    conflict = a_conflict(desk.story, {"met": (), "saw": (), "greeted": ()}, kind="quote-wording")
    first, *others = conflict.readings.all()[:stand]
    also = [reading.pk for reading in others]
    decide(conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=first, also=also, now=NOW)
    assert outcomes("quote-wording") == [(0.9, acted)]


def test_leaving_another_events_report_out_is_an_act(desk: Desk) -> None:
    conflict = a_conflict(desk.story, {"the envoy": desk.articles[:1]}, kind="other-event", level="info")
    decide(conflict, editor=desk.ada, verdict=Verdict.APPROVE, reading=conflict.readings.get(), now=NOW)
    assert outcomes("other-event") == [(0.9, True)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    desk: Desk, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    decided(desk, "figure", acted=number, stood=number)
    with django_assert_num_queries(2):
        assert of("figure").decisions == 2 * number


def test_the_queue_follows_and_nothing_else_changes(desk: Desk) -> None:
    decided(desk, "figure", acted=3, stood=57)
    point = a_conflict(desk.story, {"met": desk.articles[:1]}, kind="figure", score=0.765, sureness=0.9, rank=0)
    Conflict.objects.filter(pk=desk.conflict.pk).update(rank=1, score=0.3, sureness=0.3)
    assert [card.pk for card in queue(desk.story)] == [point.pk, desk.conflict.pk]
    before = Conflict.objects.order_by("pk").values_list("key", "state", "changed_at", "sureness")
    kept = list(before.all())
    recalibrate(records(), now=NOW)
    assert [card.pk for card in queue(desk.story)] == [desk.conflict.pk, point.pk]
    point.refresh_from_db()
    assert (round(point.score, 2), list(before.all())) == (0.15, kept)
    stored = Calibration.objects.get()
    assert (stored.kind, stored.decisions, stored.fitted_at) == ("figure", 60, NOW)


def test_a_second_calibration_moves_nothing_and_no_decisions_mean_the_identity(desk: Desk) -> None:
    decided(desk, "figure", acted=3, stood=57)
    recalibrate(records(), now=NOW)
    assert recalibrate(records(), now=NOW) == 0
    recalibrate([], now=NOW)
    scores = set(Conflict.objects.filter(kind="figure").values_list("score", flat=True))
    assert (Calibration.objects.count(), scores) == (0, {0.765})


def test_a_kind_that_lost_its_decisions_loses_its_calibration(desk: Desk) -> None:
    decided(desk, "figure", acted=3, stood=17)
    recalibrate(records(), now=NOW)
    undo(Conflict.objects.get(key="figure-0"), editor=desk.ada, now=NOW)
    recalibrate(records(), now=NOW)
    assert not Calibration.objects.exists()


def test_each_story_is_ranked_by_itself_and_the_withdrawn_wait(desk: Desk) -> None:
    other = a_story("elsewhere", "Elsewhere")
    for rank, sureness in enumerate((0.4, 0.8)):
        a_conflict(other, {}, key=f"point-{rank}", sureness=sureness, rank=rank)
        a_conflict(desk.story, {}, key=f"point-{rank}", sureness=sureness, rank=9)
    a_conflict(other, {}, key="gone", sureness=0.9, score=0.1, rank=7, state="withdrawn")
    recalibrate([], now=NOW)
    assert list(other.conflicts.values_list("key", "rank", "score")) == [
        ("point-1", 0, 0.8),
        ("point-0", 1, 0.4),
        ("gone", 7, 0.1),
    ]
    assert list(desk.story.conflicts.values_list("rank", "sureness")) == [(0, 0.9), (1, 0.8), (2, 0.4)]


def test_the_command_prints_stores_and_ranks(desk: Desk) -> None:
    decided(desk, "figure", acted=5, stood=35)
    decided(desk, "date", acted=1, stood=2)
    lines = run()
    assert lines[:3] == [
        "Kind                   Decisions Acted on Brier before   after   Slope Intercept",
        "Figure                        40        5        0.710   0.136    0.00     -1.04",
        "Day                            3        1        0.543 too few",
    ]
    assert lines[4:] == ["43 conflicts got another place in the queue."]
    assert list(Calibration.objects.values_list("kind", "decisions")) == [("figure", 40)]


def test_a_dry_run_and_a_reset(desk: Desk) -> None:
    decided(desk, "figure", acted=5, stood=35)
    assert (run("--dry-run")[-1], Calibration.objects.count()) == ("Nothing is stored.", 0)
    run()
    assert run("--reset") == ["Every kind is taken at its word again. 40 conflicts got another place in the queue."]
    assert Calibration.objects.count() == 0


def test_the_plot_is_a_picture_with_words(desk: Desk, tmp_path: Path) -> None:
    decided(desk, "figure", acted=5, stood=35)
    run("--dry-run", "--plot", str(tmp_path / "plot.svg"))
    root = ElementTree.parse(tmp_path / "plot.svg").getroot()  # noqa: S314 - our own file
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert title.text == "How far the desk’s decisions bear the scores out"
    assert "Brier score 0.710 before calibration and 0.136 after" in str(desc.text)
    assert {element.tag for element in root.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "style", "g", "path", "text", "polyline", "circle")
    }


def test_what_cannot_be_drawn_or_written_says_why(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there is nothing to draw"):
        run("--plot", str(tmp_path / "plot.svg"))
    decided(desk, "figure", acted=1, stood=0)
    with pytest.raises(CommandError, match="No such file or directory"):
        run("--plot", str(tmp_path / "nowhere" / "plot.svg"))
