"""Claim: what one article asserts, with its span."""

from django.db import models
from django.db.models import F, Q

from factcheck.types import ClaimKind


class Claim(models.Model):
    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="claims")
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in ClaimKind])
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    subject = models.CharField(max_length=300, blank=True)
    value = models.JSONField(default=dict)
    speaker = models.JSONField(null=True, blank=True)
    cue = models.JSONField(null=True, blank=True)
    layer = models.CharField(max_length=10)

    class Meta:
        ordering = ["article", "start", "end", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "start", "end"], name="claim_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="claim_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}-{self.end}"
