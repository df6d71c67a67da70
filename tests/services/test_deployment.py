"""What deployment files name exists, and the other way round."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from factcheck import VERSION
from newsroom import server, settings

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOYED = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
# Set for one machine, for tests, or by compose itself; .env has no say in them.
ELSEWHERE = {
    "NEWSROOM_BIND",
    "NEWSROOM_DATA_DIR",
    "NEWSROOM_DATABASE_URL",
    "NEWSROOM_DEBUG",
    "NEWSROOM_LOG_LEVEL",
    "NEWSROOM_REDIS_URL",
    "NEWSROOM_RUN_LEASE_SECONDS",
    "NEWSROOM_RUN_SWEEP_SECONDS",
    "NEWSROOM_SSL_REDIRECT",
    "NEWSROOM_WEB_THREADS",
}


def test_compose_asks_for_exactly_what_the_example_holds() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", DEPLOYED)) - {"NEWSROOM_TAG"}
    assert asked == set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.M))


def test_every_setting_that_is_passed_on_is_read() -> None:
    passed = set(re.findall(r"^    (NEWSROOM_[A-Z_]+):", DEPLOYED, re.M))
    read = {
        name
        for file in (ROOT / "newsroom").glob("*.py")
        for name in re.findall(r'env\.\w+\("(NEWSROOM_[A-Z_]+)"', file.read_text(encoding="utf-8"))
    }
    assert passed - read == set()
    assert read - passed == ELSEWHERE - {"NEWSROOM_BIND", "NEWSROOM_DATABASE_URL", "NEWSROOM_REDIS_URL"}


def test_every_thread_of_the_web_server_finds_a_connection() -> None:
    pool = settings._database("postgresql://postgres@db/newsroom")["OPTIONS"]["pool"]
    assert pool["max_size"] == server.threads + 2


def test_secrets_have_no_default() -> None:
    assert re.findall(r"\$\{(?:\w*PASSWORD|\w*SECRET_KEY):-", DEPLOYED) == []


def test_the_version_that_digests_name_is_that_of_the_package() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert package["project"]["version"] == VERSION


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (settings._domain, "desk.example", "desk.example"),
        (settings._domain, "Desk-2.Example.org", "desk-2.example.org"),
        (settings._address, "", ""),
        (settings._address, "https://desk.example/", "https://desk.example"),
        (settings._domain, "desk example", None),
        (settings._domain, "https://desk.example", None),
        (settings._address, "desk.example", None),
        (settings._address, "javascript:alert(1)", None),
    ],
)
def test_who_issues_is_read_from_the_environment(read: Callable[[str], str], value: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ImproperlyConfigured, match=r"must (be|look like) "):
            read(value)
    else:
        assert read(value) == expected
