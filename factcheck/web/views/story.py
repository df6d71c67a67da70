"""The page of a story: what is in dispute, what came in, and how far it is from clean."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django_htmx.http import HttpResponseClientRefresh

from factcheck.models import Conflict, Story
from factcheck.review import queue
from factcheck.review.card import Card
from factcheck.web.access import AGAIN, ISSUE, RECEIVE, SignedIn, signed_in
from factcheck.web.forms import ReceiveForm
from factcheck.web.queries import stories
from factcheck.web.queries.articles import articles_of, why_unread
from factcheck.web.queue_filter import QueueFilter, links, whose_links
from factcheck.web.views import article, card
from factcheck.web.views.desk import STOP_POLLING
from newsroom.health import worker_is_up

CARDS_AT_ONCE = 30
# The filters that say how many cards are behind them, the narrowest first.
PARTS = ("whose", "levels", "kinds")


def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The page; a fragment's request gets its head, with the counts and what is at work."""
    editor = signed_in(request)
    found = get_object_or_404(Story, slug=slug)
    return _head(editor, found) if editor.htmx else _page(editor, found)


def _page(editor: SignedIn, found: Story) -> HttpResponse:
    articles = list(articles_of(found))
    unread = why_unread((one.pk, one.state) for one in articles)
    context = _state(editor, found) | _rights(editor) | card.around(editor, found) | _queue(editor, found)
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
    cards = _cards(editor, found, asked)
    behind = next((link.number for name in PARTS for link in choices[name] if link.current), 0)
    return {"asked": asked, "filters": choices, "cards": cards, "more": behind if behind > len(cards) else 0}


def _rights(editor: SignedIn) -> dict[str, bool]:
    return {
        "may_receive": editor.user.has_perm(RECEIVE),
        "may_issue": editor.user.has_perm(ISSUE),
    }


def _cards(editor: SignedIn, found: Story, asked: QueueFilter) -> list[Card]:
    """The queue, and the card that was just decided: it stays in sight, with its undo."""
    limit = None if editor.GET.get("show") == "all" else CARDS_AT_ONCE
    whose = queue.WHOSE[asked.whose](editor.user)
    cards = queue.queue(found, state=asked.state, kind=asked.kind, level=asked.level, whose=whose, limit=limit)
    kept = editor.GET.get("with", "")
    if kept.isdecimal() and int(kept) not in {card.pk for card in cards}:
        extra = Conflict.objects.filter(pk=kept, story=found).first()
        cards = ([queue.card(extra.pk)] if extra else []) + cards
    return cards


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
    context |= {"known": known, "changed": known.isdecimal() and int(known) != row.conflicts}
    if known == "0" and row.conflicts:
        return HttpResponseClientRefresh()
    return render(editor, "factcheck/story/_head.html", context, status=200 if row.at_work else STOP_POLLING)
