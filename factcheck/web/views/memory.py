"""The desk's memory: what is never to be shown again, since when, why, and how to have it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from factcheck.models import Conflict, Silence
from factcheck.review import memory as review
from factcheck.review.labels import kind_label
from factcheck.review.wording import CannotDecide
from factcheck.types import Scope
from factcheck.web.access import DECIDE, allowed, signed_in
from factcheck.web.forms import SilenceForm
from factcheck.web.pages import cut
from factcheck.web.queries.memory import MemoryFilter, choices, rules
from factcheck.web.saying import translated, you
from factcheck.web.views import card

# The name of the hidden field that tells that a rule is lifted from a card.
CARD = "card"


def memory(request: HttpRequest) -> HttpResponse:
    """The rules, newest first, by scope, by kind, and by whether they are in force."""
    editor = signed_in(request)
    today = timezone.localdate()
    asked = MemoryFilter.read(editor.GET)
    page = cut(editor, rules(asked, today))
    context = {
        "page": page,
        "rows": [(rule, kind_label(rule.kind)) for rule in page],
        "choices": choices(),
        "asked": asked,
        "today": today,
        "may_decide": editor.user.has_perm(DECIDE),
    }
    return render(editor, "factcheck/memory/memory.html", context)


@require_POST
def silence(request: HttpRequest, pk: int) -> HttpResponse:
    """Never again: make a rule of a card."""
    editor = allowed(request, DECIDE)
    found = get_object_or_404(Conflict.objects.select_related("story"), pk=pk)
    form = SilenceForm(editor.POST)
    if not form.is_valid():
        return card.refused(editor, found, card.faults(form))
    asked = form.cleaned_data | {"scope": Scope(form.cleaned_data["scope"])}
    try:
        rule = review.silence(found, editor=editor.user, now=timezone.now(), **asked)
    except CannotDecide as refusal:
        return card.refused(editor, found, translated(refusal))
    answer = card.recorded if rule.silenced.count() == 1 else card.recorded_on_several
    return answer(editor, found, you(rule.entry.told))


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a rule, from its card or from the memory's page."""
    editor = allowed(request, DECIDE)
    rule = get_object_or_404(Silence.objects.select_related("conflict__story"), pk=pk)
    several = rule.silenced.count() > 1
    try:
        sentence = you(review.restore(rule, editor=editor.user, now=timezone.now()).told)
    except CannotDecide as refusal:
        if CARD in editor.POST:
            return card.refused(editor, _card(editor.POST[CARD], rule), translated(refusal))
        messages.error(editor, translated(refusal))
        return redirect(f"{reverse('memory')}?{editor.GET.urlencode()}")
    if CARD in editor.POST:
        answer = card.recorded_on_several if several else card.recorded
        return answer(editor, _card(editor.POST[CARD], rule), sentence)
    messages.success(editor, sentence)
    return redirect(f"{reverse('memory')}?{editor.GET.urlencode()}")


def _card(number: str, rule: Silence) -> Conflict:
    """The card that the rule was lifted from; the one that it was made from where that cannot be told."""
    known = Conflict.objects.select_related("story").filter(pk=number) if number.isdecimal() else None
    return (known.first() if known else None) or rule.conflict
