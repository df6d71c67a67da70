"""One conflict: its card as a page, and the acts that an editor records on it."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from factcheck.models import Conflict, Decision
from factcheck.phrase import Phrase
from factcheck.review import handing, service
from factcheck.review.card import Card, CardDecision
from factcheck.review.queue import card as card_of
from factcheck.types import Verdict
from factcheck.web.access import DECIDE, SignedIn, allowed, signed_in
from factcheck.web.forms import DecisionForm, HandForm, UndoForm
from factcheck.web.saying import translated, you
from factcheck.web.views import card

NOTHING_TO_UNDO = Phrase("There is nothing left to take back here.")


def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """The card on a page of its own; a fragment's request gets every witness of one reading."""
    editor = signed_in(request)
    found = _found(pk)
    if editor.htmx:
        return _witnesses(editor, card_of(found.pk))
    return card.page(editor, found)


def _witnesses(editor: SignedIn, shown: Card) -> HttpResponse:
    asked = editor.GET.get("reading", "")
    reading = next((one for one in shown.readings if str(one.number) == asked), None)
    if reading is None:
        raise Http404
    context = {"card": shown, "reading": reading, "every": True}
    return render(editor, "factcheck/conflict/_witnesses.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record one act."""
    editor = allowed(request, DECIDE)
    found = _found(pk)
    form = DecisionForm(editor.POST, conflict=found)
    if not form.is_valid():
        return card.refused(editor, found, card.faults(form))
    try:
        act = service.decide(found, editor=editor.user, now=timezone.now(), **form.act)
    except service.Stale as refusal:
        return card.refused(editor, found, translated(refusal), unseen=_shown(found, refusal.missed))
    except service.CannotDecide as refusal:
        return card.refused(editor, found, translated(refusal))
    return _recorded(editor, found, act)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the newest decision that the editor's page showed."""
    editor = allowed(request, DECIDE)
    found = _found(pk)
    form = UndoForm(editor.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else 0
    try:
        act = service.undo(found, editor=editor.user, seen=seen, now=timezone.now())
    except service.CannotDecide as refusal:
        return card.refused(editor, found, translated(refusal))
    return _recorded(editor, found, act) if act else card.refused(editor, found, translated(NOTHING_TO_UNDO))


@require_POST
def hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the card on to a colleague or to a chief, or give it back to everybody."""
    editor = allowed(request, DECIDE)
    found = _found(pk)
    form = HandForm(editor.POST)
    if not form.is_valid():
        return card.refused(editor, found, card.faults(form))
    try:
        entry = handing.hand(found, editor=editor.user, now=timezone.now(), **form.asked)
    except service.CannotDecide as refusal:
        return card.refused(editor, found, translated(refusal))
    return card.recorded(editor, found, you(entry.told))


def _found(pk: int) -> Conflict:
    return get_object_or_404(Conflict.objects.select_related("story"), pk=pk)


def _recorded(editor: SignedIn, found: Conflict, act: service.Act) -> HttpResponse:
    [done] = _shown(found, [act.decision])
    unseen = _shown(found, act.missed)
    return card.recorded(editor, found, you(done.words), unseen=unseen, undo=done.verdict != Verdict.UNDO)


def _shown(found: Conflict, decisions: Iterable[Decision]) -> list[CardDecision]:
    """The decisions in the words of the card."""
    wanted = {decision.pk for decision in decisions}
    return [decision for decision in card_of(found.pk).decisions if decision.pk in wanted] if wanted else []
