"""``manage.py verify_evidence FILE.zip``: whether an evidence pack holds. The program in the pack says the same."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.digest.verify import report


class Command(BaseCommand):
    help = "Checks an evidence pack: every hash, the digest's fingerprint, each span, and each change's decision."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.zip")

    def handle(self, *args: Any, **options: Any) -> None:
        found = report(options["file"])
        self.stdout.write("\n".join(found.sentences))
        if found.faults:
            raise SystemExit(1)
