"""Is it all there? One sentence a part, or ``ok``: for /healthz, the pages and the supervisor."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

OK = "ok"
SEEN = "worker-seen"
# So many sweeps may be missed before the worker counts as gone.
SWEEPS_MISSED = 4


def worker_seen(now: datetime) -> None:
    """The worker's sign of life; a cache that does not answer must not end the work."""
    try:
        cache.set(SEEN, now.timestamp(), timeout=None)
    except (RedisError, DatabaseError):
        return


def worker_is_up(now: datetime) -> bool:
    """Whether a worker gave a sign of life lately."""
    try:
        seen = cache.get(SEEN)
    except (RedisError, DatabaseError):
        return False
    silence = timedelta(seconds=SWEEPS_MISSED * settings.RUN_SWEEP_SECONDS)
    return seen is not None and now - datetime.fromtimestamp(seen, UTC) < silence


def database(now: datetime) -> str:
    """Asks the database for the number one."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "The database does not answer."
    return OK


def broker(now: datetime) -> str:
    """Whether a message could be left for the worker."""
    folder = settings.CELERY_BROKER_TRANSPORT_OPTIONS.get("data_folder_in")
    if folder:
        return OK if os.access(folder, os.W_OK) else "The queue's folder cannot be written."
    try:
        with current_app.connection_for_write() as link:
            link.ensure_connection(max_retries=1, timeout=2)
    except (OperationalError, OSError):
        return "The broker does not answer."
    return OK


def worker(now: datetime) -> str:
    """Whether somebody does the work."""
    return OK if worker_is_up(now) else "No worker has given a sign of life lately: copy is kept, but waits."


PARTS: Mapping[str, Callable[[datetime], str]] = {"database": database, "broker": broker, "worker": worker}


def report(now: datetime) -> dict[str, str]:
    """Every part with ``ok`` or a sentence."""
    return {name: look(now) for name, look in PARTS.items()}
