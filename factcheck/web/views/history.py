"""Undo and redo across pages: the editor's own last act in a story, or any act of the log."""

import re
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from factcheck.models import Entry, Story
from factcheck.review import history as review
from factcheck.review.queue import card as card_of
from factcheck.review.wording import CannotDecide
from factcheck.types import Deed, Scope
from factcheck.web.access import DECIDE, SignedIn, allowed, signed_in
from factcheck.web.queries.people import deciders
from factcheck.web.saying import translated, you
from factcheck.web.views import card

# The pages that list acts: whoever takes one back there comes back there.
LISTS = ("activity", "memory")
ONE_CARD = (Scope.CARD.value,)


def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The line of undo and redo for a fragment's request; the log of the story for any other."""
    editor = signed_in(request)
    found = get_object_or_404(Story, slug=slug)
    if not editor.htmx:
        return redirect(f"{reverse('activity')}?story={found.slug}")
    return render(editor, "factcheck/story/_last_act.html", card.line(editor, found))


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back one's own last act in the story."""
    return _step(request, slug, review.undo_last)


@require_POST
def redo(request: HttpRequest, slug: str) -> HttpResponse:
    """Record again what one took back last in the story."""
    return _step(request, slug, review.redo_last)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one act of the log, or record again what it took back."""
    editor = allowed(request, DECIDE)
    entry = get_object_or_404(Entry.objects.select_related("story"), pk=pk)
    try:
        given = review.answer(entry, editor=editor.user, now=timezone.now())
        messages.success(editor, you(given.told))
    except CannotDecide as refusal:
        messages.error(editor, translated(refusal))
    page = next((name for name in LISTS if name == editor.POST.get("list")), LISTS[0])
    return redirect(f"{reverse(page)}?{editor.GET.urlencode()}")


def _beside(editor: SignedIn) -> int:
    """The card that stands on its page alone, from where the act was sent; 0: from the queue."""
    number = editor.POST.get("beside", "")
    return int(number) if re.fullmatch(r"\d{1,18}", number) else 0


def _step(request: HttpRequest, slug: str, step: Callable[..., Entry]) -> HttpResponse:
    editor = allowed(request, DECIDE)
    found = get_object_or_404(Story, slug=slug)
    try:
        given = step(found, editor=editor.user, now=timezone.now())
    except CannotDecide as refusal:
        return _refused(editor, found, translated(refusal))
    sentence = you(given.told)
    if editor.htmx and _on_one_card(given):
        return _answered(editor, found, given, sentence)
    messages.success(editor, sentence)
    return HttpResponseClientRefresh() if editor.htmx else _back(editor, found, given)


def _on_one_card(given: Entry) -> bool:
    """Whether no other card has changed: not after a batch, nor where a rule reached further."""
    rules = [*given.silences.all(), *given.lifts.all()]
    return given.conflict_id is not None and all(rule.scope in ONE_CARD for rule in rules)


def _answered(editor: SignedIn, found: Story, given: Entry, sentence: str) -> HttpResponse:
    """The line itself, and the card that changed, which finds its own place."""
    shown = card_of(given.conflict_id or 0)
    context = {"card": shown, "may_decide": True, "colleagues": deciders(), "alone": bool(_beside(editor))}
    answered = render(editor, "factcheck/story/_answered.html", card.line(editor, found) | context)
    return card.told(answered, shown, sentence, undo=given.deed != Deed.UNDO)


def _refused(editor: SignedIn, found: Story, sentence: str) -> HttpResponse:
    if editor.htmx:
        context = card.line(editor, found) | {"refusal": sentence}
        return render(editor, "factcheck/story/_last_act.html", context, status=422)
    messages.error(editor, sentence)
    return _back(editor, found, None)


def _back(editor: SignedIn, found: Story, given: Entry | None) -> HttpResponse:
    """To the card that the act was about, where there is one."""
    beside = _beside(editor)
    if beside:
        return redirect("conflict", beside)
    number = given.conflict_id if given else None
    place = reverse("story", args=[found.slug])
    return redirect(f"{place}?with={number}#conflict-card-{number}" if number else place)
