"""Fits the coreference model to the stories of the database, or to clusters of copy, and writes it into a file."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from factcheck.collation.coreference import KINDS, NoModel, Odds, read, write
from factcheck.collation.event import Event
from factcheck.collation.events import events
from factcheck.collation.fitting import FEWEST, Pair, fitted, held_out, pairs, precision
from factcheck.collation.service import stored_articles
from factcheck.extraction.pipeline import extract, load
from factcheck.management.oneshot import BadLine, clusters
from factcheck.models import Story
from factcheck.types import ClaimKind, ExtractedArticle


class Command(BaseCommand):
    help = "Fits the model that tells which figures, days and places speak of one fact to your own archive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("out", type=Path, metavar="FILE", help="where to write it; name it in NEWSROOM_COREFERENCE")
        parser.add_argument(
            "--clusters",
            type=Path,
            nargs="+",
            metavar="FILE",
            help="clusters of copy, in place of the database's stories",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            before = read(settings.COREFERENCE)
            held, events = _gathered(_copy(options["clusters"]) if options["clusters"] else _stories())
            model = fitted(held, before)
            self.stdout.write(f"{'':8}{'pairs':>8}{'agree':>8}{'before':>8}{'held out':>10}")
            for kind in KINDS:
                self.stdout.write(f"{kind.value:8}{_row(held[kind], before[kind])}")
            write(model, options["out"])
        except (NoModel, BadLine, OSError) as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"Average precision, over {events} events. Written to {options['out']}.")


def _gathered(found: Iterator[Event]) -> tuple[dict[ClaimKind, list[Pair]], int]:
    """The pairs of each kind, and of how many events; one event is held at a time."""
    held: dict[ClaimKind, list[Pair]] = {kind: [] for kind in KINDS}
    number = 0
    for number, event in enumerate(found, start=1):
        for kind in KINDS:
            held[kind] += pairs(event, kind, number)
    return held, number


def _row(held: Sequence[Pair], before: Odds) -> str:
    if len(held) < FEWEST:
        return f"{len(held):8}  too few: stays as it was"
    agree = sum(pair.same for pair in held) / len(held)
    return f"{len(held):8}{agree:8.2f}{precision(held, before):8.3f}{held_out(held, before):10.3f}"


def _stories() -> Iterator[Event]:
    for story in Story.objects.order_by("pk"):
        yield from _several(stored_articles(story))


def _copy(paths: list[Path]) -> Iterator[Event]:
    nlp = load(settings.SPACY_MODEL)
    for path in paths:
        with path.open("rb") as lines:
            for cluster in clusters(lines):
                yield from _several([extract(copy, nlp) for copy in cluster])


def _several(articles: Sequence[ExtractedArticle]) -> list[Event]:
    """The events that more than one article reports."""
    ordered = sorted(articles, key=lambda article: (article.copy.text, article.name))
    return [event for event in events(ordered) if len(event.articles) > 1]
