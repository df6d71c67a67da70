"""Serves the site with the sample copy in it, and tells how to sign in and what the desk found."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from factcheck.management import demonstration
from newsroom.stack import Address, serve

PATIENCE = 120.0


class Command(BaseCommand):
    help = "Serves the site until Ctrl-C, with the sample copy received. Started again, it keeps what was there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=Address.host, help="the address to listen at (%(default)s)")
        parser.add_argument("--port", default=Address.port, type=int, help="the port to listen at (%(default)s)")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo makes an account whose password it prints: not with NEWSROOM_PRODUCTION set.")
        address = Address(host, port)
        self.stdout.write("Starting the site …")
        serve(address, lambda: self._show(address, timezone.now()))
        self.stdout.write("Newsroom is stopped.")

    def _show(self, address: Address, now: datetime) -> None:
        """Runs beside the site, once it answers."""
        try:
            self._fill(now)
            self._tell(address)
        finally:
            connections.close_all()

    def _fill(self, now: datetime) -> None:
        password = demonstration.kept_password(settings.DATA_DIR)
        editor = demonstration.demo_editor(password)
        self.password = demonstration.shown_password(editor, password)
        received = demonstration.receive_samples(editor, now)
        if received:
            self._say(f"Received {received} sample articles; the worker reads and compares them …")
        if not demonstration.wait_for_runs(PATIENCE):
            self._say("The worker is still busy; the list below may be short. The desk shows the rest as it comes.")

    def _tell(self, address: Address) -> None:
        self._say("\nWhat waits for a decision\n")
        for line in demonstration.listing():
            self._say(line)
        self._say(f"The desk is at  {address.url}")
        self._say(f"Name            {demonstration.EDITOR}")
        self._say(f"Password        {self.password}")
        self._say("Stop it with Ctrl-C.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
