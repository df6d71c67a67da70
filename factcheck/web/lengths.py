"""Lengths of time as they stand after "in", "by" and before "ago": other languages bend them there."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, npgettext_lazy

LENGTHS: Mapping[str, str | Promise] = {
    "year": npgettext_lazy("in, by or ago", "%(num)d year", "%(num)d years", "num"),
    "month": npgettext_lazy("in, by or ago", "%(num)d month", "%(num)d months", "num"),
    "week": npgettext_lazy("in, by or ago", "%(num)d week", "%(num)d weeks", "num"),
    "day": npgettext_lazy("in, by or ago", "%(num)d day", "%(num)d days", "num"),
    "hour": npgettext_lazy("in, by or ago", "%(num)d hour", "%(num)d hours", "num"),
    "minute": npgettext_lazy("in, by or ago", "%(num)d minute", "%(num)d minutes", "num"),
}
SECONDS = (("day", 86_400), ("hour", 3600), ("minute", 60))


def length(span: timedelta) -> str:
    """The span in its largest unit."""
    seconds = int(span.total_seconds())
    for unit, size in SECONDS:
        if seconds >= size:
            return str(LENGTHS[unit] % {"num": seconds // size})
    return gettext("less than a minute")
