"""Digest: the numbered, frozen result of a story. The database refuses to change or delete one."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class Digest(models.Model):
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="digests")
    number = models.PositiveIntegerField()
    content = models.JSONField(help_text="the whole digest, as composed")
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ["story", "number"]
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="digest_number_once")]
        permissions = [
            ("issue_digest", "Can issue digests"),
            ("override_gate", "Can issue a digest past what blocks it"),
            ("withdraw_digest", "Can withdraw and withhold digests"),
        ]

    def __str__(self) -> str:
        return f"{self.story} no. {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("digest", args=[self.story.slug, self.number])
