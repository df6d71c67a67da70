"""The table of contents: levels, costs, one card a key, best first."""

from itertools import pairwise, permutations

import pytest

from factcheck.collation.calibration import Curve
from factcheck.collation.collate import MOST_WITNESSES, _joined, collate, ranked
from factcheck.collation.rules import ORDER, RULES
from factcheck.types import Collation, ConflictDraft, ConflictKind, Level, ReadingDraft, WitnessDraft
from tests.collation.test_quotations import LONG, flood


def kinds(found: Collation) -> list[str]:
    return [draft.kind.value for draft in found.conflicts]


def test_nothing_in_nothing_out() -> None:
    assert collate([]) == Collation(events={}, conflicts=())


def test_one_article_alone_has_no_conflict_with_others() -> None:
    assert collate([flood("1.txt", LONG)]) == Collation(events={"1.txt": 0}, conflicts=())


def test_best_first_and_every_key_once() -> None:
    words = [LONG, LONG.replace("house", "hose"), LONG.replace("winter", "autumn"), LONG.replace("bank", "river bank")]
    found = collate([flood(f"{n}.txt", text) for n, text in enumerate(words)]).conflicts
    assert all(one.score >= other.score for one, other in pairwise(found))
    assert len({draft.key for draft in found}) == len(found) == 3


def test_the_score_is_the_probability_times_the_cost() -> None:
    found = collate([flood("1.txt", LONG), flood("2.txt", LONG.replace("house", "hose"))]).conflicts
    plain = [(draft.key, draft.sureness, draft.score) for draft in found]
    assert plain == [(d.key, d.sureness, round(d.sureness * RULES[d.kind].cost, 4)) for d in found]
    curve = Curve(0.5, -1.0)
    again = ranked(found, {draft.kind: curve for draft in found})
    assert [(draft.key, draft.score) for draft in again] == [
        (d.key, round(curve.probability(d.sureness) * RULES[d.kind].cost, 4)) for d in found
    ]


@pytest.mark.parametrize(("intercept", "first"), [(-3.0, "quote-wording"), (0.5, "real-word")])
def test_the_queue_follows_the_curves_whatever_the_order(intercept: float, first: str) -> None:
    words = [LONG, LONG.replace("house", "hose"), LONG.replace("bank", "river bank")]
    found = collate([flood(f"{n}.txt", text) for n, text in enumerate(words)]).conflicts
    curves = {ConflictKind.REAL_WORD: Curve(1.0, intercept)}
    for order in permutations(found):
        assert kinds(Collation({}, ranked(order, curves)))[0] == first


def test_no_kind_goes_above_its_level() -> None:
    words = [LONG, LONG.replace("house", "hose"), LONG.replace("will", "will not")]
    for draft in collate([flood(f"{n}.txt", text) for n, text in enumerate(words)]).conflicts:
        assert ORDER.index(draft.level) <= ORDER.index(RULES[draft.kind].level)
        assert 0.0 <= draft.score <= 1.0


def test_a_misspelt_word_in_a_quotation_is_one_card() -> None:
    found = collate([flood("1.txt", LONG), flood("2.txt", LONG.replace("storms", "stormz"))])
    assert kinds(found) in (["spelling"], ["real-word"])


def test_one_text_under_two_names_is_no_conflict() -> None:
    assert kinds(collate([flood("1.txt", LONG, frame=0), flood("2.txt", LONG, frame=0)])) == []


@pytest.mark.parametrize("kind", sorted(RULES, key=lambda kind: kind.value))
def test_the_table_is_sound(kind: ConflictKind) -> None:
    rule = RULES[kind]
    assert rule.label
    assert 0.0 < rule.cost <= 1.0
    assert 0.0 <= rule.threshold < 1.0
    assert rule.precision is None or 0.0 <= rule.precision <= 1.0


def draft(*readings: tuple[str, str, int]) -> ConflictDraft:
    """A conflict under the one key, with a witness a reading: its text, its article and where it stands."""
    found = tuple(ReadingDraft(text, False, (WitnessDraft(name, at, at + 1, text),)) for text, name, at in readings)
    return ConflictDraft(ConflictKind.QUOTE_WORDING, Level.ERROR, 0.5, "key", "summary", found)


TODAY = draft(("today", "a", 1), ("now", "b", 1))
TWICE = draft(("twice", "a", 9), ("often", "b", 9))
JOINED = draft(("today", "a", 1), ("soon", "c", 1))
AGAIN = draft(("today", "d", 5), ("now", "e", 5))


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([TODAY, TWICE], [{"today", "now"}, {"twice", "often"}]),
        ([TODAY, JOINED], [{"today", "now", "soon"}]),
        ([TODAY, AGAIN], [{"today", "now"}]),
        ([TODAY, TWICE, JOINED, AGAIN], [{"today", "now", "soon"}, {"twice", "often"}]),
    ],
    ids=["nothing in common", "a witness", "the same words", "all"],
)
def test_one_card_a_dispute(drafts: list[ConflictDraft], expected: list[set[str]]) -> None:
    for order in permutations(drafts):
        found = sorted(_joined(order), key=lambda one: min(r.text for r in one.readings))
        keys = [one.key for one in found]
        assert [{reading.text for reading in one.readings} for one in found] == expected
        assert len(set(keys)) == len(keys)
        assert keys[0] == "key"


def test_a_slip_that_fills_an_article_shows_its_first_places() -> None:
    drafts = [draft(("hte", name, at)) for at in range(4 * MOST_WITNESSES) for name in "ab"]
    (found,) = _joined(reversed(drafts))
    (reading,) = found.readings
    assert {(w.article, w.start) for w in reading.witnesses} == {(n, at) for n in "ab" for at in range(MOST_WITNESSES)}
