"""Saving how an editor puts a digest together: every save is kept, and none goes over one that was not seen."""

from dataclasses import replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from factcheck.digest.compose import DigestContent, compose
from factcheck.digest.composition import changes, read, stored
from factcheck.digest.framing import MaterialComposition
from factcheck.digest.stored_material import stored_material
from factcheck.models import Composition, Story
from factcheck.phrase import Phrase
from factcheck.review.labels import editor_name


class StaleComposition(Exception):
    """Somebody saved since the editor's page was made: who, what is otherwise now, and the version to save over."""

    def __init__(self, newest: Composition, over: MaterialComposition) -> None:
        self.version = newest.version
        self.changes = changes(over, read(newest.version, newest.parts))
        super().__init__(
            Phrase(
                "Not saved: {editor} saved this digest meanwhile. What you typed is still here.",
                editor=editor_name(newest.editor),
            )
        )


def opened(story: Story, *, now: datetime) -> tuple[DigestContent, MaterialComposition]:
    """The digest as it is composed, with nothing left out, and what editors made of it."""
    material = stored_material(story, now)
    return compose(replace(material, composition=MaterialComposition())), material.composition


def save(story: Story, *, editor: User, over: int, wanted: MaterialComposition, now: datetime) -> Composition | None:
    """The composition as it is stored now: a new version, or the newest where it says the same.

    ``over`` is the version that the editor's page showed. None: nothing is put otherwise, and nothing ever was.
    """
    parts = stored(wanted)
    newest = _newest(story)
    if parts == (newest.parts if newest else {}):
        return newest
    if newest and newest.version != over:
        raise StaleComposition(newest, _version(story, over))
    version = newest.version + 1 if newest else 1
    try:
        with transaction.atomic():
            return Composition.objects.create(story=story, version=version, parts=parts, editor=editor, saved_at=now)
    except IntegrityError:
        # Two saves at once over one version: the database let the other one through.
        between = _newest(story)
        if between is None:
            raise
        raise StaleComposition(between, _version(story, over)) from None


def _newest(story: Story) -> Composition | None:
    return story.compositions.select_related("editor").order_by("-version").first()


def _version(story: Story, version: int) -> MaterialComposition:
    found = story.compositions.filter(version=version).first()
    return read(found.version, found.parts) if found else MaterialComposition()
