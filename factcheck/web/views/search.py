"""The search: stories, conflicts, decisions, reports and claims that have the words."""

import re
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from factcheck.web.access import signed_in
from factcheck.web.queries import search as found
from factcheck.web.search_words import LONGEST_QUERY, Sought, sought

PAGE_NUMBER = re.compile("[0-9]{1,8}")


def search(request: HttpRequest) -> HttpResponse:
    """The newest few of everything that was found, or with ``in`` all of one noun by pages."""
    editor = signed_in(request)
    query = editor.GET.get("q", "").replace("\0", " ")[:LONGEST_QUERY]
    words, noun = sought(query), editor.GET.get("in", "")
    context: dict[str, object] = {"query": query, "empty": words.empty}
    if not words.empty:
        one = noun in found.NOUNS
        context |= _one(query, words, noun, editor.GET.get("page", "")) if one else _all(query, words)
    return render(editor, "factcheck/search/search.html", context)


def _all(query: str, words: Sought) -> dict[str, object]:
    groups = found.overview(words)
    return {"groups": [(one, _address(query, one.noun) if one.number > len(one.hits) else "") for one in groups]}


def _one(query: str, words: Sought, noun: str, asked: str) -> dict[str, object]:
    """All of one noun: a page of it, with links to the pages beside it."""
    number = found.numbers(words).get(noun, 0)
    last = max(1, -(-number // found.PAGE))
    page = min(max(int(asked), 1), last) if PAGE_NUMBER.fullmatch(asked) else 1
    group = found.group(noun, words, number, limit=found.PAGE, offset=(page - 1) * found.PAGE)
    return {
        "groups": [(group, "")] if number else [],
        "one": group.named.none,
        "all": _address(query),
        "page": page,
        "last": last,
        "earlier": _address(query, noun, page - 1) if page > 1 else "",
        "later": _address(query, noun, page + 1) if page < last else "",
    }


def _address(query: str, noun: str = "", page: int = 1) -> str:
    asked = {"q": query, "in": noun, "page": str(page) if page > 1 else ""}
    return "?" + urlencode({name: value for name, value in asked.items() if value})
