"""One version of a report against an earlier one, word for word."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from factcheck.models import Article
from factcheck.review.versions import changed, compared
from factcheck.web.access import signed_in
from factcheck.web.queries.articles import LONG_FIELDS


def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Against the version before, or against the one that the address names."""
    editor = signed_in(request)
    found = get_object_or_404(Article.objects.select_related("source", "story").defer("raw"), pk=pk)
    others = _others(found)
    asked = editor.GET.get("from", "")
    earlier = next((one for one in others if str(one.pk) == asked), _before(found, others))
    paragraphs = compared(earlier.text, found.text) if earlier else []
    context = {
        "found": found,
        "earlier": earlier,
        "others": others,
        "paragraphs": paragraphs,
        "changes": changed(paragraphs),
        "now": timezone.now(),
    }
    return render(editor, "factcheck/article/versions.html", context)


def _others(found: Article) -> list[Article]:
    """The other versions of the piece and what else its source has filed for the story, the newest first."""
    same = Article.objects.filter(Q(wire_id=found.wire_id) | Q(story=found.story), source=found.source)
    return list(same.exclude(pk=found.pk).defer(*LONG_FIELDS).order_by("-version", "-pk"))


def _before(found: Article, others: list[Article]) -> Article | None:
    """The version that this one replaces, else the one that came in before it, else the one that came after."""
    replaced = [one for one in others if one.pk == found.supersedes_id]
    before = [one for one in others if (one.version, one.pk) < (found.version, found.pk)]
    return next(iter([*replaced, *before, *reversed(others)]), None)
