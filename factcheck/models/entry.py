"""Entry: one line of the desk's log. What was recorded together is taken back together. Appended, never changed."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.db import models

from factcheck.phrase import Phrase, unpacked
from factcheck.types import Deed

# What stands before the words of an act that answers another one.
TOLD: Mapping[str, Callable[[str], Phrase]] = {
    Deed.UNDO: lambda words: Phrase("took back: {words}", words=words),
    Deed.REDO: lambda words: Phrase("did again: {words}", words=words),
}


class Entry(models.Model):
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="entries")
    # None where the act is about several cards, or about none.
    conflict = models.ForeignKey("Conflict", null=True, blank=True, on_delete=models.PROTECT, related_name="entries")
    deed = models.CharField(max_length=10, choices=[(deed.value, deed.value) for deed in Deed])
    words = models.TextField(help_text="what was done, to be read after the editor's name")
    # The same as a phrase that another language can say; None where the words are a plain text.
    phrase = models.JSONField(null=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entries")
    made_at = models.DateTimeField()
    # An undo answers the act that it took back, a redo the undo. Nothing is answered twice.
    answers = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by")

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["story", "editor", "-id"], name="entry_of_editor")]

    def __str__(self) -> str:
        return self.told

    @property
    def said(self) -> str:
        """The words, as a phrase where they are one."""
        return unpacked(self.phrase) if self.phrase else self.words

    @property
    def told(self) -> str:
        """The words as a sentence goes on with them after the editor's name."""
        return TOLD[self.deed](self.said) if self.deed in TOLD else self.said
