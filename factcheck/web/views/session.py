"""Signing in and out, and changing one's password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, gettext_lazy
from django_htmx.http import HttpResponseClientRefresh

from newsroom.throttle import SignInForm

# Addresses that only take a form: whoever was sent to the sign-in from there had sent one, and it is gone.
TAKES_A_FORM = frozenset({
    "receive", "story-again", "digest-issue", "digest-waive", "digest-sign", "digest-withdraw", "article-again",
    "article-move", "article-publication", "decide", "undo", "staff-role", "staff-active", "staff-password",
    "sign-out", "story-undo",
    "story-redo", "story-deadline", "hand", "silence", "memory-restore", "entry-answer", "source-kind",
    "source-address", "query-sent",
})  # fmt: skip
SEND_AGAIN = gettext_lazy("You were signed out; send it again.")
REFUSED = gettext_lazy("The name or the password is not right. Capital letters count.")


class WordedSignInForm(SignInForm):
    """The form that makes failures wait, with the desk's own sentence for them."""

    error_messages = {**SignInForm.error_messages, "invalid_login": REFUSED}


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Django's own; somebody whose session ended in the middle of an act gets the whole page, not a fragment."""

    template_name = "factcheck/person/sign_in.html"
    authentication_form = WordedSignInForm
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """A fragment's request that was sent here makes the browser load its page again."""
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponseClientRefresh()
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get_success_url(self) -> str:
        """Where one was going; the desk, where that was a form that was lost."""
        going = self.get_redirect_url()
        if not _takes_a_form(going):
            return super().get_success_url()
        messages.warning(self.request, SEND_AGAIN)
        return self.get_default_redirect_url()


class ChangePassword(PasswordChangeView):
    """Django's own, back to the desk with a sentence."""

    template_name = "factcheck/person/password.html"
    success_url = reverse_lazy("desk")

    def form_valid(self, form: object) -> HttpResponse:
        """Say that it is done."""
        messages.success(self.request, gettext("Your password is changed."))
        return super().form_valid(form)  # type: ignore[arg-type]


def _takes_a_form(address: str) -> bool:
    try:
        return resolve(address.partition("?")[0]).url_name in TAKES_A_FORM
    except Resolver404:
        return False


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()
password = ChangePassword.as_view()
