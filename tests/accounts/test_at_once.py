"""Two people at the same moment: an office keeps an admin, and an invitation lets one person in."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory

from advisor.accounts import changes
from advisor.accounts.changes import LastAdmin
from advisor.accounts.invitations import InvitationGone, accept, invite
from advisor.accounts.models import Invitation, Office, Role, User
from tests.factories import make_user
from tests.logbook.test_concurrent import as_a_writer

__all__ = ["as_a_writer"]
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(connect: Callable[[], None], *tasks: Callable[[], Any]) -> list[BaseException]:
    """Do all of this at the same moment, each on a connection of its own; what failed."""
    together, faults = Barrier(len(tasks)), list[BaseException]()

    def run(task: Callable[[], Any]) -> None:
        connect()
        try:
            together.wait(timeout=30)
            task()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_two_admins_who_switch_each_other_off_leave_one(as_a_writer: Callable[[], None]) -> None:
    first, second = (make_user(name, "Nord", Role.OFFICE_ADMIN) for name in ("a", "b"))
    faults = at_once(
        as_a_writer,
        lambda: changes.deactivate(User.objects.get(pk=second.pk), by=first),
        lambda: changes.change_roles(User.objects.get(pk=first.pk), [Role.EDITOR], by=second),
    )
    assert [type(fault) for fault in faults] == [LastAdmin]
    assert User.objects.filter(is_active=True, role_grants__role=Role.OFFICE_ADMIN).count() == 1


def test_one_link_opened_twice_lets_one_person_in(as_a_writer: Callable[[], None]) -> None:
    office = Office.objects.create(name="Nord")
    invitation, _ = invite(office, [Role.COUNSELLOR], by=None)

    def joining(name: str) -> Callable[[], None]:
        user = User.objects.create_user(name)
        request = RequestFactory().post("/")
        request.session = {"invitation": invitation.pk}  # type: ignore[assignment]
        return lambda: accept(request, user)

    faults = at_once(as_a_writer, *(joining(name) for name in ("a", "b", "c")))
    assert [type(fault) for fault in faults] == [InvitationGone, InvitationGone]
    assert User.objects.filter(office=office).count() == 1
    assert Invitation.objects.get().used_by.office == office
