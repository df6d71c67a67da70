"""``manage.py serve`` with real processes: whichever of them dies, none is left behind and the site comes back."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.conf import settings

from tests.services.workers import marked, until

pytestmark = pytest.mark.processes


@dataclass
class Served:
    """A served site on the embedded stack, with all its processes."""

    folder: Path
    port: int
    process: subprocess.Popen[str]

    def others(self, word: str) -> dict[int, str]:
        """Its processes but the supervisor whose command holds the word."""
        found = marked(f"NEWSROOM_DATA_DIR={self.folder}")
        return {pid: command for pid, command in found.items() if word in command and pid != self.process.pid}

    def main(self, word: str) -> int:
        """The process that the supervisor itself started."""
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return next(int(pid) for pid in text.split() if int(pid) in self.others(word))

    def health(self) -> int:
        """The status of the health page; 0 when nobody answers."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as answer:
                return int(answer.status)
        except HTTPError as answer:
            return answer.code
        except OSError:
            return 0


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return {**bare, "NEWSROOM_DATA_DIR": str(folder), "NEWSROOM_RUN_SWEEP_SECONDS": "1"}


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=settings.BASE_DIR,
        env=environment(folder),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    port = free_port()
    site = Served(tmp_path, port, start(tmp_path, port))
    try:
        until(lambda: site.health() == 200, "the site to be well")
        yield site
    finally:
        site.process.kill()
        site.process.communicate()
        until(lambda: not site.others(""), "all processes to end", 20)


def test_whatever_is_killed_takes_its_children_along(served: Served) -> None:
    for word, size in (("celery", 3), ("gunicorn", 2)):
        old = served.others(word)
        assert len(old) == size
        os.kill(served.main(word), signal.SIGKILL)
        until(lambda: not old.keys() & served.others(word).keys(), "the old ones to end", 20)  # noqa: B023
        until(lambda: len(served.others(word)) == size and served.health() == 200, "new ones")  # noqa: B023
    served.process.kill()
    until(lambda: not served.others(""), "all processes to end", 20)


def test_a_signal_stops_all_in_order(served: Served) -> None:
    second = start(served.folder, free_port())
    assert "Newsroom is already running on the data in" in second.communicate(timeout=60)[0]
    taken = start(served.folder / "other", served.port)
    assert f"Cannot listen at 127.0.0.1:{served.port}: Address already in use." in taken.communicate(timeout=60)[0]
    served.process.send_signal(signal.SIGINT)
    said = served.process.communicate(timeout=60)[0]
    assert served.process.returncode == 0
    until(lambda: not served.others(""), "all processes to end", 20)
    lines = [line for line in said.splitlines() if line.startswith("Newsroom")]
    assert lines == [
        f"Newsroom answers at http://127.0.0.1:{served.port}/. Stop it with Ctrl-C.",
        "Newsroom is stopped.",
    ]
