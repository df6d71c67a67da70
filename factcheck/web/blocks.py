"""An article's paragraphs as a page prints them: runs joined into blocks, each run with the conflict it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.review.paragraphs import MarkedRun, Paragraph
from factcheck.review.reader import ReaderConflict, ReaderPage


@dataclass(frozen=True, slots=True)
class Piece:
    """A run with the conflict that a click on it leads to; ``marks`` are the classes of its claims.

    ``here``: the address leads to it.
    """

    run: MarkedRun
    conflict: ReaderConflict | None
    marks: str
    here: bool = False

    @property
    def numbers(self) -> str:
        """All its conflicts, for the script that finds a card's words."""
        return " ".join(map(str, self.run.conflicts))


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph's pieces with its kind."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """What stands on lines of its own: one paragraph, or a dateline with the body that it opens."""

    kind: str
    parts: tuple[Part, ...]


def blocks(page: ReaderPage) -> list[Block]:
    """The article from its first word to its last."""
    known = {conflict.pk: conflict for conflict in page.conflicts}
    groups = _joined(page.paragraphs)
    return [Block(group[-1].kind, tuple(_part(one, known, page.here) for one in group)) for group in groups]


def _joined(paragraphs: Iterable[Paragraph]) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if paragraph.joined and groups:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return groups


def _part(paragraph: Paragraph, known: Mapping[int, ReaderConflict], here: int | None) -> Part:
    return Part(paragraph.kind, tuple(_piece(run, known, here) for run in paragraph.runs))


def _piece(run: MarkedRun, known: Mapping[int, ReaderConflict], here: int | None) -> Piece:
    marks = " ".join(f"claim-{kind}" for kind in run.claims)
    conflict = next((known[pk] for pk in run.conflicts if pk in known), None)
    return Piece(run, conflict, f"claim {marks}" if marks else "", bool(run.text) and run.start == here)
