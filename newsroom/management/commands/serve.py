"""Serves the whole site on one machine: the web server and a worker, kept alive by this process."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from newsroom.stack import Address, serve


class Command(BaseCommand):
    help = "Starts the web server and a worker, and stops both with Ctrl-C. Data is kept in NEWSROOM_DATA_DIR."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=Address.host, help="the address to listen at (%(default)s)")
        parser.add_argument("--port", default=Address.port, type=int, help="the port to listen at (%(default)s)")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        address = Address(host, port)
        serve(address, lambda: self.stdout.write(f"Newsroom answers at {address.url}. Stop it with Ctrl-C."))
        self.stdout.write("Newsroom is stopped.")
