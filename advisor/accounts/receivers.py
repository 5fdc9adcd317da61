"""What follows from logins, passwords and second factors: other sessions end, and the log is told."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from advisor.accounts.models import User
from advisor.accounts.sessions import end_sessions
from advisor.accounts.signals import tell


@receiver(account.user_logged_in)
def logged_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Tell of a login."""
    tell("login", by=user, about=user)


@receiver(account.password_changed)
def password_changed(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """End the other sessions."""
    end_sessions(user, except_key=request.session.session_key)
    tell("password_changed", by=user, about=user)


@receiver(account.password_reset)
def password_reset(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """End all sessions: whoever had the old password is out."""
    end_sessions(user)
    tell("password_reset", by=user, about=user)


@receiver(post_save, sender=Authenticator)
def factor_added(instance: Authenticator, created: bool, **kwargs: Any) -> None:
    """End the other sessions, which have begun without it. allauth's own signal comes after the transaction."""
    if not created:
        return
    user, request = instance.user, context.request
    if instance.type == Authenticator.Type.RECOVERY_CODES:
        tell("recovery_codes_made", by=user, about=user)
        return
    end_sessions(user, except_key=request.session.session_key if request else None)
    tell("second_factor_added", by=user, about=user)
    if request:
        # Whoever has just used a new factor has proved enough to see the spare codes that come with it.
        record_authentication(request, user, method="mfa", type=instance.type, reauthenticated=True)


@receiver(mfa.authenticator_removed)
def factor_removed(request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """End the other sessions; spare codes go with the last factor and are not spoken of."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    end_sessions(user, except_key=request.session.session_key)
    tell("second_factor_removed", by=user, about=user)


@receiver(mfa.authenticator_used)
def factor_used(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Tell of a spare code: whoever uses one has lost something, or somebody else has found it."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        tell("recovery_code_used", by=user, about=user)


@receiver(mfa.authentication_failed)
def factor_failed(user: User, **kwargs: Any) -> None:
    """Tell of a wrong code."""
    tell("login_failed", by=None, about=user)
