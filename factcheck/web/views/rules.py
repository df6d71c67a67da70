"""The rules: what is looked for, how it is weighed, and what the desk's own decisions say of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from factcheck.models import Calibration
from factcheck.review.calibrations import records
from factcheck.review.plot import plot
from factcheck.review.record import LEAST_DECISIONS, LEAST_OF_EACH
from factcheck.web.access import SEE_RULES, allowed
from factcheck.web.queries.rules import rows


def rules(request: HttpRequest) -> HttpResponse:
    """The table of the kinds with the reliability plot."""
    chief = allowed(request, SEE_RULES)
    found, stored = records(), list(Calibration.objects.all())
    context = {
        "rows": rows(found, stored),
        "plot": plot(found),
        "fitted_at": max((calibration.fitted_at for calibration in stored), default=None),
        "least": LEAST_DECISIONS,
        "least_of_each": LEAST_OF_EACH,
    }
    return render(chief, "factcheck/rules/rules.html", context)
