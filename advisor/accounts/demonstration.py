"""What everybody knows about a demonstration, and so must not hold where real cases are."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from advisor.accounts.models import User
from advisor.vault.checks import refuse_unsafe_start as refuse_unsafe_keys

PASSWORD = "wegweiser-demo"  # only ever set where DEMO is
FIRST = ("beratung", "kollegin", "ehrenamt", "redaktion", "freigabe", "verwaltung")
SECOND = ("beratung2", "ehrenamt2", "redaktion2", "freigabe2", "verwaltung2")

_SHORTEST_KEY = 50
_OF_THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]"}
_DEMO_KEY = "demonstration-only-"


class NotThePasswordOfTheDemonstration:
    """A rule for passwords; with it, only accounts with the names above can have that one."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for the password everybody knows."""
        if password.strip().lower() == PASSWORD:
            raise ValidationError(_("Dieses Passwort kennen alle: Es ist das der Vorführung."), code="demonstration")

    def get_help_text(self) -> str:
        """Nothing: nobody would think of it who does not know it."""
        return ""


def refuse_unsafe_start(*, demo: bool, secret_key: str) -> None:
    """Raise ImproperlyConfigured, which says what to do, where real cases would lie behind what everybody knows.

    A demonstration on a public address is refused by the settings themselves.
    """
    refuse_unsafe_keys()
    if demo:
        return
    if len(secret_key) < _SHORTEST_KEY or secret_key.startswith(_DEMO_KEY) or len(set(secret_key)) < 8:
        raise ImproperlyConfigured(
            f"SECRET_KEY is not set, known or shorter than {_SHORTEST_KEY} characters. Make one with: "
            "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    _refuse_open_doors()
    known = _open_demonstration_accounts()
    if known:
        raise ImproperlyConfigured(
            f"These accounts have the password of the demonstration: {', '.join(known)}. Start with an empty "
            "database (manage.py migrate, then manage.py office), or deactivate them: real cases "
            "need passwords that nobody else knows."
        )


def _refuse_open_doors() -> None:
    hosts = set(settings.ALLOWED_HOSTS)
    if settings.DEBUG and not hosts <= _OF_THIS_MACHINE:
        raise ImproperlyConfigured(
            "DEBUG=1 shows keys and answers on error pages and sends cookies without TLS; it is for this machine's own "
            "addresses. For an installation that others reach, leave out DEBUG."
        )
    if "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS=* believes whatever address a request names, and puts it into the links of invitations and "
            "new passwords. Name the addresses of this installation."
        )


def _open_demonstration_accounts() -> list[str]:
    found = User.objects.filter(username__in=(*FIRST, *SECOND), is_active=True).order_by("username")
    try:
        return [user.username for user in found if check_password(PASSWORD, user.password)]
    except DatabaseError:
        return []  # not migrated or out of reach: then there is nobody to let in either
