"""Runs the suite on every stack that is here, and says loudly which it could not run.

The embedded stack needs nothing. The other needs PostgreSQL and Redis at NEWSROOM_TEST_DATABASE_URL and
NEWSROOM_TEST_REDIS_URL. With CI set, a stack that is missing is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis

ROOT = Path(__file__).resolve().parent.parent
DATABASE_URL = os.environ.get("NEWSROOM_TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/newsroom")
REDIS_URL = os.environ.get("NEWSROOM_TEST_REDIS_URL", "redis://127.0.0.1:6379/9")


@dataclass(frozen=True)
class Stack:
    """A stack under test: what makes it, and why it cannot run here, if so."""

    name: str
    environment: Mapping[str, str]
    missing: str = ""


def database_missing() -> str:
    """Why no test database can be made there; empty when one can."""
    parts = urlsplit(DATABASE_URL)
    try:
        psycopg.connect(urlunsplit(parts._replace(path="/postgres")), connect_timeout=3).close()
    except psycopg.Error as fault:
        return f"PostgreSQL does not answer at {parts.hostname}:{parts.port or 5432} ({type(fault).__name__})"
    return ""


def redis_missing() -> str:
    """Why Redis cannot be used there; empty when it can."""
    try:
        with redis.from_url(REDIS_URL, socket_connect_timeout=3) as client:
            client.ping()
    except redis.RedisError as fault:
        return f"Redis does not answer at {urlsplit(REDIS_URL).netloc} ({type(fault).__name__})"
    return ""


def stacks() -> list[Stack]:
    """Both stacks, each with data of its own."""
    services = {"NEWSROOM_DATABASE_URL": DATABASE_URL, "NEWSROOM_REDIS_URL": REDIS_URL}
    return [
        Stack("embedded: SQLite and a queue of files", {}),
        Stack("services: PostgreSQL and Redis", services, database_missing() or redis_missing()),
    ]


def run(stack: Stack, arguments: list[str]) -> str:
    """Runs the suite there; returns what to say of it."""
    if stack.missing:
        return f"SKIPPED: {stack.missing}"
    print(f"\n=== {stack.name} ===", flush=True)
    bare = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    data = {"NEWSROOM_DATA_DIR": str(ROOT / "var" / "test" / stack.name.partition(":")[0])}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], env={**bare, **data, **stack.environment}, cwd=ROOT
    )
    return "passed" if done.returncode == 0 else f"FAILED with status {done.returncode}"


def main(arguments: list[str]) -> int:
    """The suite on each stack, then one line for each."""
    said = {stack.name: run(stack, arguments) for stack in stacks()}
    if not shutil.which("chromium"):
        said["browser: Chromium"] = "SKIPPED: there is no chromium on the PATH"
    print("\n" + "\n".join(f"{name:40} {outcome}" for name, outcome in said.items()), flush=True)
    refused = ("FAILED", "SKIPPED") if os.environ.get("CI") else ("FAILED",)
    return int(any(outcome.startswith(refused) for outcome in said.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
