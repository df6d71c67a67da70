"""What every test shares: the stack under test, where the makers' own stories lie, and a fixed day."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings

os.environ.setdefault("NEWSROOM_LOG_LEVEL", "WARNING")
# Where changes are taken, the examples are the same at every run; elsewhere each run tries others.
hypothesis_settings.register_profile("same", derandomize=True, deadline=None)
hypothesis_settings.register_profile("other", deadline=None)
hypothesis_settings.load_profile("same" if os.environ.get("CI") else "other")


# The tools that drive a browser are set up only where there is one.
collect_ignore = [] if find_spec("playwright") else ["browser"]


def pytest_report_header() -> list[str]:
    """Says which stack runs, as the environment chooses it, and loudly when no browser does."""
    from django.conf import settings

    stack = f"stack: {connection.vendor}, {'Redis' if settings.REDIS_URL else 'a queue of files'}"
    return [stack, *(["THE TESTS IN A BROWSER DO NOT RUN: playwright is not installed"] if collect_ignore else [])]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """What is skipped elsewhere must run where changes are taken: there a skipped test is a failure.

    All but those that need the published schemas of the exports: a developer fetches them, and they are nobody else's.
    """
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", ()) if reporter else ()
    if os.environ.get("CI") and any("schemas" not in report.keywords for report in skipped):
        reporter.write_line("SKIPPED TESTS FAIL HERE, because CI is set.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Lets SQLite flush between transactional tests: its DELETE fires the append-only triggers.

    They are dropped for the flush, and the migration signal that ends every flush sets them again. PostgreSQL
    flushes by TRUNCATE, which fires no row trigger.
    """
    from factcheck.models import append_only

    flush = connection.ops.sql_flush

    def unguarded(*args: Any, **kwargs: Any) -> list[str]:
        drops = [f"DROP TRIGGER IF EXISTS {name}" for name in append_only.names()]
        return [*drops, *flush(*args, **kwargs)]

    if connection.vendor == "sqlite":
        connection.ops.sql_flush = unguarded  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _quick_settings(settings: Any) -> None:
    """Tests read static files where they lie, no manifest has been collected, and take a second off every password."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The language of the last request stays with its thread, and the next test must not speak it."""
    from django.utils.translation import override

    with override("en"):
        yield


@pytest.fixture(autouse=True)
def _quiet_bell() -> Iterator[None]:
    """No test rings a worker that is not there: messages go to a broker in memory."""
    from celery import current_app

    kept = current_app.conf.broker_url, current_app.conf.broker_transport_options
    current_app.conf.update(broker_url="memory://", broker_transport_options={})
    yield
    current_app.conf.update(broker_url=kept[0], broker_transport_options=kept[1])


@pytest.fixture
def now() -> datetime:
    """The fixed moment of every test that needs one."""
    return datetime(2023, 9, 19, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real stories; a test that needs it skips with the reason where it is missing."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the folder shared/seeds is not beside this checkout")
    return folder
