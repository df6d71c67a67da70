"""The first chief is made from the command line, or a clear sentence says why not."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from factcheck.models.roles import Role, role_of

pytestmark = pytest.mark.django_db
PASSWORD = "lanterns over the quay"


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_CHIEF_PASSWORD", PASSWORD)


@pytest.mark.usefixtures("password")
def test_from_the_environment(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_chief", "amara")
    chief = User.objects.get()
    assert (chief.username, role_of(chief), chief.check_password(PASSWORD)) == ("amara", Role.CHIEF, True)
    assert capsys.readouterr().out == "amara is a chief now and can sign in.\n"


def test_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD + "\n", encoding="utf-8")
    call_command("create_chief", "amara", password_file=file)
    assert User.objects.get().check_password(PASSWORD)


REFUSED = [
    ("amara", "quay-7x", "This password is too short. It must contain at least 8 characters."),
    (
        "a b",
        PASSWORD,
        "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.",
    ),
    ("ines", PASSWORD, "There is somebody called ines already."),
]


@pytest.mark.parametrize(("name", "password", "sentence"), REFUSED)
def test_refused(editor: User, monkeypatch: pytest.MonkeyPatch, name: str, password: str, sentence: str) -> None:
    monkeypatch.setenv("NEWSROOM_CHIEF_PASSWORD", password)
    with pytest.raises(CommandError) as refusal:
        call_command("create_chief", name)
    assert str(refusal.value) == sentence
    assert list(User.objects.all()) == [editor]


def test_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSROOM_CHIEF_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    with pytest.raises(CommandError, match="no terminal"):
        call_command("create_chief", "amara")


def test_a_password_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("create_chief", "amara", password_file=tmp_path / "missing")
