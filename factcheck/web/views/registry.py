"""The people of a story: how they are called, and who calls them so."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.collation.registry import Entry, Printed
from factcheck.models import Story
from factcheck.review.reports import Report
from factcheck.web.access import signed_in
from factcheck.web.queries.registry import people_of
from factcheck.web.queries.reports import reports


class Words(NamedTuple):
    """Words for somebody with the reports that print them."""

    printed: Printed
    reports: list[Report]


class PersonCard(NamedTuple):
    """A person, each of the words with the reports that print them."""

    entry: Entry
    spellings: list[Words]
    short: list[Words]
    roles: list[Words]


def registry(request: HttpRequest, slug: str) -> HttpResponse:
    """Everyone whom a report names in full."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    known = {str(report.pk): report for report in reports(story)}
    context = {"story": story, "people": [_card(entry, known) for entry in people_of(story)]}
    return render(editor, "factcheck/registry/registry.html", context)


def _card(entry: Entry, known: Mapping[str, Report]) -> PersonCard:
    lists = (_words(printed, known) for printed in (entry.spellings, entry.short, entry.roles))
    return PersonCard(entry, *lists)


def _words(printed: Iterable[Printed], known: Mapping[str, Report]) -> list[Words]:
    return [Words(one, _reports(one, known)) for one in printed]


def _reports(printed: Printed, known: Mapping[str, Report]) -> list[Report]:
    return sorted((known[name] for name in printed.articles if name in known), key=lambda report: report.pk)
