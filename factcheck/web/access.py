"""Who may do what. Every view asks here in its first line; templates only show or hide what they are told."""

from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django_htmx.middleware import HtmxDetails

RECEIVE = "factcheck.receive_copy"
# Whoever may have copy read may have it read once more.
AGAIN = RECEIVE
OPEN_STORY = "factcheck.open_story"
MOVE = "factcheck.move_article"
MARK = "factcheck.mark_article"
DECIDE = "factcheck.decide_conflict"
COMPOSE = "factcheck.compose_digest"
WAIVE = "factcheck.waive_claim"
SIGN = "factcheck.sign_digest"
ISSUE = "factcheck.issue_digest"
OVERRIDE = "factcheck.override_gate"
WITHDRAW = "factcheck.withdraw_digest"
ADD_PERSON = "auth.add_user"
CHANGE_PERSON = "auth.change_user"
SEE_RULES = "factcheck.view_calibration"
CHANGE_SOURCE = "factcheck.change_source"

REFUSALS = {
    RECEIVE: gettext_lazy("Your role lets you read the desk, but not drop in copy. Ask a chief to make you an editor."),
    MOVE: gettext_lazy("Your role lets you read the desk, but not move an article to another story."),
    MARK: gettext_lazy("Your role lets you read the desk, but not mark a report."),
    OPEN_STORY: gettext_lazy("Your role lets you read the desk, but not set a deadline."),
    DECIDE: gettext_lazy(
        "Your role lets you read the conflicts, but not decide them. Ask a chief to make you an editor."
    ),
    ISSUE: gettext_lazy("Your role does not let you issue a digest."),
    ADD_PERSON: gettext_lazy("Only a chief can add people."),
    CHANGE_PERSON: gettext_lazy("Only a chief can see and change the people of the desk."),
    SEE_RULES: gettext_lazy("Only a chief can see how conflicts are weighed."),
    CHANGE_SOURCE: gettext_lazy("Only a chief can change what the desk knows of a source."),
    COMPOSE: gettext_lazy("Your role lets you read the digest, but not put it together."),
    WAIVE: gettext_lazy("Your role does not let you waive a claim."),
    SIGN: gettext_lazy("Your role does not let you sign a digest."),
    OVERRIDE: gettext_lazy("Only a chief can issue a digest past what blocks it."),
    WITHDRAW: gettext_lazy("Only a chief can withdraw or withhold a digest."),
}


class SignedIn(HttpRequest):
    """A request behind the sign-in: the middleware has seen to it that there is a user."""

    user: User
    htmx: HtmxDetails


def signed_in(request: HttpRequest) -> SignedIn:
    """The request, for a page that everyone on the desk may read."""
    return cast(SignedIn, request)


def allowed(request: HttpRequest, permission: str) -> SignedIn:
    """The request of somebody who has the permission; anybody else gets the page that says why not."""
    known = signed_in(request)
    if not known.user.has_perm(permission):
        raise PermissionDenied(REFUSALS[permission])
    return known
