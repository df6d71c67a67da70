"""System checks: ``manage.py check --database default``, and every migration, says when a service does not answer."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils import timezone

from newsroom import health


@register(Tags.database)
def database_answers(databases: Sequence[str] | None, **_: Any) -> list[CheckMessage]:
    """Without its database nothing works."""
    sentence = health.database(timezone.now()) if databases else health.OK
    hint = "Look at NEWSROOM_DATABASE_URL, and whether the server runs. Without the variable SQLite is used."
    return [] if sentence == health.OK else [Error(sentence, hint=hint, id="newsroom.E001")]


@register(Tags.database)
def broker_answers(databases: Sequence[str] | None, **_: Any) -> list[CheckMessage]:
    """Without the broker copy is received and kept, but waits for the sweep."""
    sentence = health.broker(timezone.now()) if databases else health.OK
    hint = "Look at NEWSROOM_REDIS_URL, and whether the server runs. Without the variable a queue of files is used."
    return [] if sentence == health.OK else [Warning(sentence, hint=hint, id="newsroom.W001")]
