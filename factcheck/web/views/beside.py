"""Two reports of a story side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.models import Story
from factcheck.review.beside import paired
from factcheck.review.reports import Report
from factcheck.web.access import signed_in
from factcheck.web.blocks import Block
from factcheck.web.queries.reports import reports
from factcheck.web.views.article import copy


def beside(request: HttpRequest, slug: str) -> HttpResponse:
    """The two that the address asks for; without it the first two."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    known = reports(story)
    chosen = _chosen(known, editor.GET)
    panes = [copy(report.pk) | {"report": report, "side": side} for report, side in zip(chosen, SIDES, strict=False)]
    context = {"story": story, "reports": known, "chosen": dict(zip(SIDES, chosen, strict=False)), "panes": panes}
    if len(panes) == len(SIDES):
        _join(panes)
    return render(editor, "factcheck/beside/beside.html", context)


SIDES = ("left", "right")


def _chosen(known: Sequence[Report], asked: Mapping[str, str]) -> list[Report]:
    """One report a side; what the address cannot mean is the first that is not on the other side."""
    by_pk = {str(report.pk): report for report in known}
    found = [by_pk.get(asked.get(side, "")) for side in SIDES]
    rest = iter([report for report in known if report not in found])
    return [report for report in (one or next(rest, None) for one in found) if report]


def _join(panes: Sequence[dict[str, Any]]) -> None:
    """Each pane's blocks with the number of the pair that they belong to; 0 for those that only one report has."""
    left, right = ([_text(block) for block in pane["blocks"]] for pane in panes)
    pairs = list(enumerate(paired(left, right), start=1))
    for side, pane in enumerate(panes):
        numbers = {pair[side]: number for number, pair in pairs}
        pane["numbered"] = [(block, numbers.get(at, 0)) for at, block in enumerate(pane["blocks"])]


def _text(block: Block) -> str:
    return " ".join(piece.run.text for part in block.parts for piece in part.pieces)
