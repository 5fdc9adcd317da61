"""`manage.py office`: a new installation gets its first office and a link for its admin, and nothing twice."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Office, Role, User
from advisor.logbook.models import Event
from tests.accounts.test_invitations import join

pytestmark = pytest.mark.django_db


def made(*args: str) -> str:
    """The link that the command prints."""
    out = StringIO()
    call_command("office", *args, stdout=out)
    return out.getvalue().splitlines()[-1]


def test_the_link_makes_the_first_admin() -> None:
    link = made("Rat der Stadt", "--admin", "Nora", "--address", "https://w.example/")
    assert link.startswith("https://w.example/einladung/")
    browser = Client()
    browser.get(link.removeprefix("https://w.example"))
    join(browser)
    user = User.objects.get()
    assert (str(user.office), user.roles) == ("Rat der Stadt", {Role.OFFICE_ADMIN})
    assert browser.get(reverse("people:list")).status_code == 200
    actions = Event.objects.filter(office=user.office).order_by("number").values_list("action", flat=True)
    assert list(actions) == ["office_made", "invited", "joined", "login"]


def test_an_office_that_is_managed_needs_no_command(admin: User) -> None:
    with pytest.raises(CommandError, match="invite"):
        made("Beratung Nord", "--admin", "x")


def test_an_office_without_admins_gets_a_new_link(admin: User) -> None:
    User.objects.filter(pk=admin.pk).update(is_active=False)
    assert "/einladung/" in made("Beratung Nord", "--admin", "x")
    assert Office.objects.count() == 1


@pytest.mark.parametrize(
    "args", [("", "--admin", "x"), ("A" * 201, "--admin", "x"), ("A\x00", "--admin", "x"), ("A", "--admin", "")]
)
def test_nonsense_is_refused(args: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        made(*args)
    assert not Office.objects.exists()


def test_the_address_is_that_of_the_installation(settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://wegweiser.example"]
    assert made("A", "--admin", "x").startswith("https://wegweiser.example/einladung/")
