"""The demo as a real process, and a person's browser in small."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0
LAST_LINE = "Stop it with Ctrl-C."
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def environment(data: Path) -> dict[str, str]:
    """The embedded stack on a data folder of its own, whatever stack the tests run on."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return bare | {"NEWSROOM_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}


class Demo:
    """``manage.py demo``, started and read until it says how to stop it."""

    def __init__(self, data: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "manage.py", "demo", "--port", str(port)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment(data), text=True, **pipes)
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def printed(self) -> list[str]:
        """The lines up to the last one of the start."""
        lines: list[str] = []
        end = time.monotonic() + PATIENCE
        while LAST_LINE not in lines:
            assert self.process.poll() is None, "\n".join(lines)
            assert time.monotonic() < end, "\n".join(lines)
            try:
                lines.append(self._lines.get(timeout=1))
            except Empty:
                continue
        return lines

    def interrupt(self) -> int:
        """Ctrl-C; gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        """For a test that failed half-way: the programs end with their supervisor."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Person:
    """Somebody who signs in and sends forms."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open = build_opener(HTTPCookieProcessor(CookieJar())).open

    def get(self, path: str) -> str:
        """A page."""
        with self._open(self.url + path, timeout=30) as answer:
            return answer.read().decode()

    def send(self, page: str, to: str, **fields: object) -> str:
        """Sends a form with the token that the page holds."""
        token = TOKEN.search(self.get(page))
        assert token, page
        body = urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
        with self._open(Request(self.url + to, body, {"Referer": self.url}), timeout=30) as answer:  # noqa: S310
            return answer.read().decode()


def rows(data: Path, query: str) -> list[tuple]:
    """Reads the demo's database from outside."""
    with sqlite3.connect(f"file:{data / 'newsroom.sqlite3'}?mode=ro", uri=True) as link:
        return link.execute(query).fetchall()


def processes_on(data: Path) -> list[str]:
    """The command lines of the living processes that were started with this data folder."""
    mark = f"NEWSROOM_DATA_DIR={data}\0".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_text().replace("\0", " "))
        except OSError:  # it ended while we looked, or is not ours
            continue
    return found
