"""Roles are groups that follow one table."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.management import call_command

from factcheck.models.roles import ROLES, Role, assign, role_of

pytestmark = pytest.mark.django_db


def test_the_groups_hold_exactly_the_permissions_of_the_table() -> None:
    held = {
        group.name: {f"{row.content_type.app_label}.{row.codename}" for row in group.permissions.all()}
        for group in Group.objects.all()
    }
    assert held == {role.value: set(names) for role, names in ROLES.items()}


def test_a_migration_takes_away_what_the_table_does_not_name() -> None:
    chief = Group.objects.get(name=Role.CHIEF)
    Group.objects.get(name=Role.VIEWER).permissions.set(chief.permissions.all())
    call_command("migrate", verbosity=0)
    assert not Group.objects.get(name=Role.VIEWER).permissions.exists()


@pytest.mark.parametrize("role", list(Role))
def test_a_person_holds_one_role(editor: User, role: Role) -> None:
    assign(editor, Role.EDITOR)
    assign(editor, role)
    assert role_of(editor) == role
    assert [editor.has_perm(name) for name in ROLES[Role.CHIEF]] == [name in ROLES[role] for name in ROLES[Role.CHIEF]]


def test_the_highest_role_counts(editor: User) -> None:
    editor.groups.set(Group.objects.filter(name__in=[Role.VIEWER, Role.CHIEF]))
    assert role_of(editor) == Role.CHIEF


def test_somebody_without_a_role(editor: User) -> None:
    assert role_of(editor) is None
    assert role_of(AnonymousUser()) is None
