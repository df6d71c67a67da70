"""Keeps a few programs alive together: starts them, starts again what dies, and stops them all in order."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread

from newsroom.bound import SUPERVISOR

log = logging.getLogger(__name__)
TICK = 0.1
# A program that dies so often within the window is not started again: everything is stopped.
DEATHS = 5
WINDOW = 60.0
LONGEST_PAUSE = 15.0
# A program that is alive but silent so often, looked at in these seconds, is ended and started again.
SILENCES = 3
LOOK = 30.0
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Everything was stopped because of a fault; the message is a sentence."""


@dataclass(frozen=True)
class Program:
    """A command to keep alive; ``grace`` is how many seconds it may take to stop; ``well`` hears its signs of life."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    grace: float = 10.0
    well: Callable[[], bool] = lambda: True


class Kept:
    """One program with its process of the moment."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.deaths: list[float] = []
        self.again_at: float | None = None
        self.start()

    def start(self) -> None:
        """Starts the program in a session of its own, so that Ctrl-C reaches only the supervisor."""
        own = {**self.program.environment, SUPERVISOR: str(os.getpid())}
        command = self.program.command
        self.process = subprocess.Popen(command, env={**os.environ, **own}, start_new_session=True)  # noqa: S603
        self.silences = 0
        self.listen_at = time.monotonic() + LOOK

    def look(self, now: float) -> None:
        """Starts the program again when it has died, after a pause that grows with each death."""
        if self.again_at is None:
            self._listen(now)
            if self.process.poll() is not None:
                self._died(now)
        if self.again_at is not None and now >= self.again_at:
            self.again_at = None
            self.start()

    def _listen(self, now: float) -> None:
        """Ends a program that lives without a sign of life: it hangs, or a part of it that it needs is gone."""
        if now < self.listen_at:
            return
        self.listen_at = now + LOOK
        self.silences = 0 if self.program.well() else self.silences + 1
        if self.silences >= SILENCES:
            log.error("The %s has gone silent and is ended.", self.program.name)
            self._end()

    def _died(self, now: float) -> None:
        self._end()
        self.deaths = [death for death in self.deaths if now - death < WINDOW] + [now]
        code = self.process.returncode
        if len(self.deaths) >= DEATHS:
            raise Stopped(f"The {self.program.name} keeps dying (last with code {code}), so everything was stopped.")
        pause = min(2.0 ** (len(self.deaths) - 1), LONGEST_PAUSE)
        log.error("The %s died with code %s and is started again in %.0f s.", self.program.name, code, pause)
        self.again_at = now + pause

    def stop(self, hurried: Callable[[], bool]) -> None:
        """Asks the program to end, waits for its grace, and ends whatever is left of it."""
        self.process.terminate()
        end = time.monotonic() + self.program.grace
        while self.process.poll() is None and time.monotonic() < end and not hurried():
            time.sleep(TICK)
        self._end()

    def _end(self) -> None:
        """Ends whatever is left of the program's session."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Supervisor:
    """Programs that live and end together."""

    def __init__(self, programs: Sequence[Program], up: Callable[[], None]) -> None:
        self.programs = programs
        self.up = up
        self.kept: list[Kept] = []
        self.asked = 0
        self.fault: BaseException | None = None

    def run(self) -> None:
        """Keeps the programs until a signal or a fault; ``up`` runs beside them. Raises ``Stopped`` on a fault."""
        before = {sign: signal.signal(sign, self._ask) for sign in STOPS}
        try:
            self.kept.extend(map(Kept, self.programs))
            Thread(target=self._call_up, name="up", daemon=True).start()
            self._watch()
        finally:
            for kept in self.kept:
                kept.stop(lambda: self.asked > 1)
            for sign, handler in before.items():
                signal.signal(sign, handler)

    def _ask(self, *_: object) -> None:
        """A first signal stops in order, a second one at once. Only a counter: a handler must not take a lock."""
        self.asked += 1

    def _call_up(self) -> None:
        try:
            self.up()
        except BaseException as fault:  # whatever it is, the main thread says it
            self.fault = fault

    def _watch(self) -> None:
        while not self.asked:
            for kept in self.kept:
                kept.look(time.monotonic())
            if self.fault is not None:
                raise Stopped(str(self.fault)) from self.fault
            time.sleep(TICK)
