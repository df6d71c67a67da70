"""The desk: every running story, and the place to drop in copy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from factcheck.web.access import RECEIVE, SignedIn, signed_in
from factcheck.web.due import due
from factcheck.web.forms import ReceiveForm
from factcheck.web.queries import batch, stories
from newsroom.health import worker_is_up

STOP_POLLING = 286
# Seconds until the list asks again: while something is at work, and while others may drop in copy.
AT_WORK, QUIET = 3, 30


def desk(request: HttpRequest) -> HttpResponse:
    """The page; a fragment's request gets the list of stories alone."""
    editor = signed_in(request)
    return stories_fragment(editor) if editor.htmx else page(editor, ReceiveForm())


def page(request: SignedIn, form: ReceiveForm, *, status: int = 200) -> HttpResponse:
    """The whole desk, with the form as it was sent."""
    may_receive = request.user.has_perm(RECEIVE)
    context = _context() | {"form": form, "may_receive": may_receive, "batches": batch.latest()}
    return render(request, "factcheck/desk/desk.html", context, status=status)


def stories_fragment(request: SignedIn) -> HttpResponse:
    """The list alone."""
    return render(request, "factcheck/desk/_stories.html", _context())


def _context() -> dict[str, object]:
    now = timezone.now()
    rows = stories.running(now)
    at_work = any(row.at_work for row in rows)
    return {
        "rows": [(row, due(row.pressing(now), now)) for row in rows],
        "errors": sum(row.errors for row in rows),
        "seconds": AT_WORK if at_work else QUIET,
        "worker_down": at_work and not worker_is_up(now),
        "now": now,
    }
