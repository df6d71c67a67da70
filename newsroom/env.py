"""Typed readers of environment variables. Each fails loudly with the variable's name."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """The variable's value; without a default it must be set and not empty."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value):
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def flag(name: str, default: bool) -> bool:
    """A yes or no: 1, true, yes, on or 0, false, no, off."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value.lower() in TRUE


def whole(name: str, default: int, *, at_least: int = 0) -> int:
    """A whole number, not below ``at_least``."""
    value = os.environ.get(name, str(default))
    try:
        number = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
    if number < at_least:
        raise ImproperlyConfigured(f"{name} must be at least {at_least}, not {number}.")
    return number


def names(name: str, default: str = "") -> list[str]:
    """A list with commas between its items."""
    return [item.strip() for item in text(name, default).split(",") if item.strip()]


def folder(name: str, default: Path) -> Path:
    """An absolute folder path; it need not exist yet."""
    return Path(text(name, str(default))).expanduser().resolve()
