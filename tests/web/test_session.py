"""Signing in and out, and the password."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.throttle import FAILURES, WAIT
from tests.web.conftest import FRAGMENT, Cast

RIGHT = {"username": "ada", "password": "plain sailing 7"}


def test_signing_in_leads_to_where_one_was_going(cast: Cast) -> None:
    client = Client()
    answer = client.post(reverse("sign-in"), RIGHT | {"next": "/stories/ferry/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/stories/ferry/")


@pytest.mark.parametrize("wrong", [{"password": "no"}, {"username": "nobody"}])
def test_a_wrong_name_or_password_gets_one_sentence(cast: Cast, wrong: dict[str, str]) -> None:
    answer = Client().post(reverse("sign-in"), RIGHT | wrong)
    assert answer.status_code == 200
    assert answer.content.decode().count("The name or the password is not right.") == 1


def test_an_empty_form_says_what_is_missing(cast: Cast) -> None:
    answer = Client().post(reverse("sign-in"), {"username": "", "password": ""})
    assert answer.content.decode().count("Type your name and your password.") == 1


def test_who_must_wait_is_told_so(cast: Cast) -> None:
    client = Client()
    pages = [client.post(reverse("sign-in"), RIGHT | {"password": "no"}).content.decode() for _ in range(FAILURES + 1)]
    pages.append(client.post(reverse("sign-in"), RIGHT).content.decode())
    assert [WAIT in page for page in pages] == [*[False] * FAILURES, True, True]


@pytest.mark.parametrize("lost", ["/receive/", "/conflicts/3/decide/?x=1"])
def test_a_form_that_was_sent_after_the_session_ended_is_sent_again(lost: str, cast: Cast) -> None:
    client = Client()
    door = client.post(lost, {"text": "words"})
    answer = client.post(door.headers["Location"], RIGHT | {"next": lost}, follow=True)
    assert answer.redirect_chain == [(reverse("desk"), 302)]
    assert "You were signed out; send it again." in answer.content.decode()


def test_another_site_is_no_place_to_go(cast: Cast) -> None:
    answer = Client().post(reverse("sign-in"), RIGHT | {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == reverse("desk")


def test_somebody_deactivated_cannot_sign_in(cast: Cast) -> None:
    cast.editor.is_active = False
    cast.editor.save()
    assert Client().post(reverse("sign-in"), RIGHT).status_code == 200


def test_a_fragment_after_the_session_ended_loads_the_page_again(cast: Cast) -> None:
    answer = Client().get(reverse("sign-in"), headers=FRAGMENT)
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (200, "true")


def test_signing_out(editor: Client) -> None:
    assert editor.post(reverse("sign-out")).headers["Location"] == reverse("sign-in")
    assert editor.get(reverse("desk")).status_code == 302


def test_changing_the_password(editor: Client, cast: Cast) -> None:
    new = "quite another 8"
    sent = {"old_password": "plain sailing 7", "new_password1": new, "new_password2": new}
    answer = editor.post(reverse("password"), sent, follow=True)
    assert "Your password is changed." in answer.content.decode()
    cast.editor.refresh_from_db()
    assert cast.editor.check_password(new)


def test_a_form_of_another_page_is_refused_with_a_sentence(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.editor)
    answer = client.post(reverse("receive"), {"text": "words"})
    assert answer.status_code == 403
    assert "Nothing was recorded." in answer.content.decode()
