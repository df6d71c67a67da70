"""``manage.py export STORY --format F``: an issued digest as a file, the same as the site gives."""

import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from factcheck.digest.renderers import RENDERERS, Renderer, offered
from factcheck.digest.service import preview
from factcheck.models import Digest, Story

FORMATS = ", ".join(f"{name} ({renderer.label})" for name, renderer in RENDERERS.items())
STANDARD_OUTPUT = "-"


class Command(BaseCommand):
    help = "Exports a story's digest: the one issued last, another number, or what would be issued now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("story", metavar="STORY", help="the story's short name, as in its address on the site")
        parser.add_argument("--format", required=True, metavar="FORMAT", help=f"one of {FORMATS}")
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--number", type=int, metavar="N", help="this number, not the last")
        which.add_argument("--preview", action="store_true", help="what would be issued now; it is marked as such")
        parser.add_argument(
            "--output", metavar="FILE", help="where to; - is standard output; without it a file in this folder"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        content = _content(_story(options["story"]), options["number"], now=options["preview"])
        renderer = _renderer(options["format"], content)
        data = renderer.render(content)
        if options["output"] == STANDARD_OUTPUT:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        file = Path(options["output"] or renderer.file_name(content))
        try:
            file.write_bytes(data)
        except OSError as fault:
            raise CommandError(f"{file}: {fault.strerror}.") from fault
        self.stdout.write(f"{renderer.label} is in {file}.")


def _story(slug: str) -> Story:
    try:
        return Story.objects.get(slug=slug)
    except Story.DoesNotExist:
        raise CommandError(f"There is no story {slug!r}.") from None


def _content(story: Story, number: int | None, *, now: bool) -> Mapping[str, Any]:
    """What was frozen under a number, the last without one, or what would be issued now."""
    if now:
        return preview(story, now=timezone.now()).content
    found: Digest | None = story.digests.filter(**{"number": number} if number else {}).order_by("number").last()
    if found:
        return found.content
    if number:
        raise CommandError(f"“{story.title}” has no digest no. {number}.")
    raise CommandError(f"No digest of “{story.title}” is issued yet. --preview exports what would be issued now.")


def _renderer(name: str, content: Mapping[str, Any]) -> Renderer:
    if name not in RENDERERS:
        raise CommandError(f"There is no format {name!r}. There are {FORMATS}.")
    if name not in offered(content):
        raise CommandError(f"The digest was issued before there was {RENDERERS[name].label}. Issue it anew first.")
    return RENDERERS[name]
