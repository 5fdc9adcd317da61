"""Deny by default: a view that names no permission is open to nobody, and a new page begins like that."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path

from advisor.accounts.models import Role, User
from advisor.policies import GRANTED, Permission, needs
from tests.factories import make_user


def forgotten() -> Callable[[HttpRequest], HttpResponse]:
    """A new view, whose author has thought of nothing."""

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("secret")

    return view


urlpatterns = [
    path("offen/", login_not_required(forgotten())),
    path("vergessen/", forgotten()),
    path("leer/", needs()(forgotten())),
    *(path(f"{permission.name}/", needs(permission)(forgotten())) for permission in Permission),
    path("", include("advisor.urls")),
]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.parametrize("role", list(Role))
def test_every_role_opens_what_it_is_granted_and_nothing_else(client: Client, role: Role) -> None:
    client.force_login(make_user("kim", "Beratung Nord", role))
    opened = {p for p in Permission if client.get(f"/{p.name}/").status_code == 200}
    assert opened == GRANTED[role] | {Permission.OWN_ACCOUNT}
    for address in ("/vergessen/", "/leer/"):
        response = client.get(address)
        assert response.status_code == 403
        assert "secret" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_several_roles_add_up_and_none_grants_nothing(client: Client) -> None:
    client.force_login(make_user("kim", "Beratung Nord", Role.VOLUNTEER, Role.OFFICE_ADMIN))
    assert client.get(f"/{Permission.PRINT_RELEASED.name}/").status_code == 200
    assert client.get(f"/{Permission.MANAGE_PEOPLE.name}/").status_code == 200
    assert client.get(f"/{Permission.WORK_ON_CASES.name}/").status_code == 403
    client.force_login(User.objects.create_user("nobody"))
    opened = {p for p in Permission if client.get(f"/{p.name}/").status_code == 200}
    assert opened == {Permission.OWN_ACCOUNT}


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_without_login_only_what_opens_itself(client: Client) -> None:
    assert client.get("/offen/").status_code == 200
    for address in ("/vergessen/", "/leer/", *(f"/{p.name}/" for p in Permission)):
        assert client.get(address).status_code == 302


def views(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address of the application."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry)
        else:
            yield entry


def test_every_view_of_ours_names_a_permission_or_opens_itself() -> None:
    for entry in views(get_resolver("advisor.urls")):
        view = entry.callback
        if view.__module__.startswith("allauth."):
            continue
        assert not getattr(view, "login_required", True) or getattr(view, "permissions", None), entry.name


def test_what_is_not_needed_of_allauth_has_no_address() -> None:
    entries = (
        entry for entry in views(get_resolver("advisor.urls")) if entry.callback.__module__.startswith("allauth.")
    )
    assert {entry.name for entry in entries} == {
        "account_login",
        "account_logout",
        "account_signup",
        "account_reauthenticate",
        "account_change_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_index",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
    }
