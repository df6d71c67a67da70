"""Guessing passwords takes long."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from newsroom.throttle import FAILURES, WAIT, WAIT_SECONDS

RIGHT = {"username": "ines", "password": "a harbour at night"}
WRONG = {**RIGHT, "password": "a harbour by day"}


@pytest.fixture(autouse=True)
def _forget(editor: User) -> None:
    cache.clear()


def errors(client: Client, given: dict[str, str], address: str = "192.0.2.1") -> list[str] | None:
    """What the form says; None when it lets the person in."""
    answer = client.post("/sign-in/", given, REMOTE_ADDR=address)
    return None if answer.status_code == 302 else answer.context["form"].non_field_errors()


def test_after_five_failures_even_the_right_password_waits(client: Client) -> None:
    for _ in range(FAILURES):
        assert errors(client, WRONG) not in (None, [WAIT])
    assert errors(client, WRONG) == [WAIT]
    assert errors(client, RIGHT) == [WAIT]


def test_others_need_not_wait(client: Client) -> None:
    for _ in range(FAILURES):
        errors(client, WRONG)
    assert errors(client, RIGHT, "192.0.2.2") is None


def test_a_success_forgets_the_failures(client: Client) -> None:
    for _ in range(2):
        for _ in range(FAILURES - 1):
            errors(client, WRONG)
        assert errors(client, RIGHT) is None
        client.logout()


def test_failures_are_forgotten_after_the_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    monkeypatch.setattr(cache, "set", lambda key, value, timeout: kept.append(timeout))
    errors(client, WRONG)
    assert kept == [WAIT_SECONDS]
