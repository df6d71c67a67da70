"""Witness: an article's span that carries a reading."""

from django.db import models
from django.db.models import F, Q


class Witness(models.Model):
    reading = models.ForeignKey("Reading", on_delete=models.CASCADE, related_name="witnesses")
    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="witnesses")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    # What stood there when it was found: a correction is made only where it still does. None: nobody kept it.
    words = models.TextField(null=True, blank=True)  # noqa: DJ001

    class Meta:
        ordering = ["article", "start"]
        verbose_name_plural = "witnesses"
        constraints = [
            models.UniqueConstraint(fields=["reading", "article", "start", "end"], name="witness_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="witness_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end}"
