"""Makes the first chief of a desk, or gives a person that role."""

import getpass
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from factcheck.models.roles import Role, assign

VARIABLE = "NEWSROOM_CHIEF_PASSWORD"


class Command(BaseCommand):
    help = (
        "Makes a chief: somebody who may do everything on the desk and add people. The password is asked for, "
        f"or read from --password-file or the environment variable {VARIABLE}."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        parser.add_argument("--password-file", type=Path, help="a file that holds the password")

    @transaction.atomic
    def handle(self, *args: Any, name: str, password_file: Path | None, **options: Any) -> None:
        if User.objects.filter(username=name).exists():
            raise CommandError(f"There is somebody called {name} already.")
        person = User(username=name)
        password = _password(password_file)
        _validate(person, password)
        person.set_password(password)
        person.save()
        assign(person, Role.CHIEF)
        self.stdout.write(f"{name} is a chief now and can sign in.")


def _password(file: Path | None) -> str:
    if file is not None:
        return _read(file)
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise CommandError(f"There is no terminal to ask for the password: give --password-file or set {VARIABLE}.")
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise CommandError("The two passwords differ.")
    return password


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise CommandError(f"The password file cannot be read: {fault}.") from None


def _validate(person: User, password: str) -> None:
    try:
        person.full_clean(exclude=["password"])
        validate_password(password, person)
    except ValidationError as fault:
        raise CommandError(" ".join(fault.messages)) from None
