"""The doors between Celery and the pipeline. The run row is the truth: a message only says "look there"."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from billiard.exceptions import SoftTimeLimitExceeded
from celery import shared_task
from celery.signals import worker_init, worker_ready
from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from factcheck import pipeline
from factcheck.collation.silencing import expire
from factcheck.lease import kept
from factcheck.models import Run
from factcheck.models.run import ATTEMPTS
from newsroom import health

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=settings.RUN_LEASE_SECONDS)
# A bell that nobody has answered for so long is rung again, so many at a time: a long queue is not made longer.
RING_AGE = timedelta(seconds=4 * settings.RUN_SWEEP_SECONDS)
RINGS_AT_ONCE = 50
# What passes by itself is tried again; everything else fails once.
PASSING: tuple[type[Exception], ...] = (OperationalError, ConnectionError, TimeoutError)
PAUSE = timedelta(seconds=settings.RUN_SWEEP_SECONDS)
TRIED_AGAIN = "The work was interrupted ({fault}) and is tried again at {at:%H:%M:%S} UTC."
TOO_LONG = "The work took longer than {minutes} minutes and was ended. The copy is kept."
BROKEN = "The program met a fault of its own ({fault}). The copy is kept; an engineer finds the details under run {pk}."


def ring(runs: Iterable[Run]) -> None:
    """Tells the workers of the runs, once the transaction that made them is in."""
    transaction.on_commit(partial(_tell, [run.pk for run in runs]))


def _tell(pks: Sequence[int]) -> None:
    try:
        for pk in pks:
            execute_run.delay(run_id=pk)
    except (BrokerError, OSError):
        log.exception("The broker does not answer; the sweep rings runs %s again.", pks)


@shared_task(name="factcheck.execute_run")
def execute_run(*, run_id: int) -> None:
    """Does one run, unless it is gone, done, or at work elsewhere."""
    now = timezone.now()
    health.worker_seen(now)
    run = Run.objects.claim(run_id, now, LEASE, pipeline.version())
    if run is None:
        log.info("Run %s is not free.", run_id)
        return
    try:
        with kept(run, LEASE):
            following = pipeline.execute(run, now)
    except Exception as fault:
        log.exception("Run %s met a fault.", run_id)
        _record(run, fault, timezone.now())
    else:
        run.finish(timezone.now())
        # Asked after the end: a comparison that came in before it was told to wait, and one after it is rung by itself.
        ring([*following, *(Run.objects.waiting_for(run.story) if run.story else ())])


def _record(run: Run, fault: Exception, now: datetime) -> None:
    """The fault as a sentence on the run's row, for the page."""
    words = f"{type(fault).__name__}: {fault}"[:300]
    if isinstance(fault, PASSING) and run.attempts < ATTEMPTS:
        run.postpone(now, PAUSE, TRIED_AGAIN.format(fault=words, at=now + PAUSE))
    elif isinstance(fault, SoftTimeLimitExceeded):
        run.fail(now, TOO_LONG.format(minutes=settings.CELERY_TASK_SOFT_TIME_LIMIT // 60))
    else:
        run.fail(now, BROKEN.format(fault=words, pk=run.pk))


@shared_task(name="factcheck.sweep")
def sweep() -> None:
    """Rings again what nobody has come for, gives up what has ended its worker too often, and ends silences."""
    now = timezone.now()
    health.worker_seen(now)
    for run in Run.objects.give_up(now):
        log.error("Run %s is given up.", run.pk)
    with transaction.atomic():
        expire(now)
    stale = list(Run.objects.stale(now, RING_AGE)[:RINGS_AT_ONCE])
    Run.objects.filter(pk__in=[run.pk for run in stale]).update(rung_at=now)
    ring(stale)


@worker_init.connect
def _load_language(**_: object) -> None:
    """Loads the models once, before the worker forks: its children share the memory and start at once."""
    from factcheck.collation.coreference import read
    from factcheck.extraction.pipeline import load

    load(settings.SPACY_MODEL)
    read(settings.COREFERENCE)


@worker_ready.connect
def _look_around(**_: object) -> None:
    """A worker that comes back looks at once for what was left behind."""
    sweep.delay()
