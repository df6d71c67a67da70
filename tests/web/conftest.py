"""The cast: a viewer, an editor and a chief, each with a browser of their own."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from factcheck.models import Story
from factcheck.models.roles import ensure_roles
from tests.web import making

FRAGMENT = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _nobody_waits(db: None, settings: Settings) -> None:
    """A cache in the database is rolled back with each test; one in Redis keeps who must wait to sign in."""
    if settings.REDIS_URL:
        cache.clear()


@dataclass(frozen=True)
class Cast:
    """The people of the tests."""

    viewer: User
    editor: User
    chief: User

    def client(self, role: str) -> Client:
        """A browser in which the person of that role is signed in."""
        client = Client()
        client.force_login(getattr(self, role))
        return client


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    # A slow hash is for real passwords; three people a test would be most of the suite's time.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    ensure_roles()
    people = {
        role: making.a_person(name, role) for name, role in (("vera", "viewer"), ("ada", "editor"), ("carl", "chief"))
    }
    return Cast(**people)


@pytest.fixture
def viewer(cast: Cast) -> Client:
    return cast.client("viewer")


@pytest.fixture
def editor(cast: Cast) -> Client:
    return cast.client("editor")


@pytest.fixture
def chief(cast: Cast) -> Client:
    return cast.client("chief")


@pytest.fixture
def story(cast: Cast, now: datetime) -> Story:
    """Three reports, one conflict."""
    return making.a_disputed_story(now)


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the runs that were rung, instead of a broker."""
    told: list[int] = []
    for module in ("receipt", "article", "again"):
        monkeypatch.setattr(f"factcheck.web.views.{module}.ring", lambda runs: told.extend(run.pk for run in runs))
    return told
