"""What an editor typed, made safe to store, or the sentence why it cannot be recorded."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.phrase import Phrase
from factcheck.types import Verdict

REPLACEMENT_LIMIT = 2_000
NOTE_LIMIT = 4_000
KEPT_CONTROLS = frozenset("\n\t")
# Format characters that belong to words: joiners of scripts and of picture characters.
KEPT_FORMATS = frozenset("\u200c\u200d")
NEEDS_READING = frozenset({Verdict.APPROVE, Verdict.REJECT})


class CannotDecide(Exception):
    """The act cannot be recorded; the message is the sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Typed:
    """An act as it came in from a page, with what is known about its conflict.

    ``reading`` tells whether one was named, ``belongs`` whether all that were are the conflict's. ``may_be_empty``
    holds where the suggestion is that the words should go.
    """

    verdict: Verdict
    reading: bool = False
    belongs: bool = True
    replacement: str = ""
    note: str = ""
    withdrawn: bool = False
    may_be_empty: bool = False


CHECKS: tuple[tuple[Callable[[Typed], bool], Phrase], ...] = (
    (lambda act: act.withdrawn, Phrase("This point is no longer found in the copy, so there is nothing to decide.")),
    (lambda act: act.verdict is Verdict.UNDO, Phrase("Use undo to take a decision back.")),
    (lambda act: act.verdict in NEEDS_READING and not act.reading, Phrase("Choose the reading that you mean.")),
    (lambda act: not act.belongs, Phrase("That reading belongs to another conflict.")),
    (
        lambda act: act.verdict is Verdict.REPLACE and not act.replacement and not act.may_be_empty,
        Phrase("Type the words that should stand."),
    ),
    (
        lambda act: len(act.replacement) > REPLACEMENT_LIMIT,
        Phrase("Your own value is too long: at most {number:,} characters.", number=REPLACEMENT_LIMIT),
    ),
    (lambda act: act.verdict is Verdict.ANNOTATE and not act.note, Phrase("Write the note first.")),
    (
        lambda act: len(act.note) > NOTE_LIMIT,
        Phrase("The note is too long: at most {number:,} characters.", number=NOTE_LIMIT),
    ),
)


def check(act: Typed) -> None:
    """Raise ``CannotDecide`` with the first sentence that applies."""
    for fails, sentence in CHECKS:
        if fails(act):
            raise CannotDecide(sentence)


def cleaned(words: str) -> str:
    """The words as one writes them: line ends unified, control and direction characters gone, no space around."""
    unified = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(filter(_printable, unified)).strip()


def _printable(character: str) -> bool:
    category = unicodedata.category(character)
    if category in {"Cc", "Cf"}:
        return character in KEPT_CONTROLS | KEPT_FORMATS
    return category != "Cs"
