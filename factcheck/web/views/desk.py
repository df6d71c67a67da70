"""The desk: every running story, and the place to drop in copy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from factcheck.web.access import RECEIVE, SignedIn, signed_in
from factcheck.web.forms import ReceiveForm
from factcheck.web.queries import batch, stories

STOP_POLLING = 286


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
    """The list alone; it is asked for again only while something of it is at work."""
    context = _context()
    status = 200 if context["at_work"] else STOP_POLLING
    return render(request, "factcheck/desk/_stories.html", context, status=status)


def _context() -> dict[str, object]:
    rows = stories.running()
    return {"rows": rows, "at_work": any(row.at_work for row in rows), "now": timezone.now()}
