"""One act on a part of the queue: the list of what it will record, and the recording of exactly that list."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from factcheck.models import Story
from factcheck.review import bulk as review
from factcheck.review.bulk import Asked, Way
from factcheck.review.wording import CannotDecide
from factcheck.types import Level
from factcheck.web.access import DECIDE, SignedIn, allowed
from factcheck.web.queue_filter import QueueFilter
from factcheck.web.saying import translated, you


def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """The preview; sent back as a form, the act itself."""
    editor = allowed(request, DECIDE)
    story = get_object_or_404(Story, slug=slug)
    return _record(editor, story) if editor.method == "POST" else _preview(editor, story)


def _record(editor: SignedIn, story: Story) -> HttpResponse:
    seen = editor.POST.get("seen", "").split()
    try:
        entry = review.carry_out(story, _asked(editor), seen, editor=editor.user, now=timezone.now())
    except review.Changed as refusal:
        return _preview(editor, story, status=422, refusal=translated(refusal), changed=refusal.sentences)
    except CannotDecide as refusal:
        return _preview(editor, story, status=422, refusal=translated(refusal))
    as_one = gettext("It can be taken back as one, below.")
    messages.success(editor, f"{you(entry.told)} {as_one}")
    return redirect(story)


def _preview(editor: SignedIn, story: Story, *, status: int = 200, **more: Any) -> HttpResponse:
    asked = _asked(editor)
    due = review.plan(story, asked)
    context = {
        "story": story,
        "asked": asked,
        "due": due,
        "errors": sum(one.card.level == Level.ERROR for one in due),
        "seen": " ".join(one.token for one in due),
        "largest": review.LARGEST,
        **more,
    }
    return render(editor, "factcheck/story/bulk.html", context, status=status)


def _asked(editor: SignedIn) -> Asked:
    queue = QueueFilter.read(editor.GET)
    way = editor.GET.get("way", "")
    return Asked(Way(way) if way in set(Way) else Way.APPROVE, queue.level, queue.kind)
