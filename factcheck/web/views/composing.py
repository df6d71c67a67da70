"""Putting a digest together: headline, summary, base article, order of the parts, and what is left out or reworded."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.digest.compose import DigestContent
from factcheck.digest.composing import StaleComposition, opened, save
from factcheck.digest.framing import MaterialComposition
from factcheck.models import Composition, Story
from factcheck.web.access import COMPOSE, SignedIn, allowed
from factcheck.web.putting import bases, part_rows, sent_composition
from factcheck.web.saying import translated

# So many digits hold every version that the database can count.
LONGEST_VERSION = 9


@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest, slug: str) -> HttpResponse:
    """The page with its fields; what is sent is saved over the version that the page showed."""
    editor = allowed(request, COMPOSE)
    story = get_object_or_404(Story, slug=slug)
    content, composition = opened(story, now=timezone.now())
    if editor.method != "POST":
        return _page(editor, story, content, composition)
    wanted = sent_composition(editor.POST, content, composition)
    try:
        over = _version(editor.POST.get("over") or editor.POST.get("version", ""))
        stored = save(story, editor=editor.user, over=over, wanted=wanted, now=timezone.now())
    except StaleComposition as refusal:
        return _refused(editor, story, content, wanted, refusal)
    return _saved(editor, story, stored)


def _version(sent: str) -> int:
    """The version that was sent; one that no page can have shown is none."""
    return int(sent) if sent.isdecimal() and len(sent) <= LONGEST_VERSION else 0


def _saved(editor: SignedIn, story: Story, stored: Composition | None) -> HttpResponse:
    if editor.htmx:
        context = {"story": story, "version": stored.version if stored else 0, "saved": stored}
        return render(editor, "factcheck/digest/_composing_state.html", context)
    moved = editor.POST.get("move", "").partition(":")[2]
    if moved:
        return redirect(f"{reverse('digest-compose', args=[story.slug])}?moved={moved}")
    messages.success(editor, _("Saved. This is the digest as you put it together."))
    return redirect("digest-preview", story.slug)


def _refused(
    editor: SignedIn, story: Story, content: DigestContent, wanted: MaterialComposition, refusal: StaleComposition
) -> HttpResponse:
    """What changed meanwhile, with what was typed still in the fields; saving once more goes over it knowingly."""
    version = _version(editor.POST.get("version", ""))
    more: dict[str, Any] = {"refusal": translated(refusal), "changes": refusal.changes, "newest": refusal.version}
    if editor.htmx:
        context = {"story": story, "version": version, **more}
        return render(editor, "factcheck/digest/_composing_state.html", context, status=422)
    return _page(editor, story, content, wanted, status=422, version=version, **more)


def _page(
    editor: SignedIn,
    story: Story,
    content: DigestContent,
    composition: MaterialComposition,
    *,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "story": story,
        "content": content,
        "composition": composition,
        "headline": composition.headline or content["headline"],
        "summary": content["summary"] if composition.summary is None else composition.summary,
        "parts": part_rows(content, composition),
        "bases": bases(content),
        "moved": editor.GET.get("moved", ""),
        "version": composition.version,
        **more,
    }
    return render(editor, "factcheck/digest/compose.html", context, status=status)
