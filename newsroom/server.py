"""The web server's configuration, for ``gunicorn --config python:newsroom.server``."""

import signal
from typing import Any

from newsroom import bound, env
from newsroom.threads import WEB_THREADS

wsgi_app = "newsroom.wsgi"
bind = env.text("NEWSROOM_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.whole("NEWSROOM_WEB_PROCESSES", 1, at_least=1)
threads = WEB_THREADS
timeout = 60
graceful_timeout = 5
accesslog = None
loglevel = "warning"
control_socket_disable = True


def on_starting(server: Any) -> None:
    """The server ends with its supervisor."""
    bound.bind_to_supervisor()


def post_fork(server: Any, worker: Any) -> None:
    """A server's worker ends with the server."""
    bound.bind(server.pid, signal.SIGTERM)
