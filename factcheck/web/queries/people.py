"""The people of the desk with their roles, in two queries."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from factcheck.models.roles import Role

RANK = {role.value: place for place, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody as the list of people shows them."""

    person: User
    role: str


def people() -> list[PersonRow]:
    """Everybody, those who may sign in first."""
    found = User.objects.prefetch_related("groups").order_by("-is_active", "username")
    return [PersonRow(person, _role(person)) for person in found]


def _role(person: User) -> str:
    held = [group.name for group in person.groups.all() if group.name in RANK]
    return max(held, key=RANK.__getitem__, default="")
