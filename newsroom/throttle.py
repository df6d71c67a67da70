"""A sign-in that keeps failing must wait. Counted in the cache that all processes share, by name and address."""

from hashlib import sha256
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext, gettext_noop
from redis.exceptions import RedisError

FAILURES = 5
WAIT_SECONDS = 5 * 60
WAIT = gettext_noop("Signing in failed five times in a row. Wait five minutes, or ask a chief for a new password.")


class SignInForm(AuthenticationForm):
    """Django's own, which refuses even the right password while its name must wait."""

    def clean(self) -> dict[str, Any]:
        """Counts what fails, and forgets it after a success."""
        key = self._key()
        if _failures(key) >= FAILURES:
            raise ValidationError(gettext(WAIT), code="wait")
        try:
            cleaned = super().clean()
        except ValidationError:
            _count(key, _failures(key) + 1)
            raise
        _count(key, 0)
        return cleaned

    def _key(self) -> str:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        who = f"{self.cleaned_data.get('username', '')} {address}"
        return "sign-in-" + sha256(who.encode()).hexdigest()


def _failures(key: str) -> int:
    """A cache that does not answer must not lock the desk out."""
    try:
        return int(cache.get(key, 0))
    except (RedisError, DatabaseError):
        return 0


def _count(key: str, failures: int) -> None:
    try:
        cache.set(key, failures, WAIT_SECONDS)
    except (RedisError, DatabaseError):
        return
