"""The pulse of a page that shows a story: who else has it open, and whether anything changed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_htmx.http import trigger_client_event

from factcheck.models import Story
from factcheck.web.access import SignedIn
from factcheck.web.queries import presence, stories


def pulse(editor: SignedIn, found: Story) -> HttpResponse:
    """The line with who else is here; where the story stands otherwise than the page knew, its head is told."""
    card = editor.GET.get("card", "")
    [row] = stories.counted([found])
    answer = render(editor, "factcheck/story/_present.html", {"story": found, **here(editor, found, row, card)})
    return answer if editor.GET.get("present") == row.mark else trigger_client_event(answer, "changed")


def here(editor: SignedIn, found: Story, row: stories.StoryRow, card: str = "") -> dict[str, Any]:
    """Notes that the editor is here, and gathers who else is."""
    now = timezone.now()
    presence.attend(editor.user, found, card, now)
    return {"present": presence.others(editor.user, found, now), "mark": row.mark, "at_card": card}
