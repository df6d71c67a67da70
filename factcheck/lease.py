"""A worker keeps its run: while it is at work, a thread moves the lease forward.

The lease can so be short, and a worker that is gone is noticed soon, however long one article takes to read.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.utils import timezone

from factcheck.models import Run
from newsroom import health

log = logging.getLogger(__name__)
RENEWALS = 3  # in one lease: two may fail before it is over


@contextmanager
def kept(run: Run, lease: timedelta) -> Iterator[None]:
    """Renews the run's lease, and the worker's sign of life, until the block ends."""
    done = Event()
    renewer = Thread(target=_renew, args=(run, lease, done), name=f"lease of run {run.pk}", daemon=True)
    renewer.start()
    try:
        yield
    finally:
        done.set()
        renewer.join()


def _renew(run: Run, lease: timedelta, done: Event) -> None:
    while not done.wait(lease.total_seconds() / RENEWALS):
        now = timezone.now()
        try:
            run.renew(now, lease)
            health.worker_seen(now)
        except DatabaseError:
            log.warning("The lease of run %s could not be renewed.", run.pk, exc_info=True)
    connection.close()
