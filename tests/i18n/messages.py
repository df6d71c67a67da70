"""Brings the catalogs up to date: ``python -m tests.i18n.messages``. xgettext must be there; the product needs none."""

import os
from pathlib import Path

import django
import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands.makemessages import Command

IGNORED = ["tests/*", "training/*", "var/*", "docs/*", "locale/*"]


class Extraction(Command):
    """Django's own, which also knows how the stages mark their words."""

    xgettext_options = [*Command.xgettext_options, "--keyword=Phrase:1", "--keyword=counted:1,2"]
    # A guess looks like a translation; what is new stays empty, and a test says so.
    msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]


def catalogs() -> list[Path]:
    """The catalog of each language besides English."""
    return [
        Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.po"
        for code, _ in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE
    ]


def compiled(catalog: Path) -> bytes:
    """The catalog as the site reads it."""
    return polib.pofile(str(catalog)).to_binary()


def main() -> None:
    """Takes the words out of the sources, and compiles what is translated."""
    languages = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    call_command(
        Extraction(),
        locale=languages,
        extensions=["html", "svg", "py"],
        ignore_patterns=IGNORED,
        no_location=True,
        no_obsolete=True,
        no_wrap=True,
    )
    for catalog in catalogs():
        _forget_dates(catalog)
        catalog.with_suffix(".mo").write_bytes(compiled(catalog))


def _forget_dates(catalog: Path) -> None:
    """Without the moment of the run, a run that finds nothing new changes nothing."""
    messages = polib.pofile(str(catalog), wrapwidth=0)
    for name in ("POT-Creation-Date", "PO-Revision-Date"):
        messages.metadata.pop(name, None)
    messages.save()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    main()
