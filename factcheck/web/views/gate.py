"""Opening the gate before a digest: claims of a single source are waived, and a second editor signs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from factcheck.digest import gate
from factcheck.digest.blockers import CannotIssue
from factcheck.models import Story
from factcheck.web.access import SIGN, WAIVE, SignedIn, allowed
from factcheck.web.forms import WaiveForm
from factcheck.web.saying import translated


@require_POST
def waive(request: HttpRequest, slug: str) -> HttpResponse:
    """Waive the claims that are ticked, or all that are listed."""
    editor = allowed(request, WAIVE)
    story = get_object_or_404(Story, slug=slug)
    form = WaiveForm(editor.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    claims = editor.POST.getlist("listed" if "all" in editor.POST else "claim")
    if not claims:
        return _back(editor, slug, refusal=_("Tick the claims that may go out on a single source."))
    try:
        number = gate.waive(story, editor=editor.user, claims=claims, reason=reason, now=timezone.now())
    except CannotIssue as refusal:
        return _back(editor, slug, refusal=translated(refusal))
    told = ngettext("One claim is waived.", "%(number)s claims are waived.", number) % {"number": number}
    return _back(editor, slug, done=told)


@require_POST
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign the parts that are ticked, in the words that the page showed."""
    editor = allowed(request, SIGN)
    story = get_object_or_404(Story, slug=slug)
    seen = dict(sent.split(":", 1) for sent in editor.POST.getlist("seen") if ":" in sent)
    try:
        parts = gate.sign(story, editor=editor.user, seen=seen, now=timezone.now())
    except CannotIssue as refusal:
        return _back(editor, slug, refusal=translated(refusal))
    return _back(editor, slug, done=_("You signed %(parts)s.") % {"parts": translated(parts)})


def _back(editor: SignedIn, slug: str, *, refusal: str = "", done: str = "") -> HttpResponse:
    if refusal:
        messages.error(editor, refusal)
    if done:
        messages.success(editor, done)
    return redirect("digest-preview", slug)
