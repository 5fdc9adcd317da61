"""What an office admin does to the people of the office: roles, second factor, sessions, on and off."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.db import transaction

from advisor.accounts.invitations import withdraw
from advisor.accounts.models import Invitation, Office, Role, RoleGrant, User
from advisor.accounts.sessions import end_sessions
from advisor.accounts.signals import tell


class LastAdmin(Exception):
    """The office would be left without anybody who can manage it."""


@transaction.atomic
def change_roles(person: User, roles: Iterable[Role], *, by: User) -> bool:
    """Give somebody exactly these roles; whether that changed anything. Raises LastAdmin, and nothing is changed."""
    _lock(person)
    wanted, given = frozenset(roles), frozenset(_roles(person))
    if wanted == given:
        return False
    if Role.OFFICE_ADMIN in given - wanted:
        _keep_an_admin(person)
        _withdraw_invitations(person, by)
    person.role_grants.exclude(role__in=wanted).delete()
    RoleGrant.objects.bulk_create(RoleGrant(user=person, role=role) for role in sorted(wanted - given))
    person.__dict__.pop("roles", None)
    tell("roles_changed", by=by, about=person)
    return True


@transaction.atomic
def deactivate(person: User, *, by: User) -> None:
    """Let somebody in no longer, nor by an invitation of theirs, from now on. LastAdmin, and nothing is changed."""
    _lock(person)
    if Role.OFFICE_ADMIN in _roles(person):
        _keep_an_admin(person)
    _withdraw_invitations(person, by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person)
    tell("deactivated", by=by, about=person)


@transaction.atomic
def reactivate(person: User, *, by: User) -> None:
    """Let somebody in again, with the roles they had."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    tell("reactivated", by=by, about=person)


@transaction.atomic
def reset_second_factor(person: User, *, by: User) -> None:
    """Forget codes and keys of somebody who has lost them, and end their sessions."""
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person)
    tell("second_factor_reset", by=by, about=person)


@transaction.atomic
def end_sessions_of(person: User, *, by: User, except_key: str | None = None) -> int:
    """End the sessions of somebody; returns how many."""
    ended = end_sessions(person, except_key=except_key)
    if ended:
        tell("session_ended", by=by, about=person)
    return ended


def _lock(person: User) -> None:
    """Two admins who demote each other at once come one after the other."""
    Office.objects.select_for_update(of=("self",)).filter(people=person).get()


def _withdraw_invitations(person: User, by: User) -> None:
    """What somebody could give others ends with what they may do: else they would come back by a link of their own."""
    for invitation in Invitation.objects.open().filter(created_by=person):
        withdraw(invitation, by=by)


def _roles(person: User) -> list[Role]:
    return [Role(name) for name in person.role_grants.values_list("role", flat=True)]


def _keep_an_admin(person: User) -> None:
    others = User.objects.filter(office=person.office, is_active=True).exclude(pk=person.pk)
    if not others.filter(role_grants__role=Role.OFFICE_ADMIN).exists():
        raise LastAdmin
