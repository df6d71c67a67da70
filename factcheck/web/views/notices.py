"""What the agencies of a story are told: the notices of corrections in their copy, and queries to their desks."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.digest.notices import AgencyNotices, ReportNotices
from factcheck.digest.service import agency_notices
from factcheck.models import Story
from factcheck.phrase import Phrase
from factcheck.review.card import quoted
from factcheck.review.journal import enter
from factcheck.review.labels import editor_name
from factcheck.types import Deed
from factcheck.web.access import CHANGE_SOURCE, DECIDE, allowed, signed_in
from factcheck.web.forms import SentForm
from factcheck.web.queries import activity


class Told(NamedTuple):
    """A report with its texts and the links that open a mail with them; an empty one: too long for a link."""

    report: ReportNotices
    notice_link: str
    query_link: str


class AgencyCard(NamedTuple):
    """An agency with its reports."""

    agency: AgencyNotices
    reports: list[Told]


def notices(request: HttpRequest, slug: str) -> HttpResponse:
    """Every agency that there is something to tell, in its own dialect."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    found = agency_notices(story, now=timezone.now(), signature=editor_name(editor.user))
    cards = [AgencyCard(agency, [_told(report, agency.address) for report in agency.reports]) for agency in found]
    context = {
        "story": story,
        "agencies": cards,
        "sent": activity.sent(story),
        "may_send": editor.user.has_perm(DECIDE),
        "may_set_address": editor.user.has_perm(CHANGE_SOURCE),
    }
    return render(editor, "factcheck/notices/notices.html", context)


@require_POST
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep in the log that an editor has sent the query on a report; the sending itself is done elsewhere."""
    editor = allowed(request, DECIDE)
    story = get_object_or_404(Story, slug=slug)
    form = SentForm(editor.POST, story=story)
    if not form.is_valid():
        messages.error(editor, _("That report is not in this story any more."))
        return redirect("notices", slug)
    report = form.cleaned_data["report"]
    words = Phrase("sent the query on {report} to {source}", report=quoted(report.headline), source=str(report.source))
    enter(story, editor=editor.user, deed=Deed.SEND, words=words, now=timezone.now())
    messages.success(editor, _("It is in the log that the query to %(name)s was sent.") % {"name": report.source})
    return redirect("notices", slug)


def _told(report: ReportNotices, address: str) -> Told:
    """A notice is for whomever the editor chooses, a query for the agency's desk."""
    notice, query = report.notice, report.query
    return Told(report, notice.letter.link("") if notice else "", query.link(address) if query else "")
