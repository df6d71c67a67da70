"""Long lists cut into pages."""

from typing import Any

from django.core.paginator import Page, Paginator

from factcheck.web.access import SignedIn

ROWS = 50


def cut(editor: SignedIn, rows: Any) -> Page[Any]:
    """The page that the address asks for, or the nearest one, in two queries."""
    return Paginator(rows, ROWS).get_page(editor.GET.get("page"))
