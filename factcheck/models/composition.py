"""Composition: how an editor put a story's digest together. Every save is a row, so that no word is ever lost."""

from django.conf import settings
from django.db import models


class Composition(models.Model):
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="compositions")
    version = models.PositiveIntegerField()
    parts = models.JSONField(help_text="what is put otherwise than composed")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="compositions")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["story", "version"]
        # A save names the version that it was made over: of two over one version, the database lets one through.
        constraints = [models.UniqueConstraint(fields=["story", "version"], name="composition_version_once")]
        permissions = [("compose_digest", "Can put a digest together")]

    def __str__(self) -> str:
        return f"{self.story}, composition {self.version}"
