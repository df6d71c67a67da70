"""Waiver: an editor's word that a claim of a single source may go out, with the reason. Appended, never changed."""

from django.conf import settings
from django.db import models


class Waiver(models.Model):
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="waivers")
    claim = models.CharField(max_length=80, help_text="the item of the digest; other words make another item")
    words = models.TextField()
    reason = models.TextField()
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="waivers")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["story", "claim"], name="waiver_once")]
        permissions = [("waive_claim", "Can waive claims of a single source")]

    def __str__(self) -> str:
        return self.words
