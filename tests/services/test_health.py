"""The health page, and what the pages ask of it."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from newsroom import health

pytestmark = pytest.mark.django_db
SILENT = "No worker has given a sign of life lately: copy is kept, but waits."


@pytest.fixture(autouse=True)
def _forget() -> None:
    cache.delete(health.SEEN)


@pytest.mark.parametrize(("sweeps", "up"), [(0, True), (3.9, True), (4.1, False)])
def test_a_worker_is_up_until_it_misses_sweeps(now: datetime, sweeps: float, up: bool) -> None:
    health.worker_seen(now)
    assert health.worker_is_up(now + timedelta(seconds=sweeps * settings.RUN_SWEEP_SECONDS)) is up


def test_a_worker_that_was_never_seen_is_not_up(now: datetime) -> None:
    assert health.worker_is_up(now) is False


def test_all_is_well(client: Client, now: datetime) -> None:
    health.worker_seen(now)
    with time_machine.travel(now, tick=False):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "broker": "ok", "worker": "ok"})


def test_without_a_worker(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "broker": "ok", "worker": SILENT})


def test_without_a_broker_or_a_cache(now: datetime) -> None:
    nowhere = {"NEWSROOM_REDIS_URL": "redis://127.0.0.1:1/0"}
    assert _report(nowhere) == [("broker", "The broker does not answer."), ("worker", SILENT)]


def test_without_a_database() -> None:
    nowhere = {"NEWSROOM_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    assert _report(nowhere, "{'database': health.database(now)}") == [("database", "The database does not answer.")]


def test_a_wrong_address_is_reported_by_the_checks() -> None:
    nowhere = {
        "NEWSROOM_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
        "NEWSROOM_REDIS_URL": "redis://127.0.0.1:1/0",
    }
    said = _python(["manage.py", "check", "--database", "default"], nowhere)
    assert ("newsroom.E001" in said, "newsroom.W001" in said) == (True, True)


WRONG = [
    ({"NEWSROOM_REDIS_URL": "amqp://host"}, "NEWSROOM_REDIS_URL must look like redis://"),
    ({"NEWSROOM_DATABASE_URL": "mysql://host/name"}, "NEWSROOM_DATABASE_URL must look like postgresql://"),
    ({"NEWSROOM_PRODUCTION": "1"}, "Set the environment variable NEWSROOM_SECRET_KEY."),
    ({"NEWSROOM_DEBUG": "perhaps"}, "NEWSROOM_DEBUG must be 1 or 0, not 'perhaps'."),
    ({"NEWSROOM_RUN_LEASE_SECONDS": "0"}, "NEWSROOM_RUN_LEASE_SECONDS must be at least 1, not 0."),
    ({"NEWSROOM_RUN_LEASE_SECONDS": "soon"}, "NEWSROOM_RUN_LEASE_SECONDS must be a whole number, not 'soon'."),
]


@pytest.mark.parametrize(("environment", "sentence"), WRONG)
def test_a_wrong_setting_fails_loudly(environment: dict[str, str], sentence: str) -> None:
    assert sentence in _python(["manage.py", "check"], environment)


def test_production_settings_pass_the_deployment_check() -> None:
    production = {
        "NEWSROOM_PRODUCTION": "1",
        "NEWSROOM_SECRET_KEY": "a-key-of-one-s-own:0123456789+abcdefghijklmnopqrstuvwxyz",
        "NEWSROOM_HOSTS": "desk.example",
    }
    said = _python(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], production)
    assert said == "System check identified no issues (0 silenced).\n"


def test_the_web_process_starts_without_spacy() -> None:
    look = (
        "import django, importlib, sys; django.setup(); importlib.import_module('newsroom.urls');"
        "importlib.import_module('newsroom.wsgi'); print('spacy' in sys.modules)"
    )
    assert _python(["-c", look], {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}).splitlines()[-1] == "False"


def _report(environment: dict[str, str], asked: str = "health.report(now)") -> list[tuple[str, str]]:
    """What does not say ok in a process with these variables."""
    look = (
        "import django, json; django.setup(); from django.utils import timezone; from newsroom import health;"
        f"now = timezone.now(); print(json.dumps({asked}))"
    )
    said = _python(["-c", look], {"DJANGO_SETTINGS_MODULE": "newsroom.settings", **environment})
    return [pair for pair in json.loads(said.splitlines()[-1]).items() if pair[1] != health.OK]


def _python(arguments: list[str], environment: dict[str, str]) -> str:
    """What a Python of its own says, with these variables over a bare environment."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    kept: dict[str, Any] = {"NEWSROOM_DATA_DIR": str(settings.DATA_DIR)}
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**bare, **kept, **environment},
        cwd=settings.BASE_DIR,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return done.stdout
