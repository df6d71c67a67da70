"""Decision: what an editor recorded. Appended, never changed or deleted: the database refuses both."""

from django.conf import settings
from django.db import models

from factcheck.types import Verdict


class Decision(models.Model):
    conflict = models.ForeignKey("Conflict", on_delete=models.PROTECT, related_name="decisions")
    reading = models.ForeignKey("Reading", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    # The numbers of further readings that one act approved with it. In the row itself, so that the act is one row that
    # the database guards as a whole.
    also = models.JSONField(default=list, blank=True)
    verdict = models.CharField(max_length=10, choices=[(verdict.value, verdict.value) for verdict in Verdict])
    replacement = models.TextField(blank=True)
    note = models.TextField(blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    made_at = models.DateTimeField()
    entry = models.ForeignKey("Entry", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.editor_id}"
