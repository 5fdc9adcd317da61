"""The second factor: whether somebody has one, and how its secrets are kept."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from advisor.vault.faults import Tampered
from advisor.vault.services import standing_safe

if TYPE_CHECKING:
    from advisor.accounts.models import User

PURPOSE = "second-factor"
PLACE = "accounts/second-factor"
OWN_KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's adapter, with secrets sealed under a key that lies outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Dieser Code stimmt nicht oder wurde schon benutzt."),
        "cannot_delete_authenticator": _("Ohne zweiten Faktor geht es hier nicht. Richten Sie erst einen anderen ein."),
        "cannot_generate_recovery_codes": _("Ersatzcodes gibt es erst, wenn ein zweiter Faktor eingerichtet ist."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret; authenticated, so that a changed one is an error and never another secret."""
        return base64.b64encode(standing_safe(PURPOSE).seal_text(PLACE, text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret; raises Tampered."""
        try:
            sealed = base64.b64decode(encrypted_text, validate=True)
        except ValueError as error:
            raise Tampered("a secret of a second factor is no base64") from error
        return standing_safe(PURPOSE).open_text(PLACE, sealed)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one where everybody needs one."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=OWN_KINDS)
        return not settings.SECOND_FACTOR_REQUIRED or others.exclude(pk=authenticator.pk).exists()

    def get_totp_label(self, user: User) -> str:
        """The user name: an address would stand in somebody's telephone."""
        return user.username

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a new key is called unless its owner says otherwise."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Schlüssel {number}").format(number=number)


def has_second_factor(user: User | AnonymousUser) -> bool:
    """Whether somebody has set up codes or a key; spare codes alone are none. One query."""
    return user.is_authenticated and Authenticator.objects.filter(user_id=user.pk, type__in=OWN_KINDS).exists()
