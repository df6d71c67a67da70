"""The supervisor keeps real processes alive, and leaves none behind."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from newsroom import supervisor
from newsroom.supervisor import Program, Stopped, Supervisor

pytestmark = pytest.mark.processes
# Each start leaves a line with the process's number; then the program waits, with a child that waits too.
WAITS = "import os,sys,time; open(sys.argv[1],'a').write(f'{os.getpid()}\\n'); os.fork(); time.sleep(600)"
DIES = "import os,sys; open(sys.argv[1],'a').write(f'{os.getpid()}\\n'); sys.exit(3)"


def program(code: str, starts: Path, **more: object) -> Program:
    return Program("trial", [sys.executable, "-c", code, str(starts)], **more)


def started(starts: Path) -> list[int]:
    return [int(line) for line in starts.read_text().split()] if starts.exists() else []


def alive(session: int) -> list[str]:
    """The processes of a session that still run."""
    rows = [row for name in os.listdir("/proc") if name.isdigit() and (row := stat(name))]
    return [row[0] for row in rows if int(row[3]) == session and row[0] != "Z"]


def stat(name: str) -> list[str]:
    """State, parent, group, session and so on of a process; empty when it is gone."""
    try:
        return (Path("/proc") / name / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it ended after it was listed
        return []


def left(session: int) -> list[str]:
    """The processes of a session that still run a while after it was ended: what is killed takes a moment to die."""
    end = time.monotonic() + 10
    while alive(session) and time.monotonic() < end:
        time.sleep(0.02)
    return alive(session)


def stop_soon(when: object) -> threading.Thread:
    """Sends this process SIGTERM once the condition holds."""

    def wait() -> None:
        end = time.monotonic() + 15
        while not when() and time.monotonic() < end:  # type: ignore[operator]
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE", 0.1)
    monkeypatch.setattr(supervisor, "TICK", 0.02)


def test_a_signal_stops_everything_and_leaves_nobody(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    handler = signal.getsignal(signal.SIGTERM)
    waiting = stop_soon(lambda: started(starts))
    Supervisor([program(WAITS, starts)], lambda: None).run()
    waiting.join()
    assert left(started(starts)[0]) == []
    assert signal.getsignal(signal.SIGTERM) == handler


def test_what_dies_is_started_again(tmp_path: Path) -> None:
    starts = tmp_path / "starts"

    def kill_the_first() -> None:
        while not started(starts):
            time.sleep(0.02)
        os.kill(started(starts)[0], signal.SIGKILL)

    waiting = stop_soon(lambda: len(started(starts)) == 2)
    Supervisor([program(WAITS, starts)], kill_the_first).run()
    waiting.join()
    assert [left(session) for session in started(starts)] == [[], []]


def test_what_keeps_dying_stops_everything(tmp_path: Path) -> None:
    healthy, starts = tmp_path / "healthy", tmp_path / "starts"
    with pytest.raises(Stopped) as fault:
        Supervisor([program(WAITS, healthy), program(DIES, starts)], lambda: None).run()
    assert str(fault.value) == "The trial keeps dying (last with code 3), so everything was stopped."
    assert len(started(starts)) == supervisor.DEATHS
    assert left(started(healthy)[0]) == []


def test_what_is_silent_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "LOOK", 0.2)
    starts = tmp_path / "starts"
    waiting = stop_soon(lambda: len(started(starts)) == 2)
    Supervisor([program(WAITS, starts, well=lambda: len(started(starts)) > 1)], lambda: None).run()
    waiting.join()
    assert [left(session) for session in started(starts)] == [[], []]


def test_a_fault_beside_it_stops_everything(tmp_path: Path) -> None:
    starts = tmp_path / "starts"

    def fault() -> None:
        while not started(starts):
            time.sleep(0.02)
        raise RuntimeError("The samples are missing.")

    with pytest.raises(Stopped, match=r"^The samples are missing\.$"):
        Supervisor([program(WAITS, starts)], fault).run()
    assert left(started(starts)[0]) == []
