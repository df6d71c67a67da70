"""Receipt: one file as it was dropped in, and what became of it. A refused file stays visible with the reason."""

from django.conf import settings
from django.db import models


class Receipt(models.Model):
    class Outcome(models.TextChoices):
        RECEIVED = "received", "received"
        DUPLICATE = "duplicate", "already here"
        REFUSED = "refused", "refused"

    batch = models.UUIDField(db_index=True, help_text="one act of dropping in copy")
    name = models.CharField(max_length=200)
    size = models.BigIntegerField(help_text="bytes")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=500, blank=True, help_text="the sentence at the file's row")
    # What was refused is kept as received, up to intake's limit, so that nothing is lost.
    raw = models.BinaryField(null=True, editable=False)
    article = models.ForeignKey("Article", null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"
