"""Printing: an article prints a person's name so. The archive counts by it how common a spelling is."""

from django.db import models

LONGEST_FORM = 120


class Printing(models.Model):
    pk = models.CompositePrimaryKey("form", "article")
    form = models.CharField(
        max_length=LONGEST_FORM, help_text="the full name, or the part of it that stands alone, as printed"
    )
    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="printings")

    def __str__(self) -> str:
        return f"{self.form}: {self.article_id}"
