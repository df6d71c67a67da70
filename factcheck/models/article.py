"""Article: one piece of wire copy as stored. Its text never changes; every span in the system is a range of it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy


class Article(models.Model):
    class State(models.TextChoices):
        RECEIVED = "received", gettext_lazy("received")
        PROCESSING = "processing", gettext_lazy("being read")
        PROCESSED = "processed", gettext_lazy("read")
        FAILED = "failed", gettext_lazy("failed")

    class Publication(models.TextChoices):
        USABLE = "usable", gettext_lazy("usable")
        WITHHELD = "withheld", gettext_lazy("withheld")
        CANCELED = "canceled", gettext_lazy("canceled")

    source = models.ForeignKey("Source", on_delete=models.PROTECT, related_name="articles")
    story = models.ForeignKey("Story", on_delete=models.PROTECT, related_name="articles")
    # Why intake put it there, for the editor: "shares 6 names with ...", or who moved it.
    story_note = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=200, help_text="the file's name as received")
    wire_id = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    supersedes = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    headline = models.CharField(max_length=500)
    byline = models.CharField(max_length=300, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    dateline_place = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    segments = models.JSONField(default=list, help_text="[[kind, start, end], ...]")
    sentences = models.JSONField(default=list, help_text="[[start, end], ...], written by extraction")
    doubts = models.JSONField(default=list, help_text="[[start, end, what seems meant, how sure], ...], of extraction")
    raw = models.BinaryField(editable=False)
    sha256 = models.CharField(max_length=64, unique=True)
    encoding = models.CharField(max_length=40, default="utf-8")
    notes = models.JSONField(default=list, help_text="sentences for the editor on what is odd in the bytes")
    language = models.CharField(max_length=12, default="en")
    filed_on = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    publication = models.CharField(max_length=10, choices=Publication, default=Publication.USABLE)
    embargo_until = models.DateTimeField(null=True, blank=True)
    editors_note = models.TextField(blank=True)
    truncated = models.BooleanField(default=False)
    # The number of the event that collation gave it within its story; 0 is the story's own event.
    event = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "wire_id", "version"], name="article_version_once"),
            models.CheckConstraint(condition=~Q(supersedes=F("id")), name="article_supersedes_another"),
        ]
        permissions = [
            ("receive_copy", "Can drop in copy"),
            ("move_article", "Can move an article to another story"),
            ("mark_article", "Can say that an agency withholds, kills or embargoes an article"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.headline}"

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])
