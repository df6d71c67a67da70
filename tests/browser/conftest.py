"""A whole Newsroom for a browser: the real supervisor, web server, worker and database, on a free port."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

# A machine at work on other things is slow, and that is no fault of the page.
expect.set_options(timeout=20_000)
ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium") or ""
PASSWORD = "linotype-harbour-27"
START_SECONDS = 90


@dataclass(frozen=True)
class Site:
    """A running Newsroom: where it is, and the chief's name and password."""

    address: str
    chief: str
    password: str


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser; without one it is skipped, and said so."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium on the PATH: BROWSER TESTS DID NOT RUN"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium, headless, without calls home."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return {"executable_path": CHROMIUM, "args": [*quiet, "--disable-sync", "--no-first-run"]}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    """A desktop's size; a download is kept."""
    return {"viewport": {"width": 1400, "height": 900}, "accept_downloads": True}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Newsroom as ``manage.py serve`` serves it, with a chief; the environment says on which stack."""
    with serving(tmp_path_factory.mktemp("newsroom"), tmp_path_factory.mktemp("log") / "serve.log") as running:
        yield running


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Site]:
    """A Newsroom with a chief that keeps its data in the folder, for as long as it is needed."""
    port = free_port()
    env = {**os.environ, "NEWSROOM_DATA_DIR": str(folder), **scratch_services()}
    env |= {"NEWSROOM_CHIEF_PASSWORD": PASSWORD, "NEWSROOM_HOSTS": "127.0.0.1", "NEWSROOM_LOG_LEVEL": "WARNING"}
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "create_chief", "Ada")
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)], cwd=ROOT, env=env, stdout=output, stderr=output
        )
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}/healthz", server, log)
            yield Site(f"http://127.0.0.1:{port}", "Ada", PASSWORD)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)
            drop_scratch_database(env)


def manage(env: dict[str, str], *words: str) -> None:
    """Runs a management command, or fails with what it said."""
    done = subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when database, broker and worker all answer."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urlopen(url, timeout=5):  # noqa: S310 our own address
                return
        except (HTTPError, URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"Newsroom was not healthy after {START_SECONDS} seconds:\n{log.read_text()}")


def scratch_services() -> dict[str, str]:
    """A database of this run's own on the server that the environment names, if it names one."""
    url = os.environ.get("NEWSROOM_DATABASE_URL", "")
    if not url:
        return {}
    name = f"newsroom_browser_{os.getpid()}"
    on_server(url, f'CREATE DATABASE "{name}"')
    return {"NEWSROOM_DATABASE_URL": f"{url.rsplit('/', 1)[0]}/{name}"}


def drop_scratch_database(env: dict[str, str]) -> None:
    """Leaves the server as it was found."""
    url = env.get("NEWSROOM_DATABASE_URL", "")
    if url:
        base, name = url.rsplit("/", 1)
        on_server(f"{base}/postgres", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def on_server(url: str, statement: str) -> None:
    """One statement outside any transaction, on the server's own database."""
    import psycopg

    with psycopg.connect(f"{url.rsplit('/', 1)[0]}/postgres", autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]
