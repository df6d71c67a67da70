"""Dropping in copy, and the page of one batch that tells how far each file has come."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Receipt
from factcheck.tasks import ring
from factcheck.web.access import RECEIVE, SignedIn, allowed, signed_in
from factcheck.web.forms import ReceiveForm
from factcheck.web.queries import batch as files
from factcheck.web.views import desk
from newsroom.health import worker_is_up

FEW_ROWS = 60
SECONDS_FEW, SECONDS_MANY = 1, 3


@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Every file is received by itself: what is wrong with one is said at its own row, and the others go on."""
    editor = allowed(request, RECEIVE)
    form = ReceiveForm(editor.POST, editor.FILES)
    if not form.is_valid():
        return desk.page(editor, form, status=422)
    number = uuid4()
    for receipt in _receive(editor, form, number):
        # At once: whatever becomes of the later files, this one is read.
        if receipt.article:
            ring(receipt.article.runs.waiting())
    return redirect("batch", number)


def _receive(editor: SignedIn, form: ReceiveForm, number: UUID) -> Iterator[Receipt]:
    now, story = timezone.now(), form.cleaned_data["story"]
    return (service.receive(item, batch=number, editor=editor.user, now=now, story=story) for item in form.items())


def batch(request: HttpRequest, batch: UUID) -> HttpResponse:
    """The files of one act of dropping in; polled until each has come to its end."""
    editor = signed_in(request)
    rows = files.rows(batch)
    if not rows:
        raise Http404
    context = _progress(batch, rows)
    if editor.htmx:
        status = 200 if context["live"] else desk.STOP_POLLING
        return render(request, "factcheck/batch/_files.html", context, status=status)
    return render(request, "factcheck/batch/batch.html", context)


def _progress(batch: UUID, rows: list[files.ReceiptRow]) -> dict[str, object]:
    live = sum(row.stage.live for row in rows)
    return {
        "batch": batch,
        "rows": rows,
        "stories": list(dict.fromkeys(row.receipt.article.story for row in rows if row.receipt.article)),
        "live": live,
        "finished": len(rows) - live,
        "seconds": SECONDS_FEW if len(rows) <= FEW_ROWS else SECONDS_MANY,
        "worker_down": live > 0 and not worker_is_up(timezone.now()),
    }
