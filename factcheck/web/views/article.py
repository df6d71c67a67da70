"""One piece of copy: read, moved to another story, or taken out as it was received."""

import re
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from factcheck.intake import service
from factcheck.models import Article, Run, Story
from factcheck.phrase import Phrase
from factcheck.review import reader
from factcheck.review.journal import enter
from factcheck.review.reader import ReaderPage
from factcheck.tasks import ring
from factcheck.types import Deed
from factcheck.web.access import AGAIN, MARK, MOVE, OPEN_STORY, SignedIn, allowed, signed_in
from factcheck.web.blocks import blocks
from factcheck.web.forms import MoveForm, PublicationForm
from factcheck.web.queries.articles import why_unread
from factcheck.web.words import CLAIMS

# A place in a copy as an address may name it; more digits than that no copy has.
PLACE = re.compile(r"[0-9]{1,9}")


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The copy as received, with what it claims and what is in dispute marked; a fragment's request gets it alone."""
    editor = signed_in(request)
    context = copy(pk, here=_here(editor))
    if editor.htmx:
        return render(editor, "factcheck/article/_copy.html", context | {"beside": True})
    context["unread"] = why_unread([(pk, context["page"].state)]).get(pk, "")
    context["may_again"] = editor.user.has_perm(AGAIN)
    if editor.user.has_perm(MOVE):
        context["move"] = _move_form(editor, context["page"].story)
    if editor.user.has_perm(MARK):
        context["mark"] = _mark_form(context["page"])
    return render(editor, "factcheck/article/article.html", context)


def _mark_form(page: ReaderPage) -> PublicationForm:
    """What the agency says of the report by now; an embargo that is over needs nobody to send it again."""
    now, until = timezone.now(), page.embargo_until
    ahead = until if until and until > now else None
    return PublicationForm(now=now, initial={"publication": page.publication, "embargo_until": ahead})


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """To another story; both are compared again."""
    editor = allowed(request, MOVE)
    found = get_object_or_404(Article.objects.select_related("story").defer("raw", "text"), pk=pk)
    form = _move_form(editor, found.story.slug, editor.POST)
    if not form.is_valid():
        messages.error(editor, gettext("Choose the story that the article belongs to."))
        return redirect(found)
    target, runs = _moved(editor, found, form.target)
    ring(runs)
    messages.success(editor, gettext("Moved to “{title}”. Both stories are compared again.").format(title=target.title))
    return redirect(found)


def _move_form(editor: SignedIn, here: str, data: Any = None) -> MoveForm:
    return MoveForm(data, here=here, may_open=editor.user.has_perm(OPEN_STORY))


@transaction.atomic
def _moved(editor: SignedIn, found: Article, target: Story | None) -> tuple[Story, list[Run]]:
    """The story that the article is in now, a new one where none was chosen, and the runs to ring."""
    now = timezone.now()
    story = target or service.open_story(found.headline, now)
    words = Phrase(
        "moved “{headline}” from “{left}” to “{story}”",
        headline=found.headline,
        left=found.story.title,
        story=story.title,
    )
    enter(story, editor=editor.user, deed=Deed.MOVE, words=words, now=now)
    return story, service.move_article(found, story, editor=editor.user, now=now)


def raw(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as they came in, to keep and never to be shown by a browser."""
    signed_in(request)
    found = get_object_or_404(Article.objects.only("raw", "name"), pk=pk)
    answer = HttpResponse(bytes(found.raw), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(found)}"'
    return answer


def _here(editor: SignedIn) -> tuple[int, int] | None:
    """The range of the copy that the address leads to: ``?at=120-134``."""
    start, _, end = editor.GET.get("at", "").partition("-")
    wanted = (int(start), int(end)) if PLACE.fullmatch(start) and PLACE.fullmatch(end) else (0, 0)
    return wanted if wanted[0] < wanted[1] else None


def copy(pk: int, *, here: tuple[int, int] | None = None) -> dict[str, Any]:
    """What the fragment of the copy shows."""
    try:
        page = reader.read(pk, here=here)
    except Article.DoesNotExist:
        raise Http404 from None
    claims = [(kind, CLAIMS.get(kind, kind), number) for kind, number in page.claim_counts]
    shown = blocks(page)
    has_headline = any(block.kind == "headline" for block in shown)
    return {"page": page, "blocks": shown, "claims": claims, "has_headline": has_headline}


def _file_name(found: Article) -> str:
    """A name that is safe on any machine, recognisable, and never another kind of file than text."""
    stem = found.name.rsplit(".", 1)[0]
    return f"{slugify(stem)[:80] or 'copy'}-{found.pk}.txt"
