"""Several cards at once: exactly what the preview listed, or nothing."""

import pytest

from factcheck.models import Conflict, Decision, Entry
from factcheck.review.bulk import Asked, Changed, Way, carry_out, changes, plan
from factcheck.review.service import decide
from factcheck.review.wording import CannotDecide
from factcheck.types import Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict

MARKS = {"kind": "quote-marks", "level": "style"}


@pytest.fixture
def style(desk: Desk) -> list[Conflict]:
    """Two points of style with a suggestion, one without, and what is written into one article alone."""
    readings = {"met": desk.articles, "Velt": desk.articles[:1]}
    return [
        a_conflict(desk.story, readings, suggested="met", key="one", rank=1, **MARKS),
        a_conflict(desk.story, readings, suggested="met", key="two", rank=2, **MARKS),
        a_conflict(desk.story, readings, key="three", rank=3, **MARKS),
        a_conflict(desk.story, {"envoy": desk.articles[:1]}, suggested="Envoy", key="four", rank=4, **MARKS),
    ]


def tokens(desk: Desk, asked: Asked) -> list[str]:
    return [one.token for one in plan(desk.story, asked)]


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Way.APPROVE, ["approve “met”", "approve “met”", "approve “Envoy”"]),
        (Way.DISMISS, [*["let “met” and “Velt” stand"] * 3, "let “envoy” stand"]),
    ],
)
def test_the_preview_says_what_will_be_recorded(way: Way, words: list[str], desk: Desk, style: list[Conflict]) -> None:
    assert [one.words for one in plan(desk.story, Asked(way, level="style"))] == words


def test_what_was_listed_is_recorded_as_one_act(desk: Desk, style: list[Conflict]) -> None:
    asked = Asked(Way.APPROVE, level="style")
    entry = carry_out(desk.story, asked, tokens(desk, asked), editor=desk.ada, now=NOW)
    assert entry.told == "approved the suggestions of 3 cards (House style)"
    rows = Decision.objects.order_by("conflict__rank").select_related("reading")
    assert [(row.verdict, row.reading and row.reading.text, row.replacement) for row in rows] == [
        ("approve", "met", ""),
        ("approve", "met", ""),
        ("replace", None, "Envoy"),
    ]
    assert {row.entry for row in rows} == {entry}
    assert list(Conflict.objects.order_by("rank", "pk").values_list("state", flat=True)) == [
        "open", "settled", "settled", "open", "settled",
    ]  # fmt: skip


def test_a_queue_that_changed_is_refused_and_says_how(desk: Desk, style: list[Conflict]) -> None:
    asked = Asked(Way.DISMISS, kind="quote-marks")
    seen = tokens(desk, asked)
    decide(style[0], editor=desk.ben, verdict=Verdict.UNSURE, now=NOW)
    decide(style[1], editor=desk.ben, verdict=Verdict.ANNOTATE, note="Wait for the readout.", now=NOW)
    a_conflict(desk.story, {"met": desk.articles}, key="new", rank=9, summary="A new point.", **MARKS)
    with pytest.raises(Changed) as refusal:
        carry_out(desk.story, asked, seen, editor=desk.ada, now=NOW)
    assert refusal.value.sentences == (
        "New: A new point.",
        "No longer on the list: Two spellings of one name. (Ben could not tell)",
        "Reads otherwise now: Two spellings of one name.",
    )
    assert (Decision.objects.filter(editor=desk.ada).count(), Entry.objects.filter(editor=desk.ada).count()) == (0, 0)


def test_nothing_of_that_sort_is_left(desk: Desk) -> None:
    with pytest.raises(CannotDecide, match=r"^There is no open card of this sort any more\.$"):
        carry_out(desk.story, Asked(Way.DISMISS, level="style"), [], editor=desk.ada, now=NOW)


@pytest.mark.parametrize(
    ("due", "seen", "found"),
    [
        ({}, {}, ([], [], [])),
        ({"1": "a"}, {"1": "a"}, ([], [], [])),
        ({"1": "a", "2": "b"}, {"1": "a"}, (["2"], [], [])),
        ({"1": "a"}, {"1": "a", "2": "b", "x": ""}, ([], ["2", "x"], [])),
        ({"1": "a"}, {"1": "b"}, ([], [], ["1"])),
    ],
)
def test_what_changed(due: dict[str, str], seen: dict[str, str], found: tuple[list[str], ...]) -> None:
    assert changes(due, seen) == found
