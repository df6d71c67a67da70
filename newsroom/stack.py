"""The site as a whole on one machine: what it needs before it starts, its two programs, and its address."""

import fcntl
import http.client
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from newsroom.health import worker_is_up
from newsroom.supervisor import Program, Stopped, Supervisor

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not bound


@dataclass(frozen=True)
class Address:
    """Where the site listens."""

    host: str = "127.0.0.1"
    port: int = 8000

    @property
    def bind(self) -> str:
        """The address as the web server wants it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def near(self) -> str:
        """The host by which this machine reaches it."""
        return EVERYWHERE.get(self.host, self.host)

    @property
    def url(self) -> str:
        """The address for a browser."""
        host = f"[{self.near}]" if ":" in self.near else self.near
        return f"http://{host}:{self.port}/"

    def answers(self) -> bool:
        """Whether the web process answers, whatever it says."""
        with closing(http.client.HTTPConnection(self.near, self.port, timeout=2)) as link, suppress(OSError):
            link.request("GET", "/", headers={"Host": "localhost"})
            return link.getresponse().status > 0
        return False

    def require_free(self) -> None:
        """Says so when another program listens there."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with closing(socket.socket(family)) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((self.host, self.port))
            except OSError as fault:
                raise CommandError(f"Cannot listen at {self.bind}: {fault.strerror}. Try another --port.") from None


def programs(address: Address) -> list[Program]:
    """The web server, and the worker with its clock; they are stopped in this order."""
    python = [sys.executable, "-m"]
    worker = ["--pool=prefork", "--concurrency=1", "--beat", "--loglevel=WARNING", "--without-gossip"]
    return [
        Program(
            "web server",
            [*python, "gunicorn", "--config=python:newsroom.server"],
            {"NEWSROOM_BIND": address.bind},
        ),
        # Plain SIGTERM would wait for the whole run; as SIGQUIT it puts the run back after a moment.
        Program(
            "worker",
            [*python, "celery", "--quiet", "--app=newsroom", "worker", *worker],
            {"REMAP_SIGTERM": "SIGQUIT"},
            grace=settings.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT + 10.0,
            well=_worker_is_well,
        ),
    ]


def _worker_is_well() -> bool:
    try:
        return worker_is_up(timezone.now())
    finally:
        connections.close_all()


def prepare() -> None:
    """Brings the database, the cache's table and the static files up to date."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if not _collected():
        call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()


def _collected() -> bool:
    """Whether nothing changed since the static files were collected: compressing them anew takes seconds."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    files = (storage.path(name) for finder in get_finders() for name, storage in finder.list([]))
    return manifest.exists() and all(os.path.getmtime(file) < manifest.stat().st_mtime for file in files)


def serve(address: Address, up: Callable[[], None]) -> None:
    """Prepares and serves the site until a signal comes; ``up`` is called once it answers."""
    with _alone():
        address.require_free()
        try:
            prepare()
            Supervisor(programs(address), lambda: _when_it_answers(address, up)).run()
        except Stopped as fault:
            raise CommandError(str(fault)) from fault
        except KeyboardInterrupt:
            # From the start of the programs on, the supervisor takes the signal itself.
            raise CommandError("Stopped before the site was started; nothing is lost.") from None


def _when_it_answers(address: Address, up: Callable[[], None]) -> None:
    while not address.answers():
        time.sleep(0.2)
    up()


@contextmanager
def _alone() -> Iterator[None]:
    """One supervisor for one data folder: two workers on one queue of files would steal each other's messages."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with open(settings.DATA_DIR / "serve.lock", "w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CommandError(f"Newsroom is already running on the data in {settings.DATA_DIR}.") from None
        lock.write(str(os.getpid()))
        lock.flush()
        yield
