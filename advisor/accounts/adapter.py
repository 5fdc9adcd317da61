"""How allauth behaves here: doors open by invitation only, no word about who has an account, mail that may fail."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from advisor.accounts.invitations import invitation_of
from advisor.accounts.models import User
from advisor.accounts.second_factor import has_second_factor
from advisor.accounts.sessions import is_fresh
from advisor.accounts.signals import person_event, tell

logger = logging.getLogger(__name__)

# A keyed digest of the password's own digest, as Django keeps it in every session.
_BEGUN_UNDER = "login-begun-under"

MESSAGES = {
    "email_taken": _("Diese E-Mail-Adresse hat schon ein anderes Konto."),
    "enter_current_password": _("Das ist nicht Ihr bisheriges Passwort."),
    "incorrect_code": _("Dieser Code stimmt nicht oder wurde schon benutzt."),
    "incorrect_password": _("Das Passwort stimmt nicht."),
    "invalid_login": _("Benutzername oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal."),
    "invalid_password_reset": _("Dieser Link gilt nicht mehr."),
    "too_many_login_attempts": _("Das waren zu viele Versuche. Bitte warten Sie fünf Minuten."),
    "username_password_mismatch": _("Benutzername oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal."),
    "username_taken": _("Dieser Benutzername ist schon vergeben."),
    "rate_limited": _("Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten."),
}


class AccountAdapter(DefaultAccountAdapter):
    """allauth's adapter for offices that know their people."""

    error_messages = DefaultAccountAdapter.error_messages | MESSAGES

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Only for the browser that has come with an invitation that still holds."""
        return invitation_of(request) is not None

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: every answer is a page."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The user; a deactivated one is told the same as somebody with a wrong password."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Tell of a failed login, to the office of whoever has that name."""
        user = User.objects.filter(username__iexact=credentials.get("username", "")).first()
        if user is None:
            person_event.send(User, action="login_failed", by=None, office_id=None, subject="")
        else:
            tell("login_failed", by=None, about=user)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """To the login, as anybody who cannot log in."""
        return redirect("account_login")

    def pre_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse | None:
        """As allauth's; remembers under which password the login has begun."""
        request.session[_BEGUN_UNDER] = user.get_session_auth_hash()
        return super().pre_login(request, user, **how)

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session; back to the first step where the password has changed since, or the account is closed."""
        begun_under = request.session.pop(_BEGUN_UNDER, "")
        if not user.is_active or not constant_time_compare(begun_under, user.get_session_auth_hash()):
            clear_login(request)
            raise ImmediateHttpResponse(redirect("account_login"))
        super().login(request, user)

    def logout(self, request: HttpRequest) -> None:
        """End the session and tell of it."""
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            tell("logout", by=user, about=user)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not right after login for whoever has no second factor yet; otherwise as allauth says."""
        user = self.request.user
        if is_fresh(self.request.session) and not has_second_factor(user):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the own account."""
        return resolve_url("people:account")

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Send it where there is a mail server; a mail that fails stops nobody and tells nobody who has an account."""
        if not settings.MAIL_CONFIGURED:
            return
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as fault:
            # Without its text, which may hold the address.
            logger.error("A mail (%s) could not be sent: %s", template_prefix, type(fault).__name__)
