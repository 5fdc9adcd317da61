"""Two people at the same moment: an office keeps an admin, and an invitation lets one person in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import RequestFactory

from advisor.accounts import changes
from advisor.accounts.changes import LastAdmin
from advisor.accounts.invitations import InvitationGone, accept, invite
from advisor.accounts.models import Invitation, Office, Role, User
from tests.at_once import at_once, own_connection
from tests.factories import make_user

__all__ = ["own_connection"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_two_admins_who_switch_each_other_off_leave_one(own_connection: Callable[[], None]) -> None:
    first, second = (make_user(name, "Nord", Role.OFFICE_ADMIN) for name in ("a", "b"))
    faults = at_once(
        own_connection,
        lambda: changes.deactivate(User.objects.get(pk=second.pk), by=first),
        lambda: changes.change_roles(User.objects.get(pk=first.pk), [Role.EDITOR], by=second),
    )
    assert [type(fault) for fault in faults] == [LastAdmin]
    assert User.objects.filter(is_active=True, role_grants__role=Role.OFFICE_ADMIN).count() == 1


def test_one_link_opened_twice_lets_one_person_in(own_connection: Callable[[], None]) -> None:
    office = Office.objects.create(name="Nord")
    invitation, _ = invite(office, [Role.COUNSELLOR], by=None)

    def joining(name: str) -> Callable[[], None]:
        user = User.objects.create_user(name)
        request = RequestFactory().post("/")
        request.session = {"invitation": invitation.pk}  # type: ignore[assignment]
        return lambda: accept(request, user)

    faults = at_once(own_connection, *(joining(name) for name in ("a", "b", "c")))
    assert [type(fault) for fault in faults] == [InvitationGone, InvitationGone]
    assert User.objects.filter(office=office).count() == 1
    assert Invitation.objects.get().used_by.office == office
