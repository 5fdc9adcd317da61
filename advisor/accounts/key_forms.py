"""Forms that take the answer of a security key; whatever else is in them is refused and never an error of ours."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.utils.translation import gettext as _

from advisor.accounts.forms import PlainFields

LONGEST_NAME = 60
# What reading JSON, CBOR, base64 and numbers of a forged answer can raise.
_NONSENSE = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError)


class AnswerField(forms.JSONField):
    """What a key has answered, as the browser writes it."""

    def to_python(self, value: Any) -> Any:
        """The parts of the answer; ValidationError for what is none."""
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class KeyForm(PlainFields):
    """An answer of a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "credential" in self.fields:
            self.fields["credential"] = AnswerField(widget=forms.HiddenInput)
        if "name" in self.fields:
            name = self.fields["name"]
            assert isinstance(name, forms.CharField)
            name.max_length = LONGEST_NAME
            name.widget.attrs["maxlength"] = str(LONGEST_NAME)
            name.help_text = _("Woran Sie ihn erkennen, zum Beispiel „Schlüsselbund“ oder „Diensthandy“.")

    def clean_name(self) -> str:
        """The name; a key that has answered is never refused because it has none."""
        return self.cleaned_data["name"].strip() or _("Schlüssel")


class AddKeyForm(KeyForm, webauthn_forms.AddWebAuthnForm):
    """A new key."""

    def clean(self) -> dict[str, Any] | None:
        """As allauth's; ValidationError for an answer no key gives."""
        try:
            return super().clean()
        except _NONSENSE:
            raise get_adapter().validation_error("incorrect_code") from None


class _Answer(KeyForm):
    def clean_credential(self) -> Authenticator:
        """The key that has answered; ValidationError for an answer no key gives."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except _NONSENSE:
            raise get_adapter().validation_error("incorrect_code") from None


class AuthenticateKeyForm(_Answer, webauthn_forms.AuthenticateWebAuthnForm):
    """The answer asked for at login."""


class ReauthenticateKeyForm(_Answer, webauthn_forms.ReauthenticateWebAuthnForm):
    """The answer asked for before something delicate."""


class EditKeyForm(KeyForm, webauthn_forms.EditWebAuthnForm):
    """Another name for a key."""
