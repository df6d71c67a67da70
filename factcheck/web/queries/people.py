"""The people of the desk with their roles, in two queries."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from factcheck.models.roles import Role
from factcheck.web.words import ROLES

RANK = {role.value: place for place, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody as the list of people shows them."""

    person: User
    role: str

    @property
    def role_label(self) -> str:
        """The name of the role; empty for somebody without one."""
        return str(ROLES[Role(self.role)]) if self.role else ""


def people() -> list[PersonRow]:
    """Everybody, those who may sign in first."""
    found = User.objects.prefetch_related("groups").order_by("-is_active", "username")
    return [PersonRow(person, _role(person)) for person in found]


def deciders() -> list[User]:
    """Those who may decide a conflict, by their names, in one query."""
    may = Q(groups__permissions__codename="decide_conflict") | Q(is_superuser=True)
    return list(User.objects.filter(may, is_active=True).distinct().order_by("first_name", "last_name", "username"))


def _role(person: User) -> str:
    held = [group.name for group in person.groups.all() if group.name in RANK]
    return max(held, key=RANK.__getitem__, default="")
