"""Asking for work once more: an article that could not be read, or a story whose comparison failed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Article, Run, Story
from factcheck.tasks import ring
from factcheck.web.access import AGAIN, allowed


@require_POST
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the article again; the story is compared again after that."""
    editor = allowed(request, AGAIN)
    found = get_object_or_404(Article.objects.select_related("story").defer("raw", "text"), pk=pk)
    ring([service.read_again(found, timezone.now())])
    messages.success(editor, gettext("“{headline}” is read again.").format(headline=found.headline))
    return redirect(found.story)


@require_POST
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """Compare the reports of the story again."""
    editor = allowed(request, AGAIN)
    found = get_object_or_404(Story, slug=slug)
    ring([Run.objects.enqueue_collation(found, timezone.now())])
    messages.success(editor, gettext("The reports are compared again."))
    return redirect(found)
