"""The language that an editor wants the pages in; without a choice the browser says."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the choice in a cookie, and go back to where it was made."""
    return set_language(request)
