"""`manage.py password_link`: a link with which somebody sets a new password, where no mail can bring it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from advisor.accounts.addresses import installation_address
from advisor.accounts.models import User
from advisor.accounts.signals import tell


class Command(BaseCommand):
    """For the operator, and not for an office's admin: who can also reset second factors must not set passwords."""

    help = "Zeigt einen Link, mit dem jemand ein neues Passwort setzt (wenn keine Mail verschickt werden kann)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom the link is for, and where the installation is reached."""
        parser.add_argument("username", help="Benutzername")
        parser.add_argument("--address", help="zum Beispiel https://wegweiser.example.org")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the link and put on record that there is one; CommandError where nobody active has that name."""
        user = User.objects.filter(username__iexact=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"Nobody active has the name '{options['username'][:150]}'.")
        parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
        path = reverse("account_reset_password_from_key", kwargs=parts)
        tell("password_link_made", by=None, about=user)
        self.stdout.write(f"Für {user.username}, {settings.PASSWORD_RESET_TIMEOUT // 60} Minuten gültig, einmal:")
        self.stdout.write((options["address"] or installation_address()).rstrip("/") + path)
