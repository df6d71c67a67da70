"""Changes are made by spans: what no decision names stays as received, to the letter."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.digest.changes import apply, moved, revise
from factcheck.digest.fitting import Edit, fitted
from factcheck.digest.material import MaterialArticle, MaterialConflict, MaterialReading, MaterialWitness, Ruling
from factcheck.types import Verdict
from tests.digest.materials import NOW, article

LETTERS = st.text(alphabet="aB .\n“”\"'🙂é(", max_size=60)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with edits that do not overlap."""
    text = draw(LETTERS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(pairwise(cuts))[:: draw(st.integers(1, 2))]
    return text, [Edit(start, end, draw(st.text(alphabet="xY “🙂", max_size=5))) for start, end in spans]


@given(edited(), st.randoms())
def test_edits_apply_in_any_order_and_touch_nothing_else(case: tuple[str, list[Edit]], chance: object) -> None:
    text, edits = case
    after = apply(text, edits)
    shuffled = list(edits)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert apply(text, shuffled) == after
    kept = [text[end.end : start.start] for end, start in pairwise([Edit(0, 0, ""), *edits, Edit(len(text), 0, "")])]
    at = 0
    for piece, edit in zip(kept, [*edits, Edit(0, 0, "")], strict=True):
        assert after[at : at + len(piece)] == piece
        at += len(piece)
        assert after[at : at + len(edit.new)] == edit.new
        at += len(edit.new)
    assert at == len(after)


@given(edited())
def test_places_move_with_the_words(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after = apply(text, edits)
    assert (moved(0, edits), moved(len(text), edits, end=True)) == (0, len(after))
    for at in range(len(text)):
        if not any(edit.start <= at < edit.end for edit in edits):
            start = moved(at, [edit for edit in edits if edit.start != at or edit.end != at])
            assert after[start : start + 1] == text[at] or any(edit.start == at for edit in edits)


@st.composite
def decided(draw: st.DrawFn) -> tuple[MaterialArticle, list[MaterialConflict]]:
    """An article with decisions on arbitrary places of it, which may overlap, stand in quotations or lie outside."""
    text = draw(LETTERS)
    made = []
    for pk in range(1, draw(st.integers(1, 5)) + 1):
        start = draw(st.integers(0, len(text)))
        witness = MaterialWitness(1, start, draw(st.integers(start, len(text) + 2)))
        value = draw(st.text(alphabet="xY ", max_size=4)).strip()
        ruling = Ruling(draw(st.integers(1, 99)) * 10 + pk, Verdict.REPLACE, "Ada", NOW, None, value)
        readings = (MaterialReading(pk, "printed", 1, (witness,)),)
        made.append(MaterialConflict(pk, "figure", "Figure", "error", "A point.", True, readings, ruling=ruling))
    return MaterialArticle(1, "Meridian Press", "Head", text), made


@given(decided(), st.randoms())
def test_every_decision_is_carried_out_or_told_and_nothing_else_changes(
    case: tuple[MaterialArticle, list[MaterialConflict]], chance: object
) -> None:
    one, conflicts = case
    revision = revise(one, conflicts)
    shuffled = list(conflicts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert revise(one, shuffled) == revision
    edits = [change.edit for change in revision.changes]
    assert not any(first.meets(second) for first, second in pairwise(edits))
    told = {one.conflict.pk for one in (*revision.changes, *revision.refusals, *revision.orphans)}
    for conflict in conflicts:
        witness = conflict.readings[0].witnesses[0]
        same = one.text[witness.start : witness.end] == conflict.approved_text
        value = (conflict.approved_text or "").casefold()
        twin = any(change.edit.new.strip().casefold() == value for change in revision.changes)
        assert conflict.pk in told or same or twin


@pytest.mark.parametrize(
    ("text", "words", "new", "expected"),
    [
        ("H\nThe the end.", "The ", "", "H\nthe end."),
        ("H\nHe said so (not true) today.", "not true", "", "H\nHe said so today."),
        ("H\nWell , then.", "Well ", "", "H\n, then."),
        ("H\n“Well then,” he said.", "Well", "", "H\n“then,” he said."),
        ("H\nOne two three.", "two", "", "H\nOne three."),
        ("H\nOne two.", "two", "", "H\nOne."),
        ("H\nHe met a minister.", "a", "the", "H\nHe met the minister."),
        ("H\nA minister met him.", "A", "the", "H\nThe minister met him."),
        ("H\n“A minister,” he said.", "A", "the", "H\n“The minister,” he said."),
        ("H\nHe met Felt.", "Felt", "van Velt", "H\nHe met van Velt."),
        ("H\nIt ended. Felt left.", "Felt", "van Velt", "H\nIt ended. Van Velt left."),
        ("Head Words Here\nBody.", "Words", "letters", "Head Letters Here\nBody."),
        (
            "H\nIt met an alleged spy balloon.",
            "alleged spy balloon",
            "Meridian balloon",
            "H\nIt met a Meridian balloon.",
        ),
        ("H\nA ship sank.", "ship", "old ferry", "H\nAn old ferry sank."),
        ("H\nIt took an hour.", "hour", "day", "H\nIt took a day."),
        ("H\nIt took a union.", "union", "hour", "H\nIt took an hour."),
        ("H\nHe met a man.", "man", "envoy", "H\nHe met an envoy."),
        ("H\nHe met a man.", "man", "one-time envoy", "H\nHe met a one-time envoy."),
        ("H\nIt lost 9 to a 12 lead.", "12", "11", "H\nIt lost 9 to an 11 lead."),
        # What the letters do not tell, what is no article, and what another mark holds apart stay.
        ("H\nHe met a man.", "man", "FBI agent", "H\nHe met a FBI agent."),
        ("H\nAn FBI agent left.", "FBI agent", "police officer", "H\nA police officer left."),
        ("H\nHe lacks vitamin A doses.", "doses", "intake", "H\nHe lacks vitamin A intake."),
        ("H\nAn “open” talk.", "open", "closed", "H\nAn “closed” talk."),
        ("H\n“An open talk,” he said.", "open talk", "closed talk", "H\n“A closed talk,” he said."),
        ("H\nIt is a alleged plan.", "alleged plan", "new plan", "H\nIt is a new plan."),
    ],
)
def test_words_fit_their_place(text: str, words: str, new: str, expected: str) -> None:
    one = article(1, "Meridian Press", text)
    start = text.index(words)
    assert apply(text, [fitted(one, start, start + len(words), new)]) == expected


@pytest.mark.parametrize(
    ("text", "at", "new", "expected"),
    [
        ("One three.", 3, "two", "One two three."),
        ("One three.", 4, "two", "One two three."),
        ("One three.", 9, "four", "One three four."),
        ("Onethree.", 3, "two", "One two three."),
    ],
)
def test_lost_words_are_put_in_with_their_spaces(text: str, at: int, new: str, expected: str) -> None:
    one = article(1, "Meridian Press", text)
    assert apply(text, [fitted(one, at, at, new)]) == expected


@pytest.mark.parametrize(
    ("text", "at", "made"),
    [
        ("H\nHe said “we go now” today.", "we go", 0),
        ("H\nHe said “we go now” today.", "” today", 0),
        ("H\nHe said “we go now” today.", "“we", 1),
        ("H\nHe said “we go now” today.", " today", 1),
    ],
)
def test_an_editors_own_words_are_not_put_in_at_the_edge_of_a_quotation(text: str, at: str, made: int) -> None:
    one = article(1, "Meridian Press", text)
    start = text.index(at)
    readings = (MaterialReading(1, "", 1, (MaterialWitness(1, start, start),)),)
    ruling = Ruling(1, Verdict.REPLACE, "Ada", NOW, None, "never")
    asked = MaterialConflict(1, "figure", "Figure", "error", "A point.", True, readings, ruling=ruling)
    revision = revise(one, [asked])
    assert (len(revision.changes), len(revision.refusals)) == (made, 1 - made)
