"""An article's text as paragraphs of marked runs, for reading. Pure; every mark is a range of code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.review.controls import control_name, controls


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A range to mark: ``label`` is a kind of claim, ``pk`` a conflict; a range may be empty where words are lost."""

    start: int
    end: int
    label: str = ""
    pk: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Edited:
    """A range of the received text with the words that replace it, for the corrected view."""

    start: int
    end: int
    new: str
    conflict: int = 0


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Neighbouring characters that carry the same marks.

    ``anchors`` are the conflicts that are met here first, so that a page can give each one place to jump to.
    ``control`` names a character that one would not see ("U+202E RIGHT-TO-LEFT OVERRIDE"). ``change`` is deleted or
    inserted in the corrected view.
    """

    text: str
    start: int
    end: int
    claims: tuple[str, ...] = ()
    conflicts: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()
    control: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of the copy with its kind; ``number`` counts body paragraphs.

    ``joined``: it continues the line of the one before, as a body does after its dateline.
    """

    kind: str
    runs: tuple[MarkedRun, ...]
    number: int | None = None
    joined: bool = False


def paragraphs(
    text: str,
    segments: Iterable[Sequence],
    claims: Iterable[Marked] = (),
    conflicts: Iterable[Marked] = (),
    changes: Iterable[Edited] = (),
) -> list[Paragraph]:
    """The whole text: what no segment holds is shown too, as a paragraph without a kind."""
    cutter = _Cutter(text, tuple(claims), tuple(conflicts), tuple(changes))
    shown: list[Paragraph] = []
    number, last = 0, 0
    for kind, start, end in parts(text, segments):
        number += kind == "body"
        joined = bool(shown) and "\n" not in text[last:start]
        shown.append(Paragraph(kind, tuple(cutter.runs(start, end)), number if kind == "body" else None, joined))
        last = end
    return shown


class _Sweep:
    """The marks over a place, for places asked in rising order."""

    def __init__(self, marks: Iterable[Marked]) -> None:
        self.waiting = sorted(marks, reverse=True)
        self.active: list[Marked] = []

    def over(self, place: int) -> list[Marked]:
        """The marks that hold the character at ``place``, in order of start."""
        while self.waiting and self.waiting[-1].start <= place:
            self.active.append(self.waiting.pop())
        self.active = [mark for mark in self.active if mark.end > place]
        return self.active


class _Cutter:
    """Cuts the text into runs, from left to right and once."""

    def __init__(
        self, text: str, claims: Sequence[Marked], conflicts: Sequence[Marked], changes: Sequence[Edited]
    ) -> None:
        self.text = text
        self.controls = dict(controls(text))
        ranges: list[Marked | Edited] = [*claims, *conflicts, *changes]
        borders = {border for one in ranges for border in (one.start, one.end)}
        self.cuts = sorted(borders | set(self.controls) | set(self.controls.values()))
        self.claims, self.conflicts = _Sweep(claims), _Sweep(conflicts)
        self.gone = _Sweep(Marked(edit.start, edit.end) for edit in changes)
        self.points = sorted(_points(conflicts, changes), key=lambda run: (run.start, run.change), reverse=True)
        self.met: set[int] = set()

    def runs(self, start: int, end: int) -> Iterator[MarkedRun]:
        """The runs of one part, with what stands between them."""
        inner = self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]
        for first, last in pairwise([start, *inner, end]):
            yield from self._standing_before(first)
            yield self._anchored(self._run(first, last))
        yield from self._standing_before(end)

    def _standing_before(self, place: int) -> Iterator[MarkedRun]:
        """What holds no received text and stands here: places of lost words, words that were put in."""
        while self.points and self.points[-1].start <= place:
            yield self._anchored(self.points.pop())

    def _run(self, first: int, last: int) -> MarkedRun:
        words = self.text[first:last]
        return MarkedRun(
            text=words,
            start=first,
            end=last,
            claims=tuple(dict.fromkeys(mark.label for mark in self.claims.over(first))),
            conflicts=tuple(dict.fromkeys(mark.pk for mark in self.conflicts.over(first))),
            control=control_name(words) if first in self.controls else "",
            change="deleted" if self.gone.over(first) else "",
        )

    def _anchored(self, run: MarkedRun) -> MarkedRun:
        new = tuple(pk for pk in run.conflicts if pk not in self.met)
        self.met.update(new)
        return replace(run, anchors=new) if new else run


def _points(conflicts: Iterable[Marked], changes: Iterable[Edited]) -> Iterator[MarkedRun]:
    for mark in conflicts:
        if mark.start == mark.end:
            yield MarkedRun("", mark.start, mark.end, conflicts=(mark.pk,))
    for edit in changes:
        if edit.new:
            owner = (edit.conflict,) if edit.conflict else ()
            yield MarkedRun(edit.new, edit.end, edit.end, conflicts=owner, change="inserted")


def parts(text: str, segments: Iterable[Sequence]) -> Iterator[tuple[str, int, int]]:
    """The text cut into its innermost segments, in order; blank text between segments is dropped."""
    spans = [(kind, start, min(end, len(text))) for kind, start, end in segments if start < min(end, len(text))]
    cuts = sorted({0, len(text), *(cut for _, start, end in spans for cut in (start, end))})
    owners = [_owner(spans, start, end) for start, end in pairwise(cuts)]
    start = 0
    for index, owner in enumerate(owners):
        if index + 1 < len(owners) and owners[index + 1] == owner:
            continue
        end = cuts[index + 1]
        if owner >= 0 or text[start:end].strip():
            yield spans[owner][0] if owner >= 0 else "", start, end
        start = end


def _owner(spans: Sequence[tuple[str, int, int]], start: int, end: int) -> int:
    """The place in the list of the shortest segment over a range; -1 where there is none."""
    over = [(last - first, index) for index, (_, first, last) in enumerate(spans) if first <= start and end <= last]
    return min(over)[1] if over else -1
