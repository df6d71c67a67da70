"""Which of an editor's acts an undo or a redo means. Pure: read off the acts, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.types import Deed

# What is only told in the log: an article is moved or marked anew, a digest is followed by the next, a letter is gone,
# and what was waived or signed stands until the words are others.
ONLY_TOLD = frozenset({Deed.MOVE, Deed.MARK, Deed.WAIVE, Deed.SIGN, Deed.ISSUE, Deed.SEND})


@dataclass(frozen=True, slots=True)
class Step:
    """One of the editor's acts; ``answered`` when it was taken back, or an undo of it done again."""

    pk: int
    deed: Deed
    answered: bool = False


def to_undo(steps: Iterable[Step]) -> int | None:
    """The newest act that still stands."""
    open_ones = (step for step in steps if not step.answered and step.deed not in ONLY_TOLD | {Deed.UNDO})
    return next((step.pk for step in open_ones), None)


def to_redo(steps: Iterable[Step]) -> int | None:
    """The newest undo that nothing answers, as long as nothing new was done since."""
    for step in steps:
        if step.deed is Deed.UNDO and not step.answered:
            return step.pk
        if step.deed not in ONLY_TOLD | {Deed.UNDO, Deed.REDO}:
            return None
    return None
