"""The digest: as it would be issued now, issued, withdrawn, and taken out in any format."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from factcheck.digest import service
from factcheck.digest.corrections import unchanged
from factcheck.digest.framing import ORDER
from factcheck.digest.renderers import GROUPS, offered
from factcheck.digest.signing import PARTS
from factcheck.digest.withdrawal import CANCELED
from factcheck.models import Digest, Story
from factcheck.phrase import Phrase, counted
from factcheck.review.journal import enter
from factcheck.types import Deed
from factcheck.web.access import COMPOSE, ISSUE, OVERRIDE, SIGN, WAIVE, WITHDRAW, SignedIn, allowed, signed_in
from factcheck.web.forms import IssueForm, WithdrawForm
from factcheck.web.queries.digests import digests_of
from factcheck.web.revised import paragraphs
from factcheck.web.saying import translated

RIGHTS = {"compose": COMPOSE, "waive": WAIVE, "sign": SIGN, "issue": ISSUE, "override": OVERRIDE, "withdraw": WITHDRAW}


def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """What would be issued at this moment, and what stands in its way."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    shown = service.preview(story, now=timezone.now(), person=editor.user.pk)
    more = {
        "seen": shown.seen,
        "before": shown.seen.number - 1,
        "digests": digests_of(story),
        "may": {name: editor.user.has_perm(right) for name, right in RIGHTS.items()},
        "refused": [blocker for blocker in shown.blockers if blocker.refuses],
        "blocking": [blocker for blocker in shown.blockers if not blocker.refuses],
        "recalled": shown.recalled,
        "unwaived": [single for single in shown.single if single.waiver is None],
        "waived": [single for single in shown.single if single.waiver],
        "signing": [(part, part.counts_for(editor.user.pk), _may_sign(editor, part)) for part in shown.signing],
        "embargo": _embargo(shown.content),
        "statuses": IssueForm.STATUSES,
    }
    more["to_sign"] = any(may_sign for _part, _counts, may_sign in more["signing"])
    return render(editor, "factcheck/digest/preview.html", _context(story, shown.content) | more)


@require_POST
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Freeze it under the next number."""
    editor = allowed(request, ISSUE)
    story = get_object_or_404(Story, slug=slug)
    form = IssueForm(editor.POST, now=timezone.now())
    if not form.is_valid():
        return _refused(
            editor, slug, " ".join(dict.fromkeys(str(fault) for row in form.errors.values() for fault in row))
        )
    terms = form.terms
    if terms.override:
        allowed(request, OVERRIDE)
    if terms.status != "usable":
        allowed(request, WITHDRAW)
    try:
        issued = _issued(editor, story, form)
    except service.CannotIssue as refusal:
        return _refused(editor, slug, translated(refusal))
    messages.success(editor, gettext("Digest no. {number} is issued.").format(number=issued.number))
    return redirect(issued)


@transaction.atomic
def _issued(editor: SignedIn, story: Story, form: IssueForm) -> Digest:
    """The digest, and its line in the log."""
    now = timezone.now()
    issued = service.issue(story, editor=editor.user, now=now, terms=form.terms, **form.seen)
    enter(story, editor=editor.user, deed=Deed.ISSUE, words=_told(issued), now=now)
    return issued


def _told(issued: Digest) -> Phrase:
    """What was done, with the reason where a chief went past what blocked it."""
    override = issued.content["gate"]["override"]
    if not override:
        return Phrase("issued digest no. {number}", number=issued.number)
    return counted(
        "issued digest no. {digest} past {number} point that blocked it: {reason}",
        "issued digest no. {digest} past {number} points that blocked it: {reason}",
        len(override["past"]),
        digest=issued.number,
        reason=override["reason"],
    )


@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Kill what was issued, under the next number."""
    editor = allowed(request, WITHDRAW)
    story = get_object_or_404(Story, slug=slug)
    form = WithdrawForm(editor.POST)
    sent = form.cleaned_data if form.is_valid() else {"reason": ""}
    now = timezone.now()
    try:
        with transaction.atomic():
            issued = service.withdraw(story, editor=editor.user, now=now, **sent)
            words = Phrase(
                "withdrew the digest with no. {number}: {reason}", number=issued.number, reason=sent["reason"]
            )
            enter(story, editor=editor.user, deed=Deed.ISSUE, words=words, now=now)
    except service.CannotIssue as refusal:
        return _refused(editor, slug, translated(refusal))
    messages.success(editor, gettext("The digest is withdrawn with no. {number}.").format(number=issued.number))
    return redirect(issued)


