"""The numbers of a story's digest as pages list them, newest first, without their contents."""

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from factcheck.models import Digest, Story


def digests_of(story: Story) -> QuerySet[Digest]:
    """Each number with its status, what kind of number it is, and its note; those of the first form have none."""
    known = story.digests.annotate(
        status=KT("content__status"), signal=KT("content__signal"), note=KT("content__change_note")
    )
    return known.defer("content").select_related("issued_by", "story").order_by("-number")
