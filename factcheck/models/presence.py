"""Presence: that somebody has a story open, and which of its cards. It is a sign and never a lock."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presences")
    story = models.ForeignKey("Story", on_delete=models.CASCADE, related_name="presences")
    conflict = models.ForeignKey("Conflict", null=True, blank=True, on_delete=models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["editor"]
        constraints = [models.UniqueConstraint(fields=["editor", "story"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.editor_id} at {self.story_id}"
