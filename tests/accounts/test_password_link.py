"""Somebody who has lost the password, in an installation without mail, gets a link from the operator."""

from __future__ import annotations

from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from advisor.accounts.models import User
from advisor.logbook.models import Action, Event

pytestmark = pytest.mark.django_db

NEW = "ein ganz neues Passwort 7"


def link(username: str) -> str:
    """The path of the link the command prints."""
    out = StringIO()
    call_command("password_link", username, "--address", "https://beratung.example/", stdout=out)
    address = out.getvalue().split()[-1]
    assert address.startswith("https://beratung.example/passwort-vergessen/")
    return urlsplit(address).path


def test_the_link_sets_a_password_once_and_is_on_record(counsellor: User, client: Client) -> None:
    path = link("ada")
    for browser, works in ((client, True), (Client(), False)):
        page = browser.get(path, follow=True)
        sent = {"password1": NEW, "password2": NEW}
        browser.post(page.request["PATH_INFO"], sent if works else dict.fromkeys(sent, NEW + "x"))
        counsellor.refresh_from_db()
        assert counsellor.check_password(NEW)
    assert Event.objects.filter(action=Action.PASSWORD_LINK_MADE, subject=str(counsellor.pk)).count() == 1


@pytest.mark.parametrize("username", ["nobody", "", "%"])
def test_nobody_of_that_name_gets_no_link(counsellor: User, username: str) -> None:
    with pytest.raises(CommandError, match="Nobody active"):
        link(username)


def test_a_deactivated_account_gets_no_link(counsellor: User) -> None:
    User.objects.update(is_active=False)
    with pytest.raises(CommandError):
        link("ada")
