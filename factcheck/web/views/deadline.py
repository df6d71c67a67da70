"""The deadline of a story: set, moved or taken away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Story
from factcheck.web.access import OPEN_STORY, allowed
from factcheck.web.due import due
from factcheck.web.forms import DeadlineForm


@require_POST
def deadline(request: HttpRequest, slug: str) -> HttpResponse:
    """The line with the deadline again; a refused one says why and keeps what was typed."""
    editor = allowed(request, OPEN_STORY)
    found = get_object_or_404(Story, slug=slug)
    now = timezone.now()
    form = DeadlineForm(editor.POST, now=now)
    if form.is_valid():
        service.set_deadline(found, form.cleaned_data["deadline"])
        if not editor.htmx:
            messages.success(
                editor, gettext("The deadline is set.") if found.deadline else gettext("The story has no deadline now.")
            )
            return redirect(found)
        form = DeadlineForm(initial={"deadline": found.deadline}, now=now)
    elif not editor.htmx:
        messages.error(editor, " ".join(map(str, form.errors["deadline"])))
        return redirect(found)
    context = {"story": found, "due": due(found.deadline, now), "deadline_form": form}
    status = 422 if form.errors else 200
    return render(editor, "factcheck/story/_deadline.html", context | {"may_set": True}, status=status)
