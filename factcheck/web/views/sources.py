"""The sources of the desk, what editors made of their readings, and where their desks answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Source
from factcheck.tasks import ring
from factcheck.web.access import CHANGE_SOURCE, allowed, signed_in
from factcheck.web.forms import DeskAddressForm, SourceKindForm
from factcheck.web.queries import sources as query


def sources(request: HttpRequest) -> HttpResponse:
    """Every source that has filed; to see, never to hide by."""
    editor = signed_in(request)
    context = {
        "rows": query.sources(),
        "now": timezone.now(),
        "may_change": editor.user.has_perm(CHANGE_SOURCE),
        "kinds": Source.Kind.choices,
    }
    return render(editor, "factcheck/sources/sources.html", context)


@require_POST
def kind(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what a source is; where that changes whose word counts, its running stories are compared again."""
    chief = allowed(request, CHANGE_SOURCE)
    source = get_object_or_404(Source, slug=slug)
    form = SourceKindForm(chief.POST)
    if not form.is_valid():
        messages.error(chief, _("A source is an agency, an outlet or a primary source."))
        return redirect("sources")
    runs = service.set_kind(source, Source.Kind(form.cleaned_data["kind"]), timezone.now())
    ring(runs)
    told = _("%(name)s: %(kind)s.") % {"name": source, "kind": source.get_kind_display()}
    again = ngettext("%(number)s story is compared again.", "%(number)s stories are compared again.", len(runs))
    messages.success(chief, f"{told} {again % {'number': len(runs)}}" if runs else told)
    return redirect("sources")


@require_POST
def address(request: HttpRequest, slug: str) -> HttpResponse:
    """Set where the desk of a source answers queries, or that nobody knows."""
    chief = allowed(request, CHANGE_SOURCE)
    source = get_object_or_404(Source, slug=slug)
    form = DeskAddressForm(chief.POST, instance=source)
    if not form.is_valid():
        messages.error(chief, _("That is no e-mail address. The one of %(name)s stays as it was.") % {"name": source})
        return redirect("sources")
    form.save()
    told = _("The address of %(name)s is set.") if source.desk_address else _("%(name)s has no address now.")
    messages.success(chief, told % {"name": source})
    return redirect("sources")
