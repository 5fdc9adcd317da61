"""The forms around passwords and joining: allauth's, with our words and without its placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth import password_validation
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from advisor.accounts.invitations import InvitationGone, accept
from advisor.accounts.models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: dict[str, StrOrPromise] = {
    "login": _("Benutzername"),
    "username": _("Benutzername"),
    "email": _("E-Mail-Adresse"),
    "password": _("Passwort"),
    "oldpassword": _("Bisheriges Passwort"),
    "code": _("Code"),
    "name": _("Name des Schlüssels"),
}


class PlainFields(forms.Form):
    """Fields with our labels; a placeholder would only repeat them and vanish while one types."""

    labels: dict[str, StrOrPromise] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name) or LABELS.get(name) or field.label


class NewPassword(PlainFields):
    """Where a password is chosen and typed twice."""

    labels: dict[str, StrOrPromise] = {"password1": _("Neues Passwort"), "password2": _("Neues Passwort noch einmal")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _password_rules()


class LoginForm(PlainFields, allauth_forms.LoginForm):
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page has the link


class ReauthenticateForm(PlainFields, allauth_forms.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class ChangePasswordForm(NewPassword, allauth_forms.ChangePasswordForm):
    """A new password for somebody who knows the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""


class ResetPasswordForm(PlainFields, allauth_forms.ResetPasswordForm):
    """The address a link is sent to."""


class ResetPasswordKeyForm(NewPassword, allauth_forms.ResetPasswordKeyForm):
    """A new password for somebody who has come by a link."""


class UserTokenForm(allauth_forms.UserTokenForm):
    """Reads the link of a reset; a number no person can have is as wrong as any other."""

    def _get_user(self, uidb36: str) -> User | None:
        user = super()._get_user(uidb36) if len(uidb36 or "") <= 12 else None
        return user if user is not None and user.is_active else None


class JoinForm(NewPassword, allauth_forms.SignupForm):
    """What somebody who was invited fills in."""

    field_order = ("first_name", "last_name", "username", "email", "password1", "password2")
    labels: dict[str, StrOrPromise] = {
        "password1": _("Passwort"),
        "password2": _("Passwort noch einmal"),
        "email": _("E-Mail-Adresse (freiwillig)"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _("Damit melden Sie sich an. Buchstaben, Ziffern und @ . + - _")
        self.fields["email"].help_text = _(
            "Für einen Link, falls Sie Ihr Passwort vergessen, und für Hinweise zum Konto."
        )

    def validate_unique_email(self, value: str) -> str:
        """The address, unless somebody has it: a link to a new password must lead to one account."""
        email = super().validate_unique_email(value)
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Diese E-Mail-Adresse hat schon ein anderes Konto."), code="email_taken")
        return email

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """The new person, in the office and with the roles of the invitation; InvitationGone where it was used."""
        user: User = super().save(request)
        accept(request, user)
        return user

    def try_save(self, request: HttpRequest) -> tuple[User | None, Any]:
        """As allauth's; whoever is too late is told so."""
        try:
            return super().try_save(request)
        except InvitationGone:
            return None, redirect("account_signup")


def _password_rules() -> str:
    rules = password_validation.password_validators_help_texts()
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((rule,) for rule in rules if rule)))
