"""Never again: what a rule silences, what it leaves alone, and that everything comes back."""

from datetime import date, timedelta

import pytest

from factcheck.collation.keys import mark
from factcheck.collation.silencing import apply, expire
from factcheck.models import Conflict, Entry, Silence
from factcheck.review.memory import restore, silence
from factcheck.review.queue import card, counts, queue
from factcheck.review.service import decide, undo
from factcheck.review.wording import CannotDecide
from factcheck.types import Scope, Verdict
from tests.review.conftest import Desk
from tests.review.stories import NOW, a_conflict, a_story, an_article

STYLE = {"kind": "quote-marks", "level": "style"}


def states(*conflicts: Conflict) -> list[str]:
    return [Conflict.objects.get(pk=conflict.pk).state for conflict in conflicts]


@pytest.fixture
def pair(desk: Desk) -> list[Conflict]:
    """The same difference twice in one story, once in another, and one with a further reading."""
    other = a_story("other", "Other talks")
    elsewhere = [an_article(other, "Far Wire", "Talks\nThe envoy met Velt. Velt smiled.")]
    readings = {"met": desk.articles[:1], "Velt": desk.articles[:1]}
    return [
        a_conflict(desk.story, readings, key="first", **STYLE),
        a_conflict(desk.story, {"Velt": desk.articles[1:2], "met": desk.articles[1:2]}, key="second", **STYLE),
        a_conflict(other, {"met": elsewhere, "Velt": elsewhere}, key="third", **STYLE),
        a_conflict(desk.story, {**readings, "envoy": desk.articles[:1]}, key="fourth", **STYLE),
    ]


@pytest.mark.parametrize(
    ("scope", "silenced"),
    [
        (Scope.CARD, ["silenced", "open", "open", "open"]),
        (Scope.STORY, ["silenced", "silenced", "open", "open"]),
        (Scope.ALWAYS, ["silenced", "silenced", "silenced", "open"]),
    ],
)
def test_each_scope_reaches_as_far_as_it_says(
    scope: Scope, silenced: list[str], desk: Desk, pair: list[Conflict]
) -> None:
    rule = silence(pair[0], editor=desk.ada, scope=scope, reason="House style.", now=NOW)
    assert (states(*pair), rule.silenced.count()) == (silenced, silenced.count("silenced"))
    restore(rule, editor=desk.ben, now=NOW)
    assert states(*pair) == ["open"] * 4
    with pytest.raises(CannotDecide, match=r"^This rule was lifted already\.$"):
        restore(rule, editor=desk.ben, now=NOW)


def test_the_card_says_which_rule_silenced_it(desk: Desk, pair: list[Conflict]) -> None:
    silence(pair[0], editor=desk.ada, scope=Scope.STORY, reason=" House style. ", expires_on=date(2023, 10, 1), now=NOW)
    shown = card(pair[1].pk)
    assert shown.silence is not None
    assert (shown.state, shown.state_label, shown.silence.editor, shown.silence.scope, shown.silence.reason) == (
        "silenced", "Silenced", "Ada", "this story", "House style.",
    )  # fmt: skip
    assert shown.silence.expires_on == date(2023, 10, 1)
    assert [one.pk for one in queue(desk.story, state="silenced")] == [pair[0].pk, pair[1].pk]
    assert counts(desk.story).of("silenced") == 2
    assert [entry.told for entry in Entry.objects.all()] == ["silenced “met” / “Velt” for this story"]


def test_what_became_an_error_is_not_silenced_everywhere(desk: Desk, pair: list[Conflict]) -> None:
    Conflict.objects.filter(pk=pair[2].pk).update(level="error")
    silence(pair[0], editor=desk.ada, scope=Scope.ALWAYS, reason="House style.", now=NOW)
    assert states(*pair) == ["silenced", "silenced", "open", "open"]


def test_a_new_difference_arrives_silenced_and_a_new_reading_opens_it(desk: Desk, pair: list[Conflict]) -> None:
    silence(pair[0], editor=desk.ada, scope=Scope.STORY, reason="House style.", now=NOW)
    new = a_conflict(desk.story, {"met": desk.articles[:1], "Velt": desk.articles[:1]}, key="new", **STYLE)
    apply(desk.story.conflicts.all(), now=NOW)
    assert states(new) == ["silenced"]
    Conflict.objects.filter(pk=new.pk).update(mark=mark("quote-marks", ["met", "Velt", "smiled"], None))
    apply(desk.story.conflicts.all(), now=NOW)
    assert states(new, pair[0]) == ["open", "silenced"]
    assert apply(desk.story.conflicts.all(), now=NOW) == 0


def test_a_rule_holds_up_to_its_last_day(desk: Desk, pair: list[Conflict]) -> None:
    rule = silence(pair[0], editor=desk.ada, scope=Scope.STORY, reason="Till the vote.", expires_on=NOW.date(), now=NOW)
    expire(NOW)
    assert states(*pair[:2]) == ["silenced", "silenced"]
    expire(NOW + timedelta(days=1))
    assert (states(*pair[:2]), Silence.objects.get().pk) == (["open", "open"], rule.pk)


def test_a_decision_counts_for_more_than_a_rule(desk: Desk, pair: list[Conflict]) -> None:
    decide(pair[1], editor=desk.ben, verdict=Verdict.UNSURE, now=NOW)
    silence(pair[0], editor=desk.ada, scope=Scope.STORY, reason="House style.", now=NOW)
    assert states(*pair[:2]) == ["silenced", "unsure"]
    decide(pair[0], editor=desk.ben, verdict=Verdict.NONE, now=NOW)
    undo(pair[1], editor=desk.ben, now=NOW)
    assert states(*pair[:2]) == ["settled", "silenced"]
    undo(pair[0], editor=desk.ben, now=NOW)
    assert (states(pair[0]), pair[0].state) == (["silenced"], "silenced")


def test_only_an_open_card_can_be_silenced(desk: Desk, pair: list[Conflict]) -> None:
    decide(pair[0], editor=desk.ben, verdict=Verdict.UNSURE, now=NOW)
    with pytest.raises(CannotDecide, match=r"^Only an open card can be silenced"):
        silence(pair[0], editor=desk.ada, scope=Scope.CARD, now=NOW)
    assert (Silence.objects.count(), Entry.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("style", ["a b", "c"], None), ("style", ["C", " a  B"], None), True),
        (("style", ["a", "b"], "a"), ("style", ["a", "b"], "b"), True),
        (("style", ["a", "b"], None), ("figure", ["a", "b"], None), False),
        (("style", ["a", "b"], None), ("style", ["a", "b", "c"], None), False),
        (("style", ["recieve"], "receive"), ("style", ["recieve"], "relieve"), False),
        (("style", ["–"], "-"), ("style", ["—"], "-"), False),
    ],
)
def test_what_a_rule_takes_for_the_same(one: tuple, other: tuple, same: bool) -> None:
    assert (mark(*one) == mark(*other)) is same
