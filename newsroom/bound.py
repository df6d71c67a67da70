"""A process that ends with its parent, however the parent ends: not even kill -9 leaves an orphan."""

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1  # linux/prctl.h
SUPERVISOR = "NEWSROOM_SUPERVISOR"


def bind(parent: int, sign: signal.Signals) -> None:
    """Has the kernel send this process the signal when its parent is gone. Systems without prctl do nothing."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)
    if os.getppid() != parent:  # it ended before the kernel knew
        os.kill(os.getpid(), sign)


def bind_to_supervisor() -> None:
    """Binds this process to the supervisor that started it, if one did."""
    parent = os.environ.get(SUPERVISOR)
    if parent:
        bind(int(parent), signal.SIGTERM)
