"""What an office admin does to people: of the own office only, at once, and never so that nobody is left to do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts import changes
from advisor.accounts.changes import LastAdmin
from advisor.accounts.invitations import invite
from advisor.accounts.models import Role, RoleGrant, User
from advisor.logbook.models import Action, Event
from advisor.policies import Permission, may
from tests.accounts.conftest import App
from tests.factories import PASSWORD, make_case, make_user

pytestmark = pytest.mark.django_db
LogIn = Callable[..., HttpResponse]
CHANGES = (
    "people:roles",
    "people:deactivate",
    "people:reactivate",
    "people:reset_second_factor",
    "people:end_sessions",
)


def fresh(user: User) -> User:
    """The person as the next request finds them."""
    return User.objects.get(pk=user.pk)


def actions() -> list[str]:
    """What stands in the log besides logins and what was refused."""
    return list(
        Event.objects.exclude(action__in=("login", "refused")).order_by("number").values_list("action", flat=True)
    )


def test_a_role_that_is_taken_away_is_gone_with_the_next_click(desk: Client, web: Client, counsellor: User) -> None:
    assert web.get(reverse("cases:new")).status_code == 200
    desk.post(reverse("people:roles", args=(counsellor.pk,)), {"roles": ["editor"]})
    assert web.get(reverse("cases:new")).status_code == 403
    assert web.get(reverse("cases:list")).status_code == 403
    assert web.get(reverse("people:account")).status_code == 200
    desk.post(reverse("people:roles", args=(counsellor.pk,)), {"roles": ["counsellor", "editor"]})
    assert web.get(reverse("cases:new")).status_code == 200
    assert actions() == ["roles_changed", "roles_changed"]
    event = Event.objects.filter(action=Action.ROLES_CHANGED).last()
    assert event
    assert (event.actor.username, event.subject) == ("vera", str(counsellor.pk))


def test_somebody_deactivated_is_out_at_once_and_keeps_everything(
    desk: Client, counsellor: User, log_in: LogIn
) -> None:
    case = make_case(counsellor, "F-7")
    browser = Client()
    log_in(browser)
    assert browser.get(reverse("cases:list")).status_code == 200
    page = desk.get(reverse("people:deactivate", args=(counsellor.pk,))).content.decode()
    assert "F-7" in page
    assert reverse("cases:team", args=(case.uuid,)) in page
    desk.post(reverse("people:deactivate", args=(counsellor.pk,)))
    assert browser.get(reverse("cases:list")).status_code == 302
    assert not UserSession.objects.filter(user=counsellor).exists()
    log_in(browser)
    assert browser.get(reverse("cases:list")).status_code == 302
    desk.post(reverse("people:reactivate", args=(counsellor.pk,)))
    log_in(browser)
    assert browser.get(reverse("cases:list")).status_code == 200
    assert fresh(counsellor).roles == {Role.COUNSELLOR}
    assert {"deactivated", "reactivated"} <= set(actions())


def test_the_last_admin_stays(desk: Client, admin: User) -> None:
    for name, sent in (("people:deactivate", {}), ("people:roles", {"roles": ["counsellor"]})):
        response = desk.post(reverse(name, args=(admin.pk,)), sent)
        assert response.status_code == 422
        assert "niemanden mehr" in response.content.decode()
    assert fresh(admin).is_active
    assert fresh(admin).roles == {Role.OFFICE_ADMIN}
    assert actions() == []


def test_an_admin_who_is_switched_off_or_elsewhere_does_not_count(admin: User) -> None:
    make_user("off", "Beratung Nord", Role.OFFICE_ADMIN)
    User.objects.filter(username="off").update(is_active=False)
    make_user("eve", "Beratung Süd", Role.OFFICE_ADMIN)
    with pytest.raises(LastAdmin):
        changes.deactivate(admin, by=admin)
    with pytest.raises(LastAdmin):
        changes.change_roles(admin, [Role.COUNSELLOR], by=admin)


def test_one_of_two_admins_may_go(desk: Client, admin: User) -> None:
    second = make_user("zoe", "Beratung Nord", Role.OFFICE_ADMIN, Role.COUNSELLOR)
    desk.post(reverse("people:roles", args=(second.pk,)), {"roles": ["counsellor"]})
    assert not may(fresh(second), Permission.MANAGE_PEOPLE)
    with pytest.raises(LastAdmin):
        changes.deactivate(fresh(admin), by=admin)


def test_a_lost_second_factor_is_reset(desk: Client, counsellor: User, app: App, log_in: LogIn) -> None:
    browser = Client()
    log_in(browser)
    browser.post(reverse("mfa_authenticate"), {"code": app.code()})
    desk.post(reverse("people:reset_second_factor", args=(counsellor.pk,)))
    assert not Authenticator.objects.exists()
    assert browser.get(reverse("people:account")).status_code == 302
    assert log_in(browser).headers["Location"] == reverse("start")
    assert "second_factor_reset" in actions()


def test_the_sessions_of_somebody_are_ended(desk: Client, counsellor: User, log_in: LogIn) -> None:
    browser = Client()
    log_in(browser)
    desk.post(reverse("people:end_sessions", args=(counsellor.pk,)))
    assert browser.get(reverse("people:account")).status_code == 302
    assert desk.get(reverse("people:list")).status_code == 200


@pytest.mark.parametrize("name", CHANGES)
def test_people_of_another_office_do_not_exist(desk: Client, counsellor: User, name: str) -> None:
    eve = make_user("eve", "Beratung Süd", Role.OFFICE_ADMIN)
    Authenticator.objects.bulk_create([Authenticator(user=eve, type=Authenticator.Type.TOTP, data={})])
    nobody_of = make_user("nil")
    User.objects.filter(pk=nobody_of.pk).update(office=None)
    for pk in (eve.pk, nobody_of.pk, 999_999, 10**25):
        assert desk.post(reverse(name, args=(pk,)), {"roles": ["volunteer"]}).status_code == 404
        assert desk.get(reverse("people:person", args=(pk,))).status_code == 404
    assert (fresh(eve).roles, fresh(eve).is_active) == ({Role.OFFICE_ADMIN}, True)
    assert Authenticator.objects.count() == 1
    assert "eve" not in desk.get(reverse("people:list")).content.decode()
    assert actions() == []


@pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICE_ADMIN])
def test_only_an_admin_manages_people(admin: User, role: Role, client: Client) -> None:
    somebody = make_user("kim", "Beratung Nord", role)
    client.force_login(somebody)
    for name in (*CHANGES, "people:person"):
        for send in (client.get, client.post):
            assert send(reverse(name, args=(somebody.pk,)), {"roles": ["office_admin"]}).status_code == 403
    for name in ("people:list", "people:invite"):
        assert client.get(reverse(name)).status_code == 403
    assert fresh(somebody).roles == {role}


@pytest.mark.parametrize("name", ["people:invite", "people:roles", "people:deactivate", "people:reset_second_factor"])
def test_delicate_pages_ask_once_more_who_it_is(admin: User, counsellor: User, client: Client, name: str) -> None:
    client.force_login(admin)
    address = reverse(name, args=() if name == "people:invite" else (counsellor.pk,))
    for send in (client.get, client.post):
        response = send(address, {"roles": ["counsellor"], "note": "x"})
        assert response.headers["Location"].startswith(reverse("account_reauthenticate"))
    done = client.post(reverse("account_reauthenticate") + f"?next={address}", {"password": PASSWORD})
    assert done.headers["Location"] == address
    assert client.get(address).status_code == 200


def test_what_was_sent_before_the_question_is_not_carried_out_after_it(admin: User, client: Client) -> None:
    second = make_user("zoe", "Beratung Nord", Role.OFFICE_ADMIN)
    client.force_login(admin)
    address = reverse("people:deactivate", args=(second.pk,))
    client.post(address)
    client.post(reverse("account_reauthenticate") + f"?next={address}", {"password": PASSWORD}, follow=True)
    assert fresh(second).is_active


@pytest.mark.parametrize("sent", [{}, {"roles": "x"}, {"roles": ["counsellor", "\x00"]}, {"roles": ["a" * 10_000]}])
def test_roles_that_do_not_exist_change_nothing(desk: Client, counsellor: User, sent: dict[str, Any]) -> None:
    response = desk.post(reverse("people:roles", args=(counsellor.pk,)), sent)
    assert response.status_code == 422
    assert "error-summary" in response.content.decode()
    assert fresh(counsellor).roles == {Role.COUNSELLOR}


def test_a_role_cannot_be_given_twice(counsellor: User, admin: User) -> None:
    assert not changes.change_roles(counsellor, [Role.COUNSELLOR, Role.COUNSELLOR], by=admin)
    assert RoleGrant.objects.filter(user=counsellor).count() == 1
    assert actions() == []


@pytest.mark.parametrize("how", ["deactivated", "no admin any more"])
def test_who_manages_the_office_no_longer_comes_back_by_no_invitation_of_theirs(
    desk: Client, admin: User, how: str
) -> None:
    former = make_user("otto", "Beratung Nord", Role.OFFICE_ADMIN)
    assert former.office
    _, token = invite(former.office, [Role.OFFICE_ADMIN], by=former, note="ich selbst")
    _, other = invite(former.office, [Role.COUNSELLOR], by=admin, note="Nora")
    if how == "deactivated":
        desk.post(reverse("people:deactivate", args=(former.pk,)))
    else:
        desk.post(reverse("people:roles", args=(former.pk,)), {"roles": ["editor"]})
    browser = Client()
    assert "gilt nicht" in browser.get(reverse("accounts:invitation", args=(token,))).content.decode()
    assert "invitation" not in browser.session
    assert Client().get(reverse("accounts:invitation", args=(other,))).status_code == 302
    assert Event.objects.filter(action=Action.INVITATION_WITHDRAWN, actor=admin).count() == 1


def test_nobody_forgets_the_own_second_factor_that_way(desk: Client, admin: User, moment: int) -> None:
    TOTP.activate(admin, generate_totp_secret())
    for response in (
        desk.get(reverse("people:reset_second_factor", args=(admin.pk,))),
        desk.post(reverse("people:reset_second_factor", args=(admin.pk,))),
    ):
        assert response.status_code == 302
    assert Authenticator.objects.filter(user=admin).exists()
    assert "second_factor_reset" not in actions()
