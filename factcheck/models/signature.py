"""Signature: a second editor's name under what a part of a digest says. Other words need another one."""

from django.conf import settings
from django.db import models


class Signature(models.Model):
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="signatures")
    part = models.CharField(max_length=12)
    fingerprint = models.CharField(max_length=64, help_text="of the lines that the editor saw")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signatures")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "part", "fingerprint", "editor"], name="signature_once")
        ]
        permissions = [("sign_digest", "Can sign a digest as the second editor")]

    def __str__(self) -> str:
        return f"{self.part} by {self.editor_id}"
