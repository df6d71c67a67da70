"""Reading: one variant of a disputed point."""

from django.db import models


class Reading(models.Model):
    conflict = models.ForeignKey("Conflict", on_delete=models.CASCADE, related_name="readings")
    text = models.TextField(blank=True)
    # A digest of the text: long readings cannot stand in a unique index themselves.
    text_hash = models.CharField(max_length=64)
    suggested = models.BooleanField(default=False)
    origins = models.PositiveIntegerField(default=1)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["conflict", "text_hash"], name="reading_once")]

    def __str__(self) -> str:
        return self.text
