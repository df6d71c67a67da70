"""Real workers on the database and the broker of the stack under test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import redis
from django.conf import settings
from django.db import connection
from kombu import Connection

from factcheck.models import Run
from factcheck.tasks import execute_run

PATIENCE = 120.0
COMMAND = ["-m", "celery", "--app=newsroom", "worker", "--pool=prefork", "--concurrency=1", "--loglevel=INFO"]


def until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Returns once it holds."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, f"waited in vain for: {what}"
        time.sleep(0.05)


def marked(mark: str) -> dict[int, str]:
    """The processes that carry the mark in their environment, with their commands."""
    return dict(_marked(mark.encode()))


def _marked(mark: bytes) -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                yield int(folder.name), (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()


@dataclass
class Desk:
    """The test's database, a broker of its own, and the workers on them."""

    folder: Path
    environment: Mapping[str, str]
    transport: Mapping[str, object]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_worker(self, *more: str) -> subprocess.Popen[bytes]:
        """Starts a worker; it works as soon as it can."""
        with (self.folder / "worker.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *COMMAND, *more, f"--hostname=trial{len(self.workers)}@%h"],
                cwd=settings.BASE_DIR,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.workers.append(process)
        return process

    def ring(self, run: Run) -> None:
        """Leaves a message for the workers."""
        with Connection(settings.REDIS_URL or "filesystem://localhost", transport_options=self.transport) as link:
            execute_run.apply_async(kwargs={"run_id": run.pk}, connection=link)

    def empty_broker(self) -> None:
        """Loses every message."""
        if settings.REDIS_URL:
            with redis.from_url(settings.REDIS_URL) as client:
                client.delete(*client.keys("newsroom:*"), "nothing")
        for message in (self.folder / "broker" / "queue").glob("*"):
            message.unlink()

    def waiting_messages(self) -> int:
        """How many messages the broker holds."""
        if settings.REDIS_URL:
            with redis.from_url(settings.REDIS_URL) as client:
                return int(client.llen("newsroom:celery"))
        return len(list((self.folder / "broker" / "queue").glob("*")))

    def close(self) -> None:
        """Ends every worker with all that it started."""
        for process in self.workers:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def desk(folder: Path) -> Desk:
    """A desk on the test database, with short leases."""
    database = str(connection.settings_dict["NAME"])
    quick = {"NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_RUN_LEASE_SECONDS": "2", "NEWSROOM_RUN_SWEEP_SECONDS": "1"}
    transport = settings.CELERY_BROKER_TRANSPORT_OPTIONS if settings.REDIS_URL else _folders(folder)
    if connection.vendor == "sqlite":
        (folder / "newsroom.sqlite3").symlink_to(database)
        return Desk(folder, quick, transport)
    url = urlsplit(os.environ["NEWSROOM_DATABASE_URL"])._replace(path=f"/{database}")
    return Desk(folder, {**quick, "NEWSROOM_DATABASE_URL": urlunsplit(url)}, transport)


def _folders(folder: Path) -> dict[str, str]:
    """Where this process leaves messages for the workers, without Redis."""
    queue, control = folder / "broker" / "queue", folder / "broker" / "control"
    for made in (queue, control):
        made.mkdir(parents=True)
    return {"data_folder_in": str(queue), "data_folder_out": str(queue), "control_folder": str(control)}
