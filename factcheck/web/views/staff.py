"""The people of the desk: a chief adds them, gives them a role, and closes their sign-in. Nobody does it to oneself."""

import secrets

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from factcheck.models.roles import Role, assign
from factcheck.web.access import ADD_PERSON, CHANGE_PERSON, SignedIn, allowed
from factcheck.web.forms import ROLE_CHOICES, PersonForm, RoleForm
from factcheck.web.queries.people import people
from factcheck.web.words import ROLES

ONESELF = gettext_lazy("Nobody changes their own role or closes their own sign-in. Ask another chief.")


@sensitive_post_parameters("password")
def staff(request: HttpRequest) -> HttpResponse:
    """Everybody with their roles, and the form for one more."""
    chief = allowed(request, ADD_PERSON if request.method == "POST" else CHANGE_PERSON)
    form = PersonForm(chief.POST if chief.method == "POST" else None)
    if not form.is_valid():
        return _page(chief, form)
    person, password = _add(form)
    # The password is on this answer alone: it is stored nowhere that it could be read again.
    return _page(chief, PersonForm(), added=person, password=password)


@require_POST
def role(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody else another role."""
    person = _somebody_else(allowed(request, CHANGE_PERSON), pk)
    form = RoleForm(request.POST)
    if form.is_valid():
        role = Role(form.cleaned_data["role"])
        assign(person, role)
        sentence = gettext("{name} is now {role}.").format(name=person.get_username(), role=ROLES[role])
        messages.success(request, sentence)
    return redirect("staff")


@require_POST
def active(request: HttpRequest, pk: int) -> HttpResponse:
    """Close somebody else's sign-in, or open it again."""
    person = _somebody_else(allowed(request, CHANGE_PERSON), pk)
    person.is_active = not person.is_active
    person.save(update_fields=["is_active"])
    told = gettext("{name} may sign in again.") if person.is_active else gettext("{name} can no longer sign in.")
    messages.success(request, told.format(name=person.get_username()))
    return redirect("staff")


@require_POST
def new_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Make somebody else a new password; whoever is signed in with the old one is signed out by that."""
    chief = allowed(request, CHANGE_PERSON)
    person, made = _somebody_else(chief, pk), _made()
    person.set_password(made)
    person.save(update_fields=["password"])
    return _page(chief, PersonForm(), renewed=person, password=made)


def _made() -> str:
    return secrets.token_urlsafe(12)


def _somebody_else(chief: SignedIn, pk: int) -> User:
    person = get_object_or_404(User, pk=pk)
    if person == chief.user:
        raise PermissionDenied(ONESELF)
    return person


@transaction.atomic
def _add(form: PersonForm) -> tuple[User, str]:
    """The new person, and the password where Newsroom made it."""
    made = "" if form.cleaned_data["password"] else _made()
    person = form.save(commit=False)
    person.set_password(made or form.cleaned_data["password"])
    person.save()
    assign(person, Role(form.cleaned_data["role"]))
    return person, made


def _page(chief: SignedIn, form: PersonForm, **added: object) -> HttpResponse:
    context = {"people": people(), "form": form, "roles": ROLE_CHOICES, **added}
    return render(chief, "factcheck/staff/staff.html", context, status=422 if form.errors else 200)
