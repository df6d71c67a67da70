"""One report as its corrections stand now, with what was changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from factcheck.digest import composing
from factcheck.models import Article
from factcheck.web.access import signed_in
from factcheck.web.revised import paragraphs


def corrected(request: HttpRequest, pk: int) -> HttpResponse:
    """The copy as the digest would print it at this moment; or why the digest leaves it out."""
    editor = signed_in(request)
    found = get_object_or_404(Article.objects.select_related("source", "story").defer("raw", "text"), pk=pk)
    content, _ = composing.opened(found.story, now=timezone.now())
    shown = next((one for one in content["articles"] if one["article"] == pk), None)
    context = {
        "found": found,
        "article": shown,
        "paragraphs": paragraphs(shown) if shown else [],
        "corrections": [row for row in content["corrections"] if row["article"] == pk],
        "reason": next((one["reason"] for one in content["left_out"] if one["article"] == pk), ""),
    }
    return render(editor, "factcheck/article/corrected.html", context)
