"""The desk's log: every act, by whom and when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from factcheck.review.steps import ONLY_TOLD
from factcheck.web.access import DECIDE, signed_in
from factcheck.web.pages import cut
from factcheck.web.queries.activity import DEEDS, ActivityFilter, entries, people, stories


def activity(request: HttpRequest) -> HttpResponse:
    """The acts, newest first."""
    editor = signed_in(request)
    asked = ActivityFilter.read(editor.GET)
    page = cut(editor, entries(asked))
    context = {
        "page": page,
        "rows": [(entry, DEEDS[entry.deed], _reversible(entry)) for entry in page],
        "asked": asked,
        "people": people(),
        "stories": stories(),
        "deeds": DEEDS.items(),
        "may_decide": editor.user.has_perm(DECIDE),
    }
    return render(editor, "factcheck/activity/activity.html", context)


def _reversible(entry: object) -> bool:
    return not hasattr(entry, "answered_by") and getattr(entry, "deed", "") not in ONLY_TOLD
