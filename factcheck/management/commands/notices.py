"""``manage.py notices STORY``: the notices of corrections and the queries to desks, as the page shows them."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from factcheck.digest.notices import AgencyNotices, ReportNotices
from factcheck.digest.service import agency_notices
from factcheck.models import Story
from factcheck.review.controls import revealed

SIGNATURE = "Wire editor"


class Command(BaseCommand):
    help = "Prints, for each agency of a story, the notice of its corrections and the query to its desk."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", metavar="STORY", help="the short name of the story in its address")
        parser.add_argument("--agency", metavar="SLUG", help="only this agency, by its short name")
        parser.add_argument("--signature", default=SIGNATURE, metavar="NAME", help="who signs the queries")

    def handle(self, *args: Any, story: str, agency: str | None, signature: str, **options: Any) -> None:
        found = agency_notices(_story(story), now=timezone.now(), signature=signature)
        texts = [text for one in found if agency in {None, one.slug} for text in _texts(one)]
        self.stdout.write("\n\n".join(texts or ["There is nothing to print and nothing to ask."]))


def _story(slug: str) -> Story:
    try:
        return Story.objects.get(slug=slug)
    except Story.DoesNotExist:
        raise CommandError(f"There is no story {slug!r}.") from None


def _texts(agency: AgencyNotices) -> Iterator[str]:
    name = f"{revealed(agency.name)} ({agency.slug})"
    yield f"{name}\n{'=' * len(name)}"
    for report in agency.reports:
        yield from _report(report, agency.address)


def _report(report: ReportNotices, address: str) -> Iterator[str]:
    if report.notice:
        yield f"NOTICE, {report.notice.form}: {report.notice.why}"
        yield report.notice.text
    if report.query:
        yield f"QUERY to {address}" if address else "QUERY"
        yield f"Subject: {report.query.subject}"
        yield report.query.body
