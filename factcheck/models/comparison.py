"""Comparison: what comparing one event of a story found, kept until something that was read for it is another."""

from django.db import models


class Comparison(models.Model):
    story = models.ForeignKey("Story", on_delete=models.CASCADE, related_name="comparisons")
    fingerprint = models.CharField(max_length=64, help_text="of the articles, and of what compares them")
    asked = models.JSONField(help_text="what the archive was asked: [[question, argument], ...]")
    answered = models.CharField(max_length=64, help_text="the fingerprint of what it answered")
    drafts = models.JSONField(help_text="the conflicts that were found, not yet joined with those of other events")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "fingerprint"], name="comparison_kept_once")]

    def __str__(self) -> str:
        return f"{self.story}: {self.fingerprint}"
