"""`manage.py office`: the first office of an installation and the link with which its admin joins."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from advisor.accounts.addresses import installation_address
from advisor.accounts.invitations import invite
from advisor.accounts.models import Office, Role, User
from advisor.accounts.signals import person_event

LONGEST_NAME = 200
LONGEST_NOTE = 100


class Command(BaseCommand):
    """Make an office; one that has lost all its admins gets a new invitation."""

    help = "Legt eine Stelle an und zeigt den Einladungslink für ihre Verwaltung."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name of the office, whom the link is for, and where the installation is reached."""
        parser.add_argument("name", help="Name der Stelle")
        parser.add_argument("--admin", required=True, metavar="USERNAME", help="für wen die Einladung ist")
        parser.add_argument("--address", help="zum Beispiel https://wegweiser.example.org")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make office and invitation, and print the link; CommandError where there is nothing to do."""
        name, admin = " ".join(options["name"].split()), options["admin"].strip()
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise CommandError(f"The name of an office has 1 to {LONGEST_NAME} printable characters.")
        if not 0 < len(admin) <= LONGEST_NOTE or not admin.isprintable():
            raise CommandError(f"--admin has 1 to {LONGEST_NOTE} printable characters.")
        token = _invite(name, admin)
        link = (options["address"] or installation_address()).rstrip("/") + reverse(
            "accounts:invitation", args=(token,)
        )
        self.stdout.write(f"Stelle: {name}")
        self.stdout.write(f"Einladung für {admin}, {settings.INVITATION_DAYS} Tage gültig, nur jetzt zu sehen:")
        self.stdout.write(link)


@transaction.atomic
def _invite(name: str, admin: str) -> str:
    office, is_new = Office.objects.get_or_create(name=name)
    admins = User.objects.filter(office=office, is_active=True, role_grants__role=Role.OFFICE_ADMIN)
    if admins.exists():
        raise CommandError(f"'{name}' has somebody who manages it; they can invite others.")
    if is_new:
        person_event.send(Office, action="office_made", by=None, office_id=office.pk, subject=str(office.pk))
    _, token = invite(office, [Role.OFFICE_ADMIN], by=None, note=admin)
    return token
