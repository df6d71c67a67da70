"""One quotation across its witnesses, word under word."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.models import Conflict
from factcheck.review.card import QUOTED
from factcheck.review.labels import kind_label
from factcheck.web.access import signed_in
from factcheck.web.queries import quotation as query


def quotation(request: HttpRequest, pk: int) -> HttpResponse:
    """The table; a conflict about anything else has none."""
    editor = signed_in(request)
    found = get_object_or_404(Conflict.objects.select_related("story"), pk=pk)
    if found.kind not in QUOTED:
        raise Http404
    context = {"table": query.quotation(found), "conflict": found, "kind_label": kind_label(found.kind)}
    return render(editor, "factcheck/quotation/quotation.html", context)
