"""Weighs the kinds of conflict by what editors decided, and ranks the queues anew."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils import timezone

from factcheck.review.calibrations import recalibrate, records
from factcheck.review.labels import kind_label
from factcheck.review.plot import plot
from factcheck.review.record import LEAST_DECISIONS, LEAST_OF_EACH, Record
from factcheck.review.reliability import brier

HEAD = ("Kind", "Decisions", "Acted on", "Brier before", "after", "Slope", "Intercept")
ROW = "{:<22} {:>9} {:>8} {:>12} {:>7} {:>7} {:>9}"
TOO_FEW = ("too few", "", "")
UNDER = (
    f"A kind takes {LEAST_DECISIONS} decisions, at least {LEAST_OF_EACH} that acted and {LEAST_OF_EACH} that did not. "
    "The Brier score after is that of decisions that the curve had not seen."
)


class Command(BaseCommand):
    help = "Learns from the decisions how likely editors act on each kind of conflict, and ranks the queues by it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="write the reliability plot there")
        act = parser.add_mutually_exclusive_group()
        act.add_argument("--dry-run", action="store_true", help="print the table and store nothing")
        act.add_argument("--reset", action="store_true", help="forget all calibrations: every kind at its word again")

    def handle(self, *args: Any, dry_run: bool, reset: bool, **options: Any) -> None:
        found = records()
        if options["plot"]:
            _draw(found, options["plot"])
        if reset:
            self.stdout.write(f"Every kind is taken at its word again. {_ranked([])}")
            return
        self.stdout.write("\n".join([ROW.format(*HEAD), *(_row(one) for one in found if one.decisions), UNDER]))
        self.stdout.write("Nothing is stored." if dry_run else _ranked(found))


def _ranked(found: Iterable[Record]) -> str:
    moved = recalibrate(found, now=timezone.now())
    return f"{moved} conflict{'' if moved == 1 else 's'} got another place in the queue."


def _row(one: Record) -> str:
    curve = one.curve
    learned = (f"{brier(one.after):.3f}", f"{curve.slope:.2f}", f"{curve.intercept:+.2f}") if curve else TOO_FEW
    return ROW.format(kind_label(one.kind), one.decisions, one.acted, f"{brier(one.before):.3f}", *learned).rstrip()


def _draw(found: Iterable[Record], file: Path) -> None:
    drawn = plot(found)
    if drawn is None:
        raise CommandError("No decision counts yet, so there is nothing to draw.")
    try:
        file.write_text(render_to_string("factcheck/rules/_plot.svg", {"plot": drawn, "alone": True}), encoding="utf-8")
    except OSError as fault:
        raise CommandError(f"{file}: {fault.strerror}.") from fault
