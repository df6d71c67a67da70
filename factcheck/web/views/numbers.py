"""What one number of a digest prints otherwise than another."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.digest.difference import differences
from factcheck.models import Story
from factcheck.web.access import signed_in
from factcheck.web.queries.digests import digests_of


def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The differences from the number before, or from the one that the address asks for."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    numbers = {one.number: one for one in digests_of(story)}
    others = [other for other in numbers if other != number]
    asked = editor.GET.get("from", "")
    before = next((other for other in others if str(other) == asked), number - 1)
    if number not in numbers or before not in others:
        raise Http404
    contents = dict(story.digests.filter(number__in=(before, number)).values_list("number", "content"))
    context = {
        "story": story,
        "digest": numbers[number],
        "before": numbers[before],
        "others": others,
        "differences": differences(contents[before], contents[number]),
    }
    return render(editor, "factcheck/digest/changes.html", context)