def digest(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An issued digest, as it was frozen."""
    editor = signed_in(request)
    story = get_object_or_404(Story, slug=slug)
    digests = list(digests_of(story))
    issued = next((one for one in digests if one.number == number), None)
    if issued is None:
        raise Http404
    content = get_object_or_404(story.digests, number=number).content
    more = {
        "digest": issued,
        "formats": _formats(content),
        "signed": _signed(content),
        "digests": digests,
        "latest": digests[0] == issued,
        "killed_by": _killed_by(issued, digests),
        "may": {"withdraw": editor.user.has_perm(WITHDRAW)},
        "embargo": _embargo(content),
    }
    return render(editor, "factcheck/digest/digest.html", _context(story, content) | more)


def export(request: HttpRequest, slug: str, number: int, format: str) -> HttpResponse:
    """An issued digest as a file."""
    signed_in(request)
    issued = get_object_or_404(Digest.objects.select_related("story"), story__slug=slug, number=number)
    renderer = offered(issued.content).get(format)
    if renderer is None:
        raise Http404
    answer = HttpResponse(renderer.render(issued.content), content_type=renderer.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{renderer.file_name(issued.content)}"'
    return answer


def _refused(editor: SignedIn, slug: str, sentence: str) -> HttpResponse:
    messages.error(editor, sentence)
    return redirect("digest-preview", slug)


def _killed_by(issued: Digest, digests: Sequence[Any]) -> Digest | None:
    """The number that withdrew this one, with why; a number that tells the story anew since then is not meant."""
    kills = (one for one in reversed(digests) if one.number >= issued.number and one.status == CANCELED)
    found = next(kills, None)
    return found if found != issued else None


def _may_sign(editor: SignedIn, part: Any) -> bool:
    """Whether the editor can sign the part now: it is not of their own deciding, and they have not signed it."""
    own = editor.user.pk in part.deciders or any(one.person == editor.user.pk for one in part.signatures)
    return editor.user.has_perm(SIGN) and not own


def _formats(content: Mapping[str, Any]) -> list[tuple[Phrase, list[tuple[str, str]]]]:
    """The formats of a content with their labels, by what they are for."""
    found = offered(content).items()
    groups = [
        (words, [(name, one.label) for name, one in found if one.group is group]) for group, words in GROUPS.items()
    ]
    return [(words, formats) for words, formats in groups if formats]


def _signed(content: Mapping[str, Any]) -> list[tuple[str, Phrase]]:
    """Who signed an issued digest, and over what; one of the first form has no signatures."""
    signatures = content.get("gate", {}).get("signatures", ())
    return [(signature["editor"], PARTS[signature["over"]][0]) for signature in signatures]


def _embargo(content: Mapping[str, Any]) -> Any:
    """Until when it is held back, in the desk's own zone; None where it is not."""
    until = content.get("embargo_until")
    return timezone.localtime(parse_datetime(until)) if until else None


def _context(story: Story, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the page of a digest shows; digests of the first form have no order of their parts."""
    corrected = [(article, paragraphs(article)) for article in content["articles"]]
    return {
        "story": story,
        "content": content,
        "corrected": corrected,
        "parts": content.get("order", ORDER),
        "unchanged": unchanged(content),
    }
