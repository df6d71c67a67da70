"""Which act an undo and a redo mean, read off an editor's acts."""

import pytest

from factcheck.review.steps import Step, to_redo, to_undo
from factcheck.types import Deed


def acts(words: str) -> list[Step]:
    """Acts in the order in which they were done, as the pure functions read them: newest first.

    "decide undo:1" is a decision and the undo that answers it; numbers count from 1.
    """
    given = [word.partition(":") for word in words.split()]
    answered = {int(number) for _, _, number in given if number}
    made = [Step(pk, Deed(deed), pk in answered) for pk, (deed, _, _) in enumerate(given, start=1)]
    return made[::-1]


@pytest.mark.parametrize(
    ("done", "undo", "redo"),
    [
        ("", None, None),
        ("decide", 1, None),
        ("decide silence", 2, None),
        ("decide bulk undo:2", 1, 3),
        ("decide bulk undo:2 undo:1", None, 4),
        ("decide bulk undo:2 undo:1 redo:4", 5, 3),
        ("decide bulk undo:2 undo:1 redo:4 redo:3", 6, None),
        ("decide undo:1 redo:2 undo:3", None, 4),
        ("decide undo:1 hand", 3, None),
        ("decide issue move send", 1, None),
        ("decide undo:1 issue", None, 2),
        ("undo", None, 1),
    ],
)
def test_undo_and_redo(done: str, undo: int | None, redo: int | None) -> None:
    assert (to_undo(acts(done)), to_redo(acts(done))) == (undo, redo)
