"""Requests that cannot be taken in, with a sentence for each that an editor can meet."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

SENTENCES: dict[type[Exception], str | Promise] = {
    RequestDataTooBig: gettext_lazy("The pasted text is too long for one piece of copy. Send it as a file."),
    TooManyFilesSent: gettext_lazy("These are too many files at once. Send up to a thousand."),
    TooManyFieldsSent: gettext_lazy("The form has too many fields."),
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of status 400. It must not read the form again: reading it is what failed."""
    sentence = SENTENCES.get(type(exception)) or gettext("The request was not one that Newsroom understands.")
    return render(request, "400.html", {"sentence": sentence}, status=400)
