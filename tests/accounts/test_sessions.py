"""Promises 3 and 4: sessions idle out, end at the latest after their longest age, are listed and can be ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.accounts.sessions import BEGAN, SEEN
from advisor.logbook.models import Action, Event
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db
LogIn = Callable[..., HttpResponse]
NEW = "another horse battery"


def inside(browser: Client) -> bool:
    """Whether somebody is logged in there."""
    return browser.get(reverse("people:account")).status_code == 200


def turn_back(browser: Client, key: str, seconds: int) -> None:
    """Let a session have begun or have been used longer ago."""
    session: SessionBase = browser.session
    session[key] -= seconds
    session.save()


@pytest.fixture
def two(counsellor: User, log_in: LogIn) -> tuple[Client, Client]:
    """Two browsers of one person."""
    browsers = Client(), Client()
    for browser in browsers:
        log_in(browser)
        assert inside(browser)
    return browsers


def test_the_key_of_a_session_changes_with_the_login(client: Client, counsellor: User, log_in: LogIn) -> None:
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    log_in(client)
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_an_idle_session_is_over(two: tuple[Client, Client], settings: Any) -> None:
    idle, other = two
    turn_back(idle, SEEN, settings.SESSION_IDLE_AGE + 1)
    key = idle.session.session_key
    assert not inside(idle)
    assert inside(other)
    assert not Session.objects.filter(session_key=key).exists()
    assert Event.objects.filter(action=Action.SESSION_ENDED).count() == 1


def test_a_session_that_is_used_lasts(two: tuple[Client, Client], settings: Any) -> None:
    browser, _ = two
    for _ in range(3):
        turn_back(browser, SEEN, settings.SESSION_IDLE_AGE - 60)
        assert inside(browser)


def test_no_session_lasts_longer_than_its_longest_age(two: tuple[Client, Client], settings: Any) -> None:
    browser, _ = two
    turn_back(browser, BEGAN, settings.SESSION_COOKIE_AGE + 1)
    assert not inside(browser)


def test_asking_how_much_time_is_left_does_not_use_the_session(two: tuple[Client, Client], settings: Any) -> None:
    browser, _ = two
    turn_back(browser, SEEN, settings.SESSION_IDLE_AGE - 100)
    address = reverse("people:session_time")
    for _ in range(2):
        assert 90 < browser.get(address, headers={"X-Idle": "1"}).json()["seconds"] <= 100
    assert browser.post(address).json()["seconds"] > 1700
    assert browser.get(address, headers={"X-Idle": "1"}).json()["seconds"] > 1700


def test_a_page_is_not_slower_because_sessions_slide(
    two: tuple[Client, Client], django_assert_max_num_queries: Any
) -> None:
    browser, _ = two
    # The session, the user, and the time that is left.
    with django_assert_max_num_queries(3):
        browser.get(reverse("people:session_time"))


def test_sessions_are_listed_and_can_be_ended_one_by_one(two: tuple[Client, Client]) -> None:
    here, there = two
    page = here.get(reverse("people:sessions")).content.decode()
    assert page.count("Andere Sitzung") == 1
    pk = UserSession.objects.get(session_key=there.session.session_key).pk
    assert here.post(reverse("people:end_session", args=(pk,))).status_code == 302
    assert not inside(there)
    assert inside(here)


def test_all_others_can_be_ended_at_once(two: tuple[Client, Client], log_in: LogIn) -> None:
    here, there = two
    third = Client()
    log_in(third)
    here.post(reverse("people:end_other_sessions"))
    assert [inside(browser) for browser in (here, there, third)] == [True, False, False]


def test_nobody_ends_the_session_of_somebody_else(two: tuple[Client, Client], log_in: LogIn) -> None:
    make_user("eve", "Beratung Süd")
    stranger = Client()
    log_in(stranger, "eve")
    for session in UserSession.objects.filter(user__username="ada"):
        assert stranger.post(reverse("people:end_session", args=(session.pk,))).status_code == 404
    assert all(inside(browser) for browser in two)


def test_a_new_password_ends_all_other_sessions(two: tuple[Client, Client]) -> None:
    here, there = two
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), sent).headers["Location"] == reverse("people:account")
    assert inside(here)
    assert not inside(there)
    assert UserSession.objects.count() == 1


def test_a_password_that_was_reset_ends_all_sessions(two: tuple[Client, Client], log_in: LogIn) -> None:
    User.objects.filter(username="ada").update(email="ada@example.org")
    nobody = Client()
    nobody.post(reverse("account_reset_password"), {"email": "ada@example.org"})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
    assert link
    form = nobody.get(link[1], follow=True)
    address = form.redirect_chain[-1][0]
    assert link[1] != address
    done = nobody.post(address, {"password1": NEW, "password2": NEW})
    assert done.headers["Location"] == reverse("account_reset_password_from_key_done")
    assert not any(inside(browser) for browser in (*two, nobody))
    assert not Session.objects.exclude(session_key=nobody.session.session_key).exists()
    assert "gilt nicht mehr" in Client().get(link[1], follow=True).content.decode()
    assert log_in(nobody, password=NEW).status_code == 302


def test_a_reset_tells_nobody_who_has_an_account(counsellor: User) -> None:
    User.objects.filter(username="ada").update(email="ada@example.org")
    pages = set()
    for email in ("ada@example.org", "nobody@example.org"):
        response = Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        pages.add(response.content.decode().partition("<main")[2].partition("</main>")[0])
    assert len(pages) == 1
    assert len(mail.outbox) == 1


def test_a_mail_server_that_fails_stops_nobody_and_betrays_nobody(
    counsellor: User, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    User.objects.filter(username="ada").update(email="ada@example.org")
    response = Client().post(reverse("account_reset_password"), {"email": "ada@example.org"})
    assert response.headers["Location"] == reverse("account_reset_password_done")
    assert "could not be sent" in caplog.text
    assert "example.org" not in caplog.text


@pytest.mark.parametrize("key", ["x", "x-y", "set-password", "%00", "a" * 3000])
@pytest.mark.parametrize("uid", ["1", "zzzzzzzzzzzz", "z" * 13, "0"])
def test_a_forged_link_is_none(client: Client, counsellor: User, uid: str, key: str) -> None:
    response = client.get(f"/passwort-vergessen/{uid}-{key}/neu/")
    assert response.status_code == 200
    assert "gilt nicht mehr" in response.content.decode()


@pytest.mark.parametrize("password", ["short", "administrator", "1q2w3e4r5t6y", "wegweiser-demo"])
def test_a_bad_password_is_not_taken(two: tuple[Client, Client], password: str) -> None:
    here, there = two
    sent = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert here.post(reverse("account_change_password"), sent).status_code == 200
    assert inside(there)
