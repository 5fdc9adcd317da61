"""Invitations: made by an office, known only as a digest, used once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from advisor.accounts.models import Invitation, Office, Role, RoleGrant, User
from advisor.accounts.signals import person_event

_IN_SESSION = "invitation"


class InvitationGone(Exception):
    """The invitation has been used, withdrawn or has run out."""


@transaction.atomic
def invite(
    office: Office, roles: Iterable[Role], *, by: User | None, note: str = "", email: str = ""
) -> tuple[Invitation, str]:
    """A new invitation and the token of its link, which nobody can find out again."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        office=office,
        roles=sorted({role.value for role in roles}),
        note=note,
        email=email,
        digest=_digest(token),
        created_by=by,
        expires=timezone.now() + timedelta(days=settings.INVITATION_DAYS),
    )
    _tell("invited", invitation, by)
    return invitation, token


def keep_in_session(request: HttpRequest, token: str) -> Invitation | None:
    """The invitation of a link, remembered for the form that follows; None where it does not hold."""
    invitation = Invitation.objects.open().filter(digest=_digest(token)).first()
    if invitation is not None:
        request.session[_IN_SESSION] = invitation.pk
    return invitation


def invitation_of(request: HttpRequest) -> Invitation | None:
    """The invitation this browser has come with, as long as it holds."""
    pk = request.session.get(_IN_SESSION)
    return Invitation.objects.open().select_related("office").filter(pk=pk).first() if pk else None


@transaction.atomic
def accept(request: HttpRequest, user: User) -> None:
    """Give somebody new the office and the roles of the invitation; raises InvitationGone, and nothing is changed."""
    pk = request.session.pop(_IN_SESSION, None)
    invitation = Invitation.objects.open().select_for_update().filter(pk=pk).first() if pk else None
    if invitation is None:
        raise InvitationGone
    user.office = invitation.office
    user.save(update_fields=["office"])
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=Role(role)) for role in invitation.roles)
    invitation.used_by, invitation.closed = user, timezone.now()
    _forget(invitation)
    person_event.send(User, action="joined", by=user, office_id=user.office_id, subject=str(invitation.pk))


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """Make a link worthless; one that is used already stays as it is."""
    locked = Invitation.objects.open().select_for_update().filter(pk=invitation.pk).first()
    if locked is not None:
        locked.closed = timezone.now()
        _forget(locked)
        _tell("invitation_withdrawn", locked, by)


def _forget(invitation: Invitation) -> None:
    """Save it without what was noted about somebody, which has done its service."""
    invitation.note = invitation.email = ""
    invitation.save()


def _digest(token: str) -> str:
    # 256 random bits cannot be guessed, so that a plain digest is enough.
    return sha256(token.encode()).hexdigest()


def _tell(action: str, invitation: Invitation, by: User | None) -> None:
    person_event.send(Invitation, action=action, by=by, office_id=invitation.office_id, subject=f"{invitation.pk}")
