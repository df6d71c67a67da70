"""One conflict: its card as a page, and the acts that an editor records on it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from factcheck.models import Conflict
from factcheck.review import service
from factcheck.review.card import Card
from factcheck.review.queue import card as card_of
from factcheck.types import Verdict
from factcheck.web.access import DECIDE, SignedIn, allowed, signed_in
from factcheck.web.forms import DecisionForm, UndoForm
from factcheck.web.queries import stories
from factcheck.web.views.presence import here

NOTHING_TO_UNDO = "There is nothing left to take back here."
# The name of the hidden field that tells that a card stands on a page of its own.
ALONE = "alone"


def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """The card on a page of its own; a fragment's request gets every witness of one reading."""
    editor = signed_in(request)
    found = get_object_or_404(Conflict.objects.select_related("story"), pk=pk)
    if editor.htmx:
        return _witnesses(editor, card_of(found.pk))
    context = {"card": card_of(found.pk), "may_decide": editor.user.has_perm(DECIDE), "alone": True}
    [row] = stories.counted([found.story])
    context |= {"story": found.story, **here(editor, found.story, row, str(found.pk))}
    return render(editor, "factcheck/conflict/conflict.html", context)


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
    found = get_object_or_404(Conflict, pk=pk)
    form = DecisionForm(editor.POST, conflict=found)
    if not form.is_valid():
        return _refused(editor, found, _faults(form))
    acted = form.cleaned_data | {"verdict": Verdict(form.cleaned_data["verdict"])}
    try:
        act = service.decide(found, editor=editor.user, now=timezone.now(), **acted)
    except service.CannotDecide as refusal:
        return _refused(editor, found, str(refusal))
    return _recorded(editor, found, act)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the newest decision that the editor's page showed."""
    editor = allowed(request, DECIDE)
    found = get_object_or_404(Conflict, pk=pk)
    form = UndoForm(editor.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else 0
    try:
        act = service.undo(found, editor=editor.user, seen=seen, now=timezone.now())
    except service.CannotDecide as refusal:
        return _refused(editor, found, str(refusal))
    return _recorded(editor, found, act) if act else _refused(editor, found, NOTHING_TO_UNDO)


def _faults(form: DecisionForm) -> str:
    return " ".join(str(fault) for faults in form.errors.values() for fault in faults)


def _recorded(editor: SignedIn, found: Conflict, act: service.Act) -> HttpResponse:
    """The card as it stands now, what was recorded, and what others had recorded that this editor had not seen."""
    shown = card_of(found.pk)
    sentence = next((f"You {done.words}." for done in shown.decisions if done.pk == act.decision.pk), "Recorded.")
    missed = {decision.pk for decision in act.missed}
    unseen = [decision for decision in shown.decisions if decision.pk in missed]
    if not editor.htmx:
        for decision in unseen:
            messages.warning(editor, f"While you were deciding, {decision.editor} {decision.words}.")
        messages.success(editor, sentence)
        return _back(editor, shown)
    told = {
        "card": f"conflict-card-{shown.pk}",
        "sentence": sentence,
        "open": shown.state == Conflict.State.OPEN,
        "undo": act.decision.verdict != Verdict.UNDO,
    }
    return trigger_client_event(_fragment(editor, shown, unseen=unseen), "recorded", told, after="settle")


def _refused(editor: SignedIn, found: Conflict, sentence: str) -> HttpResponse:
    """The card unchanged, with the sentence why, and with what was typed still in its fields."""
    shown = card_of(found.pk)
    if editor.htmx:
        return _fragment(editor, shown, refusal=sentence, typed=editor.POST, status=422)
    messages.error(editor, sentence)
    return _back(editor, shown)


def _fragment(editor: SignedIn, shown: Card, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"card": shown, "may_decide": True, "alone": ALONE in editor.POST, **more}
    return render(editor, "factcheck/conflict/_card.html", context, status=status)


def _back(editor: SignedIn, shown: Card) -> HttpResponse:
    """To where the act was sent from: the conflict's own page, or its place in the story's queue."""
    if ALONE in editor.POST:
        return redirect("conflict", shown.pk)
    place = reverse("story", args=[shown.story])
    return redirect(f"{place}?with={shown.pk}#conflict-card-{shown.pk}")
