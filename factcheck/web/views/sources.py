"""The sources of the desk, and what editors made of their readings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from factcheck.web.access import signed_in
from factcheck.web.queries import sources as query


def sources(request: HttpRequest) -> HttpResponse:
    """Every source that has filed; to see, never to hide by."""
    editor = signed_in(request)
    return render(editor, "factcheck/sources/sources.html", {"rows": query.sources(), "now": timezone.now()})
