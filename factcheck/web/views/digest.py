"""The digest: as it would be issued now, issued, and taken out in any format."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from factcheck.digest import service
from factcheck.digest.renderers import Group, offered
from factcheck.models import Digest, Story
from factcheck.review.journal import enter
from factcheck.types import Deed
from factcheck.web.access import ISSUE, SignedIn, allowed, signed_in
from factcheck.web.forms import IssueForm
from factcheck.web.revised import paragraphs


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """What would be issued at this moment, and what is still open."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    # Before the content: what is decided in between is then asked about, never missed.
    more: dict[str, Any] = {
        "seen": service.seen_now(story),
        "digests": _digests(story),
        "may_issue": editor.user.has_perm(ISSUE),
    }
    content = service.preview(story, now=timezone.now())
    more["refused"] = [blocker for blocker in content["blockers"] if blocker["refuses"]]
    return render(editor, "factcheck/digest/preview.html", _context(story, content) | more)


@require_POST
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Freeze it under the next number."""
    editor = allowed(request, ISSUE)
    story = get_object_or_404(Story, slug=slug)
    try:
        issued = _issued(editor, story)
    except service.CannotIssue as refusal:
        messages.error(editor, str(refusal))
        return redirect("digest-preview", slug)
    messages.success(editor, f"Digest no. {issued.number} is issued.")
    return redirect(issued)


@transaction.atomic
def _issued(editor: SignedIn, story: Story) -> Digest:
    """The digest, and its line in the log."""
    now = timezone.now()
    issued = service.issue(story, editor=editor.user, now=now, **_shown(editor))
    enter(story, editor=editor.user, deed=Deed.ISSUE, words=f"issued digest no. {issued.number}", now=now)
    return issued


def _shown(editor: SignedIn) -> dict[str, int]:
    """What the preview showed that the form was sent from."""
    form = IssueForm(editor.POST)
    known = form.cleaned_data if form.is_valid() else {}
    return {name: value for name, value in known.items() if value is not None}


def digest(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An issued digest, as it was frozen."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    issued = get_object_or_404(_digests(story), number=number)
    more = {"digest": issued, "formats": _formats(issued.content), "digests": _digests(story).exclude(pk=issued.pk)}
    return render(editor, "factcheck/digest/digest.html", _context(story, issued.content) | more)


def export(request: HttpRequest, slug: str, number: int, format: str) -> HttpResponse:
    """An issued digest as a file."""
    signed_in(request)
    issued = get_object_or_404(Digest.objects.select_related("story"), story__slug=slug, number=number)
    renderer = offered(issued.content).get(format)
    if renderer is None:
        raise Http404
    answer = HttpResponse(renderer.render(issued.content), content_type=renderer.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{number}.{renderer.extension}"'
    return answer


def _formats(content: Mapping[str, Any]) -> list[tuple[Group, list[tuple[str, str]]]]:
    """The formats of a content with their labels, by what they are for."""
    found = offered(content).items()
    groups = [(group, [(name, one.label) for name, one in found if one.group is group]) for group in Group]
    return [(group, formats) for group, formats in groups if formats]


def _digests(story: Story) -> Any:
    return story.digests.select_related("issued_by").order_by("-number")


def _context(story: Story, content: Mapping[str, Any]) -> dict[str, Any]:
    corrected = [(article, paragraphs(article)) for article in content["articles"]]
    return {"story": story, "content": content, "corrected": corrected}
