"""Handover: who is to decide a conflict, from a moment on. The newest one of a conflict counts."""

from django.conf import settings
from django.db import models


class Handover(models.Model):
    conflict = models.ForeignKey("Conflict", on_delete=models.PROTECT, related_name="handovers")
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="handovers"
    )
    escalated = models.BooleanField(default=False, help_text="a chief is asked")
    note = models.TextField(blank=True)
    entry = models.ForeignKey("Entry", on_delete=models.PROTECT, related_name="handovers")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return "for the chief" if self.escalated else f"for {self.assigned_to or 'everybody'}"
