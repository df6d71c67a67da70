"""Source: the agency or outlet that filed the copy."""

from django.db import models
from django.utils.translation import gettext_lazy


class Source(models.Model):
    class Kind(models.TextChoices):
        AGENCY = "agency", gettext_lazy("agency")
        OUTLET = "outlet", gettext_lazy("outlet")
        PRIMARY = "primary", gettext_lazy("primary source")

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OUTLET)
    desk_address = models.EmailField(blank=True, help_text="where the agency's desk answers queries")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
