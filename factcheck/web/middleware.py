"""What surrounds every view of the site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def method_page(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """An address that only takes forms answers a visit with a page; Django's own answer is a blank one."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = get_response(request)
        if given.status_code != 405 or given.content:
            return given
        page = render(request, "405.html", status=405)
        page["Allow"] = given["Allow"]
        return page

    return answer
