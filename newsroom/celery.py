"""The Celery application; its settings are Django's, under ``CELERY_``."""

import os
import signal
import warnings

from celery import Celery
from celery.platforms import SecurityWarning
from celery.signals import beat_embedded_init, celeryd_init, worker_process_init

from newsroom.bound import bind, bind_to_supervisor

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

# The warning for a worker run by root is about pickled messages; only JSON is accepted here.
warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("newsroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

_worker = 0


@celeryd_init.connect
def _bind_worker(**_: object) -> None:
    """The worker ends with its supervisor."""
    global _worker
    _worker = os.getpid()
    bind_to_supervisor()


@worker_process_init.connect
def _bind_pool_child(**_: object) -> None:
    """A child of the pool ends with its worker, at once: the run's lease brings its work back."""
    if _worker != os.getpid():
        bind(_worker, signal.SIGKILL)


@beat_embedded_init.connect
def _bind_clock(**_: object) -> None:
    """The clock inside a worker ends with it; a plain SIGTERM was seen to leave it behind."""
    bind(_worker, signal.SIGKILL)
