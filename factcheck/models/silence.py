"""Silence: a rule of "never again". It keeps a difference out of the open queue until it is lifted or over."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from factcheck.models.conflict import Conflict
from factcheck.types import ConflictKind, Level, Scope


class SilenceQuerySet(models.QuerySet["Silence"]):
    """The desk's memory."""

    def in_force(self, today: date) -> Self:
        """The rules that silence something today."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=today), lifted=None)


class Silence(models.Model):
    conflict = models.ForeignKey("Conflict", on_delete=models.PROTECT, related_name="silences")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in ConflictKind])
    mark = models.CharField(max_length=64, db_index=True, help_text="kind and readings, as the conflicts carry them")
    readings = models.JSONField(help_text="the texts of the readings, for the page")
    scope = models.CharField(max_length=6, choices=[(scope.value, scope.value) for scope in Scope])
    reason = models.TextField(blank=True)
    expires_on = models.DateField(null=True, blank=True, help_text="the last day that it holds")
    entry = models.ForeignKey("Entry", on_delete=models.PROTECT, related_name="silences")
    lifted = models.ForeignKey("Entry", null=True, blank=True, on_delete=models.PROTECT, related_name="lifts")
    # The lifted rule that this one puts in force again.
    renews = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="renewed_by")

    objects = SilenceQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind}, {self.scope}: {' / '.join(self.readings)}"

    @property
    def newest(self) -> "Silence":
        """The rule that stands for this one now: itself, or the last that put it in force again."""
        rule = self
        while following := Silence.objects.filter(renews=rule).first():
            rule = following
        return rule

    def covers(self, conflict: Conflict) -> bool:
        """Whether the conflict is what the rule is about. One that has become an error is never covered everywhere."""
        reaches = {
            Scope.CARD: conflict.pk == self.conflict_id,
            Scope.STORY: conflict.story_id == self.conflict.story_id,
            Scope.ALWAYS: conflict.level != Level.ERROR,
        }
        return conflict.mark == self.mark and reaches[Scope(self.scope)]
