"""Joining: by invitation only, once, in time, with the roles that were given and no others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.invitations import invite
from advisor.accounts.models import Invitation, Office, Role, User
from advisor.logbook.models import Action, Event
from tests.factories import make_user

pytestmark = pytest.mark.django_db
FORM = {
    "first_name": "Nora",
    "last_name": "Neu",
    "username": "nora",
    "email": "nora@example.org",
    "password1": "correct horse staple",
    "password2": "correct horse staple",
}


def come(token: str) -> Client:
    """A browser that has followed a link."""
    browser = Client()
    browser.get(reverse("accounts:invitation", args=(token,)))
    return browser


def join(browser: Client, **other: Any) -> HttpResponse:
    """Send the form."""
    return browser.post(reverse("account_signup"), {**FORM, **other})


@pytest.fixture
def token(admin: User) -> str:
    """The token of an invitation as counsellor and releaser."""
    assert admin.office
    return invite(admin.office, [Role.RELEASER, Role.COUNSELLOR], by=admin, note="Nora", email="n@example.org")[1]


def test_who_is_invited_joins_with_office_and_roles(token: str, admin: User) -> None:
    browser = come(token)
    assert join(browser).headers["Location"] == reverse("start")
    user = User.objects.get(username="nora")
    assert user.office == admin.office
    assert user.roles == {Role.COUNSELLOR, Role.RELEASER}
    assert str(user) == "Nora Neu"
    assert browser.get(reverse("cases:list")).status_code == 200
    invitation = Invitation.objects.get()
    assert (invitation.used_by, invitation.note, invitation.email) == (user, "", "")
    assert list(Event.objects.filter(action=Action.JOINED).values_list("actor", "subject")) == [
        (user.pk, str(invitation.pk))
    ]


def test_the_token_is_not_kept(token: str) -> None:
    assert token not in repr(list(Invitation.objects.values_list()))
    assert token not in repr(list(Event.objects.values_list()))


def test_without_an_invitation_nobody_joins(client: Client, db: None) -> None:
    assert "Diese Einladung gilt nicht" in client.get(reverse("account_signup")).content.decode()
    join(client)
    assert not User.objects.exists()


def test_an_invitation_is_used_once(token: str) -> None:
    first, second = come(token), come(token)
    join(first)
    join(second, username="eve", email="")
    assert set(User.objects.values_list("username", flat=True)) == {"vera", "nora"}
    assert "Diese Einladung gilt nicht" in come(token).get(reverse("account_signup")).content.decode()


@pytest.mark.parametrize("how", ["run out", "withdrawn"])
@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_one_that_no_longer_holds_lets_nobody_in(token: str, how: str, when: str) -> None:
    browser = come(token) if when == "meanwhile" else None
    change = {"expires": timezone.now() - timedelta(seconds=1)} if how == "run out" else {"closed": timezone.now()}
    Invitation.objects.update(**change)
    join(browser or come(token))
    assert not User.objects.filter(username="nora").exists()


def test_it_holds_for_seven_days(token: str) -> None:
    left = Invitation.objects.get().expires - timezone.now()
    assert timedelta(days=6, hours=23) < left <= timedelta(days=7)


def test_what_else_is_sent_with_the_form_changes_nothing(token: str, admin: User) -> None:
    other = Office.objects.create(name="Beratung Süd")
    join(
        come(token), roles="office_admin", role="office_admin", office=other.pk, office_id=other.pk, is_superuser="on",
        is_staff="on", invitation="99", is_active="on",
    )  # fmt: skip
    user = User.objects.get(username="nora")
    assert user.roles == {Role.COUNSELLOR, Role.RELEASER}
    assert (user.office, user.is_superuser, user.is_staff) == (admin.office, False, False)


@pytest.mark.parametrize(
    "faults",
    [
        {"username": "VERA"},
        {"username": "nora neu"},
        {"email": "vera@example.org"},
        {"email": "VERA@example.org"},
        {"password1": "kurz", "password2": "kurz"},
        {"password2": "something else"},
        {"first_name": ""},
        {"username": "\x00"},
        {"last_name": "x" * 151},
    ],
)
def test_a_form_with_faults_comes_back_and_the_invitation_still_holds(
    token: str, admin: User, faults: dict[str, str]
) -> None:
    User.objects.filter(pk=admin.pk).update(email="vera@example.org")
    browser = come(token)
    response = join(browser, **faults)
    assert response.status_code == 200
    assert 'value="Neu"' in response.content.decode() or "last_name" in faults
    assert not User.objects.exclude(pk=admin.pk).exists()
    assert join(browser).status_code == 302


@pytest.mark.parametrize("token", ["x", "a" * 43, "..", "%00", "ä", "'--", "{{7*7}}"])
def test_a_token_that_is_none_is_no_invitation(client: Client, admin: User, token: str) -> None:
    response = client.get(f"/einladung/{token}/")
    assert response.status_code in (200, 404)
    assert "invitation" not in client.session


def test_an_admin_makes_the_link_and_sees_it_once(desk: Client, admin: User) -> None:
    sent = {"roles": ["counsellor", "volunteer"], "note": "Nora aus Halle", "email": "n@example.org"}
    page = desk.post(reverse("people:invite"), sent).content.decode()
    link = page.partition('href="http://testserver')[2].partition('"')[0]
    assert link.startswith("/einladung/")
    assert [message.to for message in mail.outbox] == [["n@example.org"]]
    assert link in mail.outbox[0].body
    assert link not in desk.get(reverse("people:list")).content.decode()
    browser = Client()
    browser.get(link)
    join(browser)
    assert User.objects.get(username="nora").roles == {Role.COUNSELLOR, Role.VOLUNTEER}


@pytest.mark.parametrize("roles", [[], ["superuser"], ["counsellor", "x"], [""], ["COUNSELLOR"]])
def test_no_invitation_with_roles_that_do_not_exist(desk: Client, roles: list[str]) -> None:
    response = desk.post(reverse("people:invite"), {"roles": roles, "note": "Nora"})
    assert response.status_code == 422
    assert not Invitation.objects.exists()


def test_an_admin_withdraws_one_of_the_own_office_only(desk: Client, token: str) -> None:
    eve = make_user("eve", "Beratung Süd", Role.OFFICE_ADMIN)
    assert eve.office
    foreign, _ = invite(eve.office, [Role.EDITOR], by=eve, note="Fremd")
    assert "Fremd" not in desk.get(reverse("people:list")).content.decode()
    assert desk.post(reverse("people:withdraw", args=(foreign.pk,))).status_code == 404
    own = Invitation.objects.exclude(pk=foreign.pk).get()
    for _ in range(2):
        desk.post(reverse("people:withdraw", args=(own.pk,)))
    assert list(Invitation.objects.open()) == [foreign]
    assert Event.objects.filter(action=Action.INVITATION_WITHDRAWN).count() == 1


def test_who_is_logged_in_does_not_join_twice(web: Client, token: str) -> None:
    assert "schon angemeldet" in web.get(reverse("accounts:invitation", args=(token,))).content.decode()
    assert Invitation.objects.open().exists()
