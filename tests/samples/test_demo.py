"""The demo with real processes: a first start, a decision, a second start, and nothing left behind."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.management.demonstration import kept_password
from tests.samples.plan import EVENTS
from tests.samples.site import ROOT, Demo, Person, environment, free_port, processes_on, rows
from tests.services.workers import until

OPEN = "SELECT id, summary FROM factcheck_conflict WHERE state = 'open' ORDER BY id"
COUNTS = """
    SELECT (SELECT count(*) FROM factcheck_article), (SELECT count(*) FROM factcheck_receipt), count(*) FROM auth_user
"""


def _told(lines: list[str], label: str) -> str:
    return next(line.removeprefix(label).strip() for line in lines if line.startswith(label))


@pytest.mark.processes
def test_two_starts_of_the_demo(tmp_path: Path) -> None:
    samples = sum(len(event.articles) for event in EVENTS)
    first = Demo(tmp_path, free_port())
    try:
        lines = first.printed()
        password = _told(lines, "Password")
        found = rows(tmp_path, OPEN)
        assert _told(lines, "The desk is at") == first.url
        assert _told(lines, "Name") == "editor"
        assert len(found) > 8
        assert [summary for _, summary in found if not any(line.endswith(summary) for line in lines)] == []
        assert rows(tmp_path, COUNTS) == [(samples, samples, 1)]
        assert rows(tmp_path, "SELECT DISTINCT state FROM factcheck_run") == [("done",)]
        assert rows(tmp_path, "SELECT count(*) FROM factcheck_story") == [(len(EVENTS),)]

        editor = Person(first.url)
        editor.send("sign-in/", "sign-in/", username="editor", password=password)
        pk, dismissed = found[0]
        editor.send(f"conflicts/{pk}/", f"conflicts/{pk}/decide/", verdict="dismiss")
        assert first.interrupt() == 0
    finally:
        first.kill()
    until(lambda: not processes_on(tmp_path), "all processes to end", 20)

    second = Demo(tmp_path, free_port())
    try:
        lines = second.printed()
        assert _told(lines, "Password") == password
        assert [line for line in lines if line.endswith(dismissed)] == []
        assert rows(tmp_path, OPEN) == found[1:]
        assert rows(tmp_path, COUNTS) == [(samples, samples, 1)]
        assert second.interrupt() == 0
    finally:
        second.kill()
    until(lambda: not processes_on(tmp_path), "all processes to end", 20)


@pytest.mark.processes
def test_a_port_that_is_taken_gets_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "manage.py", "demo", "--port", port]
        done = subprocess.run(command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr == (
        f"CommandError: Cannot listen at 127.0.0.1:{port}: Address already in use. Try another --port.\n"
    )


def test_the_password_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    password = kept_password(tmp_path)
    assert kept_password(tmp_path) == password
    assert [oct(path.stat().st_mode)[-3:] for path in tmp_path.iterdir()] == ["600"]
