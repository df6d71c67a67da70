"""The page of a story: what is in dispute, what came in, and how far it is from clean."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django_htmx.http import HttpResponseClientRefresh

from factcheck.models import Story
from factcheck.review import queue
from factcheck.web.access import AGAIN, ISSUE, OPEN_STORY, RECEIVE, SignedIn, signed_in
from factcheck.web.due import due
from factcheck.web.forms import DeadlineForm, ReceiveForm
from factcheck.web.queries import stories
from factcheck.web.queries.articles import articles_of, why_unread
from factcheck.web.queries.queue_page import queue_page
from factcheck.web.queue_filter import QueueFilter, links, whose_links
from factcheck.web.views import article, card
from factcheck.web.views.desk import STOP_POLLING
from factcheck.web.views.presence import here, pulse
from newsroom.health import worker_is_up


def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; a fragment's request gets more of the queue, the pulse, or the head with what is at work."""
    editor = signed_in(request)
    found = get_object_or_404(Story, slug=slug)
    if not editor.htmx:
        return _page(editor, found)
    return next((answer for asked, answer in FRAGMENTS.items() if asked in editor.GET), _head)(editor, found)


def _page(editor: SignedIn, found: Story) -> HttpResponse:
    articles = list(articles_of(found))
    unread = why_unread((one.pk, one.state) for one in articles)
    context = _state(editor, found) | _rights(editor) | card.around(editor, found) | _queue(editor, found)
    context |= here(editor, found, context["row"]) | _deadline(editor, found, context["now"])
    context |= {
        "articles": [(one, unread.get(one.pk, "")) for one in articles],
        "form": ReceiveForm(initial={"story": found}),
        "beside": True,
    }
    context |= article.copy(articles[0].pk) if articles else {}
    return render(editor, "factcheck/story/story.html", context)


def _queue(editor: SignedIn, found: Story) -> dict[str, Any]:
    asked = QueueFilter.read(editor.GET)
    choices = links(asked, queue.counts(found), queue.kinds(found, state=asked.state))
    choices["whose"] = whose_links(asked, queue.handed(found, editor.user, state=asked.state))
    return {"asked": asked, "filters": choices, "part": queue_page(found, asked, editor.GET, editor.user)}


def _more(editor: SignedIn, found: Story) -> HttpResponse:
    """The next cards of the queue, and the way to those after them."""
    asked = QueueFilter.read(editor.GET)
    part = queue_page(found, asked, editor.GET, editor.user)
    context = {"story": found, "asked": asked, "part": part, "after": editor.GET["after"]}
    return render(editor, "factcheck/story/_cards.html", context | _rights(editor) | card.around(editor, found))


def _rights(editor: SignedIn) -> dict[str, bool]:
    return {
        "may_receive": editor.user.has_perm(RECEIVE),
        "may_issue": editor.user.has_perm(ISSUE),
    }


def _deadline(editor: SignedIn, found: Story, now: datetime) -> dict[str, Any]:
    return {
        "due": due(found.deadline, now),
        "deadline_form": DeadlineForm(initial={"deadline": found.deadline}, now=now),
        "may_set": editor.user.has_perm(OPEN_STORY),
    }


def _state(editor: SignedIn, found: Story) -> dict[str, Any]:
    [row] = stories.counted([found])
    now = timezone.now()
    return {
        "story": found,
        "row": row,
        "now": now,
        "worker_down": row.at_work and not worker_is_up(now),
        "may_again": editor.user.has_perm(AGAIN),
    }


def _head(editor: SignedIn, found: Story) -> HttpResponse:
    """The head alone. ``known`` is the number of conflicts that the page was made with: an empty queue fills itself,
    any other is left as it is under the editor's hands, with a sentence that there is more.
    """
    known = editor.GET.get("known", "")
    context = _state(editor, found)
    row = context["row"]
    before = int(known) if known.isascii() and known.isdecimal() else row.conflicts
    context |= {"known": known, "changed": before != row.conflicts, "new": max(0, row.conflicts - before)}
    if known == "0" and row.conflicts:
        return HttpResponseClientRefresh()
    return render(editor, "factcheck/story/_head.html", context, status=200 if row.at_work else STOP_POLLING)


# What a fragment's request is for, by the name that its address carries; without one it is for the head.
FRAGMENTS: Mapping[str, Callable[[SignedIn, Story], HttpResponse]] = {"after": _more, "present": pulse}
