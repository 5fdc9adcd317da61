"""Forms that take a six-digit or a spare code: each code once, and a secret that never lies open in a session."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext as _

from advisor.accounts.forms import PlainFields
from advisor.accounts.models import User
from advisor.vault.faults import VaultFault


class CodeForm(PlainFields):
    """A code that is refused when it comes a second time."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Spare codes are digits as well.
        self.fields["code"].widget.attrs.update(inputmode="numeric", maxlength="20", spellcheck="false")

    def clean_code(self) -> str:
        """The code; ValidationError where it is wrong or was used."""
        # allauth forgets a code after its own half minute; with a tolerance it would hold for longer than that.
        code: str = super().clean_code()  # type: ignore[misc]
        period = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 2)
        digits = "".join(code.split()).replace("-", "")
        if not cache.add(f"second-factor-used:{self.user.pk}:{digits}", 1, timeout=period):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(CodeForm, base_forms.AuthenticateForm):
    """The code asked for at login."""


class ReauthenticateForm(CodeForm, base_forms.ReauthenticateForm):
    """The code asked for before something delicate."""


class ActivateForm(CodeForm, totp_forms.ActivateTOTPForm):
    """The first code of a new secret, which waits sealed in the session until it is confirmed."""

    secret: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        session, adapter = context.request.session, get_adapter()
        if self.is_bound:
            try:
                self.secret = adapter.decrypt(self.secret)
            except (ValueError, VaultFault):
                self.secret = ""
        else:
            session[SECRET_SESSION_KEY] = adapter.encrypt(self.secret)

    def clean_code(self) -> str:
        """The code; ValidationError as well where the session no longer holds the secret."""
        if not self.secret:
            raise forms.ValidationError(_("Bitte laden Sie die Seite neu und lesen Sie das neue Bild ein."))
        return super().clean_code()
