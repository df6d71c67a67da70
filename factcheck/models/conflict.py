"""Conflict: one disputed point of a story. Its key is stable over re-runs, so decisions survive them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from factcheck.phrase import unpacked
from factcheck.types import ConflictKind, Level


class Conflict(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "open"
        SETTLED = "settled", "settled"
        UNSURE = "unsure", "cannot tell"
        DISMISSED = "dismissed", "no conflict"
        SILENCED = "silenced", "silenced"
        WITHDRAWN = "withdrawn", "withdrawn"

    story = models.ForeignKey("Story", on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in ConflictKind])
    level = models.CharField(max_length=12, choices=[(level.value, level.value) for level in Level])
    key = models.CharField(max_length=64)
    summary = models.TextField(help_text="the sentence for the editor")
    reason = models.TextField(blank=True, help_text="why the suggested reading is offered")
    # Both of these by name, as phrases that another language can say; what is only a text has none.
    phrases = models.JSONField(null=True)
    # None: an editor must choose. "": the words should go.
    suggested = models.TextField(null=True, blank=True)  # noqa: DJ001
    # Kept as it was when an editor decided, because that is what the decision tells about.
    sureness = models.FloatField(help_text="how sure the comparator was, 0 to 1")
    score = models.FloatField(help_text="the probability that an editor acts, times the cost of the error")
    rank = models.PositiveIntegerField(default=0, help_text="place in the queue, best first")
    # Follows from the decisions that stand; kept here for the queue's filter.
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    mark = models.CharField(max_length=64, default="", db_index=True, help_text="what a rule of silence knows it by")
    # The rule that keeps it out of the open queue, and who is to decide it: both follow from rows of their own.
    silence = models.ForeignKey("Silence", null=True, blank=True, on_delete=models.PROTECT, related_name="silenced")
    handover = models.ForeignKey("Handover", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "key"], name="conflict_key_once"),
            models.CheckConstraint(
                condition=Q(state="silenced", silence__isnull=False) | ~Q(state="silenced") & Q(silence=None),
                name="conflict_silenced_by_a_rule",
            ),
        ]
        permissions = [("decide_conflict", "Can decide conflicts")]

    def __str__(self) -> str:
        return self.summary

    def get_absolute_url(self) -> str:
        return reverse("conflict", args=[self.pk])

    @property
    def summary_said(self) -> str:
        """The sentence for the editor, as a phrase where it is one."""
        return self._said("summary", self.summary)

    @property
    def reason_said(self) -> str:
        """Why the suggested reading is offered, as a phrase where it is one."""
        return self._said("reason", self.reason)

    def _said(self, name: str, text: str) -> str:
        kept = (self.phrases or {}).get(name)
        return unpacked(kept) if kept else text
