"""Saying things in the language of the page: the filters that every template has."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils.safestring import mark_safe
from django.utils.timesince import timesince
from django.utils.translation import gettext, ngettext

from factcheck.phrase import Phrase
from factcheck.review.labels import LEVELS
from factcheck.web.lengths import LENGTHS

register = template.Library()


@register.filter
def translated(words: Any) -> str:
    """The phrase in the language of the page, its values too where they are phrases; any other text as it is.

    An exception says what it was raised with.
    """
    if isinstance(words, Exception) and words.args:
        return translated(words.args[0])
    if not isinstance(words, Phrase):
        return str(words)
    text = ngettext(words.msgid, words.plural, words.number) if words.plural else gettext(words.msgid)
    return text.format(**{name: _value(value) for name, value in words.values.items()}) if words.values else text


def _value(value: Any) -> Any:
    return translated(value) if isinstance(value, Phrase) else value


@register.filter
def tongue(words: Any) -> str:
    """The attribute that says that a text is English where no other language can say it."""
    return mark_safe("" if isinstance(words, Phrase) else ' lang="en"')  # noqa: S308


def you(words: Any) -> str:
    """What the editor has just done, as a sentence."""
    return gettext("You {words}.").format(words=translated(words))


@register.filter
def level_label(level: str) -> str:
    """The name of a level."""
    return translated(LEVELS[level])


@register.filter
def ago(at: datetime, now: datetime) -> str:
    """How long ago a moment was."""
    if now - at < timedelta(minutes=1):
        return gettext("just now")
    return gettext("{length} ago").format(length=timesince(at, now, time_strings=LENGTHS))  # type: ignore[arg-type]
