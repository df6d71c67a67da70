"""Who says what: the points of a story against its reports, and how the reports came in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from factcheck.models import Story
from factcheck.review.reports import in_order
from factcheck.web.access import signed_in
from factcheck.web.queries.agreement import matrix_of
from factcheck.web.queries.reports import reports


def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """The matrix with the timeline above it, which says what the letters of the columns mean."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    found = reports(story)
    context = {"story": story, "timeline": in_order(found), "matrix": matrix_of(story, found), "now": timezone.now()}
    return render(editor, "factcheck/agreement/agreement.html", context)
