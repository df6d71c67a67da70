"""A card as the answer to an act on it: in place, or on a page where there is no JavaScript."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRefresh, trigger_client_event

from factcheck.models import Conflict, Story
from factcheck.review.card import Card, CardDecision
from factcheck.review.history import history
from factcheck.review.queue import card as card_of
from factcheck.web.access import DECIDE, SignedIn
from factcheck.web.queries import stories
from factcheck.web.queries.people import deciders
from factcheck.web.saying import translated
from factcheck.web.views.presence import here

# The name of the hidden field that tells that a card stands on a page of its own.
ALONE = "alone"


def around(editor: SignedIn, story: Story) -> dict[str, Any]:
    """What cards need besides themselves: who may decide, whom they can be handed to, and what can be taken back."""
    if not editor.user.has_perm(DECIDE):
        return {"may_decide": False}
    return {"may_decide": True, "colleagues": deciders(), **line(editor, story)}


def line(editor: SignedIn, story: Story) -> dict[str, Any]:
    """What the line of undo and redo shows."""
    return {"history": history(story, editor.user), "history_of": story.slug}


def page(editor: SignedIn, found: Conflict, *, status: int = 200, **more: object) -> HttpResponse:
    """The card on a page of its own."""
    [row] = stories.counted([found.story])
    context = {"card": card_of(found.pk), "alone": True, "story": found.story, **around(editor, found.story), **more}
    context |= here(editor, found.story, row, str(found.pk))
    return render(editor, "factcheck/conflict/conflict.html", context, status=status)


def recorded(
    editor: SignedIn, found: Conflict, sentence: str, *, unseen: list[CardDecision] | None = None, undo: bool = True
) -> HttpResponse:
    """The card as it stands now, what was recorded, and what others had recorded that this editor had not seen."""
    shown = card_of(found.pk)
    if not editor.htmx:
        for decision in unseen or ():
            messages.warning(
                editor,
                gettext("While you were deciding, {editor} {words}.").format(
                    editor=decision.editor, words=translated(decision.words)
                ),
            )
        messages.success(editor, sentence)
        return back(editor, shown)
    return told(_fragment(editor, shown, unseen=unseen), shown, sentence, undo=undo)


def recorded_on_several(editor: SignedIn, found: Conflict, sentence: str) -> HttpResponse:
    """Other cards have changed with this one: the page is made anew."""
    messages.success(editor, sentence)
    return HttpResponseClientRefresh() if editor.htmx else back(editor, card_of(found.pk))


def refused(
    editor: SignedIn, found: Conflict, sentence: str, *, unseen: list[CardDecision] | None = None
) -> HttpResponse:
    """The card as it stands now, with the sentence why, and with what was typed still in its fields."""
    ticked = editor.POST.getlist("ticked")
    more: dict[str, Any] = {"refusal": sentence, "typed": editor.POST, "ticked": ticked, "unseen": unseen}
    if editor.htmx:
        return _fragment(editor, card_of(found.pk), status=422, **more)
    return page(editor, found, status=422, **more)


def told(answer: HttpResponse, shown: Card, sentence: str, *, undo: bool) -> HttpResponse:
    """The answer with what the page's scripts say of it; ``undo`` tells whether it is taken back or done again next."""
    event = {
        "card": f"conflict-card-{shown.pk}",
        "sentence": sentence,
        "open": shown.state == Conflict.State.OPEN,
        "undo": undo,
    }
    return trigger_client_event(answer, "recorded", event, after="settle")


def back(editor: SignedIn, shown: Card) -> HttpResponse:
    """To where the act was sent from: the conflict's own page, or its place in the story's queue."""
    if ALONE in editor.POST:
        return redirect("conflict", shown.pk)
    place = reverse("story", args=[shown.story])
    return redirect(f"{place}?with={shown.pk}#conflict-card-{shown.pk}")


def _fragment(editor: SignedIn, shown: Card, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"card": shown, "may_decide": True, "colleagues": deciders(), "alone": ALONE in editor.POST, **more}
    return render(editor, "factcheck/conflict/_card.html", context, status=status)


def faults(form: Any) -> str:
    """What is wrong with a form, in one line."""
    return " ".join(str(fault) for row in form.errors.values() for fault in row)
