"""The people of the desk."""

import re
from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models.roles import role_of
from factcheck.web.queries.people import people
from tests.web import making
from tests.web.conftest import Cast

NEW = {"username": "nora", "first_name": "Nora", "last_name": "Quist", "role": "editor", "password": ""}


def test_everybody_with_their_roles(cast: Cast) -> None:
    cast.viewer.is_active = False
    cast.viewer.save()
    User.objects.create_user("zoe")
    rows = [(row.person.username, row.role) for row in people()]
    assert rows == [("ada", "editor"), ("carl", "chief"), ("zoe", ""), ("vera", "viewer")]


def test_a_made_password_is_shown_once_and_works(chief: Client) -> None:
    page = chief.post(reverse("staff"), NEW).content.decode()
    [password] = re.findall(r"The password is <code>([^<]*)</code>", page)
    person = User.objects.get(username="nora")
    assert (person.check_password(password), role_of(person), person.get_full_name()) == (True, "editor", "Nora Quist")
    assert password not in chief.get(reverse("staff")).content.decode()


def test_a_typed_password_is_not_shown(chief: Client) -> None:
    page = chief.post(reverse("staff"), NEW | {"password": "low tide 1234"}).content.decode()
    assert ("low tide 1234" in page, "nora is added." in page) == (False, True)
    assert User.objects.get(username="nora").check_password("low tide 1234")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"password": "short"}, "This password is too short."),
        ({"password": "NoraQuist", "last_name": "NoraQuist"}, "The password is too similar to the last name."),
        ({"username": "ada"}, "A user with that username already exists."),
        ({"username": ""}, "This field is required."),
        ({"role": "king"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_added_says_why(wrong: dict[str, str], sentence: str, chief: Client) -> None:
    answer = chief.post(reverse("staff"), NEW | wrong)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not User.objects.filter(username="nora").exists()


def test_another_role(chief: Client, cast: Cast) -> None:
    chief.post(reverse("staff-role", args=[cast.viewer.pk]), {"role": "editor"})
    assert role_of(User.objects.get(pk=cast.viewer.pk)) == "editor"


@pytest.mark.parametrize("role", ["", "king"])
def test_an_unknown_role_changes_nothing(role: str, chief: Client, cast: Cast) -> None:
    chief.post(reverse("staff-role", args=[cast.viewer.pk]), {"role": role})
    assert role_of(User.objects.get(pk=cast.viewer.pk)) == "viewer"


def test_deactivating_signs_out_at_once_and_can_be_taken_back(chief: Client, editor: Client, cast: Cast) -> None:
    seen = []
    for _ in range(2):
        chief.post(reverse("staff-active", args=[cast.editor.pk]))
        seen.append(User.objects.get(pk=cast.editor.pk).is_active)
        if not seen[-1]:
            assert editor.get(reverse("desk")).status_code == 302
    assert seen == [False, True]


def test_a_forgotten_password_is_made_anew_and_shown_once(chief: Client, editor: Client, cast: Cast) -> None:
    page = chief.post(reverse("staff-password", args=[cast.editor.pk])).content.decode()
    [password] = re.findall(r"The new password of ada is <code>([^<]*)</code>", page)
    cast.editor.refresh_from_db()
    assert (cast.editor.check_password(password), editor.get(reverse("desk")).status_code) == (True, 302)


@pytest.mark.parametrize(
    ("name", "form"), [("staff-role", {"role": "viewer"}), ("staff-active", {}), ("staff-password", {})]
)
def test_nobody_does_it_to_oneself(name: str, form: dict[str, str], chief: Client, cast: Cast) -> None:
    answer = chief.post(reverse(name, args=[cast.chief.pk]), form)
    cast.chief.refresh_from_db()
    assert (answer.status_code, cast.chief.is_active, role_of(cast.chief)) == (403, True, "chief")
    assert "Ask another chief." in answer.content.decode()


def test_a_hostile_name_is_shown_and_never_run(chief: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.editor.pk).update(first_name=making.HOSTILE[:60])
    assert "<script>alert" not in chief.get(reverse("staff")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    number: int, cast: Cast, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        making.a_person(f"person-{index}", "editor")
    client = cast.client("chief")
    # Session, user, 2 permissions; people, their groups.
    with django_assert_num_queries(6):
        client.get(reverse("staff"))
