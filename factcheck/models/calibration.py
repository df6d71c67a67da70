"""Calibration: what the desk's decisions taught of one kind of conflict. A kind without one is taken at its word."""

from django.db import models

from factcheck.types import ConflictKind


class Calibration(models.Model):
    kind = models.CharField(max_length=20, unique=True, choices=[(kind.value, kind.value) for kind in ConflictKind])
    slope = models.FloatField(help_text="of the line on the log-odds, never below 0")
    intercept = models.FloatField()
    decisions = models.PositiveIntegerField(help_text="how many it was fitted from")
    fitted_at = models.DateTimeField()

    class Meta:
        ordering = ["kind"]

    def __str__(self) -> str:
        return f"{self.kind} from {self.decisions} decisions"
