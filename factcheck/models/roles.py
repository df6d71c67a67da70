"""The roles of a desk: groups with permissions, kept in step with this table after every migration."""

from collections.abc import Mapping
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission, User
from django.db.models import Q


class Role(StrEnum):
    """Who may do what; each holds what the one before holds."""

    VIEWER = "viewer"
    EDITOR = "editor"
    CHIEF = "chief"


_EDITS = (
    "factcheck.receive_copy",
    "factcheck.move_article",
    "factcheck.mark_article",
    "factcheck.open_story",
    "factcheck.decide_conflict",
    "factcheck.compose_digest",
    "factcheck.waive_claim",
    "factcheck.sign_digest",
    "factcheck.issue_digest",
)
_LEADS = (
    "auth.add_user",
    "auth.change_user",
    "factcheck.view_calibration",
    "factcheck.change_source",
    "factcheck.override_gate",
    "factcheck.withdraw_digest",
)
ROLES: Mapping[Role, tuple[str, ...]] = {
    Role.VIEWER: (),
    Role.EDITOR: _EDITS,
    Role.CHIEF: (*_EDITS, *_LEADS),
}


def ensure_roles(**_: object) -> None:
    """Makes the groups, and gives each exactly the permissions of the table."""
    for role, names in ROLES.items():
        group, _made = Group.objects.get_or_create(name=role)
        group.permissions.set(_permissions(names))


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def role_of(user: AbstractBaseUser | AnonymousUser) -> Role | None:
    """The highest role that the person holds; None for somebody without one."""
    if not isinstance(user, User):
        return None
    held = set(user.groups.values_list("name", flat=True))
    return next((role for role in reversed(Role) if role in held or user.is_superuser), None)


def assign(user: User, role: Role) -> None:
    """Gives the person this role and no other."""
    user.groups.set([Group.objects.get(name=role)])
