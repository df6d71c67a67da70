"""What an agency says of a report after it came in: withheld, killed, or not before a moment."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Article, Run
from factcheck.phrase import Phrase
from factcheck.review.journal import enter
from factcheck.tasks import ring
from factcheck.types import Deed
from factcheck.web.access import MARK, SignedIn, allowed
from factcheck.web.forms import PublicationForm

TOLD: Mapping[Article.Publication, Callable[[str], Phrase]] = {
    Article.Publication.USABLE: lambda name: Phrase("marked “{headline}” as for use", headline=name),
    Article.Publication.WITHHELD: lambda name: Phrase("marked “{headline}” as withheld by its agency", headline=name),
    Article.Publication.CANCELED: lambda name: Phrase("marked “{headline}” as killed by its agency", headline=name),
}


@require_POST
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark the report; a killed one is no longer compared, and no digest uses it."""
    editor = allowed(request, MARK)
    found = get_object_or_404(Article.objects.select_related("story").defer("raw", "text"), pk=pk)
    form = PublicationForm(editor.POST, now=timezone.now())
    if not form.is_valid():
        messages.error(editor, " ".join(str(fault) for row in form.errors.values() for fault in row))
        return redirect(found)
    ring(_marked(editor, found, form))
    messages.success(editor, gettext("What the agency says is kept. Digests follow it."))
    return redirect(found)


@transaction.atomic
def _marked(editor: SignedIn, found: Article, form: PublicationForm) -> list[Run]:
    """The runs to ring, and the line in the log."""
    now, sent = timezone.now(), form.cleaned_data
    said, until = Article.Publication(sent["publication"]), sent["embargo_until"]
    words = TOLD[said](found.headline)
    if until:
        moment = f"{timezone.localtime(until):%Y-%m-%d %H:%M}"
        words = Phrase("{marked}, with an embargo until {moment}", marked=words, moment=moment)
    enter(found.story, editor=editor.user, deed=Deed.MARK, words=words, now=now)
    return service.set_publication(found, said, until, now=now)
